"""Sheets as rows, sealed before they come here."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import Connection, bindparam, select

from adapters.store.repositories.rows import columns_of, drop, every, get, put
from adapters.store.tables import sheets
from bot.domain.people import PersonId
from bot.domain.sheets import Sheet, SheetKind

_SHEET = columns_of(sheets, Sheet)
_OF = (
    select(*_SHEET)
    .where(sheets.c.person == bindparam("person"), sheets.c.kind == bindparam("kind"))
    .order_by(sheets.c.seq)
)


class SqlSheets:
    """The repository `bot.ports.writing.Sheets`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, sheet: Sheet) -> None:
        """Add a sheet, or write it again in its old place."""
        put(self._connection, sheets, sheet)

    def get(self, sheet: UUID) -> Sheet | None:
        """Return a sheet."""
        return get(self._connection, sheets, Sheet, sheet)

    def of(self, person: PersonId, kind: SheetKind) -> Sequence[Sheet]:
        """Return a person's sheets of a kind, the first written first."""
        return every(self._connection, Sheet, _OF, {"person": person, "kind": kind})

    def remove(self, sheet: UUID) -> None:
        """Remove a sheet."""
        drop(self._connection, sheets, sheet)
