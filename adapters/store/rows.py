"""Between frozen values and rows: columns carry the names of the fields, so one way serves every table."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Column, Connection, Delete, Table, delete

from adapters.store.sqlite import insert
from bot.errors import StoreFault

if TYPE_CHECKING:
    from _typeshed import DataclassInstance
    from sqlalchemy.dialects.sqlite import Insert


@cache
def columns_of(table: Table, kind: type[DataclassInstance]) -> tuple[Column[Any], ...]:
    """Return the columns of `table` that make up a value of `kind`. Any: each has its own type."""
    return tuple(table.c[each.name] for each in fields(kind))


def values_of(value: DataclassInstance) -> dict[str, object]:
    """Return the fields of `value` by their names."""
    return {name: getattr(value, name) for name in _names(type(value))}


def put(connection: Connection, table: Table, value: DataclassInstance, *, owner: str | None = "person") -> None:
    """Add a row, or write the one with this id again; it keeps its place and its `owner`.

    Raises:
        StoreFault: the row with this id belongs to somebody else.
    """
    statement = _put(table, tuple(_names(type(value))), owner)
    if connection.execute(statement, values_of(value)).rowcount != 1:
        raise StoreFault("That row belongs to somebody else.")


def delete_by_id(table: Table, row: UUID) -> Delete:
    """Return what removes the row with this id."""
    return delete(table).where(table.c.id == row)


@cache
def _names(kind: type[DataclassInstance]) -> list[str]:
    return [each.name for each in fields(kind)]


@cache
def _put(table: Table, names: tuple[str, ...], owner: str | None) -> Insert:
    statement = insert(table)
    return statement.on_conflict_do_update(
        index_elements=["id"],
        set_={name: statement.excluded[name] for name in names if name not in ("id", owner)},
        where=None if owner is None else table.c[owner] == statement.excluded[owner],
    )
