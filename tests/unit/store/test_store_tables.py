"""The tables keep the rules of the data classes, by themselves and whatever the code does."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Table, Text, UniqueConstraint

from adapters.store import folder as data_folder
from adapters.store import key_tables, tables
from adapters.store.columns import DataClass, KeyedHash, SealedBytes, WrappedBytes
from tests.made_once import upgrade_once

TABLES = [*tables.metadata.sorted_tables, *key_tables.metadata.sorted_tables]
COLUMNS = [column for table in TABLES for column in table.columns]
SEALED = [table for table in TABLES if any(isinstance(each.type, SealedBytes) for each in table.columns)]

PLAIN_TEXT = {
    "people.zone",
    "people.region",
    "doors.surface",
    "doors.lane",
    "agenda.rule",
    "agenda.zone",
    "agenda.slot",
    "agenda.lane",
    "reviews.about",
    "deliveries.slot",
    "deliveries.lane",
    "notes.name",
    "notes.value",
    "keys.kek_id",
    "key_notes.name",
}
"""Every column that could hold free text in the clear. A new one is a decision, not an accident."""


def test_column_declares_its_class() -> None:
    """No column is without a class of data."""
    assert [str(column) for column in COLUMNS if not isinstance(column.info.get("holds"), DataClass)] == []


def test_column_of_own_words_is_sealed() -> None:
    """What a person wrote or marked goes only where nothing but sealed bytes can go."""
    for column in COLUMNS:
        if column.info["holds"] is DataClass.S3:
            assert isinstance(column.type, SealedBytes), str(column)
        if column.info["holds"] is DataClass.S2:
            assert isinstance(column.type, SealedBytes | KeyedHash | WrappedBytes), str(column)


def test_columns_of_plain_text_are_known() -> None:
    """Free text in the clear stands only where it was decided that it may."""
    assert {str(column) for column in COLUMNS if isinstance(column.type, Text)} == PLAIN_TEXT


def test_tables_of_a_person_go_with_them() -> None:
    """Every table hangs on a person's row and cascades, but for those of organisations, and of nobody.

    What is of a gathering goes with that, which goes with its organisation.
    """
    of_organisations = {"organisations", "roles", "reviews", "changes", "gatherings"}
    of_gatherings = {"members", "posts"}
    assert {table.name for table in tables.metadata.sorted_tables} - hanging_on("people") == {
        "people",
        "inbox",
        "installations",
        "notes",
        *of_organisations,
        *of_gatherings,
    }
    assert hanging_on("organisations") == of_organisations - {"organisations"}
    assert hanging_on("gatherings") == of_gatherings


def test_nothing_of_what_is_said_in_a_channel_tells_whose_it_is_or_when() -> None:
    """A post has a random id and its gathering; both it and who is a member lie in the order of those ids."""
    posts, members = tables.posts, tables.members
    assert set(posts.columns.keys()) == {"id", "gathering", "version", "sealed"}
    assert set(members.columns.keys()) == {"id", "gathering", "index", "version", "sealed"}
    assert [table.dialect_options["sqlite"]["with_rowid"] for table in (posts, members)] == [False, False]


def test_foreign_keys_are_indexed() -> None:
    """Removing a person looks their rows up and never walks a table."""
    for table in TABLES:
        leading = {next(iter(index.columns)).name for index in table.indexes}
        unique = (each for each in table.constraints if isinstance(each, UniqueConstraint))
        leading |= {next(iter(each.columns)).name for each in unique}
        leading.add(next(iter(table.primary_key.columns)).name)
        for key in table.foreign_keys:
            assert key.parent.name in leading


@pytest.mark.parametrize("table", SEALED, ids=str)
@pytest.mark.parametrize("value", [b"a sentence that nobody has ever sealed " * 3, "RS" * 40, b"RS"])
def test_database_itself_refuses_what_is_not_sealed(tmp_path: Path, table: Table, value: bytes | str) -> None:
    """Also a tool that knows nothing of our code cannot store plain words in a sealed column."""
    upgrade_once(tmp_path)
    marks = ", ".join("?" * len(table.columns))
    insert = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 - the name of our own table
    with closing(sqlite3.connect(tmp_path / data_folder.MAIN)) as other:
        with pytest.raises(sqlite3.IntegrityError, match="is_sealed"):
            other.execute(insert, row(table, value))
        other.execute(insert, row(table, b"RS" + bytes(46)))


def hanging_on(name: str) -> set[str]:
    """Return the tables whose rows go with one of another."""
    return {
        table.name
        for table in tables.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == name and key.ondelete == "CASCADE"
    }


def row(table: Table, sealed: bytes | str) -> list[object]:
    """Return any values for the columns of a table, with `sealed` where sealed bytes belong."""
    return [
        sealed if isinstance(each.type, SealedBytes) else bytes(32) if isinstance(each.type, KeyedHash) else 1
        for each in table.columns
    ]
