"""The engine that takes steps keeps the port's promises, in one order and on virtual time."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta

import pytest

from bot.ports.engine import Ticked
from bot.testing.engine import SteppingEngine
from bot.testing.faults import ArmedCrash, Killed
from bot.testing.time import ManualClock
from tests.contract.engine_contract import EngineContract
from tests.contract.engine_house import (
    HOUR,
    MINUTE,
    MONTH,
    START,
    House,
    OpenWorld,
    failing,
    later,
    returning,
    ticked,
)

SECOND = timedelta(seconds=1)


class SteppingWorld:
    """Takes the steps that a test waits for."""

    def __init__(self) -> None:
        """Stand at `START`, not started."""
        self.clock = ManualClock(START)
        self.engine = SteppingEngine(self.clock)
        self.house = House(self.clock)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Settle; what is due has then happened, so `condition` holds or never will."""
        await self.engine.settle()
        assert condition()

    async def rest(self) -> None:
        """Settle."""
        await self.engine.settle()

    async def pass_to(self, instant: datetime) -> None:
        """Advance."""
        await self.engine.advance(instant)


class TestSteppingEngine(EngineContract):
    """The contract, on virtual time."""

    @pytest.fixture
    async def open_world(self) -> AsyncIterator[OpenWorld]:
        """Open worlds in which time passes only by steps, lively or not."""
        worlds: list[SteppingWorld] = []

        def open_one(*, lively: bool = False) -> SteppingWorld:
            del lively
            worlds.append(SteppingWorld())
            return worlds[-1]

        yield open_one
        for world in worlds:
            await world.engine.stop()


async def test_stepping_engine_does_nothing_between_steps() -> None:
    """Start and wake only make things due: everything runs inside `settle` and `advance`."""
    world = SteppingWorld()
    await world.engine.settle()
    await world.engine.start(world.house.tick, world.house.drain)
    world.engine.wake("sim/a")
    assert (world.house.ticks, world.house.drains) == ([], [])
    await world.engine.settle()
    assert (world.house.ticks, world.house.drains) == ([START], [("sim/a", START)])


async def test_stepping_engine_visits_each_instant_in_order() -> None:
    """The clock stands at exactly the instants that were asked for, the last one included."""
    world = SteppingWorld()
    waits = {"sim/a": START + HOUR, "sim/b": START + MINUTE}

    async def every_forty_minutes() -> Ticked:
        lanes = sorted(waits) if world.clock.now() == START else []
        return ticked(*lanes, next_at=world.clock.now() + 40 * MINUTE)

    world.house.on_tick = every_forty_minutes
    world.house.on_drain = lambda lane: later(waits.pop(lane, None))
    await world.engine.start(world.house.tick, world.house.drain)
    await world.engine.advance(START + 80 * MINUTE)
    assert world.house.ticks == [START, START + 40 * MINUTE, START + 80 * MINUTE]
    assert world.house.drains == [
        ("sim/a", START),
        ("sim/b", START),
        ("sim/b", START + MINUTE),
        ("sim/a", START + HOUR),
    ]
    assert world.clock.now() == START + 80 * MINUTE


async def test_stepping_engine_ticks_before_it_drains() -> None:
    """When both are due the tick comes first, whichever was woken first."""
    world = SteppingWorld()

    async def wakes_both(lane: str) -> None:
        if len(world.house.drains) == 1:
            world.engine.wake(lane)
            world.engine.wake()

    world.house.on_drain = wakes_both
    world.engine.wake("sim/a")
    await world.engine.start(world.house.tick, world.house.drain)
    await world.engine.settle()
    assert world.house.ended == ["tick", "sim/a", "tick", "sim/a"]


async def test_stepping_engine_takes_lanes_by_name_and_then_by_turn() -> None:
    """The lanes of one tick begin in the order of their names and go round in it."""
    world = SteppingWorld()

    async def in_two_parts(lane: str) -> datetime | None:
        return START if world.house.drains.count((lane, START)) < 2 else None

    world.house.on_tick = returning(ticked("sim/c", "sim/a", "sim/b"))
    world.house.on_drain = in_two_parts
    await world.engine.start(world.house.tick, world.house.drain)
    await world.engine.settle()
    assert [lane for lane, _ in world.house.drains] == ["sim/a", "sim/b", "sim/c"] * 2


