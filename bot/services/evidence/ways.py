"""The presses that lead here from a course as its trainer sees it, and as a learner does."""

from __future__ import annotations

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.people import PersonId
from bot.services.cards.plain import press
from bot.services.desk import Mint
from bot.surface.card import Button


def for_trainer(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a trainer may do here, as their course stands now; by sessions, attendance leads here."""
    if cohort.stage is Stage.DRAFT or not cohort.course.units:
        return ()
    return (press(mint, "evidence.which", "Files to hand over", course),)


def for_learner(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a learner may do here, as their course stands now."""
    if cohort.stage is Stage.DRAFT or not cohort.course.units:
        return ()
    return (press(mint, "complete.offer", "My record", course),)
