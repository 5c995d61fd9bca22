"""A backup of databases on a server, in the form of a data folder's: files that come back anywhere.

Each copy is one snapshot, the main database first, as in `adapters.store.copies.backup`. Writers do not wait
for it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, text

from adapters.store import carrying, migrate, move_notes, sqlite
from adapters.store.carrying import TABLES
from adapters.store.copies import backup, sides
from adapters.store.copies.backup import Holds, Told
from adapters.store.databases import ServerDatabases
from adapters.store.failures import translate_errors
from bot.errors import KeyMissing, SchemaBehind


def make(databases: ServerDatabases, to: Path, *, now: datetime, told: Told) -> Path:
    """Make a backup of both databases in a new folder below `to`, and return that.

    Raises:
        KeyMissing: one of the two holds nothing.
        SchemaBehind, SchemaAhead: they are of another release.
        Moved: they are an end of a move.
        FolderUnusable, NotSaved: nothing can be written there, or a database was not available.
    """
    missing = databases.missing()
    if missing:
        lost = " and ".join(sorted(databases.names[name] for name in missing))
        raise KeyMissing(f"There is nothing in {lost}, and so nothing to back up.")
    if databases.is_behind():
        raise SchemaBehind

    def taken(holds: Holds, target: Path) -> str:
        migrate.make_file(target, holds)
        with sides.opened(databases) as engines, engines[holds].connect() as connection:
            sides.begin_snapshot(connection)
            schema = connection.scalar(text("SELECT version_num FROM alembic_version"))
            _fill(target, holds, connection, told)
        backup.finish_file(target)
        return str(schema)

    return backup.gather(taken, to, now=now)


def _fill(target: Path, holds: Holds, snapshot: Connection, told: Told) -> None:
    note = move_notes.read(snapshot) if holds == "main" else None
    if note is not None:
        raise note.refusal()
    of, done = carrying.rows_of(snapshot, holds), 0
    engine = sqlite.for_writing(sqlite.open_engine(target, connections=1, patience=migrate.PATIENCE))
    try:
        with translate_errors(), engine.begin() as connection:
            for table in TABLES[holds]:
                for page in carrying.pages(snapshot, table):
                    carrying.put(connection, table, page)
                    done += len(page)
                    told(target.name, done, of)
    finally:
        engine.dispose()
