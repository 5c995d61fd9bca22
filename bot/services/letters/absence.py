"""Not now: whom nothing is sent to at the moment, and when something may be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time

from bot.domain.agenda import AgendaRow
from bot.domain.people import Person, QuietHours, Standing
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.desk import Desk, local_day


def is_on_leave(person: Person, at: datetime) -> bool:
    """Whether an instant lies before the own day on which somebody is back."""
    return person.away_until is not None and local_day(person, at) < person.away_until


def is_away(person: Person, now: datetime) -> bool:
    """Whether nothing that could wait is sent: a pause, no yes, or leave up to the morning after it."""
    back = _back_at(person)
    return _is_silent(person) or (back is not None and back > now)


def waits_until(person: Person) -> datetime | None:
    """Return when what waits for somebody who is away has its time again; None: when they begin again."""
    return None if _is_silent(person) else _back_at(person)


def put_off(desk: Desk, unit: Unit, person: Person, row: AgendaRow) -> None:
    """Let what was planned wait for somebody who went away: a new row, since a delivery is known by it."""
    unit.agenda.remove(row.id)
    unit.agenda.put(
        replace(row, id=desk.chance.new_id(), due_at=waits_until(person), slot_on=None, slot=None)
    )


def _is_silent(person: Person) -> bool:
    return person.standing is Standing.PAUSED or not person.has_said_yes


def _back_at(person: Person) -> datetime | None:
    """Return the morning on which somebody is back: when their quiet hours end and their day has begun."""
    if person.away_until is None:
        return None
    quiet = person.quiet if person.quiet.start != person.quiet.end else QuietHours()
    morning: time = max(quiet.end, person.day_starts)
    return datetime.combine(person.away_until, morning, zone_of(person.zone) if person.zone else UTC)
