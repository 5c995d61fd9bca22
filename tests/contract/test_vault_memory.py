"""The vault without cryptography keeps the contract of the port."""

from __future__ import annotations

from datetime import date

import pytest

from bot.ports.vault import Vault
from bot.testing.keys import MemoryKeyStore
from bot.testing.vault import MemoryVault, TextShelf
from tests.contract.vault_contract import VaultContract, VaultHouse


class MemoryHouse:
    """Vaults that share a key store and a shelf of texts."""

    def __init__(self) -> None:
        """Begin with nothing on the shelf."""
        self.keys = MemoryKeyStore(today=lambda: date(2026, 3, 2))
        self._shelf = TextShelf()

    def open_vault(self) -> Vault:
        """Return a vault as after a restart."""
        return MemoryVault(self.keys, shelf=self._shelf)


class TestMemoryVault(VaultContract):
    """The contract over the fake."""

    @pytest.fixture
    def house(self) -> VaultHouse:
        """Give each test a house of its own."""
        return MemoryHouse()
