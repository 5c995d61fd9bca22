"""Leases keep their contract over both stores; where the database is away nobody holds one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.store.store import open_store
from bot.errors import NotSaved
from bot.ports.faults import NoCrash
from bot.ports.leases import Leases
from bot.services.hosting.leases import NotedLeases
from bot.testing.store import MemoryStore, StoreShelf, Trouble
from bot.testing.time import ManualClock
from tests.contract.leases_contract import RUNS, LeasesContract
from tests.made_once import upgrade_once

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)


@pytest.fixture
def clock() -> ManualClock:
    """Give a clock that stands."""
    return ManualClock(BEGIN)


class TestLeasesInMemory(LeasesContract):
    """Two stores on one shelf."""

    @pytest.fixture
    def processes(self, clock: ManualClock) -> Iterator[tuple[Leases, Leases]]:
        """Open both."""
        shelf = StoreShelf()
        stores = [MemoryStore(clock=clock, shelf=shelf) for _ in range(2)]
        yield NotedLeases(stores[0], clock), NotedLeases(stores[1], clock)
        for store in stores:
            store.close()


class TestLeasesOnSqlite(LeasesContract):
    """Two stores on one file."""

    @pytest.fixture
    def processes(self, clock: ManualClock, tmp_path: Path) -> Iterator[tuple[Leases, Leases]]:
        """Open both."""
        upgrade_once(tmp_path / "data")
        stores = [open_store(tmp_path / "data", clock=clock, crash_points=NoCrash()) for _ in range(2)]
        yield NotedLeases(stores[0], clock), NotedLeases(stores[1], clock)
        for store in stores:
            store.close()


async def test_nothing_is_held_where_the_database_is_away(clock: ManualClock) -> None:
    """Whoever cannot ask must not believe that they have it."""
    store = MemoryStore(clock=clock)
    leases = NotedLeases(store, clock)
    store.refuse(Trouble.AWAY)
    with pytest.raises(NotSaved):
        await leases.take("shard 0", "one", runs=RUNS)
    store.refuse(None)
    assert await leases.take("shard 0", "two", runs=RUNS)
    store.close()
