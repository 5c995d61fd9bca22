"""Rows of invented bytes in every table, whatever tables there are."""

from __future__ import annotations

import random
from datetime import time

from sqlalchemy import Boolean, Column, Enum, Integer, LargeBinary, Table, Time, insert
from sqlalchemy.types import TypeDecorator

from adapters.store import carrying
from adapters.store.carrying import TABLES
from adapters.store.columns import SealedBytes
from adapters.store.copies import sides
from adapters.store.databases import Databases
from bot.ports.vault import SEALED_LEAST, SEALED_MARK

Values = dict[str, object]


def fill(databases: Databases, *, rows: int, seed: int = 1) -> None:
    """Fill every table with `rows` rows, each hanging on others that are there, as `seed` draws."""
    drawn = random.Random(seed)  # noqa: S311 - no secrets
    databases.upgrade()
    for database, tables in TABLES.items():
        made: dict[str, list[Values]] = {}
        with sides.opened(databases) as engines, engines[database].begin() as connection:
            for table in tables:
                made[table.name] = [_row(table, number, made, drawn) for number in range(rows)]
                connection.execute(insert(carrying.plain(table)), made[table.name])


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
