"""Rows of invented bytes in every table, whatever tables there are."""

from __future__ import annotations

import random
from datetime import time

from sqlalchemy import Boolean, Column, Enum, Integer, LargeBinary, Table, Time, insert, select
from sqlalchemy.types import TypeDecorator

from adapters.store import carrying
from adapters.store.carrying import TABLES
from adapters.store.columns import SealedBytes, WrappedBytes
from adapters.store.copies import sides
from adapters.store.databases import Databases
from bot.ports.keys import WRAPPED_LEAST
from bot.ports.vault import SEALED_LEAST, SEALED_MARK

Values = dict[str, object]
Rows = dict[tuple[str, object, str], object]
"""Values by their table, the key of their row, and their column."""


def fill(databases: Databases, *, rows: int, seed: int = 1) -> None:
    """Fill every table with `rows` rows, each hanging on others that are there, as `seed` draws."""
    databases.upgrade()
    fill_made(databases, rows=rows, seed=seed)


def fill_made(databases: Databases, *, rows: int, seed: int = 1) -> None:
    """Fill tables that are there, whatever their schema, with rows of today; as `fill` does."""
    drawn = random.Random(seed)  # noqa: S311 - no secrets
    for database, tables in TABLES.items():
        made: dict[str, list[Values]] = {}
        with sides.opened(databases) as engines, engines[database].begin() as connection:
            for table in tables:
                made[table.name] = [_row(table, number, made, drawn) for number in range(rows)]
                connection.execute(insert(carrying.plain(table)), made[table.name])


def values_of(databases: Databases) -> Rows:
    """Return every value of every row."""
    found: Rows = {}
    with sides.opened(databases) as engines:
        for name, tables in TABLES.items():
            with engines[name].connect() as connection:
                for table in tables:
                    key = next(iter(table.primary_key.columns)).name
                    for row in connection.execute(select(carrying.plain(table))).mappings():
                        found.update({(table.name, row[key], column): row[column] for column in row})
    return found


def _row(table: Table, number: int, made: dict[str, list[Values]], drawn: random.Random) -> Values:
    row = {column.name: _value(column, number, made, drawn) for column in table.columns}
    if table.name == "agenda":  # a second check-in of one person is refused
        row["kind"] = "housekeeping"
    if table.name == "doors":
        row["person"] = made["people"][number]["id"]
    return row


def _value(  # noqa: PLR0911 - one for each kind of value
    column: Column[object], number: int, made: dict[str, list[Values]], drawn: random.Random
) -> object:
    for key in column.foreign_keys:  # one of its own for each, so that nothing is there twice
        return made[key.column.table.name][number][key.column.name]
    kind = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if column.nullable and drawn.random() < 0.3:
        return None
    if isinstance(column.type, SealedBytes):
        return SEALED_MARK + drawn.randbytes(SEALED_LEAST + drawn.randrange(200))
    if isinstance(column.type, WrappedBytes):
        return drawn.randbytes(WRAPPED_LEAST + drawn.randrange(30))
    if isinstance(column.type, Enum):
        return column.type.enums[0]
    match kind:
        case Boolean():
            return True
        case Integer():
            return number * 3 + 1 if column.primary_key else drawn.randrange(700_000)
        case LargeBinary(length=length):
            return drawn.randbytes(length or 40)
        case Time():
            return time(drawn.randrange(24), drawn.randrange(60), drawn.randrange(60), drawn.randrange(10**6))
        case _:
            return f"{'zyüx'[number % 4]} {drawn.randrange(10**9)}"
