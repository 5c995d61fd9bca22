"""The presses that lead here from a course as its trainer sees it, and as a learner does."""

from __future__ import annotations

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.people import PersonId
from bot.services.cards.plain import press
from bot.services.desk import Mint
from bot.surface.card import Button


def for_trainer(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return the way to what learners asked, where the course takes questions."""
    if cohort.course.ask is None or cohort.stage is Stage.DRAFT:
        return ()
    return (press(mint, "ask.desk", "Questions from learners", course),)


def for_learner(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return the way to ask, and to what was asked before, where the course takes questions."""
    if cohort.course.ask is None or cohort.stage is Stage.DRAFT:
        return ()
    return (press(mint, "ask.open", "Ask your instructor", course),)
