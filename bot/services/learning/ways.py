"""The presses that lead here from a course as its trainer sees it."""

from __future__ import annotations

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.people import PersonId
from bot.services.cards.plain import press
from bot.services.desk import Mint
from bot.surface.card import Button


def for_trainer(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a trainer may look at: what learners show, and how far the objectives were met."""
    if cohort.stage not in {Stage.RUNNING, Stage.OVER}:
        return ()
    shared = press(mint, "learn.shared", "What learners show", course)
    figures = press(mint, "rate.told", "How far it was met", course)
    return (shared, figures) if cohort.course.objectives else (shared,)
