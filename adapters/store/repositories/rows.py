"""Between frozen values and rows: columns carry the names of the fields, so one way serves every table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from sqlalchemy import Column, Connection, Delete, Select, Table, bindparam, delete, select
from sqlalchemy.dialects.postgresql import insert

from bot.errors import StoreFault

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from sqlalchemy.dialects.postgresql import Insert

# A statement that is made once is compiled once; making it again each time would cost more than running it.
# So what is asked with every event or every letter is made here, or beside its repository, with parameters.

V = TypeVar("V", bound="DataclassInstance")

Query = Select[Any]  # Any: each column has its own type


@cache
def columns_of(table: Table, kind: type[DataclassInstance]) -> tuple[Column[Any], ...]:  # Any: the same
    """Return the columns of `table` that make up a value of `kind`."""
    return tuple(table.c[each.name] for each in fields(kind))


def read(kind: type[V], row: Sequence[Any]) -> V:  # Any: the same
    """Return the value of `kind` that the first columns of `row` make up."""
    return kind(**dict(zip(_names(kind), row, strict=False)))


def first(
    connection: Connection, kind: type[V], query: Query, by: Mapping[str, object] | None = None
) -> V | None:
    """Return the first value that `query` finds, with its parameters in `by`."""
    row = connection.execute(query, by).first()
    return None if row is None else read(kind, row)


def every(
    connection: Connection, kind: type[V], query: Query, by: Mapping[str, object] | None = None
) -> list[V]:
    """Return all values that `query` finds, with its parameters in `by`."""
    return [read(kind, row) for row in connection.execute(query, by)]


def values_of(value: DataclassInstance) -> dict[str, object]:
    """Return the fields of `value` by their names."""
    return {name: getattr(value, name) for name in _names(type(value))}


def put(
    connection: Connection, table: Table, value: DataclassInstance, *, owner: str | None = "person"
) -> None:
    """Add a row, or write the one with this id again; it keeps its place and its `owner`.

    Raises:
        StoreFault: the row with this id belongs to somebody else.
    """
    statement = _put(table, _names(type(value)), owner)
    if connection.execute(statement, values_of(value)).rowcount != 1:
        raise StoreFault("That row belongs to somebody else.")


def put_all(connection: Connection, table: Table, values: Sequence[DataclassInstance]) -> None:
    """Put many of one kind in one statement; of a table in which a row may change its owner."""
    if values:
        statement = _put(table, _names(type(values[0])), None)
        connection.execute(statement, [values_of(value) for value in values])


def get(connection: Connection, table: Table, kind: type[V], row: UUID) -> V | None:
    """Return the value with this id."""
    found = connection.execute(_get(table, kind), {"id": row}).first()
    return None if found is None else read(kind, found)


def drop(connection: Connection, table: Table, row: UUID) -> None:
    """Remove the row with this id, if there is one."""
    connection.execute(_drop(table), {"id": row})


@cache
def _names(kind: type[DataclassInstance]) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


@cache
def _get(table: Table, kind: type[DataclassInstance]) -> Query:
    return select(*columns_of(table, kind)).where(table.c.id == bindparam("id"))


@cache
def _drop(table: Table) -> Delete:
    return delete(table).where(table.c.id == bindparam("id"))


@cache
def _put(table: Table, names: tuple[str, ...], owner: str | None) -> Insert:
    statement = insert(table).execution_options(preserve_rowcount=True)
    return statement.on_conflict_do_update(
        index_elements=["id"],
        set_={name: statement.excluded[name] for name in names if name not in ("id", owner)},
        where=None if owner is None else table.c[owner] == statement.excluded[owner],
    )
