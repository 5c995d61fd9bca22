"""What databases on a server need once a day, so that their files tell no more than those of a data folder.

A table of PostgreSQL keeps rows in the order in which they came, each with the number of the transaction that
wrote it, and keeps what was overwritten or removed until the table is written anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Final

from sqlalchemy import Connection, Engine, MetaData, Table, delete, select, text
from sqlalchemy.dialects.postgresql import insert

from adapters.store import postgres
from adapters.store.carrying import TABLES
from adapters.store.columns import SealedBytes
from adapters.store.failures import translate_errors
from adapters.store.key_tables import keys
from adapters.store.migrate import Database
from adapters.store.tables import notes

UNORDERED: Final[Mapping[Database, tuple[Table, ...]]] = {
    database: tuple(table for table in tables if table.dialect_options["sqlite"]["with_rowid"] is False)
    for database, tables in TABLES.items()
}
"""The tables of which nothing may tell which rows came together: SQLite has them without rowids."""

_PATIENCE: Final = 30.0
_CARING: Final = 7_267_002
"""The number of the lock that whoever does it holds."""
_NOTE: Final = "care/on"
_INSERT: Final = insert(notes)
_SET_NOTE: Final = _INSERT.on_conflict_do_update(
    index_elements=["name"], set_={"value": _INSERT.excluded.value}
)


def prepare(addresses: Mapping[Database, str]) -> None:
    """Let the server sample no sealed values and wrapped keys: it would keep them for its statistics.

    Raises:
        NotSaved: a database was not available.
    """
    for database, tables in TABLES.items():
        columns = [(table.name, name) for table in tables for name in _sealed(table)]
        with _opened(addresses[database]) as engine, engine.begin() as connection:
            for table, column in columns:
                if _is_sampled(connection, table, column):
                    connection.execute(
                        text(f'ALTER TABLE "{table}" ALTER COLUMN "{column}" SET STATISTICS 0')
                    )


def tend(addresses: Mapping[Database, str], day: date) -> bool:
    """Write anew what has to be, if nobody did or does it on this day; return whether this was who did.

    Whoever writes to one of these tables meanwhile waits, and who is cut off leaves everything as it was.

    Raises:
        NotSaved: a database was not available, or a table not within half a minute.
    """
    with _opened(addresses["main"]) as engine, engine.connect() as holding:
        if not holding.scalar(text(f"SELECT pg_try_advisory_lock({_CARING})")):
            return False
        done_on = holding.scalar(select(notes.c.value).where(notes.c.name == _NOTE))
        holding.commit()
        if done_on is not None and done_on >= day.isoformat():
            return False
        for database, tables in UNORDERED.items():
            for table in tables:
                _write_anew(addresses[database], table)
        with _alone(addresses["keys"]) as connection:
            connection.execute(text(f'VACUUM (FULL) "{keys.name}"'))
        holding.execute(_SET_NOTE, {"name": _NOTE, "value": day.isoformat()})
        holding.commit()
    return True


def _write_anew(address: str, table: Table) -> None:
    """Write every row again in one transaction, in the order of the ids, and then the file in that order.

    TRUNCATE would be quicker, but who began before it would then see an empty table.
    """
    [key] = table.primary_key.columns
    with _opened(address) as engine, engine.begin() as connection:
        connection.execute(text(f'LOCK TABLE "{table.name}" IN SHARE ROW EXCLUSIVE MODE'))
        anew = table.to_metadata(MetaData(), name="written_anew")
        connection.execute(text(f'CREATE TEMPORARY TABLE {anew.name} (LIKE "{table.name}") ON COMMIT DROP'))
        connection.execute(insert(anew).from_select(table.columns.keys(), select(table)))
        connection.execute(delete(table))
        connection.execute(
            insert(table).from_select(table.columns.keys(), select(anew).order_by(anew.c[key.name]))
        )
    with _alone(address) as connection:
        connection.execute(text(f'CLUSTER "{table.name}" USING "pk_{table.name}"'))


def _sealed(table: Table) -> Iterator[str]:
    for column in table.columns:
        if isinstance(column.type, SealedBytes) or column is keys.c.wrapped:
            yield column.name


def _is_sampled(connection: Connection, table: str, column: str) -> bool:
    target = connection.scalar(
        text(
            "SELECT coalesce(attstattarget, -1) FROM pg_attribute"
            " WHERE attrelid = to_regclass(:table) AND attname = :column"
        ),
        {"table": f'"{table}"', "column": column},
    )
    return target is not None and target != 0


@contextmanager
def _opened(address: str) -> Iterator[Engine]:
    engine = postgres.open_engine(address, connections=1, patience=_PATIENCE)
    try:
        with translate_errors():
            yield engine
    finally:
        engine.dispose()


@contextmanager
def _alone(address: str) -> Iterator[Connection]:
    """Yield a connection on which a statement is its own transaction, as to write a file anew has to be."""
    with (
        _opened(address) as engine,
        engine.execution_options(isolation_level="AUTOCOMMIT").connect() as connection,
    ):
        yield connection
