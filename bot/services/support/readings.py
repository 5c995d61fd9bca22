"""Something to read: cards that a person opens from `practise`. Nothing of it is kept."""

from __future__ import annotations

from bot.services.cards import readings as cards
from bot.services.desk import Turn
from bot.services.organisations.decisions import shelf_here
from bot.surface.outcome import Outcome, answer


def show(turn: Turn) -> Outcome:
    """Show which cards there are."""
    return answer(cards.which(turn.mint, turn.desk.catalogue.readings()))


def choose(turn: Turn) -> Outcome:
    """Show the card that was chosen; one that the library no longer has leads back to the others."""
    found = next((one for one in turn.desk.catalogue.readings() if one.id == turn.choice), None)
    if found is None:
        return show(turn)
    return answer(cards.one(turn.mint, found, unread=shelf_here(turn).is_marked_reading(found)))
