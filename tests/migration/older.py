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

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.migrate import MIGRATIONS

_ONCE = {"prompt": "wide.rest.any", "prompt_version": 1}
"""What older schemas asked for and a row of today does not say."""


def migrate_to(folder: Path, revision: str) -> None:
    """Bring the main database of a new folder up to an earlier revision."""
    folder.mkdir(exist_ok=True)
    engine = sqlite.open_engine(folder / data_folder.MAIN, connections=1, patience=1.0)
    with sqlite.for_writing(engine).begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("path_separator", "newline")
        config.set_main_option("script_location", str(MIGRATIONS))
        config.set_main_option("version_locations", str(MIGRATIONS / "main"))
        command.upgrade(config, revision)
    engine.dispose()


def left_by(data: Path, revision: str, target: Path) -> None:
    """Make in `target` the folder that an older schema would have of what is in `data`; with its key file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    migrate_to(target, revision)
    shutil.copy2(data / data_folder.KEYS, target / data_folder.KEYS)
    shutil.copy2(data.with_name(f"{data.name}.key"), target.with_name(f"{target.name}.key"))
    with closing(sqlite3.connect(target / data_folder.MAIN, isolation_level=None)) as older:
        older.execute("ATTACH ? AS today", (str(data / data_folder.MAIN),))
        for table in _tables(older, "main"):
            _copy(older, table)


def rows_in(data: Path) -> Mapping[str, int]:
    """Return how many rows each table has."""
    with closing(sqlite3.connect(data / data_folder.MAIN)) as database:
        return Counter(
            {
                table: database.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608 - our own tables
                for table in _tables(database, "main")
            }
        )


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
