"""A4: inserting str or short bytes in any S2 or S3 column fails in Python and by the database's CHECK.

On both databases, each sealed column of each table. Seven keyed hashes and the wrapped keys are bytes by
their type alone: the databases have no CHECK on them.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Table, text
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.exc import IntegrityError, StatementError

from adapters.store import carrying, key_tables, tables
from adapters.store import folder as data_folder
from adapters.store.columns import DataClass, SealedBytes
from adapters.store.copies import sides
from adapters.store.databases import ServerDatabases
from bot.errors import ReststopError
from tests.made_once import upgrade_once
from tests.unit.store.filled_tables import fill

HELD_BY = (
    "tests/unit/store/test_store_columns.py::test_plain_words_are_refused",
    "tests/unit/store/test_store_tables.py::test_column_of_own_words_is_sealed",
    "tests/unit/store/test_store_tables.py::test_database_itself_refuses_what_is_not_sealed",
    "tests/unit/store/test_store_tables.py::test_columns_of_plain_text_are_known",
)
TABLES = [*tables.metadata.sorted_tables, *key_tables.metadata.sorted_tables]
SECRET = [
    (table, column)
    for table in TABLES
    for column in table.columns
    if column.info["holds"] in {DataClass.S2, DataClass.S3}
]
SEALED = [(table, column) for table, column in SECRET if isinstance(column.type, SealedBytes)]
HASHES = {str(column): column for _, column in SECRET if not isinstance(column.type, SealedBytes)}
KNOWN = {
    *("installations.index", "organisations.index", "doors.index", "roles.index", "members.index"),
    *("doors.organisation", "gatherings.place", "keys.wrapped"),
}
"""Keyed hashes of accounts, organisations and places, and wrapped keys: bytes that nobody reads words from.

No CHECK of a database holds them to their length: what is not met of the bar."""
PLAIN = ("words that nobody sealed", b"RS", b"", b"words of bytes that nobody has ever sealed at all " * 2)
named = pytest.mark.parametrize(("table", "column"), SEALED, ids=[str(column) for _, column in SEALED])


def test_a4_each_secret_column_is_sealed_a_keyed_hash_or_a_wrapped_key() -> None:
    """There is no fourth kind; of a hash and a wrapped key Python takes bytes alone."""
    assert set(HASHES) == KNOWN
    for column in HASHES.values():
        with pytest.raises(TypeError):
            as_sqlite_takes_it(column, PLAIN[0])


@named
def test_a4_python_refuses_it(table: Table, column: Column[object]) -> None:
    """Before a statement is made."""
    del table
    for value in PLAIN:
        with pytest.raises((ReststopError, StatementError, TypeError)):
            column.type.process_bind_param(value, None)  # type: ignore[attr-defined]  # of our own kinds


def test_a4_sqlite_refuses_it(tmp_path: Path) -> None:
    """Also from a tool that knows nothing of our code, over every sealed column."""
    upgrade_once(tmp_path)
    for table, _ in SEALED:
        marks = ", ".join("?" * len(table.columns))
        with closing(sqlite3.connect(tmp_path / data_folder.MAIN)) as other:
            for value in PLAIN:
                row = [value if isinstance(each.type, SealedBytes) else 1 for each in table.columns]
                with pytest.raises(sqlite3.IntegrityError, match="is_sealed"):
                    other.execute(f"INSERT INTO {table.name} VALUES ({marks})", row)  # noqa: S608 - our own table


def test_a4_postgresql_refuses_it(databases: ServerDatabases) -> None:
    """What is right is taken from the same hand, and the same row with plain bytes is not."""
    fill(databases, rows=1)
    with sides.opened(databases) as engines:
        for table, column in SEALED:
            plain = carrying.plain(table)
            key = plain.c[next(iter(table.primary_key.columns)).name]
            for value in PLAIN[1:]:
                with (
                    engines["main"].connect() as connection,
                    pytest.raises(IntegrityError, match="is_sealed"),
                ):
                    connection.execute(plain.update().where(key.is_not(None)).values({column.name: value}))
            words = f'UPDATE "{table.name}" SET "{column.name}" = :value'  # noqa: S608 - our own table
            with engines["main"].connect() as connection, pytest.raises(StatementError):
                connection.execute(text(words), {"value": PLAIN[0]})


def as_sqlite_takes_it(column: Column[object], value: object) -> object:
    """Return what would be bound in a statement."""
    dialect = SQLiteDialect_pysqlite(dbapi=sqlite3)
    process = column.type.dialect_impl(dialect).bind_processor(dialect)
    return process(value) if process else value
