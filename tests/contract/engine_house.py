"""The house that an engine runs in its contract suites, and the worlds in which time passes for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import NoReturn, Protocol, TypeVar

from bot.ports.engine import Engine, Ticked
from bot.testing.time import ManualClock

T = TypeVar("T")

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE, HOUR, MONTH = timedelta(minutes=1), timedelta(hours=1), timedelta(days=30)
PATIENCE = 10.0
"""Seconds after which a test gives up: an upper bound, never a wait."""


def ticked(*lanes: str, next_at: datetime | None = None) -> Ticked:
    """Return what a tick found."""
    return Ticked(lanes=frozenset(lanes), next_at=next_at)


async def nothing_due() -> Ticked:
    """Find nothing."""
    return ticked()


async def nothing_held_back(lane: str) -> None:
    """Send all that `lane` has."""
    del lane


class House:
    """A tick and a drain that write down when they began and ended, and do what a test tells them."""

    def __init__(self, clock: ManualClock) -> None:
        """Find nothing due and hold nothing back, until told otherwise."""
        self.on_tick: Callable[[], Awaitable[Ticked]] = nothing_due
        self.on_drain: Callable[[str], Awaitable[datetime | None]] = nothing_held_back
        self.ticks: list[datetime] = []
        self.drains: list[tuple[str, datetime]] = []
        self.ended: list[str] = []
        self.most_at_once: Counter[str] = Counter()
        self.changed = asyncio.Event()
        self._clock = clock
        self._running: Counter[str] = Counter()

    async def tick(self) -> Ticked:
        """Note the instant, then tick as told."""
        self.ticks.append(self._clock.now())
        return await self._run("tick", self.on_tick)

    async def drain(self, lane: str) -> datetime | None:
        """Note lane and instant, then drain as told."""
        self.drains.append((lane, self._clock.now()))
        return await self._run(lane, lambda: self.on_drain(lane))

    async def _run(self, name: str, act: Callable[[], Awaitable[T]]) -> T:
        self._running[name] += 1
        self.most_at_once[name] = max(self.most_at_once[name], self._running[name])
        self.changed.set()
        try:
            return await act()
        finally:
            self._running[name] -= 1
            self.ended.append(name)
            self.changed.set()


class World(Protocol):
    """An engine that was not started yet, the clock it reads, and a house for it to run."""

    @property
    def engine(self) -> Engine:
        """The engine."""
        ...

    @property
    def clock(self) -> ManualClock:
        """The clock that it reads."""
        ...

    @property
    def house(self) -> House:
        """The house."""
        ...

    async def until(self, condition: Callable[[], bool]) -> None:
        """Let the engine work until `condition` holds of the house; fail if it never does."""
        ...

    async def rest(self) -> None:
        """Let the engine do all that it would do now."""
        ...

    async def pass_to(self, instant: datetime) -> None:
        """Let time go on to `instant`, with all that happens on the way."""
        ...


class OpenWorld(Protocol):
    """Opens a world at `START`. Where time is real, `lively` says that a minute may pass in it.

    A lively engine looks at the clock every few milliseconds and pauses as briefly; any other one has
    a heartbeat and pauses that no test lives to see, so that what happens can be counted.
    """

    def __call__(self, *, lively: bool = False) -> World:
        """Open one."""
        ...


async def started(world: World) -> World:
    """Start the engine of `world` and let the first tick go by."""
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: world.house.ended == ["tick"])
    return world


def has_drained(house: House, lane: str, *, times: int) -> Callable[[], bool]:
    """Return a condition: `lane` was drained so often."""
    return lambda: house.drains.count((lane, START)) == times


def returning(found: Ticked, *, then: Ticked | None = None) -> Callable[[], Awaitable[Ticked]]:
    """Return a tick that finds `found`, and `then` each time after the first, if that is given."""
    answers = [found]

    async def tick() -> Ticked:
        answer = answers[0]
        answers[0] = then or found
        return answer

    return tick


async def failing(lane: str | None = None) -> NoReturn:
    """Fail, as a tick or as a drain."""
    raise LookupError(lane)


async def later(instant: datetime | None) -> datetime | None:
    """Hold a lane back until `instant`."""
    return instant


async def after(gate: asyncio.Event) -> None:
    """Take as long as `gate` is shut."""
    await gate.wait()
