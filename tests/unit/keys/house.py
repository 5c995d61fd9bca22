"""An installation's keys without a house: a key file on the disk, a key store, and vaults over both."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import uuid4

from adapters.vault.material import Material
from adapters.vault.providers import KeyPlaces, find_material
from adapters.vault.rotation import KeyCare
from adapters.vault.safe import Safe, SafePlace
from adapters.vault.vault import SealingVault, open_vault
from bot.domain.people import PersonId
from bot.errors import KeyProblem
from bot.ports.keys import KeyStore
from bot.ports.vault import Cell, Sealed
from bot.testing.keys import KeyShelf, MemoryKeyStore
from tests.unit.keys.box_safe import BoxSafe

FIRST = date(2026, 3, 2)


@dataclass
class KeyHouse:
    """Opens vaults over one key file and one key store, as processes would."""

    places: KeyPlaces
    day: date = FIRST
    every: timedelta | None = None
    shelf: KeyShelf = field(default_factory=KeyShelf)
    sealed: dict[Cell, Sealed] = field(default_factory=dict)

    @classmethod
    def at(cls, folder: Path, *, closed: bool = False, safe: Safe | None = None) -> KeyHouse:
        """Build one in a folder, with a key file of its own, open or `closed` by a safe."""
        (folder / "data").mkdir(parents=True)
        safe = safe or (BoxSafe() if closed else None)
        place = SafePlace(file=folder / "reststop.key.kms", safe=safe) if safe else None
        places = KeyPlaces(file=folder / "reststop.key", data=folder / "data", closed=place)
        find_material(places, may_create=True)
        return cls(places=places)

    def today(self) -> date:
        """Return the day that it is."""
        return self.day

    def store(self) -> KeyStore:
        """Return one more store on the same shelf."""
        return MemoryKeyStore(today=self.today, shelf=self.shelf)

    def held(self) -> Material:
        """Return what the key file says now."""
        return find_material(self.places, may_create=False)

    def open(self, keystore: KeyStore | None = None) -> tuple[SealingVault, KeyCare]:
        """Open the vault as a process would, and somebody to look after its keys."""
        keystore = keystore or self.store()
        reread = partial(find_material, self.places, may_create=False)
        vault = open_vault(self.held(), keystore, "here", reread=reread)
        return vault, KeyCare(self.places, keystore, vault.ring, today=self.today, every=self.every)

    def write(self, vault: SealingVault, count: int) -> list[PersonId]:
        """Let new people write something each; return who they are."""
        people = [PersonId(uuid4()) for _ in range(count)]
        for person in people:
            vault.create(person)
            cell = Cell(person=person, table="entries", row=uuid4(), column="sealed")
            self.sealed[cell] = vault.seal(cell, str(person))
        return people

    def see_that_all_can_be_read(self, vault: SealingVault | None = None) -> None:
        """Open everything that was written, in `vault` or as after a restart."""
        vault = vault or self.open()[0]
        for cell, sealed in self.sealed.items():
            assert vault.open(cell, sealed) == str(cell.person)

    def forget(self, person: PersonId) -> dict[Cell, Sealed]:
        """Stop expecting that somebody can be read; return what they had written."""
        theirs = {cell: sealed for cell, sealed in self.sealed.items() if cell.person == person}
        for cell in theirs:
            del self.sealed[cell]
        return theirs


def is_opened_by(keys: Material, shelf: KeyShelf, cell: Cell, sealed: Sealed) -> bool:
    """Whether key material and an old copy of the key store open what was sealed."""
    try:
        vault = open_vault(keys, MemoryKeyStore(today=lambda: FIRST, shelf=shelf), "here")
        return vault.open(cell, sealed) == str(cell.person)
    except KeyProblem:
        return False
