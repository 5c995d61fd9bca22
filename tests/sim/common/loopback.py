"""A loopback platform as a test holds it: what is the same whichever platform it is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Protocol

from tests.sim.common.clock import Timers, WallClock
from tests.sim.common.pulse import Pulse


class Settling(Protocol):
    """Knows when an app is done. `idle` is waited for too."""

    idle: Callable[[], Awaitable[None]] | None

    async def settled(self, *, patience: float = 10.0) -> None:
        """Return when nothing is under way.

        Raises:
            TimeoutError: something still was after `patience` seconds of the wall clock.
        """
        ...

    def cut_off(self) -> None:
        """Let an app on this event loop end as `kill -9` would."""
        ...


class Loopback:
    """Time on a platform, and waiting for the app on it."""

    def __init__(self, timers: Timers, pulse: Pulse, settling: Settling) -> None:
        """Keep time by `timers`."""
        self._timers = timers
        self._pulse = pulse
        self._settling = settling
        self.clock = timers.clock
        self.settles = True
        """Whether each act waits until all is quiet; a test with many acts at once turns it off."""

    async def until(self, is_true: Callable[[], bool], *, patience: float = 10.0) -> None:
        """Wait until something is true of this platform. It is looked at whenever something comes or changes.

        Raises:
            TimeoutError: it was not in `patience` seconds of the wall clock.
        """
        await self._pulse.until(is_true, patience=patience)

    def waits_for(self, idle: Callable[[], Awaitable[None]]) -> None:
        """Let `settled` wait for `idle` too, of an app that began after this platform."""
        self._settling.idle = idle

    async def settled(self, *, patience: float = 10.0) -> None:
        """Wait until the app has done what it does, as far as that can be known (see `Settling`)."""
        await self._settling.settled(patience=patience)

    def cut_off(self) -> None:
        """Let the app, which shares this event loop, end in the middle of it, as `kill -9` would."""
        self._settling.cut_off()

    async def advance(self, seconds: float) -> None:
        """Move the clock, from one timer that is due to the next, settling in between.

        Raises:
            TypeError: it is the clock of this machine, which nobody moves.
        """
        clock = self.clock
        if isinstance(clock, WallClock):
            raise TypeError(clock)
        end = clock.now() + timedelta(seconds=seconds)
        while (due := self._timers.next_due()) is not None and due <= end:
            clock.move_to(max(due, clock.now()))
            await self.moved()
        clock.move_to(end)

    async def moved(self) -> None:
        """Fire what is due after somebody else has moved the clock."""
        self._timers.fire_due()
        if self.settles:
            await self.settled()
