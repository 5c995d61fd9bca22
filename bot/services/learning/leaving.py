"""Leaving a course: what was written stays in its writer's journal, and nothing more comes."""

from __future__ import annotations

from bot.services.cards.courses import showing as cards
from bot.services.circles import memberships
from bot.services.courses import shown
from bot.services.courses.as_learner import meant
from bot.services.courses.pages import cohort_of
from bot.services.desk import Turn
from bot.services.pushes import plans
from bot.surface.outcome import Outcome, answer


def ask(turn: Turn) -> Outcome:
    """Say what leaving means, before it."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    shows = len(shown.by_member(turn.desk, turn.unit, page, member))
    return answer(cards.ask_leave(turn.mint, page.id, cohort_of(page), shows=shows))


def leave(turn: Turn) -> Outcome:
    """Let somebody go at once. Who is gone already is told so."""
    found = meant(turn)
    if isinstance(found, Outcome):
        return found
    page, member = found
    shown.take_all_back(turn, page, member)
    plans.stop(turn.unit, member)
    memberships.end(turn.desk, turn.unit, page, member)
    return answer(cards.left())
