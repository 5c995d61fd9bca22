"""The agenda as rows; a tick over thousands of them is a handful of statements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Connection,
    bindparam,
    delete,
    func,
    select,
)

from adapters.store.columns import Id, Instant
from adapters.store.repositories import planning, rows
from adapters.store.repositories.planning import CHECKIN, GROUP
from adapters.store.repositories.rows import columns_of
from adapters.store.tables import agenda
from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.people import PersonId

_ROW = columns_of(agenda, AgendaRow)
_IN_ORDER = (agenda.c.due_at, agenda.c.zone, agenda.c.rule, agenda.c.slot_on, agenda.c.slot)
"""The columns of a group as `ix_agenda_due` has them."""

_DUE_GROUPS = (
    select(*GROUP)
    .where(CHECKIN, agenda.c.due_at <= bindparam("now", type_=Instant))
    .group_by(*_IN_ORDER)
    .order_by(*_IN_ORDER)
    .limit(bindparam("limit"))
)
_EVERY = (
    select(*_ROW)
    .where(agenda.c.owner == bindparam("owner"))
    .order_by(agenda.c.due_at.is_(None), agenda.c.due_at, agenda.c.id)
)
_OF = select(*_ROW).where(agenda.c.owner == bindparam("owner"), agenda.c.kind == bindparam("kind"))
_DUE = (
    select(*_ROW)
    .where(
        agenda.c.kind.in_(bindparam("kinds", expanding=True)),
        agenda.c.due_at <= bindparam("now", type_=Instant),
    )
    .order_by(agenda.c.due_at, agenda.c.id)
    .limit(bindparam("limit"))
)
_DUE_TAKEN = _DUE.with_for_update(skip_locked=True)
"""As a unit that writes takes them on PostgreSQL, where others may be about it; SQLite has one writer."""
_REMOVE_FOR = delete(agenda).where(agenda.c.ref == bindparam("about", type_=Id))
_NEXT_DUE = select(func.min(agenda.c.due_at))


class SqlAgenda:
    """The repository `bot.ports.store.Agenda`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, row: AgendaRow) -> None:
        """Add a row, or write it again."""
        rows.put(self._connection, agenda, row, owner=None)

    def put_all(self, values: Sequence[AgendaRow]) -> None:
        """Put many at once, as each by itself."""
        rows.put_all(self._connection, agenda, values)

    def of(self, owner: PersonId, kind: AgendaKind) -> AgendaRow | None:
        """Return a person's row of a kind that exists once for each."""
        return rows.first(self._connection, AgendaRow, _OF, {"owner": owner, "kind": kind})

    def every(self, owner: PersonId) -> Sequence[AgendaRow]:
        """Return all rows of a person, those that are due first; paused ones come last."""
        return rows.every(self._connection, AgendaRow, _EVERY, {"owner": owner})

    def get(self, row: UUID) -> AgendaRow | None:
        """Return a row."""
        return rows.get(self._connection, agenda, AgendaRow, row)

    def remove(self, row: UUID) -> None:
        """Remove a row; its deliveries stay until they are pruned."""
        rows.drop(self._connection, agenda, row)

    def remove_for(self, ref: UUID) -> None:
        """Remove the rows that are about `ref`."""
        self._connection.execute(_REMOVE_FOR, {"about": ref})

    def due(self, kinds: Collection[AgendaKind], now: datetime, limit: int) -> Sequence[AgendaRow]:
        """Return rows of `kinds` with `due_at` <= `now`, earliest first."""
        by = {"kinds": list(kinds), "now": now, "limit": limit}
        takes = self._connection.get_execution_options().get("takes_rows", False)
        return rows.every(self._connection, AgendaRow, _DUE_TAKEN if takes else _DUE, by)

    def due_groups(self, now: datetime, limit: int) -> Sequence[DueGroup]:
        """Return the groups of due CHECKIN rows, earliest first."""
        found = self._connection.execute(_DUE_GROUPS, {"now": now, "limit": limit})
        return [rows.read(DueGroup, row) for row in found]

    def plan(self, steps: Sequence[PlanStep]) -> None:
        """Write the deliveries and move the rows on, in a few statements for all of them."""
        planning.plan(self._connection, steps)

    def next_due(self) -> datetime | None:
        """Return the earliest `due_at`."""
        earliest: datetime | None = self._connection.scalar(_NEXT_DUE)
        return earliest
