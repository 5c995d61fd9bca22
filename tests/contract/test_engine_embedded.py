"""The engine inside one process keeps the port's promises on a real event loop."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import weakref
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import pytest

from adapters.engine.embedded import EmbeddedEngine
from bot.app.system import SystemClock
from bot.ports.engine import Ticked
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.contract.concurrent_engine_contract import ConcurrentEngineContract
from tests.contract.engine_house import (
    HOUR,
    PATIENCE,
    START,
    House,
    OpenWorld,
    later,
    returning,
    ticked,
)

ROUNDS = 50
"""Rounds of the event loop in which everything that is ready has run, where no thread is at work."""


class EmbeddedWorld:
    """Lets the event loop run until something happens."""

    def __init__(self, *, lively: bool) -> None:
        """Stand at `START`, not started."""
        self.clock = ManualClock(START)
        soon = timedelta(milliseconds=10) if lively else timedelta(days=1)
        self.engine = EmbeddedEngine(self.clock, heartbeat=soon, pause=lambda _: soon)
        self.house = House(self.clock)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for the house to change until `condition` holds."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self.house.changed.clear()
                await self.house.changed.wait()

    async def rest(self) -> None:
        """Give everything that is ready its turn."""
        for _ in range(ROUNDS):
            await asyncio.sleep(0)

    async def pass_to(self, instant: datetime) -> None:
        """Move the clock, and see a heartbeat there."""
        self.clock.move_to(instant)
        await self.until(lambda: instant in self.house.ticks)


class TestEmbeddedEngine(ConcurrentEngineContract):
    """The contract, on a real event loop."""

    @pytest.fixture
    async def open_world(self) -> AsyncIterator[OpenWorld]:
        """Open worlds with a clock made by hand and a heartbeat of 10 ms, or of a day."""
        worlds: list[EmbeddedWorld] = []

        def open_one(*, lively: bool = False) -> EmbeddedWorld:
            worlds.append(EmbeddedWorld(lively=lively))
            return worlds[-1]

        yield open_one
        async with asyncio.timeout(PATIENCE):
            for world in worlds:
                await world.engine.stop()


async def test_embedded_engine_is_on_time_between_heartbeats() -> None:
    """With the system's clock, ticks and drains come at their instant: not early, nor with the next beat."""
    clock, house = SystemClock(), House(ManualClock(START))
    engine = EmbeddedEngine(clock)
    due_at = clock.now() + timedelta(milliseconds=50)
    seen: list[datetime] = []

    async def once() -> Ticked:
        if seen:
            seen.append(clock.now())
            return ticked()
        seen.append(clock.now())
        return ticked("slack/a", next_at=due_at)

    drained = asyncio.Event()

    async def held_back(lane: str) -> datetime | None:
        del lane
        if clock.now() < due_at:
            return due_at
        drained.set()
        return None

    house.on_tick = once
    await engine.start(house.tick, held_back)
    async with asyncio.timeout(PATIENCE):  # a third of the time to the next beat
        await drained.wait()
        while len(seen) < 2:
            house.changed.clear()
            await house.changed.wait()
        await engine.stop()
    assert seen[1] >= due_at


async def test_embedded_engine_beats_when_nothing_is_known() -> None:
    """What nobody told this process is found by the heartbeat."""
    world = EmbeddedWorld(lively=True)
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: len(world.house.ticks) >= 4)
    await world.engine.stop()


async def test_embedded_engine_ends_between_heartbeats() -> None:
    """The end waits for no heartbeat and no instant, in whichever a lane or the tick is waiting."""
    world = EmbeddedWorld(lively=False)
    world.house.on_tick = returning(ticked("slack/a", next_at=START + HOUR))
    world.house.on_drain = lambda _: later(START + HOUR)
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: "slack/a" in world.house.ended)
    await world.rest()
    await asyncio.wait_for(world.engine.stop(), PATIENCE)


