"""Launching a course: now, or on a day; all learners at once, or in groups on days one after another."""

from __future__ import annotations

from datetime import date, time

from bot.domain.courses.cohort import Stage
from bot.domain.courses.course import Course
from bot.domain.round_hours import instant
from bot.domain.zones import zone_of
from bot.services.cards.courses import changing as cards
from bot.services.cards.courses.schedule import today_in
from bot.services.circles.fields import Errors
from bot.services.courses import pages as cohorts
from bot.services.desk import Turn
from bot.services.gatherings import pages
from bot.services.gatherings.pages import Page
from bot.services.pushes import plans
from bot.services.training import course as courses
from bot.services.training.fields import read_day, read_number
from bot.surface.outcome import Open, Outcome, Refuse, answer

PART = "training"
"""The part of a page that knows on which day a course is to be launched."""
GROUPS_MOST = 30
"""A month of groups; more are another course."""


def by_itself(turn: Turn, page: Page) -> Page:
    """Let a course with units that can be joined be launched: at once, or as its first day begins.

    Each learner goes through it in their own time, so that no launch has to be waited for. Return the page.
    """
    cohort = cohorts.cohort_of(page)
    if cohort.stage is not Stage.OPEN or not cohort.course.units:
        return page
    today = today_in(cohort.course, turn.now)
    if cohort.first_day is None or cohort.first_day <= today:
        return plans.launch(turn.desk, turn.unit, page)
    return _on(turn, page, cohort.first_day)


def ask(turn: Turn) -> Outcome:
    """Ask how a course is launched."""
    page = _to_launch(turn)
    if isinstance(page, Outcome):
        return page
    on, today = day_of(page), today_in(cohorts.cohort_of(page).course, turn.now)
    return answer(cards.ask_launch(turn.mint, page.id, courses.who_is_in(turn, page)[0], on=on, today=today))


def now(turn: Turn) -> Outcome:
    """Launch a course at once."""
    page = _to_launch(turn)
    if isinstance(page, Outcome):
        return page
    plans.launch(turn.desk, turn.unit, page)
    today = today_in(cohorts.cohort_of(page).course, turn.now)
    return answer(cards.launched(turn.mint, page.id, day=None, groups=1, today=today))


def later(turn: Turn) -> Outcome:
    """Open the form for a day, and for groups."""
    page = _to_launch(turn)
    if isinstance(page, Outcome):
        return page
    return Outcome(first=Open(form=cards.launch_form(turn.mint("course.launch.save", page.id))))


def save_later(turn: Turn) -> Outcome:
    """Launch a course on a day, as that begins in its zone; today is at once."""
    page = _to_launch(turn)
    if isinstance(page, Outcome):
        return page
    course, errors = cohorts.cohort_of(page).course, Errors()
    today = today_in(course, turn.now)
    day = read_day(turn, cards.DAY, today, errors)
    groups = read_number(turn, cards.GROUPS, cards.BAD_GROUPS, errors, most=GROUPS_MOST) or 1
    if day is not None and _is_too_late(course, day):
        errors[cards.DAY] = cards.LAUNCH_TOO_LATE
    if day is None or errors:
        return Outcome(first=Refuse(errors=errors))
    is_now = day == today
    if is_now:
        plans.launch(turn.desk, turn.unit, page, waves=groups)
    else:
        _on(turn, page, day, waves=groups)
    on = None if is_now else day
    return answer(cards.launched(turn.mint, page.id, day=on, groups=groups, today=today))


def day_of(page: Page) -> date | None:
    """Return on which day a course is to be launched; None where none was named."""
    on = page.part(PART).get("launch_on")
    return date.fromisoformat(on) if on else None


def _on(turn: Turn, page: Page, day: date, *, waves: int = 1) -> Page:
    """Let a course be launched as a day begins in its zone; return the page, which knows of it."""
    at = instant(day, time(), zone_of(cohorts.cohort_of(page).course.zone))
    page = plans.launch_on(turn.desk, turn.unit, page, at, waves=waves)
    return pages.keep(turn.desk, turn.unit, page, **{PART: {"launch_on": day.isoformat()}})


def _is_too_late(course: Course, day: date) -> bool:
    """Whether a day is after the first session."""
    first = min((each.starts.date() for each in course.sessions), default=None)
    return first is not None and day > first


def _to_launch(turn: Turn) -> Page | Outcome:
    """Return the course where it can be launched; else what is said instead."""
    page = courses.mine(turn)
    if isinstance(page, Outcome) or cohorts.cohort_of(page).stage is Stage.OPEN:
        return page
    return courses.refused(turn, cards.not_now())
