"""What is still to come of a course, and taking one of it back: who has it keeps it, and no other gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course, Push
from bot.domain.courses.moments import SHARED
from bot.domain.courses.timetable import instant_of
from bot.ports.store import Unit
from bot.services.cards.courses import unsent as cards
from bot.services.cards.courses.plain import not_yours, over
from bot.services.cards.courses.pushes import word_for
from bot.services.courses import pages as cohorts
from bot.services.courses.learners import learners, person_of
from bot.services.courses.pages import cohort_of, meant
from bot.services.courses.standing import is_trainer
from bot.services.desk import Turn
from bot.services.gatherings.members import Member
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans
from bot.services.pushes.recalled import take_back, taken_back
from bot.services.pushes.rows import is_on_its_way, rows_of, sent_to
from bot.surface.outcome import Outcome, Replace, answer

STILL_ON_ITS_WAY = timedelta(days=2)
"""So long after its time a push may still wait for somebody: for the end of quiet hours, or for its turn."""


def show(turn: Turn) -> Outcome:
    """Show what is still to come, to choose one."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    course = cohort_of(page).course
    return answer(cards.coming(turn.mint, page.id, course, _to_come(page, turn.now), turn.now))


def look(turn: Turn) -> Outcome:
    """Show one thing that is to come, and the way to take it back."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    push = _found(page, turn.choice, turn.now)
    if push is None:
        return answer(cards.none_such())
    course = cohort_of(page).course
    return answer(cards.one(turn.mint, page.id, push, instant_of(course, push.when), course.zone))


def back(turn: Turn) -> Outcome:
    """Take it back: where nobody has it, it is in the course no more; else it comes to nobody else."""
    page = _mine(turn)
    if isinstance(page, Outcome):
        return page
    push = _found(page, turn.ref.arg, turn.now)
    if push is None:
        return answer(cards.none_such())
    cohort = cohort_of(page)
    is_out = _is_out(turn, page, push)
    if is_out:
        page = take_back(turn.desk, turn.unit, page, push.id)
    else:
        left = tuple(each for each in cohort.course.pushes if each.id != push.id)
        course = replace(cohort.course, pushes=left)
        page = cohorts.keep(turn.desk, turn.unit, page, replace(cohort, course=course))
    plans.plan_again(turn.desk, turn.unit, page, turn.now)
    return Outcome(first=Replace(card=cards.taken_back(turn.mint, page.id, is_out=is_out)))


def _mine(turn: Turn) -> Page | Outcome:
    page = meant(turn)
    if page is None:
        return answer(over())
    if not is_trainer(turn, page):
        return answer(not_yours())
    return page if cohort_of(page).stage is Stage.RUNNING else answer(cards.not_running())


def _to_come(page: Page, now: datetime) -> Sequence[Push]:
    """Return what may still come to somebody, in the order in which the course has it."""
    course, gone = cohort_of(page).course, taken_back(page)
    found = [
        (_order(course, push), push)
        for push in course.pushes
        if push.id not in gone and _may_come(course, push, now)
    ]
    return [push for _, push in sorted(found, key=lambda each: each[0])]


def _may_come(course: Course, push: Push, now: datetime) -> bool:
    at = instant_of(course, push.when)
    return push.when.anchor not in SHARED or (at is not None and at + STILL_ON_ITS_WAY > now)


def _order(course: Course, push: Push) -> tuple[float, int, int]:
    at = instant_of(course, push.when)
    return (at.timestamp() if at else 0.0, push.when.unit, push.when.day or push.when.days)


def _found(page: Page, word: str, now: datetime) -> Push | None:
    return next((each for each in _to_come(page, now) if word_for(each.id) == word), None)


def _is_out(turn: Turn, page: Page, push: Push) -> bool:
    """Whether a push reached any learner, or is on its way to one."""
    at = instant_of(cohort_of(page).course, push.when)
    if at is not None and at > turn.now and not push.is_before:  # it comes to nobody ahead of its time
        return False
    return any(_has(turn.unit, member, push) for member in learners(turn.desk, turn.unit, page))


def _has(unit: Unit, member: Member, push: Push) -> bool:
    if push.id in sent_to(member):
        return True
    person = person_of(unit, member)
    rows = rows_of(unit, person.id, member.id) if person else ()
    return any(row.rule == push.id and is_on_its_way(row) for row in rows)
