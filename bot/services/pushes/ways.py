"""The presses that lead here from a course as its trainer sees it, and as a learner does."""

from __future__ import annotations

from typing import assert_never

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.people import PersonId
from bot.services.cards.plain import press
from bot.services.desk import Mint
from bot.surface.card import Button


def for_trainer(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a trainer may do here, as their course stands now."""
    figures = press(mint, "figure.show", "How the group answered", course)
    match cohort.stage:
        case Stage.DRAFT | Stage.OPEN:
            return ()
        case Stage.RUNNING:
            return (
                press(mint, "own.write", "Ask something of your own", course),
                press(mint, "own.coming", "Still to come", course),
                press(mint, "missed.show", "What did not arrive", course),
                figures,
            )
        case Stage.OVER:
            return (figures,)
        case _:
            assert_never(cohort.stage)


def for_learner(mint: Mint, course: PersonId, cohort: Cohort) -> tuple[Button, ...]:
    """Return what a learner may do here, as their course stands now."""
    del mint, course, cohort
    return ()
