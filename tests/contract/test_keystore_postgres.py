"""The key store on PostgreSQL keeps the contract of the port."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from adapters.store.databases import ServerDatabases
from adapters.store.keys import SqlKeyStore
from tests.contract.keystore_contract import Calendar, KeyStoreContract, OpenStore


class TestSharedKeyStore(KeyStoreContract):
    """The contract over one database of a server."""

    @pytest.fixture
    def open_store(self, databases: ServerDatabases, calendar: Calendar) -> Iterator[OpenStore]:
        """Open stores over one database."""
        opened: list[SqlKeyStore] = []

        def open_one() -> SqlKeyStore:
            opened.append(databases.open_keys(today=calendar.today))
            return opened[-1]

        yield open_one
        for each in opened:
            each.close()
