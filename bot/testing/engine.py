"""An engine that takes steps: the port's promises on virtual time, in an order that never varies."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.ports.engine import Drain, Tick, pause_after
from bot.testing.time import ManualClock

_log = logging.getLogger(__name__)

MOST_TURNS = 20_000
"""So many turns at one instant, and it is said that the house never comes to rest."""


@dataclass(slots=True)
class _Turns:
    """Where the tick or one lane stands."""

    woken: bool = False
    next_at: datetime | None = None
    paused_until: datetime | None = None
    failures: int = 0

    def due_at(self, now: datetime) -> datetime | None:
        """Return when it may run next: `now` if it was woken, and never inside a pause."""
        at = now if self.woken else self.next_at
        return at if at is None or self.paused_until is None else max(at, self.paused_until)


class SteppingEngine:
    """Runs ticks and drains one after another, only inside `settle` and `advance`.

    A tick comes before any drain; of the lanes, the one that ran longest ago comes first. Whatever is
    no `Exception`, as a crash point's `Killed`, passes through at once and leaves the engine dead: time
    may go on, but nothing happens in it.
    """

    def __init__(self, clock: ManualClock) -> None:
        """Stand on `clock`, which `advance` moves."""
        self._clock = clock
        self._work: tuple[Tick, Drain] | None = None
        self._ticks = _Turns(woken=True)
        self._lanes: dict[str, _Turns] = {}
        self._failures: list[Exception] = []
        self._ended = False
        self._stepping = False

    @property
    def failures(self) -> tuple[Exception, ...]:
        """What ticks and drains raised, oldest first: a simulation looks here for what the house outlived."""
        return tuple(self._failures)

    async def start(self, tick: Tick, drain: Drain) -> None:
        """Begin; the first tick is due at once, and comes with the next `settle` or `advance`."""
        if self._work is not None or self._ended:
            raise RuntimeError("an engine is started once")
        self._work = (tick, drain)

    def wake(self, lane: str | None = None) -> None:
        """Make the tick due, or with a lane its drain."""
        if self._ended:
            return
        turns = self._ticks if lane is None else self._lanes.setdefault(lane, _Turns())
        turns.woken = True

    async def catch_up(self, lane: str) -> None:
        """Settle, with a tick and a drain of the lane in it."""
        self.wake()
        self.wake(lane)
        await self.settle()

    async def stop(self) -> None:
        """End: nothing begins any more."""
        self._ended = True

    async def settle(self) -> None:
        """Run every tick and drain that is due now, until none is.

        Raises:
            RuntimeError: it was called from inside a tick or drain, or the house never comes to rest.
        """
        if self._stepping:
            raise RuntimeError("a step is being taken already")
        self._stepping = True
        try:
            await self._settle()
        finally:
            self._stepping = False

    async def advance(self, to: datetime) -> None:
        """Move the clock to each instant that something waits for, up to `to`, and settle at each.

        Raises:
            ValueError: `to` is in the past.
            RuntimeError: as `settle` does.
        """
        if to < self._clock.now():
            raise ValueError("time goes forward")
        await self.settle()
        while (at := self._next_at()) is not None and at <= to:
            self._clock.move_to(at)
            await self.settle()
        self._clock.move_to(max(to, self._clock.now()))  # a tick or drain may have moved the clock itself

    async def _settle(self) -> None:
        if self._work is None:
            return
        tick, drain = self._work
        for _ in range(MOST_TURNS):
            if self._ended:
                return
            if self._is_due(self._ticks):
                await self._take_turn(self._ticks, partial(self._tick_once, tick))
            elif (lane := self._due_lane()) is not None:
                turns = self._lanes[lane] = self._lanes.pop(lane)  # to the end of the row
                await self._take_turn(turns, partial(drain, lane))
            else:
                return
        raise RuntimeError(f"still not at rest after {MOST_TURNS} turns at one instant")

    async def _tick_once(self, tick: Tick) -> datetime | None:
        ticked = await tick()
        for lane in sorted(ticked.lanes):
            self.wake(lane)
        return ticked.next_at

    async def _take_turn(self, turns: _Turns, act: Callable[[], Awaitable[datetime | None]]) -> None:
        turns.woken = False
        try:
            turns.next_at = await act()
        except Exception as failure:  # noqa: BLE001 - as in a real engine, time goes on passing
            self._failures.append(failure)
            turns.failures += 1
            pause = pause_after(turns.failures)
            turns.paused_until = self._clock.now() + pause
            turns.woken = True
            _log.warning("a turn failed: %s; again in %s", type(failure).__name__, pause)
        except BaseException:  # killed: the double is no more use
            self._ended = True
            raise
        else:
            turns.failures, turns.paused_until = 0, None

    def _is_due(self, turns: _Turns) -> bool:
        now = self._clock.now()
        at = turns.due_at(now)
        return at is not None and at <= now

    def _due_lane(self) -> str | None:
        return next((lane for lane, turns in self._lanes.items() if self._is_due(turns)), None)

    def _next_at(self) -> datetime | None:
        if self._ended or self._work is None:
            return None
        now = self._clock.now()
        instants = (turns.due_at(now) for turns in (self._ticks, *self._lanes.values()))
        return min((at for at in instants if at is not None), default=None)
