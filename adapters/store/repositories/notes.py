"""The house's own notes as rows, in the clear: nothing about a person."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select
from sqlalchemy.dialects.postgresql import insert

from adapters.store.tables import notes

_GET = select(notes.c.value).where(notes.c.name == bindparam("named"))
_INSERT = insert(notes)
_PUT = _INSERT.on_conflict_do_update(index_elements=["name"], set_={"value": _INSERT.excluded.value})


class SqlNotes:
    """The repository `bot.ports.store.Notes`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def get(self, name: str) -> str | None:
        """Return a note."""
        value: str | None = self._connection.scalar(_GET, {"named": name})
        return value

    def put(self, name: str, value: str) -> None:
        """Write a note; an earlier one of that name is replaced."""
        self._connection.execute(_PUT, {"name": name, "value": value})
