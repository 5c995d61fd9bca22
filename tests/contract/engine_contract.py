"""What every engine keeps to.

Subclass `EngineContract` in a test file and give it a fixture `open_world` (see engine_house.py), whose
teardown stops each world's engine. Where drains run at the same time: `ConcurrentEngineContract`.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

import pytest

from bot.ports.engine import Ticked
from tests.contract.engine_house import (
    HOUR,
    MINUTE,
    MONTH,
    PATIENCE,
    START,
    OpenWorld,
    failing,
    later,
    returning,
    started,
    ticked,
)


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

    async def test_engine_catches_up_with_a_lane(self, open_world: OpenWorld) -> None:
        """Who has come goes on when what waited was drained, and what the tick had just planned too."""
        world = await started(open_world())
        await asyncio.wait_for(world.engine.catch_up("console/local"), PATIENCE)
        assert len(world.house.ticks) == 2
        assert world.house.drains == [("console/local", START)]
        assert world.house.ended == ["tick", "tick", "console/local"]

    async def test_engine_that_ended_has_nothing_to_catch_up_with(self, open_world: OpenWorld) -> None:
        """Nobody waits for an engine that was stopped, or was never started."""
        world, unstarted = await started(open_world()), open_world()
        await world.engine.stop()
        for engine in (world.engine, unstarted.engine):
            await asyncio.wait_for(engine.catch_up("console/local"), PATIENCE)
        assert world.house.drains == unstarted.house.drains == []

    async def test_engine_keeps_nobody_waiting_in_a_pause(self, open_world: OpenWorld) -> None:
        """Who comes while a failed tick rests goes on at once."""
        world = open_world()
        world.house.on_tick = failing
        await world.engine.start(world.house.tick, world.house.drain)
        await world.until(lambda: world.house.ended == ["tick"])
        await asyncio.wait_for(world.engine.catch_up("console/local"), PATIENCE)
