"""Somebody who is in no circle and presses something of it: the way in, to them alone."""

from __future__ import annotations

from bot.services.cards.circles import joining as cards
from bot.services.desk import Turn
from bot.services.gatherings.pages import Page
from bot.services.gatherings.settings import setup_of
from bot.surface.outcome import Outcome, answer


def card_for(turn: Turn, page: Page) -> Outcome:
    """Answer with the way in; nothing of what they pressed is done."""
    return answer(cards.join(turn.mint, page.id, setup_of(page)))
