"""On what a house stands that is killed: a data folder, or a database besides, and whether that is whole."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, text

from adapters.store import folder, postgres
from adapters.store.databases import ServerDatabases
from bot.ports.vault import Secret
from tests.postgres.server import Server


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


@dataclass(frozen=True, slots=True, kw_only=True)
class OnPostgres:
    """Two databases of a server; the data folder holds no database."""

    data: Path
    databases: ServerDatabases = field(repr=False)

    @property
    def operator_set(self) -> Mapping[str, object]:
        """The addresses of both."""
        return {"database_url": self.databases.main, "keys_database_url": self.databases.keys}

    def damage(self) -> list[str]:
        """Ask which indexes the server holds not valid; of its pages it keeps account itself."""
        found: list[str] = []
        for address in (self.databases.main, self.databases.keys):
            with closing_engine(address) as connection:
                invalid = connection.execute(
                    text("SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid")
                )
                found += [f"{name}: not valid" for (name,) in invalid]
        return found

    def counts(self, *tables: str) -> tuple[int, ...]:
        """Count in the main database."""
        with closing_engine(self.databases.main) as connection:
            queries = [text(f"SELECT count(*) FROM {table}") for table in tables]  # noqa: S608 - our own tables
            return tuple(connection.execute(query).scalar_one() for query in queries)


class Land(Protocol):
    """A kind of database, in which every story has a ground of its own."""

    @property
    def name(self) -> str:
        """What a table calls it."""
        ...

    def new(self, data: Path) -> Ground:
        """Return one on which nothing stands, with `data` as its folder."""
        ...

    def empty(self, ground: Ground) -> Ground:
        """Return one without even a table, with the folder of `ground`, which is lost for that."""
        ...


@dataclass(frozen=True, slots=True)
class Folders:
    """SQLite: each has its own folder."""

    name: str = "SQLite"

    def new(self, data: Path) -> OnSqlite:
        """Return a folder that is not there yet."""
        return OnSqlite(data=data)

    def empty(self, ground: Ground) -> Ground:
        """Remove the folder."""
        shutil.rmtree(ground.data)
        return ground


@dataclass(frozen=True, slots=True)
class OnServer:
    """PostgreSQL: each has two databases of one server, copies of `templates`, that are dropped at last."""

    server: Server
    templates: tuple[str, str]
    name: str = "PostgreSQL"
    made: list[str] = field(default_factory=list)

    def new(self, data: Path) -> OnPostgres:
        """Return two that are up to date and hold no row."""
        return self._of(data, *(self.server.make(template) for template in self.templates))

    def empty(self, ground: Ground) -> OnPostgres:
        """Drop what was made, and make two others."""
        self.clear()
        return self._of(ground.data, self.server.make(), self.server.make())

    def clear(self) -> None:
        """Drop what was made so far."""
        while self.made:
            self.server.drop(self.made.pop())

    def _of(self, data: Path, main: str, keys: str) -> OnPostgres:
        self.made.extend((main, keys))
        return OnPostgres(data=data, databases=ServerDatabases(self.server.at(main), self.server.at(keys)))


def as_settings(ground: Ground) -> dict[str, object]:
    """Return the settings that lead to a ground as a story takes them: addresses are secrets there."""
    return {
        name: Secret(str(value)) if name.endswith("_url") else value
        for name, value in ground.operator_set.items()
    }


def as_environment(ground: Ground) -> dict[str, str]:
    """Return them as a command takes them."""
    return {f"RESTSTOP_{name.upper()}": str(value) for name, value in ground.operator_set.items()}


@contextmanager
def closing_engine(address: str) -> Iterator[Connection]:
    """Give a connection that reads, and let go of all of it."""
    engine = postgres.open_engine(address, connections=1, patience=10.0)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()
