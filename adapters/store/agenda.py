"""The agenda as rows; a tick over thousands of them is a handful of statements."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    Column,
    Connection,
    MetaData,
    Table,
    Text,
    and_,
    bindparam,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.schema import CreateTable

from adapters.store import rows, sqlite
from adapters.store.columns import Day, Id, Instant
from adapters.store.rows import columns_of
from adapters.store.tables import agenda, deliveries
from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.deliveries import DeliveryState
from bot.domain.people import PersonId

_ROW = columns_of(agenda, AgendaRow)
_GROUP = columns_of(agenda, DueGroup)
_IN_ORDER = (agenda.c.due_at, agenda.c.zone, agenda.c.rule, agenda.c.slot_on, agenda.c.slot)
"""The columns of a group as `ix_agenda_due` has them."""
_CHECKIN = agenda.c.kind == AgendaKind.CHECKIN

_steps = Table(
    "steps",
    MetaData(),
    *(Column(column.name, column.type) for column in _GROUP),
    Column("sends_on", Day),
    Column("sends_slot", Text),
    Column("sends_at", Instant),
    Column("then_on", Day),
    Column("then_slot", Text),
    Column("then_at", Instant),
    prefixes=["TEMPORARY"],
)
"""The steps of one plan, for its own two statements to join with."""

_IN_STEP = and_(_CHECKIN, *(column == _steps.c[column.name] for column in _GROUP))

_MAKE_STEPS = CreateTable(_steps, if_not_exists=True)
_EMPTY_STEPS = delete(_steps)
_ADD_STEPS = insert(_steps)
_SEND = (
    sqlite.insert(deliveries)
    .from_select(
        ["agenda", "slot_on", "slot", "owner", "lane", "due_at", "state", "tries"],
        select(
            agenda.c.id,
            _steps.c.sends_on,
            _steps.c.sends_slot,
            agenda.c.owner,
            agenda.c.lane,
            _steps.c.sends_at,
            literal(DeliveryState.PLANNED, deliveries.c.state.type),
            literal(0),
        ).where(_IN_STEP),
    )
    .on_conflict_do_nothing()
)
_MOVE_ON = (
    update(agenda)
    .where(_IN_STEP)
    .values(slot_on=_steps.c.then_on, slot=_steps.c.then_slot, due_at=_steps.c.then_at)
)
_DUE_GROUPS = (
    select(*_GROUP)
    .where(_CHECKIN, agenda.c.due_at <= bindparam("now", type_=Instant))
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
        return rows.every(self._connection, AgendaRow, _DUE, by)

    def due_groups(self, now: datetime, limit: int) -> Sequence[DueGroup]:
        """Return the groups of due CHECKIN rows, earliest first."""
        found = self._connection.execute(_DUE_GROUPS, {"now": now, "limit": limit})
        return [rows.read(DueGroup, row) for row in found]

    def plan(self, steps: Sequence[PlanStep]) -> None:
        """Write the deliveries and move the rows on, in two statements for all of them."""
        if not steps:
            return
        run = self._connection.execute
        run(_MAKE_STEPS)
        run(_EMPTY_STEPS)
        run(_ADD_STEPS, [_step(step) for step in steps])
        run(_SEND)
        run(_MOVE_ON)

    def next_due(self) -> datetime | None:
        """Return the earliest `due_at`."""
        earliest: datetime | None = self._connection.scalar(_NEXT_DUE)
        return earliest


def _step(step: PlanStep) -> dict[str, object]:
    return rows.values_of(step.group) | {
        "sends_on": step.sends.slot_on,
        "sends_slot": step.sends.slot,
        "sends_at": step.sends.at,
        "then_on": step.then.slot_on,
        "then_slot": step.then.slot,
        "then_at": step.then.at,
    }
