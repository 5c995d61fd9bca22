"""A line to a loopback Discord: `DiscordChat` as the house holds it, one clock for both, nobody in between."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from adapters.discord.api import Line, point_at
from adapters.discord.chat import DiscordChat
from adapters.discord.strikes import Strikes
from bot.domain.people import Account
from bot.ports.chat import Letter
from bot.ports.vault import Secret
from bot.surface.card import Button, Buttons, Card, Reach, say
from bot.testing.time import ManualClock
from tests.unit.discord_small import TOKEN, SmallDiscord, small_discord

MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)
WORDS = "Your check-in is here."
ANA, BEN = "11", "22"


@dataclass(kw_only=True)
class DiscordLine:
    """The way out of one bot. `naps` is what was waited for a turn, in seconds."""

    discord: SmallDiscord
    clock: ManualClock
    line: Line
    chat: DiscordChat
    naps: list[float] = field(default_factory=list)

    def letter(self, user: str, key: bytes = b"key", *, conversation: str = "", run: str = "1") -> Letter:
        """Return a letter to somebody."""
        return Letter(key=key, to=account(user), card=a_card(run), conversation=conversation)

    def later(self, seconds: float) -> None:
        """Let time go by."""
        self.clock.move_to(self.clock.now() + timedelta(seconds=seconds))


@asynccontextmanager
async def discord_line(
    *, token: str = TOKEN, strikes: int = 1_000, answers_within: float = 5.0
) -> AsyncIterator[DiscordLine]:
    """Open a line to a Discord of its own."""
    clock = ManualClock(MONDAY)
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)
        clock.move_to(clock.now() + timedelta(seconds=seconds))

    async with small_discord(clock) as discord:
        point_at(discord.url)
        line = Line(
            Secret(token),
            clock,
            strikes=Strikes(clock, most=strikes),
            sleep=nap,
            answers_within=answers_within,
        )
        try:
            yield DiscordLine(
                discord=discord, clock=clock, line=line, chat=DiscordChat(line, clock), naps=naps
            )
        finally:
            await line.close()
            point_at()


def account(user: str) -> Account:
    """Return the account of a user."""
    return Account(surface="discord", workspace="900", user=user)


def a_card(run: str = "1") -> Card:
    """Return a card as a check-in is one: a sentence and two buttons."""
    buttons = Buttons(
        buttons=(
            Button(ref=f"{run}:skip", name="checkin.skip", label="Not now"),
            Button(ref="1:help", name="help.now", label="Help now"),
        )
    )
    return Card(text_id="checkin", blocks=(say(WORDS), buttons), summary=WORDS, reach=Reach.PERSONAL)