async def test_stepping_engine_never_goes_back() -> None:
    """An instant in the past is refused, and nothing has happened."""
    world = SteppingWorld()
    await world.engine.start(world.house.tick, world.house.drain)
    with pytest.raises(ValueError, match="forward"):
        await world.engine.advance(START - SECOND)
    assert world.house.ticks == []
    assert world.clock.now() == START


async def test_stepping_engine_advances_to_where_it_stands() -> None:
    """Going to the present instant does what is due."""
    world = SteppingWorld()
    await world.engine.start(world.house.tick, world.house.drain)
    await world.engine.advance(START)
    assert world.house.ticks == [START]


async def test_stepping_engine_pauses_longer_after_each_failure() -> None:
    """What fails is tried after 1, 2, 4 … 60 seconds of virtual time, and a simulation can see why."""
    world = SteppingWorld()
    world.house.on_tick = failing
    await world.engine.start(world.house.tick, world.house.drain)
    await world.engine.advance(START + 3 * MINUTE)
    after_start = [(at - START) / SECOND for at in world.house.ticks]
    assert after_start == [0, 1, 3, 7, 15, 31, 63, 123]
    assert [type(failure) for failure in world.engine.failures] == [LookupError] * 8


async def test_stepping_engine_is_patient_anew_after_a_success() -> None:
    """Failures count only in a row."""
    world = SteppingWorld()

    async def every_other() -> Ticked:
        if len(world.house.ticks) % 2:
            raise LookupError
        return ticked(next_at=world.clock.now() + MINUTE)

    world.house.on_tick = every_other
    await world.engine.start(world.house.tick, world.house.drain)
    await world.engine.advance(START + 62 * SECOND)
    assert [(at - START) / SECOND for at in world.house.ticks] == [0, 1, 61, 62]


@pytest.mark.parametrize("where", ["tick", "drain"])
async def test_stepping_engine_dies_with_its_house(where: str) -> None:
    """A crash point passes through at once; after it time goes on and nothing happens in it."""
    world, crash = SteppingWorld(), ArmedCrash()
    crash.arm("after_commit")

    async def passing_in_tick() -> Ticked:
        if where == "tick":
            crash.passing("after_commit")
        return ticked("sim/a", "sim/b", next_at=START + HOUR)

    async def passing_in_drain(lane: str) -> datetime | None:
        del lane
        crash.passing("after_commit")
        return START + HOUR

    world.house.on_tick, world.house.on_drain = passing_in_tick, passing_in_drain
    await world.engine.start(world.house.tick, world.house.drain)
    with pytest.raises(Killed):
        await world.engine.advance(START + MONTH)
    drained = [] if where == "tick" else [("sim/a", START)]
    assert (world.clock.now(), world.house.drains) == (START, drained)
    world.engine.wake()
    world.engine.wake("sim/a")
    await world.engine.advance(START + MONTH)
    await world.engine.stop()
    assert (world.house.ticks, world.house.drains) == ([START], drained)
    assert world.clock.now() == START + MONTH
    assert world.engine.failures == ()


async def test_stepping_engine_says_so_when_nothing_comes_to_rest() -> None:
    """A house that is always due at the same instant is an error, not a test that hangs."""
    world = SteppingWorld()
    world.house.on_tick = returning(ticked(next_at=START))
    await world.engine.start(world.house.tick, world.house.drain)
    with pytest.raises(RuntimeError, match="rest"):
        await world.engine.settle()


async def test_stepping_engine_refuses_a_step_inside_a_step() -> None:
    """A drain that would settle is told so: two drains of a lane never overlap. Nothing hangs after it."""
    world = SteppingWorld()

    async def settles(lane: str) -> None:
        del lane
        await world.engine.settle()

    world.house.on_drain = settles
    await world.engine.start(world.house.tick, world.house.drain)
    world.engine.wake("sim/a")
    await world.engine.settle()
    assert [type(failure) for failure in world.engine.failures] == [RuntimeError]
    world.engine.wake()
    await world.engine.settle()
    assert len(world.house.ticks) == 2


async def test_stepping_engine_lets_work_take_time() -> None:
    """A drain may move the clock itself, past where the step was to end; the clock never goes back for it."""
    world = SteppingWorld()

    async def slow(lane: str) -> None:
        del lane
        world.clock.move_to(START + HOUR)

    world.house.on_drain = slow
    await world.engine.start(world.house.tick, world.house.drain)
    world.engine.wake("sim/a")
    await world.engine.advance(START + MINUTE)
    assert world.clock.now() == START + HOUR
