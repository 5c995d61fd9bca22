"""The key store in memory keeps the contract of the port."""

from __future__ import annotations

import pytest

from bot.testing.keys import KeyShelf, MemoryKeyStore
from tests.contract.keystore_contract import Calendar, KeyStoreContract, OpenStore


class TestMemoryKeyStore(KeyStoreContract):
    """The contract over one shelf."""

    @pytest.fixture
    def open_store(self, calendar: Calendar) -> OpenStore:
        """Open stores on one shelf."""
        shelf = KeyShelf()
        return lambda: MemoryKeyStore(today=calendar.today, shelf=shelf)
