"""Time passes: what is due is planned and moved on, in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from bot.domain.agenda import ONCE, PRESSING, SENT_ONCE, AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.deliveries import Delivery
from bot.domain.recurrence import Occurrence, following, next_after
from bot.domain.rota import rhythm_of
from bot.domain.zones import zone_of
from bot.ports.engine import Ticked
from bot.ports.store import Unit
from bot.services.admin import adoption
from bot.services.ask_desk import clock as ask_desk
from bot.services.circles import rounds, team
from bot.services.company import matching as company
from bot.services.desk import Desk
from bot.services.doors.ways import door_of
from bot.services.gatherings import outgoing as circles
from bot.services.journal import keeping
from bot.services.leaving import departures
from bot.services.letters.absence import is_away, waits_until
from bot.services.organisations import notices
from bot.services.pushes import clock as courses
from bot.services.pushes import hours
from bot.services.rhythm import travel
from bot.services.takeout import copies

GROUPS_AT_ONCE = 500
"""Groups of rows planned in one unit, so that nobody's "Saved" waits long for the single writer."""
ROWS_AT_ONCE = 100
"""Rows that are taken one by one in one unit, for the same reason."""
EVENTS_KEPT = timedelta(hours=48)
"""How long the hash of a handled event is kept: longer than any platform re-delivers."""
DELIVERIES_KEPT = timedelta(days=35)
CHANGES_KEPT = timedelta(days=730)
"""How long an organisation's log reaches back (docs/trust/retention.md)."""
HOUSEKEEPING_EVERY = timedelta(days=1)
_HOUSEKEEPING = UUID(int=0)


async def tick(desk: Desk) -> Ticked:
    """Plan everything that is due; return the lanes to wake and when to look again.

    Each event that wrote lets time be looked at anew, and mostly nothing is due: then the writer is left to
    others.
    """
    at_rest, over = await desk.store.run(partial(_look, desk=desk, now=desk.clock.now()), writes=False)
    if at_rest is not None:
        return at_rest
    desk.crash.passing("before_plan")
    while await desk.store.run(partial(_step, desk=desk, now=desk.clock.now())):
        pass
    desk.crash.passing("after_plan")
    if over:
        await departures.end_accounts(desk, over)
    return await desk.store.run(partial(_stands, desk=desk, now=desk.clock.now()), writes=False)


def begin_housekeeping(unit: Unit, now: datetime) -> None:
    """Put the daily row of the house itself on the agenda, once."""
    if unit.agenda.get(_HOUSEKEEPING) is None:
        unit.agenda.put(AgendaRow(id=_HOUSEKEEPING, kind=AgendaKind.HOUSEKEEPING, due_at=now))


def _step(unit: Unit, desk: Desk, now: datetime) -> bool:
    """Plan one batch; return whether more may be due.

    What somebody asked for leaves before the check-in of the same hour, which may end in a pause.
    """
    rows = unit.agenda.due((*_KINDS, *SENT_ONCE), now, ROWS_AT_ONCE)
    for row in rows:
        if row.kind in SENT_ONCE:
            _send_once(unit, row, now)
        else:
            _KINDS[row.kind](desk, unit, row, now)
    groups = unit.agenda.due_groups(now, GROUPS_AT_ONCE)
    unit.agenda.plan([_plan(group, now) for group in groups])
    return len(groups) == GROUPS_AT_ONCE or len(rows) == ROWS_AT_ONCE


def _look(unit: Unit, desk: Desk, now: datetime) -> tuple[Ticked | None, Sequence[AgendaRow]]:
    """Return how things stand where nothing is due; else None, and the accounts among it that are over."""
    next_due = unit.agenda.next_due()
    if next_due is not None and next_due <= now:
        return None, departures.accounts_over(unit, now)
    return _stands(unit, desk, now), ()


def _stands(unit: Unit, desk: Desk, now: datetime) -> Ticked:
    """Return which lanes have work, and when to look again.

    Where other processes drain, one that died left lanes in which all was claimed: they are drained again.
    """
    ahead = (unit.agenda.next_due(), unit.deliveries.next_not_before(now))
    next_at = min((at for at in ahead if at is not None), default=None)
    return Ticked(lanes=unit.deliveries.waiting(now, and_begun=desk.is_shared), next_at=next_at)


