"""A world whose vault is the real one, over a key file that a safe has closed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from adapters.vault.safe import Safe
from adapters.vault.vault import SealingVault
from bot.domain.people import Account
from bot.services.router import Router
from tests.unit.keys.house import KeyHouse
from tests.unit.small_house import HOSTED
from tests.unit.world import World


class KeyedWorld(World):
    """Stands on keys that other processes may change meanwhile."""

    def __init__(self, folder: Path, safe: Safe) -> None:
        """Open the vault, as the first process does."""
        super().__init__(None, HOSTED)
        self.safe = safe
        self.keys = KeyHouse.at(folder, safe=safe)
        self.stand_on(self.keys.open()[0])

    def stand_on(self, vault: SealingVault) -> None:
        """Let this process be one that opened its vault at that time."""
        self.desk = replace(self.desk, vault=vault)
        self.router = Router(self.desk, changed=self.engine.wake)

    async def be_overtaken(self, *at_hand: Account) -> None:
        """Be a process that has just begun, with few keys `at_hand`, while another one rotates."""
        self.stand_on(self.keys.open()[0])
        await self.restart()
        for who in at_hand:
            await self.command("help", who)
        self.keys.open()[1].rotate()
        self.safe.forget()  # its answer went to the other one

    @property
    def saved(self) -> tuple[int, ...]:
        """How much of anybody's is stored."""
        tables = self.tables
        return (len(tables.people), len(tables.entries), len(tables.marks), len(self.keys.shelf.keys))


@contextmanager
def keyed_world(folder: Path, safe: Safe) -> Iterator[KeyedWorld]:
    """Open a world and close its store in the end."""
    world = KeyedWorld(folder, safe)
    try:
        yield world
    finally:
        world.store.close()