async def test_embedded_engine_keeps_no_task_for_an_idle_lane() -> None:
    """A thousand lanes that have sent everything cost nothing any more."""
    world = EmbeddedWorld(lively=False)
    lanes = [f"slack/{number:03}" for number in range(1_000)]
    world.house.on_tick = returning(ticked(), then=ticked(*lanes))
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: world.house.ended == ["tick"])
    await world.rest()
    idle = asyncio.all_tasks()
    drains = weakref.WeakSet[asyncio.Task[None]]()

    async def noted(lane: str) -> None:
        del lane
        drains.update(asyncio.all_tasks() - idle)

    world.house.on_drain = noted
    world.engine.wake()
    await world.until(lambda: len(world.house.ended) == 1_002)
    await world.rest()
    gc.collect()
    assert asyncio.all_tasks() == idle
    assert len(drains) == 0
    assert [lane for lane, _ in world.house.drains] == lanes
    await world.engine.stop()


async def test_embedded_engine_counts_failures_in_a_row() -> None:
    """Each failure asks for the pause after one more, and a success begins anew."""
    asked: list[int] = []

    def pause(failures: int) -> timedelta:
        asked.append(failures)
        return timedelta(0)

    house = House(ManualClock(START))
    engine = EmbeddedEngine(ManualClock(START), pause=pause)

    async def fails_all_but_the_third() -> Ticked:
        if len(house.ticks) in {1, 2, 4}:
            raise LookupError
        return ticked(next_at=START if len(house.ticks) == 3 else None)

    house.on_tick = fails_all_but_the_third
    await engine.start(house.tick, house.drain)
    async with asyncio.timeout(PATIENCE):
        while len(house.ended) < 5:
            house.changed.clear()
            await house.changed.wait()
        await engine.stop()
    assert asked == [1, 2, 1]


async def test_embedded_engine_never_spins() -> None:
    """A tick and a drain that are always due come at most a hundred times between two pauses."""
    world = EmbeddedWorld(lively=False)
    world.house.on_tick = returning(ticked("slack/a", next_at=START), then=ticked(next_at=START))
    world.house.on_drain = lambda _: later(START)
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: len(world.house.ended) == 200)
    await world.rest()
    await world.engine.stop()
    assert len(world.house.ticks) == len(world.house.drains) == 100


async def test_embedded_engine_never_goes_in_circles() -> None:
    """A drain that wakes the tick that wakes the drain is held up as well."""
    world = EmbeddedWorld(lively=False)

    async def wakes_the_tick(lane: str) -> None:
        del lane
        world.engine.wake()

    world.house.on_tick = returning(ticked("slack/a"))
    world.house.on_drain = wakes_the_tick
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: len(world.house.ended) == 200)
    await world.rest()
    await world.engine.stop()
    assert len(world.house.ticks) == len(world.house.drains) == 100


async def test_embedded_engine_takes_an_instant_without_an_offset_for_a_failure() -> None:
    """Such an instant cannot be waited for: it ends neither the engine nor the lane."""
    world = EmbeddedWorld(lively=True)
    naive = START.replace(tzinfo=None)
    world.house.on_tick = returning(ticked("slack/a", next_at=naive), then=ticked())
    world.house.on_drain = lambda _: later(naive if len(world.house.drains) == 1 else None)
    await world.engine.start(world.house.tick, world.house.drain)
    await world.until(lambda: len(world.house.ticks) >= 3 and len(world.house.drains) == 2)
    await world.engine.stop()


async def test_embedded_engine_dies_whole(caplog: pytest.LogCaptureFixture) -> None:
    """What nothing may catch ends the whole engine, is logged by its type, and is told by `stop`."""
    world, crash = EmbeddedWorld(lively=False), ArmedCrash()
    crash.arm("after_send")

    async def passing(lane: str) -> None:
        del lane
        crash.passing("after_send")

    world.house.on_drain = passing
    await world.engine.start(world.house.tick, world.house.drain)
    world.engine.wake("slack/a")
    await world.until(lambda: "slack/a" in world.house.ended)
    await world.rest()
    world.engine.wake()
    world.engine.wake("slack/b")
    await world.rest()
    with pytest.raises(Killed):
        await asyncio.wait_for(world.engine.stop(), PATIENCE)
    assert len(world.house.ticks) == len(world.house.drains) == 1
    assert "Killed" in caplog.text


def test_embedded_engine_is_imported_without_apscheduler() -> None:
    """A command that starts no engine does not pay for the import: it comes with the first start."""
    lines = "import sys, adapters.engine.embedded; sys.exit('apscheduler' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", lines], check=False, timeout=60).returncode == 0
