"""A platform that takes several letters at a time gets them; each person still gets theirs one by one."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account
from bot.ports.chat import Later, Letter, Receipt
from tests.unit.small_house import HOSTED, ScriptedChat
from tests.unit.world import FIRST_SLOT, World, world

PATIENCE = 5.0
"""Seconds after which a test fails: an upper bound, never a wait."""
AT_ONCE = 3
PEOPLE = [Account(surface="chat", workspace="team", user=f"n{n}") for n in range(7)]


class Crowded(ScriptedChat):
    """A surface on which no letter ends before as many are on their way as are still to come, up to three."""

    def __init__(self, letters: int) -> None:
        """Wait for `letters` in all."""
        super().__init__(replace(HOSTED, at_once=AT_ONCE))
        self.most = 0
        self._to_come = letters
        self._here: set[Account] = set()
        self._full = asyncio.Condition()

    async def send(self, letter: Letter) -> Receipt:
        """Hold a letter until it is not alone."""
        async with self._full:
            assert letter.to not in self._here
            self._here.add(letter.to)
            self.most = max(self.most, len(self._here))
            wanted = min(AT_ONCE, self._to_come)
            self._full.notify_all()
            await asyncio.wait_for(self._full.wait_for(lambda: self.most >= wanted), PATIENCE)
        receipt = await super().send(letter)
        self._here.discard(letter.to)
        return receipt


def _crowd(house: World, letters: int) -> Crowded:
    """Let this house speak through a surface that takes several at a time."""
    crowded = Crowded(letters)
    house.open_to({"chat": crowded})
    return crowded


async def test_several_people_are_written_to_at_a_time_and_no_more_than_the_surface_takes() -> None:
    """Everyone gets theirs, once."""
    with world() as house:
        for who in PEOPLE:
            await house.settle_in(who)
        crowded = _crowd(house, len(PEOPLE))
        await house.until(FIRST_SLOT)
        assert crowded.most == AT_ONCE
        assert sorted(letter.to.user for letter in crowded.letters) == [who.user for who in PEOPLE]
        assert {each.state for each in house.outbox} == {DeliveryState.SENT}


async def test_where_one_is_asked_to_wait_those_beside_it_end_and_the_rest_stays_planned() -> None:
    """Nothing that was on its way is forgotten, and nothing more begins."""
    with world() as house:
        for who in PEOPLE:
            await house.settle_in(who)
        crowded = _crowd(house, len(PEOPLE))
        crowded.receipts = [Later(wait=timedelta(minutes=2))]
        await house.until(FIRST_SLOT)
        states = [each.state for each in house.outbox]
        sent, planned = states.count(DeliveryState.SENT), states.count(DeliveryState.PLANNED)
        assert sent + planned == len(PEOPLE)
        assert sent == AT_ONCE - 1
        await house.until(FIRST_SLOT + timedelta(minutes=2))
        assert {each.state for each in house.outbox} == {DeliveryState.SENT}
        assert len(crowded.letters) == len(PEOPLE)
