"""A7: of a 7-day-old pair of backups the erased stay unreadable; without its KEK with all keys left.

Restoring with the ledger's tombstones is told elsewhere; here a thief has both old copies and every key that
was left when the key-encryption key of then was destroyed.
"""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from uuid import UUID

from adapters.vault import material
from adapters.vault.vault import open_vault
from bot.domain.people import PersonId
from bot.errors import ReststopError
from bot.ports.vault import Cell
from bot.testing.keys import KeyShelf, MemoryKeyStore

HELD_BY = (
    "tests/e2e/test_backup_and_restore.py::test_who_was_erased_does_not_come_back",
    "tests/e2e/test_backup_and_restore.py::test_a_key_that_was_rotated_away_opens_no_old_key_store",
    "tests/faults/test_f13_backups.py::test_a_backup_under_load_comes_back_whole_without_the_erased",
)
DAY = date(2026, 3, 2)
ANA, BEN = (PersonId(UUID(int=number)) for number in (1, 2))


def test_a7_with_every_key_that_is_left_an_old_copy_of_the_erased_stays_closed() -> None:
    """Who was not erased opens from the key store of now; the old one opens for nobody."""
    old, shelf = material.create(), KeyShelf()
    keys = MemoryKeyStore(today=lambda: DAY, shelf=shelf)
    vault = open_vault(old, keys, "here")
    rows: dict[Cell, bytes] = {}
    for person in (ANA, BEN):
        vault.create(person)
        cell = Cell(person=person, table="entries", row=UUID(int=7), column="sealed")
        rows[cell] = vault.seal(cell, "a page")
    backup = deepcopy(shelf)
    vault.shred(BEN)
    rotated = material.with_new_kek(old)
    vault.ring.adopt(rotated)
    sum(vault.ring.rewrap())
    left = material.without(rotated, {old.keks[0].id})
    assert _opened(left, shelf, rows) == {ANA}
    assert _opened(left, backup, rows) == set()
    assert _opened(old, backup, rows) == {ANA, BEN}, "the copy was none"


def _opened(of: material.Material, shelf: KeyShelf, rows: dict[Cell, bytes]) -> set[PersonId]:
    keys = MemoryKeyStore(today=lambda: DAY + timedelta(days=7), shelf=shelf)
    found = set[PersonId]()
    for cell, sealed in rows.items():
        try:
            vault = open_vault(of, keys, "here")
            vault.open(cell, sealed)
        except ReststopError:
            continue
        found.add(cell.person)
    return found
