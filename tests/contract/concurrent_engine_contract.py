"""What an engine keeps to besides, where ticks and drains run at the same time."""

from __future__ import annotations

import asyncio

from bot.ports.engine import Ticked
from tests.contract.engine_contract import EngineContract
from tests.contract.engine_house import (
    PATIENCE,
    START,
    OpenWorld,
    after,
    failing,
    has_drained,
    later,
    returning,
    started,
    ticked,
)


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
