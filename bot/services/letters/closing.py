"""That the server closes, or stays after all: as a letter, or above the next word of who is away.

Whether somebody was told that it closes is known by the row that is to tell them: while it is there they were
not, and then they need not hear that it stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.closing import Course
from bot.domain.people import PersonId
from bot.ports.store import Unit
from bot.services.cards import closing as cards
from bot.services.desk import Turn
from bot.services.doors import reach
from bot.services.end_said import said_now
from bot.services.letters.kinds import Look
from bot.services.organisations.notices import Notice, row_of
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Quiet


def letter(look: Look, notice: Notice, on: date) -> Card | None:
    """Return what is told of a day; None where that is not true any more, or was never told before."""
    closing, surfaces = said_now(look.desk, look.unit), [look.door.surface]
    is_closing = closing is not None and closing.closes_on == on
    if notice is not Notice.STAYS:
        if is_closing:
            if notice is Notice.LAST_CALL:  # it says the same: who was away hears it once
                _remove(look.unit, _about(look.unit, look.person.id, on, Notice.CLOSES))
            return cards.closes(look.mint, surfaces, on)
        if notice is Notice.CLOSES:  # never told, so that it stays is no news either
            _remove(look.unit, _about(look.unit, look.person.id, on, Notice.STAYS))
        return None
    untold = _about(look.unit, look.person.id, on, Notice.CLOSES)
    _remove(look.unit, (*untold, *_about(look.unit, look.person.id, on, Notice.LAST_CALL)))
    return None if is_closing or untold else cards.stays(surfaces)


def has_word(turn: Turn) -> bool:
    """Whether something of it is to be said above the answer to a command: a letter of it waits still."""
    return _word(turn) is not None


def said_above(turn: Turn, outcome: Outcome) -> Outcome:
    """Return the answer with that word above it, which is said by that: no letter says it again."""
    word = None if isinstance(outcome.first, Quiet) else _word(turn)
    closing = said_now(turn.desk, turn.unit)
    if word is None or closing is None:
        return outcome
    for notice in (Notice.CLOSES, Notice.LAST_CALL, Notice.STAYS):
        _remove(turn.unit, _about(turn.unit, turn.person.id, closing.on, notice))
    return reach.above(outcome, word)


def _word(turn: Turn) -> Card | None:
    closing = said_now(turn.desk, turn.unit)
    if closing is None or not closing.concerns(turn.now.date()) or not reach.takes_word(turn):
        return None
    unit, person, surfaces = turn.unit, turn.person.id, [turn.event.account.surface]
    untold = _about(unit, person, closing.on, Notice.CLOSES)
    if closing.course is Course.CLOSES:
        waits = untold or _about(unit, person, closing.on, Notice.LAST_CALL)
        return cards.closes(turn.mint, surfaces, closing.on) if waits else None
    return cards.stays(surfaces) if not untold and _about(unit, person, closing.on, Notice.STAYS) else None


def _about(unit: Unit, person: PersonId, on: date, notice: Notice) -> Sequence[AgendaRow]:
    """Return what is still to tell somebody that."""
    row = row_of(None, notice, on)
    rows = unit.agenda.every(person)
    kinds = {AgendaKind.NOTICE, AgendaKind.LAST_CALL}
    return [each for each in rows if each.kind in kinds and each.ref == row]


def _remove(unit: Unit, rows: Sequence[AgendaRow]) -> None:
    for row in rows:
        unit.agenda.remove(row.id)
