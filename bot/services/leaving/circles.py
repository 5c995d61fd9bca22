"""Who has no notebook ends what they are in, for good: as an erasing does, and for these alone."""

from __future__ import annotations

from bot.services.cards import memberships as cards
from bot.services.circles import memberships
from bot.services.desk import Turn
from bot.services.takeout.without import has_role, kept_of, what_data
from bot.surface.outcome import Outcome, answer


def offer(turn: Turn) -> Outcome:
    """Say what would end; who is in nothing hears what is held."""
    kept = kept_of(turn.desk, turn.unit, [turn.index])
    return answer(cards.ask(turn.mint, kept)) if kept else what_data(turn)


def end(turn: Turn) -> Outcome:
    """End what the account that acts is in. Called again, it finds nothing."""
    kept = kept_of(turn.desk, turn.unit, [turn.index])
    memberships.end_at(turn.desk, turn.unit, turn.index)
    was_spoken_in = any(each.is_spoken_in for each in kept)
    return answer(cards.ended(was_spoken_in=was_spoken_in, holds_role=has_role(turn)))
