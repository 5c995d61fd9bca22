"""Threads: how each plan went on, from its opening to looking back on it, also where it has ended."""

from __future__ import annotations

from bot.services.cards import threads as cards
from bot.services.desk import Turn
from bot.services.journal.reading import reading
from bot.services.plans.plans import every_plan
from bot.surface.outcome import Outcome, answer

AT_ONCE = 10
"""Threads on one page."""


def show(turn: Turn) -> Outcome:
    """Show the threads with their words and days, the newest first, a page at a time."""
    plans, begins = every_plan(turn), int(turn.ref.arg or 0)
    if not plans:
        return answer(cards.none_yet())
    if begins >= len(plans):
        begins = 0  # some went since the page before
    ends = begins + AT_ONCE
    more = ends if ends < len(plans) else None
    return reading(turn, cards.threads(turn.mint, plans[begins:ends], turn.today, more))
