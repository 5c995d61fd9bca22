"""Everything that is so only on SQLite: pragmas, how a transaction begins, which errors mean "not now"."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, ExceptionContext, create_engine, event
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import ConnectionPoolEntry

from bot.errors import NotSaved, StoreFault

__all__ = ["describe", "for_migrating", "for_writing", "insert", "is_unavailable", "open_engine", "wipe_log"]

PRAGMAS: Final = (
    # name, as it is set, as it must read afterwards
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # NORMAL may lose the last commits when the power goes
    ("secure_delete", "ON", 1),  # what is deleted is overwritten
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("temp_store", "MEMORY", 2),
    ("cache_size", "-32768", -32768),  # 32 MB: ids are random, and a tick over thousands touches every page
)

_UNAVAILABLE: Final = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
}
_IN_MEMORY: Final = {sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""After these a connection may hold pages as they were read: it is closed, and the next one reads anew."""
_WRITING: Final = "BEGIN IMMEDIATE"
_PRIMARY: Final = 0xFF
"""The bits of an extended result code that hold the primary one."""


def open_engine(file: Path, *, connections: int, patience: float) -> Engine:
    """Return an engine over `file`, which is made, readable by its owner alone, where there is none.

    At most `connections` at once; one that finds the database locked waits `patience` seconds. Where the file
    is moved away or deleted meanwhile, none is made in its place, and nothing is written until it is back.
    """
    if not file.exists():
        file.touch(mode=0o600)
    opened = file.resolve()
    engine = create_engine(
        URL.create("sqlite", database=str(file)),
        creator=partial(_connect, opened, patience),
        hide_parameters=True,
        max_overflow=0,
        pool_size=connections,
    )
    in_place = partial(_see_that_it_is_in_place, opened, _place_of(opened))
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    _Pages().listen(engine)
    event.listen(engine, "begin", in_place)
    event.listen(engine, "commit", in_place)
    return engine


def for_writing(engine: Engine) -> Engine:
    """Return `engine` as it serves writers: each transaction takes the lock as it begins.

    A reader that turned writer later could find its snapshot stale, or hand out one row twice.
    """
    return engine.execution_options(opening=_WRITING)


def for_migrating(engine: Engine) -> Engine:
    """Return `engine` as it serves migrations: a table that is made anew takes nothing with it as it goes.

    Foreign keys rest on its connections from then on; it is let go afterwards.
    """
    return engine.execution_options(opening=_WRITING, foreign_keys_rest=True)


def is_unavailable(error: BaseException | None) -> bool:
    """Whether the database is locked, full, read-only or broken, rather than asked for a wrong thing."""
    return _code_of(error) in _UNAVAILABLE


def describe(error: BaseException | None) -> str:
    """Say for the log what happened, in names of the schema alone."""
    name: str = getattr(error, "sqlite_errorname", type(error).__name__)
    # SQLite's own text names the broken constraint and never a value.
    return f"{name}: {error}" if isinstance(error, sqlite3.IntegrityError) else name


def wipe_log(engine: Engine) -> None:
    """Empty the write-ahead log, so that nothing which was overwritten can be read from it.

    Raises:
        NotSaved: somebody else is reading and the log has to stay for them.
    """
    with engine.execution_options(opening=None).connect() as connection:
        busy, _, _ = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").one()
    if busy:
        raise NotSaved("What was erased is still in a log that something else is reading.")


def _code_of(error: BaseException | None) -> int:
    """Return the primary result code of SQLite's; 0 where it is no error of its."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY if isinstance(error, sqlite3.Error) else 0


class _Pages:
    """What connections hold in memory of a file is let go after one of them could not read it."""

    def __init__(self) -> None:
        """Begin without trouble."""
        self._troubles = 0

    def listen(self, engine: Engine) -> None:
        """Hear of errors, and of each connection that is about to be used."""
        event.listen(engine, "handle_error", self._fail)
        event.listen(engine, "checkout", self._use)

    def _fail(self, context: ExceptionContext) -> None:
        self._troubles += _code_of(context.original_exception) in _IN_MEMORY

    def _use(self, _connection: DBAPIConnection, record: ConnectionPoolEntry, _fairy: object) -> None:
        """Raise, as a pool wants it, `DisconnectionError` where a connection has to be made anew."""
        if record.info.setdefault("troubles", self._troubles) != self._troubles:
            raise DisconnectionError


def _connect(file: Path, patience: float) -> sqlite3.Connection:
    """Open a file that is there; the driver itself begins no transaction, and any thread may use it."""
    return sqlite3.connect(
        f"{file.as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=patience, check_same_thread=False
    )


def _place_of(file: Path) -> tuple[int, int] | None:
    """Return which file stands there, by device and number; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _see_that_it_is_in_place(file: Path, place: tuple[int, int] | None, connection: Connection) -> None:
    """Refuse to write into a file that nobody would find again: Linux lets it be written to its last close.

    Raises:
        NotSaved: another file stands there, or none.
    """
    if connection.get_execution_options().get("opening") == _WRITING and _place_of(file) != place:
        gone = NotSaved()
        gone.add_note("the file is not where it was opened")
        raise gone


def _prepare(connection: DBAPIConnection, _record: object) -> None:
    """Set the pragmas of a new connection and see that each one took."""
    cursor = connection.cursor()
    for name, value, expected in PRAGMAS:
        cursor.execute(f"PRAGMA {name} = {value}")
        cursor.execute(f"PRAGMA {name}")
        if cursor.fetchone() != (expected,):
            raise StoreFault(f"This SQLite cannot keep {name} at {value}.")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin as the engine was told to: the driver itself would do so only before some statements."""
    options = connection.get_execution_options()
    if options.get("foreign_keys_rest", False):
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")  # within a transaction it would do nothing
    opening = options.get("opening", "BEGIN")
    if opening is not None:
        connection.exec_driver_sql(opening)
