"""The store on PostgreSQL keeps the contract of the port."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress

import psycopg
import pytest
from psycopg.errors import LockNotAvailable

from adapters.store.databases import ServerDatabases
from adapters.store.store import SqlStore
from bot.ports.store import Unit
from bot.testing.faults import ArmedCrash
from bot.testing.time import ManualClock
from tests.contract.store_contract import StoreContract
from tests.contract.store_samples import OpenStore


class TestSharedStore(StoreContract):
    """The contract over one database of a server."""

    @pytest.fixture
    def open_store(
        self, databases: ServerDatabases, clock: ManualClock, crash: ArmedCrash
    ) -> Iterator[OpenStore]:
        """Open stores over one database."""
        opened: list[SqlStore] = []

        def open_one() -> SqlStore:
            opened.append(databases.open_store(clock=clock, crash_points=crash))
            return opened[-1]

        yield open_one
        for each in opened:
            each.close()

    async def test_unit_that_meets_somebody_each_time_is_saved(
        self, store: SqlStore, databases: ServerDatabases
    ) -> None:
        """Somebody else changes what it reads whenever they can: in the end it runs alone."""
        runs = 0
        with closing(psycopg.connect(databases.main.replace("+psycopg", ""), autocommit=True)) as other:
            other.execute("SET lock_timeout = 50")
            other.execute("INSERT INTO notes (name, value) VALUES ('n', '0')")

            def work(unit: Unit) -> None:
                nonlocal runs
                runs += 1
                read = unit.notes.get("n")
                with suppress(LockNotAvailable):
                    other.execute("UPDATE notes SET value = %s WHERE name = 'n'", [f"{runs}"])
                unit.notes.put("n", f"{read} and ours")

            await store.run(work)
            last = other.execute("SELECT value FROM notes WHERE name = 'n'").fetchone()
        assert last == (f"{runs - 1} and ours",)
        assert runs > 2
