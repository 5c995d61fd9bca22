"""What every engine keeps to.

Subclass `EngineContract` in a test file, or `ConcurrentEngineContract` where drains run at the same
time, and give it a fixture `open_world`. Teardown stops each world's engine.
"""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import NoReturn, Protocol, TypeVar

import pytest

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


class EngineContract:
    """The promises of `bot.ports.engine.Engine`."""

    async def test_engine_ticks_at_once(self, open_world: OpenWorld) -> None:
        """The first tick comes with the start, and only one."""
        world = open_world()
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: world.house.ticks == [START])
        await world.rest()
        assert world.house.ticks == [START]

    async def test_engine_starts_once(self, open_world: OpenWorld) -> None:
        """A second start is refused, and so is one after the end."""
        world, unstarted = open_world(), open_world()
        await world.engine.start(world.house.tick, world.house.drain)
        await unstarted.engine.stop()
        for engine, house in ((world.engine, world.house), (unstarted.engine, unstarted.house)):
            with pytest.raises(RuntimeError):
                await engine.start(house.tick, house.drain)

    async def test_engine_ticks_when_woken(self, open_world: OpenWorld) -> None:
        """Several wakes before the tick begins are one tick."""
        world = await started(open_world())
        for _ in range(5):
            world.engine.wake()
        await world.until(lambda: len(world.house.ticks) == 2)
        await world.rest()
        assert len(world.house.ticks) == 2
        assert world.house.drains == []

    async def test_engine_ticks_once_more_after_a_wake_during_a_tick(self, open_world: OpenWorld) -> None:
        """What changed while a tick was at work is seen by one more, and by no third."""
        world = open_world()

        async def woken_meanwhile() -> Ticked:
            if len(world.house.ticks) == 1:
                world.engine.wake()
                world.engine.wake()
            return ticked()

        world.house.on_tick = woken_meanwhile
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: len(world.house.ticks) == 2)
        await world.rest()
        assert len(world.house.ticks) == 2
        assert world.house.most_at_once["tick"] == 1

    async def test_engine_drains_the_lanes_that_a_tick_names(self, open_world: OpenWorld) -> None:
        """Each lane with something to send is drained once."""
        world = open_world()
        world.house.on_tick = returning(ticked("slack/b", "slack/a"))
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: len(world.house.drains) == 2)
        await world.rest()
        assert sorted(world.house.drains) == [("slack/a", START), ("slack/b", START)]

    async def test_engine_drains_a_lane_that_is_woken(self, open_world: OpenWorld) -> None:
        """A lane that is woken is drained again each time, and nothing ticks for it."""
        world = await started(open_world())
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.drains) == 1)
        await world.rest()
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.drains) == 2)
        await world.rest()
        assert world.house.drains == [("slack/a", START)] * 2
        assert len(world.house.ticks) == 1

    async def test_engine_remembers_a_wake_before_the_start(self, open_world: OpenWorld) -> None:
        """A lane that somebody woke too early is drained once time passes."""
        world = open_world()
        world.engine.wake("slack/a")
        world.engine.wake()
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: world.house.drains == [("slack/a", START)])
        await world.rest()
        assert len(world.house.ticks) == 1

    async def test_engine_drains_once_more_after_a_wake_during_a_drain(self, open_world: OpenWorld) -> None:
        """What came into a lane while it was drained is drained too, never by a second drain beside it."""
        world = await started(open_world())

        async def woken_meanwhile(lane: str) -> None:
            if len(world.house.drains) < 3:
                world.engine.wake(lane)
                world.engine.wake(lane)
            await asyncio.sleep(0)

        world.house.on_drain = woken_meanwhile
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.drains) == 3)
        await world.rest()
        assert len(world.house.drains) == 3
        assert world.house.most_at_once["slack/a"] == 1

    async def test_engine_ticks_again_at_the_instant_that_the_agenda_named(
        self, open_world: OpenWorld
    ) -> None:
        """The tick comes when the agenda asked for it."""
        world = open_world(lively=True)

        async def once_an_hour() -> Ticked:
            return ticked(next_at=START + HOUR if world.clock.now() < START + HOUR else None)

        world.house.on_tick = once_an_hour
        await world.engine.start(world.house.tick, world.house.drain)
        await world.pass_to(START + HOUR)
        await world.until(lambda: START + HOUR in world.house.ticks)

    async def test_engine_ticks_again_now_for_an_instant_that_is_past(self, open_world: OpenWorld) -> None:
        """A tick that left something due is followed by another, with no wait between."""
        world = open_world()

        async def in_three_parts() -> Ticked:
            return ticked(next_at=START - MONTH if len(world.house.ticks) < 3 else None)

        world.house.on_tick = in_three_parts
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: len(world.house.ticks) == 3)
        await world.rest()
        assert world.house.ticks == [START] * 3

    async def test_engine_drains_a_lane_again_when_it_may_go_on(self, open_world: OpenWorld) -> None:
        """A lane that is held back is drained again at its instant, not before, and no other waits for it."""
        world = open_world(lively=True)

        async def one_held_back(lane: str) -> datetime | None:
            return START + HOUR if lane == "slack/a" and world.clock.now() < START + HOUR else None

        world.house.on_tick = returning(ticked("slack/a", "slack/b"), then=ticked())
        world.house.on_drain = one_held_back
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: len(world.house.drains) == 2)
        await world.pass_to(START + HOUR - MINUTE)
        world.engine.wake("slack/b")
        await world.until(lambda: len(world.house.drains) == 3)
        await world.pass_to(START + HOUR)
        await world.until(lambda: len(world.house.drains) == 4)
        await world.rest()
        assert sorted(world.house.drains[:2]) == [("slack/a", START), ("slack/b", START)]
        assert world.house.drains[2:] == [("slack/b", START + HOUR - MINUTE), ("slack/a", START + HOUR)]

    async def test_engine_lets_the_next_drain_say_when(self, open_world: OpenWorld) -> None:
        """What a lane said last holds: an instant that an earlier drain asked for is forgotten."""
        world = await started(open_world(lively=True))
        answers = iter([START + HOUR, None])

        async def held_back_at_first(lane: str) -> datetime | None:
            del lane
            return next(answers)

        world.house.on_drain = held_back_at_first
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.drains) == 1)
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.drains) == 2)
        await world.pass_to(START + MONTH)
        await world.rest()
        assert world.house.drains == [("slack/a", START)] * 2

    async def test_engine_notices_that_the_clock_jumped(self, open_world: OpenWorld) -> None:
        """After a jump far past several instants each comes once, and soon."""
        world = open_world(lively=True)
        world.house.on_tick = returning(ticked("slack/a", next_at=START + HOUR), then=ticked())
        world.house.on_drain = lambda _: later(START + 2 * HOUR if world.clock.now() == START else None)
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: len(world.house.drains) == 1)
        world.clock.move_to(START + MONTH)
        await world.until(lambda: START + MONTH in world.house.ticks and len(world.house.drains) == 2)
        await world.rest()
        assert world.house.drains == [("slack/a", START), ("slack/a", START + MONTH)]

    async def test_engine_outlives_a_tick_that_fails(
        self, open_world: OpenWorld, caplog: pytest.LogCaptureFixture
    ) -> None:
        """Time goes on passing after an error, and the log names its type and not what it says."""
        world = open_world(lively=True)

        async def fails_twice() -> Ticked:
            if len(world.house.ticks) <= 2:
                raise LookupError("what a person wrote")
            return ticked("slack/a") if not world.house.drains else ticked()

        world.house.on_tick = fails_twice
        with caplog.at_level(logging.DEBUG):
            await world.engine.start(world.house.tick, world.house.drain)
            await world.until(lambda: len(world.house.ticks) >= 1)
            await world.pass_to(START + MINUTE)
            await world.until(lambda: len(world.house.drains) == 1)
        assert "LookupError" in caplog.text
        assert "what a person wrote" not in caplog.text

    async def test_engine_leaves_alone_what_failed(self, open_world: OpenWorld) -> None:
        """A wake does not cut the pause after a failure short: whatever fails, nothing spins."""
        world = open_world()
        world.house.on_tick = failing
        world.house.on_drain = failing
        await world.engine.start(world.house.tick, world.house.drain)
        world.engine.wake("slack/a")
        await world.until(lambda: sorted(world.house.ended) == ["slack/a", "tick"])
        for _ in range(3):
            world.engine.wake()
            world.engine.wake("slack/a")
            await world.rest()
        assert len(world.house.ticks) == len(world.house.drains) == 1

    async def test_engine_outlives_a_drain_that_fails(self, open_world: OpenWorld) -> None:
        """A lane that failed is tried again after a pause; the others never notice."""
        world = await started(open_world(lively=True))

        async def fails_once(lane: str) -> None:
            if lane == "slack/a" and world.house.drains.count((lane, START)) == len(world.house.drains):
                raise LookupError(lane)

        world.house.on_drain = fails_once
        world.engine.wake("slack/a")
        await world.until(lambda: world.house.ended[-1] == "slack/a")
        world.engine.wake("slack/b")
        await world.until(lambda: ("slack/b", START) in world.house.drains)
        await world.pass_to(START + MINUTE)
        await world.until(lambda: len(world.house.drains) >= 3)
        assert [lane for lane, _ in world.house.drains if lane == "slack/b"] == ["slack/b"]

    async def test_engine_begins_nothing_after_its_end(self, open_world: OpenWorld) -> None:
        """After `stop` no wake and no instant starts anything, and a second `stop` is quiet."""
        world = open_world(lively=True)
        world.house.on_tick = returning(ticked("slack/a", next_at=START + HOUR))
        world.house.on_drain = lambda _: later(START + HOUR)
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: "slack/a" in world.house.ended)
        await world.engine.stop()
        before = (len(world.house.ticks), len(world.house.drains))
        world.engine.wake()
        world.engine.wake("slack/a")
        world.engine.wake("slack/b")
        world.clock.move_to(START + MONTH)
        await world.rest()
        await world.engine.stop()
        assert (len(world.house.ticks), len(world.house.drains)) == before


