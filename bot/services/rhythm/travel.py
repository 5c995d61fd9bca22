"""Elsewhere for a while: check-ins keep their hour in another zone, and home comes back by itself."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.dates import day_ahead
from bot.domain.people import Person
from bot.domain.zones import zone_meant, zone_of
from bot.errors import BadInput, KeyGone, Tampered
from bot.ports.store import Unit
from bot.services.cards import schedule as schedule_cards
from bot.services.cards import travel as cards
from bot.services.cards.days import next_phrase
from bot.services.desk import Desk, Turn
from bot.services.rhythm import looks
from bot.services.rhythm.enrolment import coming, enrolment_of, move_row
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.surface.card import Card
from bot.surface.outcome import Open, Outcome, Refuse, answer

_A_MOMENT = timedelta(seconds=1)

_log = logging.getLogger(__name__)


def until(turn: Turn) -> date | None:
    """Return the date from which somebody is home again; None while they are."""
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.ZONE_ENDS)
    return row.slot_on if row else None


def ask(turn: Turn) -> Outcome:
    """Open the form: which zone, until when."""
    if enrolment_of(turn.unit, turn.person) is None:
        return answer(schedule_cards.not_set())
    return Outcome(first=Open(form=cards.form(turn.mint("settings.elsewhere.save"))))


def save(turn: Turn) -> Outcome:
    """Take the form: from now on check-ins come in that zone, until the date in the old one."""
    values = turn.typed
    errors: dict[str, str] = {}
    zone, day = turn.person.zone or "", turn.today
    typed = values.get("zone", "").strip()
    try:
        zone = zone_meant(typed).key
        if zone == turn.person.zone:
            errors["zone"] = cards.SAME_ZONE
    except BadInput as problem:
        errors["zone"] = problem.sentence if typed else schedule_cards.NO_ZONE
    try:
        day = day_ahead(values.get("until", ""), turn.today)
    except BadInput as problem:
        errors["until"] = problem.sentence
    if errors:
        return Outcome(first=Refuse(errors=errors))
    return _go(turn, zone, day)


def home(turn: Turn) -> Outcome:
    """Go back to the home zone now."""
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.ZONE_ENDS)
    if row is None:
        return answer(cards.home(turn.person.zone or "UTC", None))
    person = _go_home(turn.desk, turn.unit, turn.person, row, turn.now)
    return answer(cards.home(person.zone or "UTC", _told(turn.as_person(person))))


def stay(turn: Turn) -> None:
    """Take another zone as home from now on: nothing is gone back to."""
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.ZONE_ENDS)
    if row is not None:
        turn.unit.agenda.remove(row.id)
        _forget_home(turn.desk, turn.unit, turn.person)


def ends(desk: Desk, unit: Unit, row: AgendaRow, now: datetime) -> None:
    """Bring somebody home on their date: the slots of earlier dates are still asked where they were."""
    person = unit.people.get(row.owner) if row.owner else None
    if person is None or row.slot_on is None:
        unit.agenda.remove(row.id)
        return
    held = enrolment_of(unit, person)
    pending = held.row if held else None
    if pending and pending.due_at and pending.slot_on and pending.slot_on < row.slot_on:
        unit.agenda.put(replace(row, due_at=pending.due_at))
        return
    try:
        _go_home(desk, unit, person, row, now)
    except (KeyGone, Tampered) as problem:
        _log.warning("a home zone does not open: %s", type(problem).__name__)
        unit.agenda.remove(row.id)


def home_zone(desk: Desk, unit: Unit, person: Person) -> str:
    """Return the zone to which somebody goes back; their own while they are at home."""
    return wishes_of(desk, unit, person).home_zone or person.zone or "UTC"


def move(turn: Turn, zone: str) -> str | None:
    """Take another zone as home, with the same hour by its clocks; return when the next check-in comes."""
    stay(turn)
    return _told(turn.as_person(_move(turn.unit, turn.person, zone, turn.now)))


def _go(turn: Turn, zone: str, day: date) -> Outcome:
    if zone == home_zone(turn.desk, turn.unit, turn.person):
        return home(turn)
    return answer(go(turn, zone, day))


def go(turn: Turn, zone: str, day: date) -> Card:
    """Let check-ins come in a zone that is not home until a date; say what was understood."""
    wishes = wishes_of(turn.desk, turn.unit, turn.person)
    at_home = wishes.home_zone or turn.person.zone or "UTC"
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.ZONE_ENDS)
    keep_wishes(turn.desk, turn.unit, turn.person, replace(wishes, home_zone=at_home))
    turn.unit.agenda.put(
        AgendaRow(
            id=row.id if row else turn.desk.chance.new_id(),
            kind=AgendaKind.ZONE_ENDS,
            owner=turn.person.id,
            due_at=_ends_at(day, zone, at_home),
            slot_on=day,
        )
    )
    person = _move(turn.unit, turn.person, zone, turn.now)
    moved = turn.as_person(person)
    return cards.gone(zone, at_home, day, turn.today, _told(moved))


def _ends_at(day: date, *zones: str) -> datetime:
    """Return the last moment before the date begins in either zone: its first slot is still ahead in both."""
    return min(datetime.combine(day, time(), zone_of(zone)) for zone in zones).astimezone(UTC) - _A_MOMENT


def _go_home(desk: Desk, unit: Unit, person: Person, row: AgendaRow, now: datetime) -> Person:
    at_home = _forget_home(desk, unit, person)
    unit.agenda.remove(row.id)
    return _move(unit, person, at_home, now) if at_home else person


def _forget_home(desk: Desk, unit: Unit, person: Person) -> str | None:
    wishes = wishes_of(desk, unit, person)
    keep_wishes(desk, unit, person, replace(wishes, home_zone=None))
    return wishes.home_zone


def _move(unit: Unit, person: Person, zone: str, now: datetime) -> Person:
    moved = replace(person, zone=zone)
    unit.people.save(moved)
    held = enrolment_of(unit, person)
    if held is not None:
        move_row(unit, moved, held, zone, now)
    looks.move(unit, moved, zone, now)
    return moved


def _told(turn: Turn) -> str | None:
    held = enrolment_of(turn.unit, turn.person)
    if held is None or held.row.due_at is None:
        return None
    return next_phrase(coming(turn.desk, turn.unit, turn.person, held), turn.today)
