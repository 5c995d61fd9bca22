"""A look back that comes by itself: one row of the agenda, and one line that says it is here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid5
from zoneinfo import ZoneInfo

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.looks import LATE, is_own_time, moved, span_of
from bot.domain.people import Person
from bot.domain.recurrence import Rule, next_after
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.cards import look_backs as cards
from bot.services.desk import Turn
from bot.services.letters.absence import is_away, put_off
from bot.services.letters.kinds import Begun, Look
from bot.surface.card import Card


def rhythm_of(unit: Unit, person: Person) -> Rule | None:
    """Return how a look back comes to somebody; None where it does not come by itself."""
    rule = next((row.rule for row in _rows(unit, person) if row.rule), None)
    return Rule.parse(rule) if rule else None


def come(turn: Turn, rule: Rule | None) -> datetime | None:
    """Let a look back come so from now on, and in no other way; None: not by itself. Return when it comes."""
    for row in _rows(turn.unit, turn.person):
        turn.unit.deliveries.let_go(row.id)
        turn.unit.agenda.remove(row.id)
    if rule is None:
        return None
    row = _new(turn, rule)
    turn.unit.agenda.put(row)
    return row.due_at


def move(unit: Unit, person: Person, zone: str, now: datetime) -> None:
    """Let what has not come yet come at the same hour of another zone."""
    for row in _rows(unit, person):
        if row.rule is None or row.zone in {None, zone} or row.due_at is None or row.due_at <= now:
            continue
        due_at = moved(Rule.parse(row.rule), row.due_at, _zone(row.zone), zone_of(zone), now)
        unit.agenda.remove(row.id)
        unit.agenda.put(replace(row, id=uuid5(row.id, zone), zone=zone, due_at=due_at))


class LookLetter:
    """One line at the hour that somebody chose. What a pause or a leave held back is not made up for."""

    keeps_quiet = True

    def is_wanted(self, _look: Look) -> bool:
        """Whether it may come is seen when it leaves, where the next one is written too."""
        return True

    def begin(self, look: Look) -> Begun | None:
        """Return the card, and write when the next one comes; who is away gets none of it."""
        row, unit = look.row, look.unit
        if is_away(look.person, look.now):
            put_off(look.desk, unit, look.person, row)
            return None
        rule = Rule.parse(row.rule) if row.rule else None
        if rule is None:
            unit.agenda.remove(row.id)
            return None
        _write_next(look, rule)
        if not _is_in_time(look, rule):
            unit.agenda.remove(row.id)
            return None
        return Begun(card=cards.letter(look.mint, span_of(rule)))

    def again(self, look: Look) -> Card | None:
        """Return the same card."""
        return cards.letter(look.mint, span_of(Rule.parse(look.row.rule))) if look.row.rule else None

    def arrived(self, look: Look) -> None:
        """Remove the row: the next one is another."""
        look.unit.agenda.remove(look.row.id)


def _is_in_time(look: Look, rule: Rule) -> bool:
    """Whether it leaves at its own hour, or so little later that it still says the same."""
    due_at = look.delivery.due_at
    if not is_own_time(rule, _zone(look.row.zone), due_at):
        return False
    return look.waits or look.now < due_at + LATE


def _write_next(look: Look, rule: Rule) -> None:
    """Write the row of the next one, unless it is there; what never arrived and is over goes."""
    others = [row for row in _rows(look.unit, look.person) if row.id != look.row.id]
    is_there = False
    for row in others:
        if row.due_at is None and row.slot_on is not None:
            look.unit.agenda.remove(row.id)
        else:
            is_there = True
    if not is_there:
        zone = look.person.zone or look.row.zone or "UTC"
        look.unit.agenda.put(
            replace(
                look.row,
                id=look.desk.chance.new_id(),
                zone=zone,
                due_at=next_after(rule, zone_of(zone), look.now).at,
                slot_on=None,
                slot=None,
            )
        )


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


def _rows(unit: Unit, person: Person) -> Sequence[AgendaRow]:
    """Return the row of the next one, and that of one on its way, if there is one."""
    return [row for row in unit.agenda.every(person.id) if row.kind is AgendaKind.LOOK_BACK]


def _zone(name: str | None) -> ZoneInfo:
    return zone_of(name or "UTC")
