"""Planning check-ins: a delivery for each due row of a group, and the row moved on, in a few statements.

On SQLite the steps of a plan stand in a temporary table, for its own two statements to join with. On
PostgreSQL they come as arrays, and one statement takes the rows that nobody else is planning.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Connection,
    FromClause,
    MetaData,
    Select,
    Table,
    Text,
    and_,
    bindparam,
    column,
    delete,
    func,
    insert,
    literal,
    select,
    update,
)
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from adapters.store.columns import Day, Instant
from adapters.store.repositories import rows
from adapters.store.repositories.rows import columns_of
from adapters.store.tables import agenda, deliveries
from bot.domain.agenda import AgendaKind, DueGroup, PlanStep
from bot.domain.deliveries import DeliveryState

GROUP = columns_of(agenda, DueGroup)
CHECKIN = agenda.c.kind == AgendaKind.CHECKIN

_STEP = (
    *((column.name, column.type) for column in GROUP),
    ("sends_on", Day()),
    ("sends_slot", Text()),
    ("sends_at", Instant()),
    ("then_on", Day()),
    ("then_slot", Text()),
    ("then_at", Instant()),
)
"""The names and types of what a step is."""
_WRITTEN = ["agenda", "slot_on", "slot", "owner", "lane", "due_at", "state", "tries"]


def plan(connection: Connection, steps: Sequence[PlanStep]) -> None:
    """Write the deliveries and move the rows on, as `bot.ports.store.Agenda.plan` says."""
    if not steps:
        return
    values = [_step(step) for step in steps]
    if connection.dialect.name == "postgresql":
        connection.execute(_TAKE, {f"of_{name}": [step[name] for step in values] for name, _ in _STEP})
        return
    for statement in (_MAKE_STEPS, _EMPTY_STEPS):
        connection.execute(statement)
    connection.execute(_ADD_STEPS, values)
    connection.execute(_SEND)
    connection.execute(_MOVE_ON)


def _step(step: PlanStep) -> dict[str, object]:
    return rows.values_of(step.group) | {
        "sends_on": step.sends.slot_on,
        "sends_slot": step.sends.slot,
        "sends_at": step.sends.at,
        "then_on": step.then.slot_on,
        "then_slot": step.then.slot,
        "then_at": step.then.at,
    }


def _in(steps: FromClause) -> ColumnElement[bool]:
    return and_(CHECKIN, *(each == steps.c[each.name] for each in GROUP))


def _delivery(of: FromClause, step: FromClause) -> Select[Any]:  # Any: each column has its own type
    return select(
        of.c.id,
        step.c.sends_on,
        step.c.sends_slot,
        of.c.owner,
        of.c.lane,
        step.c.sends_at,
        literal(DeliveryState.PLANNED, deliveries.c.state.type),
        literal(0),
    )


_steps = Table("steps", MetaData(), *(Column(name, kind) for name, kind in _STEP), prefixes=["TEMPORARY"])
_MAKE_STEPS = CreateTable(_steps, if_not_exists=True)
_EMPTY_STEPS = delete(_steps)
_ADD_STEPS = insert(_steps)
_SEND = (
    postgresql.insert(deliveries)
    .from_select(_WRITTEN, _delivery(agenda, _steps).where(_in(_steps)))
    .on_conflict_do_nothing()
)
_MOVE_ON = (
    update(agenda)
    .where(_in(_steps))
    .values(slot_on=_steps.c.then_on, slot=_steps.c.then_slot, due_at=_steps.c.then_at)
)

_given = (
    func.unnest(*(bindparam(f"of_{name}", type_=ARRAY(kind)) for name, kind in _STEP))
    .table_valued(*(column(name, kind) for name, kind in _STEP), name="steps")
    .render_derived()
)
_due = (
    select(agenda.c.id, agenda.c.owner, agenda.c.lane, *(_given.c[name] for name, _ in _STEP[len(GROUP) :]))
    .join_from(_given, agenda, _in(_given))
    .with_for_update(of=agenda, skip_locked=True)
    .cte("due")
)
_moved = (
    update(agenda)
    .where(agenda.c.id == _due.c.id)
    .values(slot_on=_due.c.then_on, slot=_due.c.then_slot, due_at=_due.c.then_at)
    .cte("moved")
)
_TAKE = (
    postgresql.insert(deliveries)
    .from_select(_WRITTEN, _delivery(_due, _due))
    .on_conflict_do_nothing()
    .add_cte(_moved)
)
