"""Who could not be written to hears so with their next command: once, alone, no word of what it was."""

from __future__ import annotations

from uuid import uuid5

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.deliveries import Delivery
from bot.ports.store import Door, Unit
from bot.services.cards import doors as cards
from bot.services.desk import Turn
from bot.surface.audience import OnlyYou
from bot.surface.card import Card
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import Open, Outcome, Quiet, Show

_HELP_NOW = frozenset({"helpnow", "help now"})
"""Nothing stands above who to call."""


def not_reached(unit: Unit, delivery: Delivery, door: Door) -> None:
    """Note that a letter did not reach somebody by a door. That a file is not taken back is no letter."""
    row = unit.agenda.get(delivery.agenda)
    if row is None or row.kind is AgendaKind.FILE_ENDS or delivery.owner is None:
        return
    unit.agenda.put(
        AgendaRow(
            id=uuid5(delivery.owner, AgendaKind.NOT_REACHED),
            kind=AgendaKind.NOT_REACHED,
            owner=delivery.owner,
            ref=door.id,
            due_at=None,
        )
    )


def reached(unit: Unit, row: AgendaRow | None) -> None:
    """A letter came: there is nothing to say any more. `row` is what there was, if anything."""
    if row is not None:
        unit.agenda.remove(row.id)


def takes_word(turn: Turn) -> bool:
    """Whether something may be said above an answer: to a command of somebody's, but for who to call."""
    if turn.visitor is None or not isinstance(turn.event, CommandInvoked):
        return False
    return " ".join(turn.event.text.split()).lower() not in _HELP_NOW


def above(outcome: Outcome, word: Card) -> Outcome:
    """Return an answer with a word above it. A form opens first."""
    shown = Show(card=word, audience=OnlyYou())
    if isinstance(outcome.first, Open):
        return Outcome(first=outcome.first, then=(shown, *outcome.then))
    return Outcome(first=shown, then=(outcome.first, *outcome.then))


def has_word(turn: Turn) -> bool:
    """Whether something is to be said above the answer to a command."""
    if not takes_word(turn):
        return False
    return turn.unit.agenda.of(turn.person.id, AgendaKind.NOT_REACHED) is not None


def said_above(turn: Turn, outcome: Outcome) -> Outcome:
    """Return the answer with that word above it, which is said by that."""
    if isinstance(outcome.first, Quiet) or not has_word(turn):
        return outcome
    row = turn.unit.agenda.of(turn.person.id, AgendaKind.NOT_REACHED)
    door = next((each for each in turn.unit.people.doors(turn.person.id) if row and each.id == row.ref), None)
    if row is not None:
        turn.unit.agenda.remove(row.id)
    if door is None:
        return outcome
    is_here = door.index == turn.index
    return above(outcome, cards.not_reached(door.surface, here=is_here))
