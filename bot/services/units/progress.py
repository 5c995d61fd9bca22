"""The steps of a learner in the units of a course: what follows from each, in one place."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.courses.learners import Learner
from bot.domain.courses.progress import completed_at, with_finished
from bot.ports.store import Unit
from bot.services.courses.learners import keep_learner, learner_of
from bot.services.courses.pages import cohort_of
from bot.services.desk import Desk, Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.pushes import ends, plans


def step(turn: Turn, page: Page, member: Member, learner: Learner) -> Member:
    """Keep a learner who took a step just now, and all that follows from it; return the member so.

    Each unit that is complete by it is finished, also by a test that is handed in after the course is over.
    What comes to them is planned anew while the course runs, and not before or after.
    """
    member = keep_learner(turn.desk, turn.unit, member, replace(learner, active_at=turn.now), turn)
    return _follow(turn.desk, turn.unit, page, member)


def _follow(desk: Desk, unit: Unit, page: Page, member: Member) -> Member:
    """Plan what comes to a learner; who is through with it by now may be the last for whom a course waits."""
    now = desk.clock.now()
    was_through = _is_through(page, member)
    member = plans.plan_learner(desk, unit, page, _finished(desk, unit, page, member, now), now)
    if _is_through(page, member) and not was_through:
        ends.plan(desk, unit, page, now)
    return member


def _finished(desk: Desk, unit: Unit, page: Page, member: Member, now: datetime) -> Member:
    learner = learner_of(member)
    found = with_finished(cohort_of(page).course, learner, now)
    return member if found == learner else keep_learner(desk, unit, member, found)


def _is_through(page: Page, member: Member) -> bool:
    return completed_at(cohort_of(page).course, learner_of(member)) is not None
