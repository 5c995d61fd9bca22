"""The presses that lead here from a course as its trainer sees it, and as a learner does."""

from __future__ import annotations

from bot.domain.courses.cohort import Cohort
from bot.domain.people import PersonId
from bot.services.cards.plain import press
from bot.services.desk import Mint
from bot.surface.card import Button


def for_trainer(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return the way to the tests of a course, where it has some."""
    if not any(each.test for each in cohort.course.units):
        return ()
    return (press(mint, "items.open", "Tests", course),)


def for_learner(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return nothing: a test is reached by its unit."""
    del mint, course, cohort
    return ()
