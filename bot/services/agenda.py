"""Time passes: what is due is planned and moved on, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.recurrence import Occurrence, Rule, following, next_after
from bot.domain.zones import zone_of
from bot.ports.engine import Ticked
from bot.ports.store import Unit
from bot.services.desk import Desk

GROUPS_AT_ONCE = 500
"""Groups of rows planned in one unit, so that nobody's "Saved" waits long for the single writer."""
ROWS_AT_ONCE = 500
EVENTS_KEPT = timedelta(hours=48)
"""How long the hash of a handled event is kept: longer than any platform re-delivers."""
DELIVERIES_KEPT = timedelta(days=35)
HOUSEKEEPING_EVERY = timedelta(days=1)
_HOUSEKEEPING = UUID(int=0)


async def tick(desk: Desk) -> Ticked:
    """Plan everything that is due; return the lanes to wake and when to look again."""
    lanes: frozenset[str] = frozenset()
    while True:
        planned, more = await desk.store.run(partial(_step, now=desk.clock.now()))
        lanes |= planned
        if not more:
            break
    return await desk.store.run(partial(_ticked, now=desk.clock.now(), lanes=lanes), writes=False)


def begin_housekeeping(unit: Unit, now: datetime) -> None:
    """Put the daily row of the house itself on the agenda, once."""
    if unit.agenda.get(_HOUSEKEEPING) is None:
        unit.agenda.put(AgendaRow(id=_HOUSEKEEPING, kind=AgendaKind.HOUSEKEEPING, due_at=now))


def _step(unit: Unit, now: datetime) -> tuple[frozenset[str], bool]:
    """Plan one batch; the flag says whether more may be due."""
    groups = unit.agenda.due_groups(now, GROUPS_AT_ONCE)
    lanes = unit.agenda.plan([_plan(group, now) for group in groups])
    rows = unit.agenda.due(tuple(_KINDS), now, ROWS_AT_ONCE)
    for row in rows:
        _KINDS[row.kind](unit, row, now)
    return lanes, len(groups) == GROUPS_AT_ONCE or len(rows) == ROWS_AT_ONCE


def _ticked(unit: Unit, now: datetime, lanes: frozenset[str]) -> Ticked:
    held = (unit.agenda.next_due(), unit.deliveries.next_not_before(now))
    next_at = min((at for at in held if at is not None), default=None)
    return Ticked(lanes=lanes | unit.deliveries.waiting(now), next_at=next_at)


def _plan(group: DueGroup, now: datetime) -> PlanStep:
    """Compute once for a whole group what is sent and what comes then.

    After a long sleep only the latest slot that has come is sent: one catch-up, no pile-up.
    """
    rule, zone = Rule.parse(group.rule), zone_of(group.zone)
    then = next_after(rule, zone, max(group.due_at, now))
    sends = Occurrence(
        slot_on=group.slot_on, slot=group.slot, at=group.due_at, local=group.due_at.astimezone(zone)
    )
    while (later := following(rule, zone, sends.slot_on)).at < then.at:
        sends = later
    return PlanStep(group=group, sends=sends, then=then)


def _draft_ends(unit: Unit, row: AgendaRow, now: datetime) -> None:  # noqa: ARG001 - every kind has one shape
    if row.ref is not None:
        unit.journal.drop_draft(row.ref)
    unit.agenda.remove(row.id)


def _housekeeping(unit: Unit, row: AgendaRow, now: datetime) -> None:
    unit.inbox.prune((now - EVENTS_KEPT).date())
    unit.deliveries.prune(now - DELIVERIES_KEPT)
    unit.agenda.put(AgendaRow(id=row.id, kind=row.kind, due_at=now + HOUSEKEEPING_EVERY))


_KINDS: Mapping[AgendaKind, Callable[[Unit, AgendaRow, datetime], None]] = {
    AgendaKind.DRAFT_ENDS: _draft_ends,
    AgendaKind.HOUSEKEEPING: _housekeeping,
}
"""The kinds that are taken row by row. Check-ins are the set-based fast path."""
