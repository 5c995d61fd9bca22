"""Erasing one person by hand, as the house does it: the key first, then the rows."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from adapters.store.keys import SqlKeyStore
from adapters.store.ledger import Ledger
from adapters.store.store import SqlStore
from adapters.vault.providers import find_material
from adapters.vault.vault import SealingVault, open_vault
from bot.app.bootstrap import key_places, whats_known
from bot.app.cli.sim import story_settings
from bot.app.databases import databases_of
from bot.domain.people import PersonId
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from bot.testing.time import ManualClock

DAY = date(2026, 1, 5)


@dataclass(frozen=True)
class Inside:
    """The stores of a data folder, and its vault."""

    store: SqlStore
    keys: SqlKeyStore
    vault: SealingVault

    def people(self) -> frozenset[PersonId]:
        """Return everyone who has a row."""
        return asyncio.run(self.store.run(lambda unit: unit.people.all_ids(), writes=False))

    def erase(self, person: PersonId) -> None:
        """Destroy a person's key, and remove their rows."""
        self.vault.shred(person)

        def remove(unit: Unit) -> None:
            unit.people.remove(person)

        asyncio.run(self.store.run(remove))


@contextmanager
def inside(data: Path, operator_set: Mapping[str, object] | None = None) -> Iterator[Inside]:
    """Open a data folder that nobody else works in, or what is set for it besides."""
    settings = story_settings(data).model_copy(update=operator_set)
    databases = databases_of(settings)
    clock = ManualClock(datetime(DAY.year, DAY.month, DAY.day, 12, tzinfo=UTC))
    with (
        closing(databases.open_store(clock=clock, crash_points=NoCrash())) as store,
        closing(databases.open_keys(today=lambda: DAY, ledger=Ledger(settings.ledger_path))) as keys,
    ):
        known = asyncio.run(store.run(whats_known, writes=False))
        material = find_material(key_places(settings), may_create=False)
        yield Inside(store=store, keys=keys, vault=open_vault(material, keys, known.tenant))
