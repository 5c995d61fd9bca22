"""A line to the loopback Discord: `DiscordChat` as the house holds it, and one clock for both."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.discord.line.api import Line, point_at
from adapters.discord.line.strikes import Strikes
from adapters.discord.sending.chat import DiscordChat
from bot.app.system import SystemChance
from bot.domain.people import Account
from bot.ports.chat import Letter
from bot.ports.vault import Secret
from bot.surface.card import Card, Reach, say
from bot.testing.time import ManualClock
from tests.contract.surface_samples import a_check_in
from tests.sim.discord import DiscordSim, User
from tests.sim.discord.journal import Entry
from tests.sim.discord.limiter import Limits

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
CHANGE = "PATCH /channels/*/messages/*"
DELETE = "DELETE /channels/*/messages/*"
HISTORY = "GET /channels/*/messages"
GATEWAY = "GET /gateway/bot"
LOGIN = "GET /users/@me"


@dataclass(kw_only=True)
class DiscordLine:
    """The way out of one bot. `naps` is what was waited for turns, in seconds."""

    sim: DiscordSim
    clock: ManualClock
    line: Line
    chat: DiscordChat
    naps: list[float] = field(default_factory=list)

    def account(self, user: User) -> Account:
        """Return the account of a user."""
        return Account(surface="discord", workspace=self.sim.application_id, user=user.id)

    def letter(self, user: User, key: bytes = b"key", *, conversation: str = "", run: str = "1") -> Letter:
        """Return a letter to somebody."""
        return Letter(key=key, to=self.account(user), card=a_check_in(run), conversation=conversation)

    def opened(self, user: User) -> str:
        """Return somebody's direct conversation, which was opened at another time."""
        return self.sim.core.world.direct(user.id).id

    def calls(self, *routes: str) -> list[Entry]:
        """Return what Discord was asked."""
        return self.sim.journal.calls(*routes)

    def later(self, seconds: float) -> None:
        """Let time go by."""
        self.clock.move_to(self.clock.now() + timedelta(seconds=seconds))


@asynccontextmanager
async def discord_line(
    *,
    token: str | None = None,
    strikes: int = 1_000,
    limits: Limits | None = None,
    answers_within: float = 5.0,
) -> AsyncIterator[DiscordLine]:
    """Open a line to a Discord of its own. `token` is one that is not good there."""
    clock = ManualClock(MONDAY)
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)
        clock.move_to(clock.now() + timedelta(seconds=seconds))

    async with DiscordSim(clock=clock, limits=limits) as sim:
        sim.settles = False
        point_at(sim.api_url, sim.gateway_url)
        counted = Strikes(clock, most=strikes)
        said = Secret(token or sim.token)
        line = Line(said, clock, strikes=counted, sleep=nap, answers_within=answers_within)
        chat = DiscordChat(line, clock, SystemChance())
        try:
            yield DiscordLine(sim=sim, clock=clock, line=line, chat=chat, naps=naps)
        finally:
            await line.close()
            point_at()


def quiet_card() -> Card:
    """Return a card with nothing to press."""
    return Card(text_id="quiet", blocks=(say("Until then."),), summary="Until then.", reach=Reach.PERSONAL)


def texts(user: User) -> list[str]:
    """Return what stands in somebody's direct messages, oldest first."""
    return [message.content for message in user.posts]
