"""The steps of a learner in the units of a course: what follows from each, in one place."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.learners import Learner
from bot.domain.courses.progress import with_finished
from bot.ports.store import Unit
from bot.services.courses.learners import keep_learner
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk, Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans


def step(turn: Turn, page: Page, member: Member, learner: Learner) -> Member:
    """Keep a learner who took a step just now, and all that follows from it; return the member so.

    Each unit that is complete by it is finished, and what comes to them is planned anew.
    """
    active = replace(learner, active_at=turn.now)
    finished = with_finished(cohort_of(page).course, active, turn.now)
    member = keep_learner(turn.desk, turn.unit, member, finished, turn)
    return plans.plan_learner(turn.desk, turn.unit, page, member, turn.now)


def settle(desk: Desk, unit: Unit, page: Page, member: Member, learner: Learner) -> Member:
    """Keep a learner whose course was changed by somebody else, as `step` does; they took no step by that."""
    now = desk.clock.now()
    finished = with_finished(cohort_of(page).course, learner, now)
    member = keep_learner(desk, unit, member, finished)
    return plans.plan_learner(desk, unit, page, member, now)
