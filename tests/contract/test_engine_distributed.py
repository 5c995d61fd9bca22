"""The engine of several processes keeps the port's promises on PostgreSQL."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from datetime import datetime, timedelta

import psycopg
import pytest

from adapters.engine import jobs
from adapters.engine.distributed import DistributedEngine
from bot.testing.time import ManualClock
from tests.contract.concurrent_engine_contract import ConcurrentEngineContract
from tests.contract.engine_house import PATIENCE, START, House, OpenWorld, has_drained, started
from tests.postgres.server import Server

SURFACES = ("slack", "discord", "console")


_WAITING = """
SELECT 1 FROM jobs.procrastinate_jobs AS waiting
WHERE status = 'todo' AND NOT EXISTS (
    SELECT 1 FROM jobs.procrastinate_jobs AS running
    WHERE running.status = 'doing' AND running.lock = waiting.lock
)
"""


@pytest.fixture(scope="session")
def with_jobs(server: Server) -> str:
    """Prepare a database once, for others to be copies of; return its name."""
    name = server.make()
    assert jobs.prepare(server.at(name))
    assert not jobs.prepare(server.at(name))
    return name


class DistributedWorld:
    """Lets the event loop run until something happens, with jobs in a database of its own."""

    def __init__(self, address: str, *, lively: bool, ticks: bool = True) -> None:
        """Stand at `START`, not started."""
        self.clock = ManualClock(START)
        self.address = address
        soon = timedelta(milliseconds=10) if lively else timedelta(days=1)
        self.engine = DistributedEngine(
            self.clock, address, surfaces=SURFACES, ticks=ticks, heartbeat=soon, pause=lambda _: soon
        )
        self.house = House(self.clock)

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for the house to change until `condition` holds."""
        async with asyncio.timeout(PATIENCE):
            while not condition():
                self.house.changed.clear()
                await self.house.changed.wait()

    async def rest(self) -> None:
        """Wait until nobody is called any more, and no job waits that could be done."""
        async with asyncio.timeout(PATIENCE):
            while self.engine.is_calling or await self._waits():  # noqa: ASYNC110 - the database changes
                await asyncio.sleep(0)

    async def pass_to(self, instant: datetime) -> None:
        """Move the clock, and see a heartbeat there."""
        self.clock.move_to(instant)
        await self.until(lambda: instant in self.house.ticks)

    async def _waits(self) -> bool:
        return self.engine.is_working and await asyncio.to_thread(self._look)

    def _look(self) -> bool:
        with psycopg.connect(self.address.replace("+psycopg", "")) as database:
            return database.execute(_WAITING).fetchone() is not None


class TestDistributedEngine(ConcurrentEngineContract):
    """The contract, with jobs on a server."""

    @pytest.fixture
    async def open_world(self, server: Server, with_jobs: str) -> AsyncIterator[OpenWorld]:
        """Open worlds with a clock made by hand and a heartbeat of 10 ms, or of a day."""
        worlds: list[DistributedWorld] = []
        names: list[str] = []

        def open_one(*, lively: bool = False) -> DistributedWorld:
            names.append(server.make(with_jobs))
            worlds.append(DistributedWorld(server.at(names[-1]), lively=lively))
            return worlds[-1]

        yield open_one
        async with asyncio.timeout(PATIENCE):
            for world in worlds:
                await world.engine.stop()
        for name in names:
            server.drop(name)

    async def test_a_wake_while_its_lane_is_being_called_is_one_more_drain(
        self, open_world: OpenWorld, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The drain that was called may have looked before there was what this wake is for."""
        world, lane = await started(open_world()), "slack/late"
        call = jobs.Jobs.call_drains

        async def slow(self: jobs.Jobs, lanes: Collection[str]) -> None:
            await call(self, lanes)
            if len(world.house.drains) < 2:
                await world.until(has_drained(world.house, lane, times=1))
                world.engine.wake(lane)

        monkeypatch.setattr(jobs.Jobs, "call_drains", slow)
        world.engine.wake(lane)
        await world.until(has_drained(world.house, lane, times=2))