class ConcurrentEngineContract(EngineContract):
    """The same, and what holds where ticks and drains take time of their own."""

    async def test_engine_lets_nothing_wait_for_a_slow_lane(self, open_world: OpenWorld) -> None:
        """While one lane is still sending, ticks come and other lanes are drained."""
        world, gate = open_world(), asyncio.Event()
        world.house.on_tick = returning(ticked("slack/fast", "slack/slow"), then=ticked("slack/other"))
        world.house.on_drain = lambda lane: after(gate) if lane == "slack/slow" else later(None)
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: "slack/fast" in world.house.ended)
        world.engine.wake()
        await world.until(lambda: "slack/other" in world.house.ended)
        assert "slack/slow" not in world.house.ended
        gate.set()
        await world.until(lambda: "slack/slow" in world.house.ended)

    async def test_engine_never_drains_a_lane_beside_itself(self, open_world: OpenWorld) -> None:
        """Wakes while a lane is still sending are one drain, after it."""
        world, gate = await started(open_world()), asyncio.Event()
        world.house.on_drain = lambda _: after(gate)
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.drains) == 1)
        for _ in range(5):
            world.engine.wake("slack/a")
            await world.rest()
        assert len(world.house.drains) == 1
        gate.set()
        await world.until(lambda: world.house.ended.count("slack/a") == 2)
        await world.rest()
        assert len(world.house.drains) == 2
        assert world.house.most_at_once["slack/a"] == 1

    async def test_engine_loses_no_wake_whenever_it_comes(self, open_world: OpenWorld) -> None:
        """A wake in any round of the loop while a drain comes to its end is one more drain."""
        world = await started(open_world())
        for rounds in range(12):
            lane = f"slack/{rounds}"
            world.engine.wake(lane)
            await world.until(has_drained(world.house, lane, times=1))
            for _ in range(rounds):
                await asyncio.sleep(0)
            world.engine.wake(lane)
            await world.until(has_drained(world.house, lane, times=2))
            assert world.house.most_at_once[lane] == 1

    async def test_engine_remembers_a_wake_during_a_slow_tick(self, open_world: OpenWorld) -> None:
        """Wakes from elsewhere while a tick waits for the store are one more tick, after it."""
        world, gate = open_world(), asyncio.Event()

        async def slow() -> Ticked:
            await gate.wait()
            return ticked()

        world.house.on_tick = slow
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: len(world.house.ticks) == 1)
        for _ in range(5):
            world.engine.wake()
            await world.rest()
        assert len(world.house.ticks) == 1
        gate.set()
        await world.until(lambda: world.house.ended.count("tick") == 2)
        await world.rest()
        assert len(world.house.ticks) == 2

    async def test_engine_finishes_what_runs_at_its_end(self, open_world: OpenWorld) -> None:
        """`stop` returns when the tick and the drains that run have ended, and begins nothing meanwhile."""
        world, gate = await started(open_world()), asyncio.Event()

        async def slow() -> Ticked:
            await gate.wait()
            return ticked("slack/never")

        world.house.on_tick = slow
        world.house.on_drain = lambda _: after(gate)
        world.engine.wake()
        world.engine.wake("slack/a")
        await world.until(lambda: len(world.house.ticks) == 2 and len(world.house.drains) == 1)
        world.engine.wake("slack/a")
        world.engine.wake()
        stopping = asyncio.create_task(world.engine.stop())
        await world.rest()
        assert not stopping.done()
        gate.set()
        await asyncio.wait_for(stopping, PATIENCE)
        assert sorted(world.house.ended) == ["slack/a", "tick", "tick"]
        assert len(world.house.ticks) == 2
        assert world.house.drains == [("slack/a", START)]

    async def test_engine_ends_in_the_middle_of_a_pause(self, open_world: OpenWorld) -> None:
        """Nobody waits at the end for a pause to be over."""
        world = open_world()
        world.house.on_tick = failing
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: world.house.ended == ["tick"])
        await asyncio.wait_for(world.engine.stop(), PATIENCE)

    async def test_engine_outlives_a_cancellation_that_was_not_its_own(self, open_world: OpenWorld) -> None:
        """When something that a tick waits for is cancelled, that is a failure like others."""
        world = open_world(lively=True)

        async def cancelled_at_first() -> Ticked:
            if len(world.house.ticks) == 1:
                gone = asyncio.get_running_loop().create_future()
                gone.cancel()
                await gone
            return ticked()

        world.house.on_tick = cancelled_at_first
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: world.house.ended.count("tick") >= 2)


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
