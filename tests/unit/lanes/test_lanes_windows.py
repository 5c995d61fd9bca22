"""When a planned check-in still leaves: its window, quiet hours at sending, and a shut terminal."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest

from bot.domain.checkins import WINDOW, is_in_time
from bot.domain.deliveries import DeliveryState
from bot.domain.people import QuietHours
from bot.ports.chat import Later, NotOpen
from tests.unit.small_house import LANE, on
from tests.unit.world import FIRST_SLOT, TERMINAL, World, world

SECOND = timedelta(seconds=1)


async def _quiet(house: World, start: time, end: time) -> None:
    """Change the quiet hours alone, as a move to another zone or an older version might have."""
    person = replace(await house.person(), quiet=QuietHours(start=start, end=end))
    await house.store.run(lambda unit: unit.people.save(person))


@pytest.mark.parametrize(
    ("late", "waits", "comes"),
    [
        (timedelta(0), False, True),
        (WINDOW - SECOND, False, True),
        (WINDOW, False, False),
        (timedelta(hours=14, minutes=59), False, False),
        (WINDOW, True, True),
        (timedelta(hours=24) - SECOND, True, True),
    ],
)
async def test_how_late_is_too_late(late: timedelta, *, waits: bool, comes: bool) -> None:
    """Three hours where people are always reachable, until the next slot where they come and go."""
    with world(capabilities=TERMINAL) if waits else world() as house:
        await house.settle_in()
        house.clock.move_to(FIRST_SLOT + late)
        assert len(await house.until(FIRST_SLOT + late)) == comes
        expected = DeliveryState.SENT if comes else DeliveryState.EXPIRED
        assert [each.state for each in house.outbox] == [expected]
        assert len(house.runs) == 1 + comes


async def test_at_the_next_slot_a_terminal_shows_the_new_one() -> None:
    """Both are due when somebody comes: the older is let go without a word."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        house.chat.receipts = [NotOpen()]
        await house.until(FIRST_SLOT)
        assert len(await house.until(on(6, 9))) == 1
        assert [each.state for each in house.outbox] == [DeliveryState.EXPIRED, DeliveryState.SENT]


@pytest.mark.parametrize("days", [3, 30, 400])
async def test_after_a_long_sleep_the_latest_slot_alone_is_waiting(days: int) -> None:
    """However long: one row in the outbox, for the last slot that has come, and one in time for the next."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in(days="daily")
        house.chat.receipts = [NotOpen()]
        late = FIRST_SLOT + timedelta(days=days, hours=5)
        house.clock.move_to(late)
        assert await house.until(late) == []
        [delivery] = house.outbox
        assert delivery.due_at == FIRST_SLOT + timedelta(days=days)
        house.engine.wake(LANE)
        assert len(await house.until(late)) == 1
        assert len(await house.until(late + timedelta(days=1))) == 1


async def test_after_a_long_sleep_a_platform_is_silent_until_the_next_slot() -> None:
    """Outside the window nothing is made up for; inside it, one is."""
    with world() as house:
        await house.settle_in(days="daily")
        for day, hours, comes in ((9, 4, 0), (12, 2, 1)):
            house.clock.move_to(on(day, 9 + hours))
            assert len(await house.until(on(day, 9 + hours))) == comes
            assert len(await house.until(on(day + 1, 9))) == 1


async def test_quiet_hours_that_outlast_the_window_let_it_go() -> None:
    """It is held back until they end, and by then nobody expects it."""
    with world() as house:
        await house.settle_in()
        await _quiet(house, time(8), time(13))
        assert await house.until(on(5, 23)) == []
        assert [each.state for each in house.outbox] == [DeliveryState.EXPIRED]


async def test_a_wait_that_ends_in_quiet_hours_is_held_back_again() -> None:
    """Nothing sends because a platform's wait is over: quiet hours are looked at each time."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [Later(wait=timedelta(minutes=30))]
        await house.until(FIRST_SLOT)
        await _quiet(house, time(9, 15), time(10, 45))
        assert await house.until(on(5, 10, 44)) == []
        assert len(await house.until(on(5, 10, 45))) == 1


async def test_quiet_hours_over_midnight_hold_until_the_morning() -> None:
    """Their end lies on the next day of the person's own calendar."""
    with world() as house:
        await house.settle_in(at="23:30", quiet="none", zone="Pacific/Auckland")
        await _quiet(house, time(23), time(1, 15))
        slot = datetime.fromisoformat("2026-01-05T23:30:00+13:00")
        cards = await house.until(slot + timedelta(minutes=104))
        assert cards == []
        assert len(await house.until(slot + timedelta(minutes=105))) == 1


async def test_a_terminal_knows_no_quiet_hours() -> None:
    """Whoever opens it is awake."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        await _quiet(house, time(0), time(23, 59))
        assert len(await house.until(FIRST_SLOT)) == 1


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [
        (time(20), time(8), {20, 23, 0, 5, 6, 7}),
        (time(0), time(6), {0, 5}),
        (time(12), time(12), set[int]()),
        (time(23), time(0), {23}),
    ],
)
def test_what_quiet_hours_cover(start: time, end: time, covered: set[int]) -> None:
    """The first minute belongs to them, the last does not; equal ends cover nothing."""
    quiet = QuietHours(start=start, end=end)
    hours = {0, 5, 6, 7, 8, 12, 19, 20, 23}
    assert {hour for hour in hours if quiet.cover(time(hour))} == covered


def test_a_window_never_reaches_past_the_next_slot() -> None:
    """Where slots lie close together, the next one ends the last."""
    slot, following = on(5, 9), on(5, 10)
    for waits in (True, False):
        assert is_in_time(following - SECOND, slot, following, waits=waits)
        assert not is_in_time(following, slot, following, waits=waits)
