"""The daily care of a server's databases goes on beside the ticks, and again where it could not be done."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.app.upkeep.tending import AGAIN_AFTER, Tending
from bot.errors import NotSaved
from bot.testing.time import ManualClock

NOON = datetime(2026, 1, 5, 12, tzinfo=UTC)


class Days:
    """Counts how often it is done; it may fail, or take until it is told to end."""

    def __init__(self) -> None:
        """Begin with none."""
        self.times = 0
        self.fails = False
        self.is_long = False
        self.is_at_it = threading.Event()

    def tend(self, is_over: Callable[[], bool]) -> None:
        """Do it."""
        self.times += 1
        self.is_at_it.set()
        while self.is_long and not is_over():
            threading.Event().wait(0.005)
        if self.fails or is_over():
            raise NotSaved


async def done(tending: Tending) -> None:
    """Wait until it is."""
    task = tending._task  # noqa: SLF001 - nothing else tells when a thread is done
    assert task is not None
    await asyncio.wait({task})


async def test_it_is_done_once_a_day_and_no_tick_waits_for_it() -> None:
    """Begun again on the same day, or while it goes on, it is left be."""
    clock, days = ManualClock(NOON), Days()
    days.is_long = True
    tending = Tending(days.tend, clock)
    tending.begin()
    await asyncio.to_thread(days.is_at_it.wait)
    clock.move_to(NOON + timedelta(days=1))
    tending.begin()
    assert days.times == 1
    days.is_long = False
    await done(tending)
    for hours in (25, 30, 37):
        clock.move_to(NOON + timedelta(hours=hours))
        tending.begin()
        await done(tending)
    assert days.times == 3


async def test_where_it_could_not_be_done_it_is_tried_again_in_an_hour() -> None:
    """Not at every tick, and not only on the next day."""
    clock, days = ManualClock(NOON), Days()
    days.fails = True
    tending = Tending(days.tend, clock)
    for minutes in (0, 1, 59, 60, 61):
        clock.move_to(NOON + timedelta(minutes=minutes))
        tending.begin()
        await done(tending)
    assert days.times == 2
    days.fails = False
    clock.move_to(NOON + 2 * AGAIN_AFTER)
    for _ in range(2):
        tending.begin()
        await done(tending)
    assert days.times == 3


async def test_a_process_that_ends_ends_it() -> None:
    """It is told so, and begun no more."""
    days = Days()
    days.is_long = True
    tending = Tending(days.tend, ManualClock(NOON))
    tending.begin()
    await asyncio.to_thread(days.is_at_it.wait)
    await tending.stop()
    tending.begin()
    assert days.times == 1
