"""On what a house stands that is killed: a data folder, or a database besides, and whether that is whole."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from adapters.store import folder


class Ground(Protocol):
    """One of the databases."""

    @property
    def data(self) -> Path:
        """The data folder."""
        ...

    @property
    def operator_set(self) -> Mapping[str, object]:
        """The settings that lead to it, by their names in `Settings`."""
        ...

    def damage(self) -> list[str]:
        """Return what the database itself finds wrong; empty where it is whole."""
        ...

    def counts(self, *tables: str) -> tuple[int, ...]:
        """Return how many rows each table has."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class OnSqlite:
    """Two files in the data folder."""

    data: Path

    @property
    def operator_set(self) -> Mapping[str, object]:
        """Nothing: without a word it is SQLite."""
        return {}

    def damage(self) -> list[str]:
        """Ask both files."""
        found: list[str] = []
        for name in (folder.MAIN, folder.KEYS):
            with closing(sqlite3.connect(self.data / name)) as database:
                whole = database.execute("PRAGMA integrity_check").fetchall()
                found += [f"{name}: {line}" for (line,) in whole if line != "ok"]
                found += [f"{name}: {row}" for row in database.execute("PRAGMA foreign_key_check").fetchall()]
        return found

    def counts(self, *tables: str) -> tuple[int, ...]:
        """Count in the main database."""
        with closing(sqlite3.connect(self.data / folder.MAIN)) as database:
            queries = (f"SELECT count(*) FROM {table}" for table in tables)  # noqa: S608 - our own tables
            return tuple(database.execute(query).fetchone()[0] for query in queries)
