"""The line to Discord that is set, and the commands that Discord is told of over it."""

from __future__ import annotations

from adapters.discord.line.api import Line, point_at
from adapters.discord.setup.commands import Commands, Known, reststop
from bot.app.settings import Settings
from bot.ports.time import Clock
from bot.ports.vault import Secret
from bot.services.cards.help import COMMANDS as ABOUT
from bot.services.routes import COMMANDS

WRONG_TOKEN = (
    "Discord does not take DISCORD_TOKEN. It is the Token of the page Bot, where Reset Token makes a new one."  # noqa: S105 - a sentence
)


def line_of(settings: Settings, clock: Clock) -> Line:
    """Return a line to Discord, or to what stands in for it, in the name of the bot that is set."""
    point_at(settings.discord_api_url, settings.discord_gateway_url)
    return Line(settings.discord_token or Secret(""), clock)


def commands_of(line: Line, known: Known | None = None) -> Commands:
    """Return the commands of Reststop; without `known` nobody keeps what Discord was told."""
    return Commands(line, reststop(COMMANDS, ABOUT), known or _Unnoted())


class _Unnoted:
    """What Discord was told, kept nowhere."""

    async def known(self) -> str:
        """Return nothing."""
        return ""

    async def note(self, told: str) -> None:
        """Keep nothing."""
