"""The store on PostgreSQL keeps the contract of the port."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.store.databases import ServerDatabases
from adapters.store.store import SqlStore
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
