"""Every connection to SQLite is as careful as the first."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event

from adapters.store import sqlite
from bot.errors import StoreFault

WANTED = {
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "busy_timeout": 250,
}


def test_pragmas_are_set_on_every_connection(tmp_path: Path) -> None:
    """What is deleted is overwritten, COMMIT reaches the disk, and a lock is waited for, each time anew."""
    engine = sqlite.open_engine(tmp_path / "a.db", connections=2, patience=0.25)
    with engine.connect() as one, engine.connect() as other:
        for connection in (one, other):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in WANTED}
            assert found == WANTED
    engine.dispose()


@pytest.mark.parametrize("name", ["journal_mode", "synchronous", "secure_delete", "foreign_keys"])
def test_database_that_cannot_be_careful_is_refused(tmp_path: Path, name: str) -> None:
    """A build of SQLite that lets one of our pragmas pass unheard stores nothing for us."""

    def deafen(connection: sqlite3.Connection, _record: object) -> None:
        connection.set_authorizer(
            lambda action, what, *_: (
                sqlite3.SQLITE_IGNORE
                if (action, what) == (sqlite3.SQLITE_PRAGMA, name)
                else sqlite3.SQLITE_OK
            )
        )

    engine = sqlite.open_engine(tmp_path / "a.db", connections=1, patience=0.05)
    event.listen(engine, "connect", deafen, insert=True)
    with pytest.raises(StoreFault, match=name), engine.connect():
        pytest.fail("connected")


def test_deleted_bytes_are_gone_from_the_file(tmp_path: Path) -> None:
    """After a delete and a checkpoint no byte of the row is left."""
    trace = b"a row that somebody asked us to forget"
    file = tmp_path / "a.db"
    engine = sqlite.open_engine(file, connections=1, patience=1.0)
    with sqlite.for_writing(engine).begin() as connection:
        connection.exec_driver_sql("CREATE TABLE t (value BLOB)")
        connection.exec_driver_sql("INSERT INTO t VALUES (?)", (trace,))
    sqlite.wipe_log(engine)
    assert trace in file.read_bytes()
    with sqlite.for_writing(engine).begin() as connection:
        connection.exec_driver_sql("DELETE FROM t")
    sqlite.wipe_log(engine)
    assert trace not in file.read_bytes()
    engine.dispose()


def test_transactions_begin_as_told(tmp_path: Path) -> None:
    """A writer holds the lock from its first moment; a reader holds none."""
    engine = sqlite.open_engine(tmp_path / "a.db", connections=1, patience=0.05)
    with closing(sqlite3.connect(tmp_path / "a.db", timeout=0.01, isolation_level=None)) as other:
        with engine.connect() as connection:
            connection.exec_driver_sql("SELECT 1")
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        with sqlite.for_writing(engine).begin(), pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("BEGIN IMMEDIATE")
    engine.dispose()
