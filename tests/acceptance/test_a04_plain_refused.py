"""A4: inserting str or short bytes in any S2 or S3 column fails in Python and by the database's CHECK.

On both databases, each column of each table: what is sealed, keyed hashes, and wrapped keys.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, Table, text
from sqlalchemy.exc import IntegrityError

from adapters.store import folder as data_folder
from adapters.store import key_tables, tables
from adapters.store.columns import DataClass, KeyedHash, SealedBytes, WrappedBytes
from adapters.store.copies import sides
from adapters.store.databases import FolderDatabases, ServerDatabases
from bot.errors import StoreFault
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
KINDS: Mapping[type, str] = {SealedBytes: "is_sealed", KeyedHash: "is_a_hash", WrappedBytes: "is_wrapped"}
"""The types that such a column may have, and what the CHECK of each is called."""
WORDS = "words that nobody sealed"
SHORT = (b"RS", b"", b"words of 31 bytes, one too few ", b"too long for a hash, short for a key")
UNSEALED = b"words of bytes that nobody has ever sealed at all " * 2
named = pytest.mark.parametrize(("table", "column"), SECRET, ids=[str(column) for _, column in SECRET])


def refused(column: Column[object]) -> tuple[bytes, ...]:
    """Return bytes that do not belong into a column. Of a hash or a key no mark tells words of its length."""
    return (*SHORT, UNSEALED) if not isinstance(column.type, WrappedBytes) else SHORT


def test_a4_each_secret_column_is_sealed_a_keyed_hash_or_a_wrapped_key() -> None:
    """There is no fourth kind, and those bytes that only have a length are known."""
    assert {type(column.type) for _, column in SECRET} == set(KINDS)
    assert {str(column) for _, column in SECRET if not isinstance(column.type, SealedBytes)} == {
        *("installations.index", "organisations.index", "doors.index", "roles.index", "members.index"),
        *("doors.organisation", "gatherings.place", "keys.wrapped"),
    }


@named
def test_a4_python_refuses_it(table: Table, column: Column[object]) -> None:
    """Before a statement is made, and without quoting it."""
    del table
    for value in (WORDS, *refused(column)):
        with pytest.raises(StoreFault) as told:
            column.type.process_bind_param(value, None)  # type: ignore[attr-defined]  # of our own kinds
        assert "words" not in str(told.value)


def test_a4_sqlite_refuses_it(tmp_path: Path) -> None:
    """Also from a tool that knows nothing of our code: each column by a CHECK of its own."""
    databases = FolderDatabases(tmp_path)
    fill(databases, rows=1)
    for table, column in SECRET:
        file = data_folder.KEYS if table.metadata is key_tables.metadata else data_folder.MAIN
        with closing(sqlite3.connect(tmp_path / file)) as other:
            for value in (WORDS, WORDS.ljust(32), WORDS * 3, *refused(column)):
                with pytest.raises(sqlite3.IntegrityError, match=_check_of(table, column)):
                    other.execute(f'UPDATE {table.name} SET "{column.name}" = ?', (value,))  # noqa: S608 - our own table


def test_a4_postgresql_refuses_it(databases: ServerDatabases) -> None:
    """Each column by a CHECK of its own, of the row that it takes as it is; a text comes as its bytes."""
    fill(databases, rows=1)
    with sides.opened(databases) as engines:
        for table, column in SECRET:
            engine = engines["keys" if table.metadata is key_tables.metadata else "main"]
            set_it = text(f'UPDATE "{table.name}" SET "{column.name}" = :value')  # noqa: S608 - our own table
            for value in (WORDS, *refused(column)):
                with (
                    engine.connect() as connection,
                    pytest.raises(IntegrityError, match=_check_of(table, column)),
                ):
                    connection.execute(set_it, {"value": value})


def _check_of(table: Table, column: Column[object]) -> str:
    return f"ck_{table.name}_{column.name}_{KINDS[type(column.type)]}"
