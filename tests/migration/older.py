"""Data folders as earlier releases left them: the rows of a house of today, under an older schema.

No release before this one was given to anybody, so no such folder is kept; what is sealed in a row is sealed
the same in each.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from adapters.store import folder as data_folder
from adapters.store import postgres, sqlite
from adapters.store.databases import ServerDatabases
from adapters.store.migrate import MIGRATIONS

_ONCE = {"prompt": "wide.rest.any", "prompt_version": 1}
"""What older schemas asked for and a row of today does not say."""


LENGTHS = "0005"
"""The schema of the main database with which the key store had its first one of more than tables."""


def migrate_to(folder: Path, revision: str) -> None:
    """Bring the main database of a new folder up to an earlier revision, and the key store along with it."""
    folder.mkdir(exist_ok=True)
    for file, name, wanted in (
        (data_folder.MAIN, "main", revision),
        (data_folder.KEYS, "keys", keys_beside(revision)),
    ):
        engine = sqlite.open_engine(folder / file, connections=1, patience=1.0)
        migrate_in(sqlite.for_migrating(engine), name, wanted)
        engine.dispose()


def migrate_on_server(databases: ServerDatabases, revision: str) -> None:
    """Bring two new databases on a server up to what `migrate_to` makes of a folder."""
    for name, address in databases.addresses.items():
        engine = postgres.open_engine(address, connections=1, patience=1.0)
        wanted = revision if name == "main" else keys_beside(revision)
        migrate_in(postgres.for_migrating(engine), name, wanted)
        engine.dispose()


def keys_beside(revision: str) -> str:
    """Return the revision of the key store that an earlier release had beside one of the main database."""
    return "0001" if revision < LENGTHS else "0002"


def migrate_in(engine: Engine, name: str, revision: str) -> None:
    """Bring one new database up to an earlier revision."""
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("path_separator", "newline")
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("version_locations", str(MIGRATIONS / name))
        command.upgrade(config, revision)


def left_by(data: Path, revision: str, target: Path) -> None:
    """Make in `target` the folder that an older schema would have of what is in `data`; with its key file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    migrate_to(target, revision)
    shutil.copy2(data.with_name(f"{data.name}.key"), target.with_name(f"{target.name}.key"))
    for file in (data_folder.MAIN, data_folder.KEYS):
        with closing(sqlite3.connect(target / file, isolation_level=None)) as older:
            older.execute("ATTACH ? AS today", (str(data / file),))
            for table in _tables(older, "main"):
                _copy(older, table)


def rows_in(data: Path) -> Mapping[str, int]:
    """Return how many rows each table has."""
    counted = Counter[str]()
    for file in (data_folder.MAIN, data_folder.KEYS):
        with closing(sqlite3.connect(data / file)) as database:
            for table in _tables(database, "main"):
                [(rows,)] = database.execute(f'SELECT count(*) FROM "{table}"').fetchall()  # noqa: S608 - our own tables
                counted[table] = rows
    return counted


def _copy(older: sqlite3.Connection, table: str) -> None:
    today = _columns(older, "today", table)
    taken = {name: f'"{name}"' if name in today else f":{name}" for name in _columns(older, "main", table)}
    taken = {name: value for name, value in taken.items() if name in today or name in _ONCE}
    if table == "alembic_version" or not today:
        return
    has_owner = " WHERE owner IS NOT NULL" if table == "deliveries" else ""
    names = ", ".join(f'"{name}"' for name in taken)
    values = ", ".join(taken.values())
    older.execute(f'INSERT INTO "{table}" ({names}) SELECT {values} FROM today."{table}"{has_owner}', _ONCE)  # noqa: S608 - our own tables


def _tables(database: sqlite3.Connection, schema: str) -> list[str]:
    found = database.execute(
        f"SELECT name FROM {schema}.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"  # noqa: S608 - one of two names
        " AND name <> 'alembic_version'"
    )
    return [str(name) for (name,) in found.fetchall()]


def _columns(database: sqlite3.Connection, schema: str, table: str) -> list[str]:
    return [str(row[1]) for row in database.execute(f'PRAGMA {schema}.table_info("{table}")').fetchall()]
