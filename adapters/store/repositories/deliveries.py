"""The outbox as rows. A claim is one statement, so that no two callers are handed the same row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    delete,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert

from adapters.store.columns import Instant
from adapters.store.repositories.rows import columns_of, every, read, values_of
from adapters.store.tables import OPEN
from adapters.store.tables import deliveries as table
from bot.domain.deliveries import ENDED, Delivery, DeliveryState
from bot.domain.people import PersonId

_ROW = columns_of(table, Delivery)
_SAVE = update(table).where(
    table.c.agenda == bindparam("of_row"),
    table.c.slot_on == bindparam("of_day"),
    table.c.slot == bindparam("of_slot"),
)
_ADD = insert(table).on_conflict_do_nothing()
_PLANNED = and_(OPEN, table.c.state == DeliveryState.PLANNED)
_IN_DOUBT = and_(OPEN, table.c.state == DeliveryState.AMBIGUOUS)
_WAITING = and_(OPEN, table.c.state.in_([DeliveryState.PLANNED, DeliveryState.AMBIGUOUS]))
_NOW = bindparam("now", type_=Instant)
_IS_FREE = or_(table.c.not_before.is_(None), table.c.not_before <= _NOW)
_LANES = select(table.c.lane).where(_WAITING, _IS_FREE).distinct()
_OPEN_LANES = select(table.c.lane).where(OPEN, _IS_FREE).distinct()
_COULD_LEAVE = case((table.c.not_before > table.c.due_at, table.c.not_before), else_=table.c.due_at)
_SINCE = (
    select(table.c.lane, func.min(_COULD_LEAVE, type_=Instant))
    .where(_PLANNED, _IS_FREE)
    .group_by(table.c.lane)
)
_HELD = select(func.min(table.c.not_before)).where(_WAITING, table.c.not_before > _NOW)
_HELD_HERE = _HELD.where(table.c.lane == bindparam("lane"))
_SLOT = select(table.c.seq).where(
    table.c.agenda == bindparam("agenda"),
    table.c.slot_on == bindparam("slot_on"),
    table.c.slot == bindparam("slot"),
)
_taken = (
    select(table.c.seq)
    .where(_PLANNED, table.c.lane == bindparam("of_lane"), _IS_FREE)
    .order_by(table.c.due_at, table.c.seq)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)  # of which SQLite, with its one writer, has no need
    .cte("taken")  # looked for once: as a subquery, PostgreSQL may look again for each row, and take more
)
_CLAIM = (
    update(table)
    .where(table.c.seq.in_(select(_taken.c.seq)))
    .values(state=DeliveryState.CLAIMED)
    .returning(*_ROW, table.c.seq)
)
_HALF_WAY = and_(OPEN, table.c.state.in_([DeliveryState.CLAIMED, DeliveryState.SENDING]))
_RECOVER = (
    update(table)
    .where(_HALF_WAY)
    .values(
        state=case(
            (table.c.state == DeliveryState.CLAIMED, literal(DeliveryState.PLANNED, table.c.state.type)),
            else_=literal(DeliveryState.AMBIGUOUS, table.c.state.type),
        )
    )
)
_RECOVER_HERE = _RECOVER.where(table.c.lane == bindparam("of_lane"))
_DOUBTED = (
    select(*_ROW)
    .where(_IN_DOUBT, table.c.lane == bindparam("lane"), _IS_FREE)
    .order_by(table.c.due_at, table.c.seq)
)


class SqlDeliveries:
    """The repository `bot.ports.store.Deliveries`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def add(self, delivery: Delivery) -> None:
        """Add a delivery; one that exists is left alone."""
        self._connection.execute(_ADD, values_of(delivery))

    def was_planned(self, agenda: UUID, slot_on: date, slot: str) -> bool:
        """Return whether a slot was planned before, whatever became of it."""
        by = {"agenda": agenda, "slot_on": slot_on, "slot": slot}
        return self._connection.scalar(_SLOT, by) is not None

    def claim(self, lane: str, now: datetime, limit: int) -> Sequence[Delivery]:
        """Move planned ones of a lane to `claimed` and return them, earliest first."""
        by = {"of_lane": lane, "now": now, "limit": limit}
        claimed = self._connection.execute(_CLAIM, by).all()
        claimed = sorted(claimed, key=lambda row: (row.due_at, row.seq))  # RETURNING keeps no order
        return [read(Delivery, row) for row in claimed]

    def save(self, delivery: Delivery) -> None:
        """Write lane, state, not_before, tries, run and door; one that was erased meanwhile stays gone."""
        self._connection.execute(
            _SAVE,
            {
                "of_row": delivery.agenda,
                "of_day": delivery.slot_on,
                "of_slot": delivery.slot,
                "lane": delivery.lane,
                "state": delivery.state,
                "not_before": delivery.not_before,
                "tries": delivery.tries,
                "run": delivery.run,
                "door": delivery.door,
            },
        )

    def every(self, owner: PersonId) -> Sequence[Delivery]:
        """Return all deliveries of a person, in the order in which they were planned."""
        return every(
            self._connection, Delivery, select(*_ROW).where(table.c.owner == owner).order_by(table.c.seq)
        )

    def in_doubt(self, lane: str, now: datetime) -> Sequence[Delivery]:
        """Return what is ambiguous in a lane and not held back, earliest first."""
        return every(self._connection, Delivery, _DOUBTED, {"lane": lane, "now": now})

    def recover(self, lane: str | None = None) -> None:
        """Sort out what ended half way, in all lanes or in one."""
        if lane is None:
            self._connection.execute(_RECOVER)
        else:
            self._connection.execute(_RECOVER_HERE, {"of_lane": lane})

    def let_go(self, agenda: UUID) -> None:
        """Planned deliveries of an agenda row become expired."""
        self._connection.execute(
            update(table)
            .where(table.c.agenda == agenda, table.c.state == DeliveryState.PLANNED)
            .values(state=DeliveryState.EXPIRED)
        )

    def move(self, agenda: UUID, lane: str) -> None:
        """Planned deliveries of an agenda row leave by a lane, and nothing of another holds them back."""
        self._connection.execute(
            update(table)
            .where(table.c.agenda == agenda, table.c.state == DeliveryState.PLANNED, table.c.lane != lane)
            .values(lane=lane, not_before=None)
        )

    def hold(self, lane: str, until: datetime) -> None:
        """What is planned in a lane waits until an instant at least."""
        self._connection.execute(
            update(table).where(_PLANNED, table.c.lane == lane, _is_free(until)).values(not_before=until)
        )

    def waiting(self, now: datetime, *, and_begun: bool = False) -> frozenset[str]:
        """Return the lanes that have something to do, or with `and_begun` something under way."""
        return frozenset(self._connection.scalars(_OPEN_LANES if and_begun else _LANES, {"now": now}))

    def waiting_since(self, now: datetime) -> Mapping[str, datetime]:
        """Return since when each lane has something planned that nothing holds back."""
        return {row[0]: row[1] for row in self._connection.execute(_SINCE, {"now": now})}

    def next_not_before(self, now: datetime, lane: str | None = None) -> datetime | None:
        """Return the earliest `not_before` after `now` of what is planned or in doubt."""
        held = (_HELD, {"now": now}) if lane is None else (_HELD_HERE, {"now": now, "lane": lane})
        earliest: datetime | None = self._connection.scalar(*held)
        return earliest

    def prune(self, before: datetime) -> None:
        """Remove what ended and was due before an instant: a walk over the table, once a day."""
        self._connection.execute(delete(table).where(table.c.state.in_(ENDED), table.c.due_at < before))


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(table.c.not_before.is_(None), table.c.not_before <= now)
