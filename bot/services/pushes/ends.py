"""How a course comes to its end: that recordings close soon is said once, and then nothing of it comes."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.courses.access import recordings_shut_at, recordings_until, remind_at
from bot.domain.courses.asking import State
from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course, Pace
from bot.domain.courses.timetable import instant_of, last_end
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.cards.courses import pushes as cards
from bot.services.cards.courses import rating
from bot.services.courses import evaluation, questions
from bot.services.courses import pages as cohorts
from bot.services.courses.learners import learner_of, learners, own_end_of, person_of
from bot.services.courses.pages import cohort_of
from bot.services.courses.words import tell_trainers
from bot.services.desk import Desk
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.services.pushes import news, steps
from bot.services.pushes.rows import rows_of
from bot.services.pushes.steps import Step, Taken

AFTER_LAST = timedelta(days=15)
"""So long after its last push and its last session a course goes on: its form is open for two weeks."""
AFTER_STEP = timedelta(days=60)
"""So long after anybody's last step a course in units is over where some have not finished all of it."""
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)


def plan(desk: Desk, unit: Unit, page: Page, now: datetime) -> None:
    """Let what ends a course come at its time, as the course is now.

    One in an own pace has an end once nobody new may join: else somebody may still begin it.
    """
    cohort = cohort_of(page)
    reminds, over_at = remind_at(cohort.course), _over_at(desk, unit, page, now)
    last, closes = last_end(cohort.course), evaluation.closes_at(cohort.course)
    for step in (Step.REMIND, Step.RATE, Step.EVALUATION, Step.OVER):
        steps.remove(unit, page, step)
    if closes is not None and not evaluation.is_closed(page):  # also where a trainer ended it before that
        steps.lay(unit, page, Step.EVALUATION, closes)
    if cohort.stage is not Stage.RUNNING:
        return
    if reminds is not None and reminds > now:
        steps.lay(unit, page, Step.REMIND, reminds)
    if last is not None and last > now:
        steps.lay(unit, page, Step.RATE, last)
    if over_at is not None:
        steps.lay(unit, page, Step.OVER, max(over_at, now + _A_DAY))


def ends_at(course: Course) -> datetime | None:
    """Return when nothing of a course is to come any more; None where it has no sessions."""
    last = last_end(course)
    if last is None:
        return None
    moments = (instant_of(course, each.when) for each in course.pushes)
    end = max((at for at in moments if at is not None), default=last)
    return max(max(end, last) + AFTER_LAST, recordings_shut_at(course) or last)


def remind(taken: Taken) -> None:
    """Say once that recordings close soon, where there are any."""
    taken.unit.agenda.remove(taken.row.id)
    cohort = cohort_of(taken.page)
    until = recordings_until(cohort.course)
    if until is None or not any(cohort.recordings.values()):
        return
    text = cards.recordings_close(until)
    news.tell(taken.desk, taken.unit, taken.page, "course.recordings_close", text, about="recordings")


def ask_how_it_was(taken: Taken) -> None:
    """Tell learners once, after the last session, where to say how it was; nothing asks again."""
    taken.unit.agenda.remove(taken.row.id)
    course = cohort_of(taken.page).course
    closes = evaluation.closes_at(course)
    if closes is None or not course.objectives:
        return
    text = rating.where_to_say(closes.astimezone(zone_of(course.zone)).date())
    news.tell(taken.desk, taken.unit, taken.page, "course.rate", text, about="rate")


def close_evaluation(taken: Taken) -> None:
    """Make the figures of how far the objectives were met, and tell the trainers that they are there."""
    taken.unit.agenda.remove(taken.row.id)
    page = evaluation.close(taken.desk, taken.unit, taken.page)
    if cohort_of(page).stage is Stage.RUNNING or any(evaluation.told(page).values()):
        tell_trainers(taken.desk, taken.unit, page, rating.WORD, way="rate.told", label="How far it was met")


def over(taken: Taken) -> None:
    """Let a course be over, unless something of it still waits for somebody, as for who is on leave."""
    desk, unit, page = taken.desk, taken.unit, taken.page
    if cohort_of(page).course.pace is Pace.OWN and (at := _over_at(desk, unit, page, taken.now)) != taken.now:
        # Who joined, or who may again, has their own days first.
        unit.agenda.remove(taken.row.id)
        if at is not None:
            unit.agenda.put(replace(taken.row, due_at=at))
        return
    if _is_awaited(desk, unit, page):
        unit.agenda.put(replace(taken.row, due_at=taken.now + _A_WEEK))
        return
    unit.agenda.remove(taken.row.id)
    close_own(desk, unit, cohorts.keep(desk, unit, page, replace(cohort_of(page), stage=Stage.OVER)))


def close_own(desk: Desk, unit: Unit, page: Page) -> Page:
    """Close the evaluation of a course in an own pace, which is open until the course is over."""
    cohort = cohort_of(page)
    is_asked = cohort.course.pace is Pace.OWN and cohort.launched_at is not None and cohort.course.objectives
    if not is_asked or evaluation.is_closed(page):
        return page
    page = evaluation.close(desk, unit, page)
    tell_trainers(desk, unit, page, rating.WORD, way="rate.told", label="How far it was met")
    return page


def _over_at(desk: Desk, unit: Unit, page: Page, now: datetime) -> datetime | None:
    """Return when a course is over by itself; None where it is not. In an own pace never before `now`."""
    cohort = cohort_of(page)
    if cohort.course.pace is Pace.LIVE:
        return ends_at(cohort.course)
    if not cohort.closed_to_new:
        return None
    every, began = learners(desk, unit, page), cohort.launched_at or now
    found = [own_end_of(unit, cohort.course, each, now) for each in every]
    ends = [at for at in found if at is not None]
    if cohort.course.units and len(ends) < len(every):
        steps_of = (learner_of(each) for each in every)
        last = max(each.active_at or each.agreed_at or began for each in steps_of)
        return max(max(last, began) + AFTER_STEP, now)
    return max(max(ends, default=began) + AFTER_LAST, now)


def _is_awaited(desk: Desk, unit: Unit, page: Page) -> bool:
    """Whether something still comes to anybody: a message, or the answer to a question."""
    if any(each.state is State.OPEN for each in questions.every(desk, unit, page)):
        return True
    for member in members.every(desk, unit, page):
        person = person_of(unit, member)
        if person and any(row.due_at is not None for row in rows_of(unit, person.id, member.id)):
            return True
    return False
