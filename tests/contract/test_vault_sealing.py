"""The real vault keeps the contract of the port."""

from __future__ import annotations

from datetime import date

import pytest

from adapters.vault import material
from adapters.vault.vault import open_vault
from bot.ports.vault import Vault
from bot.testing.keys import MemoryKeyStore
from tests.contract.vault_contract import VaultContract, VaultHouse


class SealedHouse:
    """Vaults that share a key file and a key store."""

    def __init__(self) -> None:
        """Draw a key and begin with an empty key store."""
        self.keys = MemoryKeyStore(today=lambda: date(2026, 3, 2))
        self._material = material.create()

    def open_vault(self) -> Vault:
        """Return a vault as after a restart."""
        return open_vault(self._material, self.keys, "test")


class TestSealingVault(VaultContract):
    """The contract over AES-256-GCM."""

    @pytest.fixture
    def house(self) -> VaultHouse:
        """Give each test a house of its own."""
        return SealedHouse()
