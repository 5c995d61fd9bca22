"""A person's check-ins on the agenda: one row, its rhythm, and which slot it waits for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from uuid import UUID
from zoneinfo import ZoneInfo

from bot.domain.agenda import SENT_ONCE, AgendaKind, AgendaRow
from bot.domain.people import Person, Standing
from bot.domain.recurrence import Occurrence, following, next_after, occurrences
from bot.domain.rota import Rhythms, rhythm_of
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn, local_day
from bot.services.letters.absence import is_on_leave
from bot.services.letters.team import is_off
from bot.services.organisations.rules import rules_to
from bot.services.rhythm.wishes import wishes_of

_MOST_HOLIDAYS = 60
"""Slots in a row that may be looked at for one that is no day off."""
_TWO_DAYS = timedelta(days=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Enrolment:
    """A person's row with the rhythm and zone that it goes by."""

    row: AgendaRow
    rhythm: Rhythms
    zone: str


def enrolment_of(unit: Unit, person: Person) -> Enrolment | None:
    """Return how a person's check-ins come; None where no hour was ever chosen."""
    return enrolment_in(unit.agenda.of(person.id, AgendaKind.CHECKIN))


def enrolment_in(row: AgendaRow | None) -> Enrolment | None:
    """Return how somebody's check-ins come by this row; None where it is none, or no hour is set."""
    if row is None or row.rule is None or row.zone is None:
        return None
    return Enrolment(row=row, rhythm=rhythm_of(row.rule), zone=row.zone)


def enrol(turn: Turn, person: Person, rhythm: Rhythms, zone: str) -> Occurrence:
    """Write the person and their row; what was planned under another rhythm is let go.

    A slot that was planned before is not asked again, whatever zone they went to. Who is active again
    gets what waited beside the check-ins. They come by the preferred door, wherever this was chosen.
    """
    door = turn.unit.people.door(person.id)
    held = enrolment_of(turn.unit, turn.person)
    if held is not None and held.rhythm != rhythm:
        turn.unit.deliveries.let_go(held.row.id)
    row = held.row.id if held else turn.desk.chance.new_id()
    upcoming = _slot_for(turn.unit, person, row, rhythm, zone_of(zone), after=turn.now)
    turn.unit.people.save(person)
    turn.unit.agenda.put(
        AgendaRow(
            id=row,
            kind=AgendaKind.CHECKIN,
            owner=person.id,
            rule=str(rhythm),
            zone=zone,
            due_at=upcoming.at if person.standing is Standing.ACTIVE else None,
            slot_on=upcoming.slot_on,
            slot=upcoming.slot,
            lane=door.lane if door else turn.event.account.lane,
        )
    )
    if person.standing is Standing.ACTIVE:
        _revive(turn.unit, person, turn.now)
    return upcoming


def has_course(unit: Unit, person: Person) -> bool:
    """Whether something of a course is still to come to somebody, whatever their check-ins do."""
    return any(row.kind is AgendaKind.COURSE_PUSH for row in unit.agenda.every(person.id))


def move_row(unit: Unit, person: Person, held: Enrolment, zone: str, now: datetime) -> None:
    """Let check-ins come in another zone from the first slot on that was not planned yet."""
    upcoming = _slot_for(unit, person, held.row.id, held.rhythm, zone_of(zone), after=now)
    unit.agenda.put(
        replace(
            held.row,
            zone=zone,
            due_at=upcoming.at if held.row.due_at else None,
            slot_on=upcoming.slot_on,
            slot=upcoming.slot,
        )
    )


def coming(desk: Desk, unit: Unit, person: Person, held: Enrolment) -> Occurrence:
    """Return the slot that a row waits for, to be told; a later one if nothing comes on that."""
    zone, rules = zone_of(held.zone), rules_to(desk, unit, person.id)
    slots = occurrences(held.rhythm, zone, held.row.slot_on or local_day(person, desk.clock.now()))
    slot = next(slots)
    for later in islice(slots, _MOST_HOLIDAYS):
        is_quiet = rules.is_hushed(slot.at) or is_off(desk, rules, slot.slot_on)
        if not is_quiet and not falls_on_holiday(desk, unit, person, slot.slot_on):
            break
        slot = later
    return slot


def falls_on_holiday(desk: Desk, unit: Unit, person: Person, slot_on: date) -> bool:
    """Whether a date is a public holiday in the person's region and they wish none of those."""
    if person.region is None or not desk.holidays.is_holiday(person.region, slot_on):
        return False
    return wishes_of(desk, unit, person).skips_holidays


def silence(unit: Unit, person: Person, row: AgendaRow, standing: Standing) -> None:
    """Pause a person's check-ins and let go of what is planned for them, a question to come again too."""
    let_go(unit, person, row)
    unit.agenda.put(replace(row, due_at=None))
    unit.people.save(replace(person, standing=standing, away_until=None))


def let_go(unit: Unit, person: Person, row: AgendaRow) -> None:
    """Let go of what is planned now: nothing will be waiting."""
    unit.deliveries.let_go(row.id)
    for other in unit.agenda.every(person.id):
        if other.kind is AgendaKind.SNOOZE:
            unit.agenda.remove(other.id)
            unit.deliveries.let_go(other.id)


def hold(unit: Unit, person: Person) -> None:
    """Let no check-in come, whatever the person's own standing, until `begin_again`."""
    row = unit.agenda.of(person.id, AgendaKind.CHECKIN)
    if row is not None:
        let_go(unit, person, row)
        unit.agenda.put(replace(row, due_at=None))


def begin_again(unit: Unit, person: Person, now: datetime) -> None:
    """Let check-ins come as they stood, from the next slot on, and what waited beside them.

    A pause or a stop of the person's own stays one.
    """
    if person.standing not in {Standing.ACTIVE, Standing.ARRIVING}:
        return
    held = enrolment_of(unit, person)
    if held is not None:
        zone = zone_of(held.zone)
        upcoming = _slot_for(unit, person, held.row.id, held.rhythm, zone, after=now)
        unit.agenda.put(replace(held.row, due_at=upcoming.at, slot_on=upcoming.slot_on, slot=upcoming.slot))
    _revive(unit, person, now)


def back_again(unit: Unit, person: Person, now: datetime) -> Person:
    """Forget a leave that is over, and return the person as they are then."""
    if person.away_until is None or local_day(person, now) < person.away_until:
        return person
    back = replace(person, away_until=None)
    unit.people.save(back)
    return back


def _slot_for(
    unit: Unit, person: Person, row: UUID, rhythm: Rhythms, zone: ZoneInfo, *, after: datetime
) -> Occurrence:
    """Return the next slot: after an instant, after leave, and never planned before, in whatever zone."""
    if person.away_until is not None:
        after = max(after, datetime.combine(person.away_until, time(), zone) - _TWO_DAYS)
    slot = next_after(rhythm, zone, after)
    while is_on_leave(person, slot.at) or unit.deliveries.was_planned(row, slot.slot_on, slot.slot):
        slot = following(rhythm, zone, slot.slot_on)
    return slot


def _revive(unit: Unit, person: Person, now: datetime) -> None:
    """Give what waited for somebody its time; leave, if there is any, holds it back again."""
    for row in unit.agenda.every(person.id):
        if row.kind in SENT_ONCE and row.due_at is None and row.slot_on is None:
            unit.agenda.put(replace(row, due_at=now))
