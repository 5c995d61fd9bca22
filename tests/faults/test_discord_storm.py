"""Discord on its worst days, with the real way out before it: everybody gets theirs, once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest

from adapters.discord.limits import ANSWERS_WITHIN, LETTERS_ON_THEIR_WAY
from adapters.discord.line.api import Line, point_at
from adapters.discord.sending.chat import DiscordChat
from bot.app.system import SystemChance
from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account
from bot.ports.vault import Secret
from tests.faults.town import Town
from tests.sim.discord import DiscordSim, User
from tests.sim.discord.faults import DIRECT, MESSAGES
from tests.sim.discord.limiter import Limits
from tests.unit.world import FIRST_SLOT, world

STORM = timedelta(minutes=10)
RESTS = 60
"""Seconds for which Discord asks to wait: more than its library waits by itself."""
ASKED = {"message": "You are being rate limited.", "retry_after": RESTS, "global": True}
HEADERS = {"Retry-After": str(RESTS), "X-RateLimit-Global": "true", "X-RateLimit-Scope": "shared"}
HISTORY = "GET /channels/*/messages"


@dataclass(kw_only=True)
class DiscordTown(Town[User]):
    """A small house whose people are all in a loopback Discord."""

    discord: DiscordSim
    chat: DiscordChat

    async def move_in(self, count: int) -> None:
        """Let so many people settle in; all are asked at the same hour."""
        for number in range(count):
            user = self.discord.user(f"n{number}")
            self.people.append(user)
            account = Account(surface="discord", workspace=self.discord.application_id, user=user.id)
            await self.house.settle_in(account)


@asynccontextmanager
async def town(
    limits: Limits | None = None, answers_within: float = ANSWERS_WITHIN
) -> AsyncIterator[DiscordTown]:
    """Open a town; nobody lives there yet."""
    with world() as house:
        async with DiscordSim(clock=house.clock, limits=limits) as discord:

            async def nap(seconds: float) -> None:
                house.clock.move_to(house.clock.now() + timedelta(seconds=seconds))

            point_at(discord.api_url, discord.gateway_url)
            line = Line(Secret(discord.token), house.clock, sleep=nap, answers_within=answers_within)
            chat = DiscordChat(line, house.clock, SystemChance())
            house.open_to({"discord": chat})
            try:
                yield DiscordTown(house=house, discord=discord, chat=chat)
            finally:
                await line.close()


async def test_a_storm_of_ten_minutes_ends_with_all_sent_once() -> None:
    """Discord asks to wait, again and again: it is asked seldom meanwhile, and all have theirs soon after."""
    async with town() as here:
        await here.move_in(20)
        here.discord.faults.answer(MESSAGES, 429, ASKED, headers=HEADERS, times=1_000_000)
        await here.house.until(FIRST_SLOT + STORM)
        assert here.received == {0: 20}
        storm = len(here.discord.journal.calls(MESSAGES))
        assert 2 <= storm <= 10 * (STORM / timedelta(seconds=RESTS) + 1)
        here.discord.faults.clear()
        await here.house.until(FIRST_SLOT + STORM + timedelta(minutes=2))
        assert here.received == {1: 20}
        assert here.states == {DeliveryState.SENT: 20}


@pytest.mark.parametrize("how", ["reset", "fin"])
async def test_posts_that_were_taken_and_not_answered_are_found_again(how: str) -> None:
    """Some were taken, some were not, and nobody said which: one message each, in the end."""
    async with town() as here:
        await here.move_in(6)
        for accepted in (True, False, True, True, False):
            here.discord.faults.cut(MESSAGES, accepted=accepted, how="reset" if how == "reset" else "fin")
        await here.house.until(FIRST_SLOT + timedelta(minutes=10))
        assert here.received == {1: 6}
        assert here.states == {DeliveryState.SENT: 6}


@pytest.mark.parametrize("ends", [1, 2])
async def test_an_end_right_after_a_post_costs_nothing(ends: int) -> None:
    """Killed between Discord's answer and the note of it: the next process looks, and sends nothing again.

    More have theirs to come than are on their way at a time.
    """
    async with town() as here:
        await here.move_in(LETTERS_ON_THEIR_WAY + 2)
        for _ in range(ends):
            await here.killed_by(FIRST_SLOT + timedelta(minutes=5))
        await here.house.until(FIRST_SLOT + timedelta(minutes=10))
        assert here.received == {1: LETTERS_ON_THEIR_WAY + 2}
        assert here.states == {DeliveryState.SENT: LETTERS_ON_THEIR_WAY + 2}


async def test_everything_at_once() -> None:
    """Waits, cut lines, faults, an end of the process, and doubts that cannot be asked about at first."""
    async with town() as here:
        await here.move_in(8)
        faults = here.discord.faults
        for _ in range(2):
            faults.answer(MESSAGES, 429, ASKED, headers=HEADERS)
            faults.cut(MESSAGES, accepted=True)
            faults.cut(MESSAGES, accepted=False)
        faults.answer(HISTORY, 429, ASKED, headers=HEADERS, times=2)
        faults.cut(DIRECT, accepted=True)
        await here.killed_by(FIRST_SLOT + timedelta(hours=1))
        await here.house.until(FIRST_SLOT + timedelta(hours=1))
        assert here.received == {1: 8}
        assert here.states == {DeliveryState.SENT: 8}


async def test_who_has_shut_their_messages_holds_up_nobody() -> None:
    """Discord says so of one of five: the others have theirs, and nothing more is tried for that one."""
    async with town() as here:
        await here.move_in(5)
        shut, *others = here.people
        shut.close_dms()
        await here.house.until(FIRST_SLOT + timedelta(minutes=30))
        assert [len(user.messages) for user in others] == [1] * 4
        assert shut.messages == []
        assert here.states == {DeliveryState.SENT: 4, DeliveryState.UNREACHABLE: 1}
