"""A6: within 5 s of `erase`: 0 rows, KeyGone, no further send, no byte of the key, a receipt.

On SQLite the bytes of the key are in neither the key store nor its log. On PostgreSQL they are in no table
file after the daily care. With an open reader the call waits, and never lies.
"""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from bot.domain.people import PersonId
from bot.errors import KeyGone
from bot.ports.vault import Cell
from tests.e2e.disk import rows
from tests.e2e.erasing import inside
from tests.e2e.sim_driver import story_in_process

HELD_BY = (
    "tests/unit/test_erasing.py::test_everything_goes_and_the_receipt_says_so",
    "tests/unit/test_erasing.py::test_a_key_store_that_is_busy_is_not_called_erased",
    "tests/unit/test_erasing.py::test_a_letter_that_waits_behind_another_is_not_sent",
    "tests/unit/store/test_store_erased.py::test_nothing_of_them_can_be_read_after_the_commit",
    "tests/contract/test_keystore_sqlite.py::test_keystore_leaves_no_bytes_of_a_removed_key",
    "tests/contract/test_keystore_sqlite.py::test_keystore_never_claims_to_have_wiped_what_a_reader_holds",
    "tests/unit/store/test_server_care.py::test_a_destroyed_key_is_in_no_table_file",
)
WITHIN = 5.0


def test_a6_after_erase_nothing_is_left(tmp_path: Path) -> None:
    """From the press to the receipt, through the product, over files; and a week later nothing came."""
    data = tmp_path / "data"
    with story_in_process(data) as story:
        story.command("ana", "start")
        story.press("ana", "consent.yes")
        story.scale("ana", "checkin.energy", 3)
        story.command("ana", "write")
        story.submit("ana", "entry", text="gone with its key")
        [person, wrapped, entry, sealed] = only_person(data)
        story.command("ana", "erase")
        story.press("ana", "erase.ask")
        began = time.monotonic()
        receipt = story.press("ana", "erase.confirm")
        took = time.monotonic() - began
        assert "Receipt: " in str(receipt)
        left = {path.name for path in data.rglob("*") if path.is_file() and wrapped in path.read_bytes()}
        assert left == set()
        named = {name for name, found in rows(data).items() if any(person in row for row in found)}
        assert named == set()
        later = story.clock("2026-01-12T10:00Z")
        assert [shown for shown in later if shown.get("to") == "ana" or shown.get("who") == "ana"] == []
    assert took <= WITHIN
    with inside(data) as house:
        owner = PersonId(_uuid(person))
        cell = Cell(person=owner, table="entries", row=_uuid(entry), column="sealed", version=1)
        with pytest.raises(KeyGone):
            house.vault.open(cell, sealed)


def only_person(data: Path) -> list[bytes]:
    """Return of the one person who is there: their id and key, an entry's id, what is sealed."""
    with closing(sqlite3.connect(data / "keys.db")) as keys:
        [(person, wrapped)] = keys.execute("SELECT person, wrapped FROM keys").fetchall()
    with closing(sqlite3.connect(data / "reststop.db")) as main:
        [(entry, sealed)] = main.execute("SELECT id, sealed FROM entries").fetchall()
    return [person, wrapped, entry, sealed]


def _uuid(raw: bytes) -> UUID:
    return UUID(bytes=raw)
