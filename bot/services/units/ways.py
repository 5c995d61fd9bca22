"""The presses that lead here from a course as its trainer sees it, and as a learner does."""

from __future__ import annotations

from bot.domain.courses.cohort import Cohort
from bot.domain.people import PersonId
from bot.services.desk import Mint
from bot.surface.card import Button


def for_trainer(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a trainer may do here, as their course stands now."""
    del mint, course, cohort
    return ()


def for_learner(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a learner may do here, as their course stands now."""
    del mint, course, cohort
    return ()