def _plan(group: DueGroup, now: datetime) -> PlanStep:
    """Compute once for a whole group what is sent and what comes then.

    After a long sleep only the latest slot that has come is sent: one catch-up, no pile-up.
    """
    rhythm, zone = rhythm_of(group.rule), zone_of(group.zone)
    then = next_after(rhythm, zone, max(group.due_at, now))
    sends = Occurrence(
        slot_on=group.slot_on, slot=group.slot, at=group.due_at, local=group.due_at.astimezone(zone)
    )
    while (later := following(rhythm, zone, sends.slot_on)).at < then.at:
        sends = later
    return PlanStep(group=group, sends=sends, then=then)


def _send_once(unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Plan what is sent once; the row stays, without a time, until it was shown.

    Who has paused or stopped gets nothing: the row waits, and `resume` gives it a time again. Who is on
    leave gets it on the morning that they are back. What is pressing comes all the same, but to who stopped.
    Who is gone from their platform gets nothing either, until they come back.
    """
    person = unit.people.get(row.owner) if row.owner else None
    door = door_of(unit, row.owner, row) if row.owner else None
    if person is None or door is None or row.due_at is None:
        unit.agenda.remove(row.id)
        return
    if departures.shut_early(unit, person, door, now):
        return  # it is due still, and taken again as things are then
    if departures.is_gone(unit, person.id):
        unit.agenda.put(replace(row, due_at=None))
        return
    is_pressing = row.kind in PRESSING and person.has_said_yes
    if is_away(person, now) and not is_pressing:
        unit.agenda.put(replace(row, due_at=waits_until(person)))
        return
    unit.agenda.put(replace(row, due_at=None, slot_on=row.due_at.date(), slot=ONCE))
    unit.deliveries.add(
        Delivery(
            agenda=row.id,
            slot_on=row.due_at.date(),
            slot=ONCE,
            owner=person.id,
            lane=door.lane,
            due_at=row.due_at,
        )
    )


def _ends(_desk: Desk, unit: Unit, row: AgendaRow, _now: datetime) -> None:
    """Remove a row that was there only to be known for a while."""
    unit.agenda.remove(row.id)


def _zone_ends(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Let somebody be home again, and what their courses bring them too."""
    travel.ends(desk, unit, row, now)
    if row.owner is not None:
        hours.plan_for(desk, unit, row.owner, now)


def _draft_ends(_desk: Desk, unit: Unit, row: AgendaRow, _now: datetime) -> None:
    """Drop words that nobody came back to: a draft, a flow that was left open, a list that was not taken."""
    if row.ref is not None:
        unit.gatherings.remove_post(row.ref)
        unit.journal.drop_draft(row.ref)
        unit.sheets.remove(row.ref)
        unit.agenda.remove_for(row.ref)
    unit.agenda.remove(row.id)


def _housekeeping(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    unit.inbox.prune((now - EVENTS_KEPT).date())
    unit.deliveries.prune(now - DELIVERIES_KEPT)
    unit.organisations.prune_changes(now - CHANGES_KEPT)
    is_to_go_on = keeping.begin(unit, now) or adoption.count(desk, unit, now)
    due_at = now if is_to_go_on else now + HOUSEKEEPING_EVERY
    unit.agenda.put(AgendaRow(id=row.id, kind=row.kind, due_at=due_at))


_KINDS: Mapping[AgendaKind, Callable[[Desk, Unit, AgendaRow, datetime], None]] = {
    AgendaKind.DRAFT_ENDS: _draft_ends,
    AgendaKind.FILE_ENDS: copies.fall_due,
    AgendaKind.ZONE_ENDS: _zone_ends,
    AgendaKind.SCENE_ENDS: keeping.end_scene,
    AgendaKind.KEEPING: keeping.look_through,
    AgendaKind.DOOR_ENDS: departures.end_door,
    AgendaKind.LINK_CODE: _ends,
    AgendaKind.ROLE_CODE: _ends,
    AgendaKind.LANE_CLOSES: departures.close_lane,
    AgendaKind.LANE_OPENS: departures.open_lane,
    AgendaKind.NOTICE_GOES_OUT: notices.go_out,
    AgendaKind.NOTICE_STANDS: _ends,
    AgendaKind.TEAM_PROMPT: team.fall_due,
    AgendaKind.POST: circles.fall_due,
    AgendaKind.COMPANY: company.fall_due,
    AgendaKind.ROUND: rounds.fall_due,
    AgendaKind.COURSE: courses.fall_due,
    AgendaKind.COURSE_ASKED: ask_desk.fall_due,
    AgendaKind.HOUSEKEEPING: _housekeeping,
}
"""The kinds that are taken row by row. Check-ins are the set-based fast path; an account that is over ends in
a unit of its own."""
