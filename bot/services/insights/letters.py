"""The letter of a look back that comes by itself: one line that says it is here, and nothing of it."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.looks import LATE, is_own_time, span_of
from bot.domain.recurrence import Rule, next_after
from bot.domain.zones import zone_of
from bot.services.cards import look_backs as cards
from bot.services.letters.absence import is_away, put_off
from bot.services.letters.kinds import Begun, Look
from bot.services.rhythm.looks import rows_of
from bot.surface.card import Card


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
    if not is_own_time(rule, zone_of(look.row.zone or "UTC"), due_at):
        return False
    return look.waits or look.now < due_at + LATE


def _write_next(look: Look, rule: Rule) -> None:
    """Write the row of the next one, unless it is there; what never arrived and is over goes."""
    others = [row for row in rows_of(look.unit, look.person) if row.id != look.row.id]
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
