"""Linking: a code is made at one door, and another account that brings it opens the same notebook.

A code is short, holds for some minutes and once, and only a keyed hash of it is kept: the id of its row on
the agenda, by which it is found. Two notebooks are never made one.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Final
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import Person
from bot.ports.store import Door
from bot.services import codes
from bot.services.arriving.onboarding import ask_consent
from bot.services.cards import linking as cards
from bot.services.desk import Desk, Turn, local_day
from bot.services.doors.addresses import door_for
from bot.surface.card import Card
from bot.surface.outcome import Outcome, Replace, answer

HOLDS_FOR: Final = timedelta(minutes=cards.CODE_HOLDS)
KNOWN_FOR: Final = timedelta(days=1)
"""After it has ended a code is known so long, so that whoever brings it late hears what became of it."""
MOST_DOORS: Final = 5
"""As many as a row of buttons holds."""

_OPEN, _USED = "open", "used"


def look(turn: Turn) -> Outcome | None:
    """Answer whoever brings a code, and whoever has no yes yet; None where a code is to be made.

    Nothing is written: of an account that brings a code nothing is kept before its yes.
    """
    if turn.words:
        return _brought(turn)
    if turn.visitor is None or not turn.visitor.has_said_yes:
        return ask_consent(turn)
    if len(turn.unit.people.doors(turn.person.id)) >= MOST_DOORS:
        return answer(cards.full(MOST_DOORS))
    return None


def link(turn: Turn) -> Outcome:
    """Make a code; an earlier one ends with it."""
    first = look(turn)
    if first is not None:
        return first
    door = turn.unit.people.door_at(turn.index)
    before = turn.unit.agenda.of(turn.person.id, AgendaKind.LINK_CODE)
    if before is not None:
        turn.unit.agenda.remove(before.id)
    code = codes.drawn(turn.desk.chance)
    row = _row_of(turn.desk, code)
    turn.unit.agenda.put(
        AgendaRow(
            id=row,
            kind=AgendaKind.LINK_CODE,
            owner=turn.person.id,
            ref=_made_at(turn.desk, row, door) if door else None,
            slot=_OPEN,
            due_at=turn.now + HOLDS_FOR + KNOWN_FOR,
        )
    )
    return answer(cards.code(codes.written(code)))


def confirm(turn: Turn) -> Outcome:
    """Add the door, once. This press is the yes for its platform; another door is told."""
    row = turn.unit.agenda.get(turn.subject)
    refusal = _refusal(turn, row)
    whose = turn.unit.people.get(row.owner) if row and row.owner else None
    if row is None or whose is None or refusal is not None:
        return Outcome(first=Replace(card=refusal or cards.wrong()))
    known = turn.unit.people.door(whose.id)
    account, here = turn.event.account, turn.event.organisation
    door = door_for(turn.desk, whose.id, account, local_day(whose, turn.now), organisation=here)
    turn.unit.people.add_door(door)
    turn.unit.agenda.put(replace(row, slot=_USED))
    if known is not None:
        turn.unit.agenda.put(
            AgendaRow(
                id=turn.desk.chance.new_id(),
                kind=AgendaKind.DOOR_ADDED,
                owner=whose.id,
                ref=door.id,
                due_at=turn.now,
                lane=known.lane,
            )
        )
    return Outcome(first=Replace(card=cards.linked(door.surface, known.surface if known else "")))


def decline(_turn: Turn) -> Outcome:
    """Take a "not now"; the code holds on for who made it."""
    return Outcome(first=Replace(card=cards.not_linked()))


def _brought(turn: Turn) -> Outcome:
    """Answer a code that somebody brings."""
    if turn.desk.tries.are_over(turn.event.account, turn.now, turn.event.event_id):
        return answer(cards.tried_often())
    row = turn.unit.agenda.get(_row_of(turn.desk, turn.words))
    if row is None or row.kind is not AgendaKind.LINK_CODE:
        turn.desk.tries.note(turn.event.account, turn.now, turn.event.event_id)
        return answer(cards.wrong())
    refusal = _refusal(turn, row)
    if refusal is not None:
        return answer(refusal)
    return answer(cards.confirm(turn.mint, row.id, turn.event.account.surface, turn.capabilities))


def _refusal(turn: Turn, row: AgendaRow | None) -> Card | None:
    """Return why a code opens nothing for this account; None where it does."""
    whose = _whose(turn, row)
    if row is None or whose is None:
        return cards.wrong()
    if turn.visitor is not None and turn.visitor.id == whose.id:
        here = turn.unit.people.door_at(turn.index)
        is_here = here is not None and _made_at(turn.desk, row.id, here) == row.ref
        return cards.own_code() if is_here else cards.is_linked()
    if row.slot == _USED:
        return cards.used()
    if row.due_at is None or turn.now >= row.due_at - KNOWN_FOR or not whose.has_said_yes:
        return cards.expired()
    if turn.visitor is not None:
        return cards.two_notebooks()
    return cards.full(MOST_DOORS) if len(turn.unit.people.doors(whose.id)) >= MOST_DOORS else None


def _whose(turn: Turn, row: AgendaRow | None) -> Person | None:
    """Return who made a code, at a door that is still theirs."""
    if row is None or row.kind is not AgendaKind.LINK_CODE or row.owner is None:
        return None
    if all(_made_at(turn.desk, row.id, door) != row.ref for door in turn.unit.people.doors(row.owner)):
        return None
    return turn.unit.people.get(row.owner)


def _made_at(desk: Desk, row: UUID, door: Door) -> UUID:
    """Return what a code's row says of the door at which it was made.

    It is a keyed hash: whoever writes in the database cannot give a code of their own another owner.
    """
    digest = desk.vault.digest("link door", row.hex, door.person.hex, door.id.hex)
    return UUID(bytes=digest[:16])


def _row_of(desk: Desk, typed: str) -> UUID:
    """Return under which id a code stands, however it was typed."""
    return UUID(bytes=desk.vault.digest("link", codes.read(typed))[:16])
