"""When things happen on a loopback platform: a clock to ask, and timers that fire as it moves."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Protocol


class Clock(Protocol):
    """Whatever tells the instant; the doubles of the house do."""

    def now(self) -> datetime:
        """Return the instant, aware."""
        ...


class MovedClock(Clock, Protocol):
    """A clock that stands still until a test moves it, as `bot.testing.time.ManualClock`."""

    def move_to(self, instant: datetime) -> None:
        """Show `instant` from now on."""
        ...


class WallClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC)


class Timer:
    """Something that will be called once, unless it is cancelled before."""

    def __init__(self, call: Callable[[], None]) -> None:
        """Wait to call `call`."""
        self._call: Callable[[], None] | None = call
        self.handle: asyncio.TimerHandle | None = None

    def fire(self) -> None:
        """Call it, once."""
        call, self._call = self._call, None
        if call is not None:
            call()

    def cancel(self) -> None:
        """Never call it."""
        self._call = None
        if self.handle is not None:
            self.handle.cancel()


class Timers:
    """Timers on one clock. On the wall clock the event loop fires them; on any other, `fire_due` does."""

    def __init__(self, clock: Clock) -> None:
        """Keep time by `clock`."""
        self.clock = clock
        self.is_wall = isinstance(clock, WallClock)
        self._due: list[tuple[float, int, Timer]] = []
        self._count = 0

    def now(self) -> float:
        """Return the instant as seconds since 1970."""
        return self.clock.now().timestamp()

    def after(self, seconds: float, call: Callable[[], None]) -> Timer:
        """Call `call` when so many seconds have gone by on the clock."""
        timer = Timer(call)
        if self.is_wall:
            timer.handle = asyncio.get_running_loop().call_later(seconds, timer.fire)
        else:
            self._count += 1
            heapq.heappush(self._due, (self.now() + seconds, self._count, timer))
        return timer

    def next_due(self) -> datetime | None:
        """Return the instant of the next timer of a moved clock, or None."""
        return datetime.fromtimestamp(self._due[0][0], UTC) if self._due else None

    def fire_due(self) -> None:
        """Call what is due by now, in order. What these set for now is called too."""
        while self._due and self._due[0][0] <= self.now() + _ROUNDING:
            heapq.heappop(self._due)[2].fire()


_ROUNDING = 1e-6
"""A float of today's seconds since 1970 is good to a fraction of a microsecond; instants are whole ones."""
