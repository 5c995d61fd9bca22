"""Of several processes one drains a lane; one that was halted and wakes up late writes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest

from bot.domain.deliveries import DeliveryState
from bot.ports.chat import Receipt, Sent, Unreachable
from bot.services.delivery import agenda
from bot.services.delivery.deliveries import drain
from bot.testing.time import ManualClock
from tests.unit.small_house import ANA
from tests.unit.world import FIRST_SLOT, World, world

HALT = 60.0
"""Seconds for which a process stands still: longer than another waits before it takes over."""


class Halting(ManualClock):
    """The clock of a process that is halted, once, after it has marked a send and before it looks again."""

    looks_left: int | None = None

    def elapsed(self) -> float:
        """Return seconds; at the last of some looks a halt has gone by."""
        if self.looks_left is not None:
            self.looks_left -= 1
            if self.looks_left == 0:
                self.spend(HALT)
        return super().elapsed()


@contextmanager
def _shared_house() -> Iterator[World]:
    with world() as house:
        house.desk = replace(house.desk, is_shared=True)
        yield house


async def _drained_elsewhere(house: World) -> None:
    await drain(house.desk, house.engine.wake, ANA.lane)


@pytest.mark.parametrize("receipt", [Sent(), Unreachable()], ids=["sent", "unreachable"])
async def test_what_a_halted_drain_hears_late_changes_nothing(receipt: Receipt) -> None:
    """Another drain has asked the platform meanwhile and written what became of it; that stands."""
    with _shared_house() as house:
        await house.settle_in()
        house.chat.receipts = [receipt]
        house.chat.knows_letters = True
        kept = []

        async def meanwhile() -> None:
            await _drained_elsewhere(house)
            kept.extend(house.outbox)

        house.chat.meanwhile = meanwhile
        await house.until(FIRST_SLOT)
        assert [each.state for each in kept] == [DeliveryState.SENT]
        assert house.outbox == kept


async def _halted_before_it_left(house: World) -> None:
    """Let a process stand still between the mark and the send, and wake up; nobody was there meanwhile."""
    clock = Halting(house.clock.now())
    house.desk = replace(house.desk, clock=clock)
    await house.settle_in()
    clock.move_to(FIRST_SLOT)
    ticked = await agenda.tick(house.desk)
    assert ticked.lanes == {ANA.lane}
    clock.looks_left = 2
    await _drained_elsewhere(house)


async def test_a_send_that_was_halted_before_it_left_leaves_later() -> None:
    """Somebody else may have sent it by then, and so it is not sent. Nobody did: it is known that none left.

    A platform that can never be asked whether it came would let it be lost, if that were in doubt.
    """
    with _shared_house() as house:
        await _halted_before_it_left(house)
        assert house.chat.letters == []
        assert [(each.state, each.tries) for each in house.outbox] == [(DeliveryState.PLANNED, 0)]
        await _drained_elsewhere(house)
        assert len(house.chat.letters) == 1
        assert [each.state for each in house.outbox] == [DeliveryState.SENT]


@pytest.mark.parametrize("is_shared", [True, False])
async def test_a_lane_in_which_a_dead_process_had_claimed_all_is_drained_again(is_shared: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A tick names it, where others may have died; a house that is alone has nobody else's to see to."""
    with world() as house:
        house.desk = replace(house.desk, is_shared=is_shared)
        await house.settle_in()
        await house.until(FIRST_SLOT)
        [sent] = house.outbox
        await house.store.run(lambda unit: unit.deliveries.save(replace(sent, state=DeliveryState.CLAIMED)))
        ticked = await agenda.tick(house.desk)
        assert ticked.lanes == ({ANA.lane} if is_shared else frozenset())
