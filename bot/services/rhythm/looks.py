"""When a look back comes by itself: a row of the agenda for the next one, and another for one on its way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.looks import moved
from bot.domain.people import Person
from bot.domain.recurrence import Rule, next_after
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.desk import Turn


def rhythm_of(unit: Unit, person: Person) -> Rule | None:
    """Return how a look back comes to somebody; None where it does not come by itself."""
    rule = next((row.rule for row in rows_of(unit, person) if row.rule), None)
    return Rule.parse(rule) if rule else None


def come(turn: Turn, rule: Rule | None) -> datetime | None:
    """Let a look back come so from now on, and in no other way; None: not by itself. Return when it comes."""
    for row in rows_of(turn.unit, turn.person):
        turn.unit.deliveries.let_go(row.id)
        turn.unit.agenda.remove(row.id)
    if rule is None:
        return None
    row = _new(turn, rule)
    turn.unit.agenda.put(row)
    return row.due_at


def move(unit: Unit, person: Person, zone: str, now: datetime) -> None:
    """Let what has not come yet come at the same hour of another zone."""
    for row in rows_of(unit, person):
        if row.rule is None or row.zone in {None, zone} or row.due_at is None or row.due_at <= now:
            continue
        due_at = moved(Rule.parse(row.rule), row.due_at, zone_of(row.zone or "UTC"), zone_of(zone), now)
        unit.agenda.remove(row.id)
        unit.agenda.put(replace(row, id=uuid5(row.id, zone), zone=zone, due_at=due_at))


def rows_of(unit: Unit, person: Person) -> Sequence[AgendaRow]:
    """Return the row of the next one, and that of one on its way, if there is one."""
    return [row for row in unit.agenda.every(person.id) if row.kind is AgendaKind.LOOK_BACK]


def _new(turn: Turn, rule: Rule) -> AgendaRow:
    zone = turn.person.zone or "UTC"
    return AgendaRow(
        id=turn.desk.chance.new_id(),
        kind=AgendaKind.LOOK_BACK,
        owner=turn.person.id,
        rule=str(rule),
        zone=zone,
        due_at=next_after(rule, zone_of(zone), turn.now).at,
    )
