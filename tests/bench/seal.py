"""What sealing adds to keeping two kilobytes: beside the plain insert of the same text in its own commit."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

from adapters.vault.material import create
from adapters.vault.vault import open_vault
from bot.domain.people import PersonId
from bot.ports.vault import Cell
from bot.testing.keys import MemoryKeyStore
from tests.bench.harness import Figure, compare

_N = 200
_TEXT = "a quiet line " * 157


def figures() -> Iterator[Figure]:
    """Compare sealing with a plain SQLite insert (WAL, synchronous=FULL)."""
    person = PersonId(UUID(int=1))
    vault = open_vault(create(), MemoryKeyStore(today=lambda: date(2026, 1, 5)), "bench")
    vault.create(person)
    cells = [Cell(person=person, table="entries", row=UUID(int=n), column="sealed") for n in range(_N)]
    with tempfile.TemporaryDirectory() as folder:
        database = sqlite3.connect(Path(folder) / "plain.db", isolation_level=None)
        database.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (body BLOB)")

        def product() -> None:
            for cell in cells:
                vault.seal(cell, _TEXT)

        def insert() -> None:
            for _ in cells:
                database.execute("INSERT INTO t VALUES (?)", (_TEXT,))

        try:
            yield compare("seal", product, insert, n=_N, target=0.10, why="2 kB beside a plain insert")
        finally:
            database.close()
