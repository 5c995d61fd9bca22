"""Rows from one database into another as they stand: nothing is opened, decoded or made anew.

Both kinds of database hold the same values in columns of the same names, so a batch is a query and an insert.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Final

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Enum,
    Integer,
    MetaData,
    RowMapping,
    Table,
    Text,
    bindparam,
    func,
    insert,
    select,
)
from sqlalchemy.types import TypeDecorator

from adapters.store import key_tables, tables
from adapters.store.migrate import Database
from bot.errors import StoreFault

TABLES: Final[Mapping[Database, Sequence[Table]]] = {
    "keys": key_tables.metadata.sorted_tables,
    "main": tables.metadata.sorted_tables,
}
"""Keys come first: a key without rows opens nothing, and rows without a key are an erasing that was cut off.

In each database a table comes after those that its rows hang on.
"""
BATCH: Final = 500

Values = RowMapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """How many rows a table has, and what all their values come to."""

    rows: int
    sha256: str


def count(connection: Connection, table: Table, *, without: Collection[str] = ()) -> int:
    """Return how many rows there are, but for notes that are named."""
    query = select(func.count()).select_from(bare := plain(table))
    if isinstance(_key(bare).type, Text):
        query = query.where(_key(bare).not_in(sorted(without)))
    return connection.scalar(query) or 0


def rows_of(connection: Connection, database: Database, *, without: Collection[str] = ()) -> int:
    """Return how many rows all tables of a database have, but for notes that are named."""
    return sum(count(connection, table, without=without) for table in TABLES[database])


def pages(
    connection: Connection, table: Table, *, after: object = None, without: Collection[str] = ()
) -> Iterator[Sequence[Values]]:
    """Walk the rows in the order of their keys, from the one that comes after `after`, batch by batch.

    Rows named in `without` are left out; these are notes. Both kinds of database have the same order of bytes
    and of numbers. Names they would put in orders of their own: what has a name is little, and comes at once.
    """
    bare = plain(table)
    key = _key(bare)
    if isinstance(key.type, Text):
        rows = [row for row in connection.execute(select(bare)).mappings() if row[key.name] not in without]
        yield sorted(rows, key=lambda row: str(row[key.name]))
        return
    query = select(bare).order_by(key).limit(BATCH)
    while True:
        page = connection.execute(query if after is None else query.where(key > after)).mappings().all()
        if page:
            yield page
        if len(page) < BATCH:
            return
        after = page[-1][key.name]


def put(connection: Connection, table: Table, rows: Sequence[Values]) -> None:
    """Write a batch of rows as they are."""
    if rows:
        connection.execute(insert(plain(table)), [dict(row) for row in rows])


def last(connection: Connection, table: Table) -> object:
    """Return the greatest key; None where there is no row, and of names, which come at once."""
    key = _key(plain(table))
    if isinstance(key.type, Text):
        return None
    found: object = connection.scalar(select(key).order_by(key.desc()).limit(1))
    return found


def sum_of(connection: Connection, table: Table, *, without: Collection[str] = ()) -> Sum:
    """Return what all rows come to, in the order of their keys and of the names of their columns."""
    names = sorted(column.name for column in table.columns)
    found, rows = hashlib.sha256("\x1f".join([table.name, *names]).encode()), 0
    for page in pages(connection, table, without=without):
        rows += len(page)
        for row in page:
            found.update(b"".join(_written(row[name]) for name in names))
    return Sum(rows=rows, sha256=found.hexdigest())


def count_on(connection: Connection, table: Table) -> None:
    """Let a server go on counting where the rows end; SQLite does so by itself."""
    if "seq" in table.columns and connection.dialect.name == "postgresql":
        next_one = select(func.coalesce(func.max(table.c.seq), 0) + 1).scalar_subquery()
        sequence = func.pg_get_serial_sequence(bindparam("of"), "seq")
        connection.execute(select(func.setval(sequence, next_one, False)), {"of": table.name})  # noqa: FBT003 - SQL's own


def _key(bare: Table) -> Column[object]:
    [key] = bare.primary_key.columns
    return key


def _written(value: object) -> bytes:
    """Return a value as bytes that no other value has, and no two values after each other."""
    match value:
        case None:
            return b"n"
        case bool():
            return b"+" if value else b"-"
        case int():
            return b"i%d;" % value
        case bytes() | memoryview():
            return b"b%d;" % len(value) + bytes(value)
        case str():
            text = value.encode()
            return b"t%d;" % len(text) + text
        case time():
            return b"c" + value.isoformat("microseconds").encode()
        case _:
            raise StoreFault("A row holds a value of a kind that is not carried.")


@cache
def plain(table: Table) -> Table:
    """Return the table with columns that take and give values as the database holds them."""
    columns: list[Column[object]] = []
    for each in table.columns:
        kind = each.type.impl_instance if isinstance(each.type, TypeDecorator) else each.type
        kind = Text() if isinstance(kind, Enum) else kind
        kind = BigInteger() if isinstance(kind, Integer) else kind  # what is small fits as well
        columns.append(Column(each.name, kind, primary_key=each.primary_key, autoincrement=False))
    return Table(table.name, MetaData(), *columns)
