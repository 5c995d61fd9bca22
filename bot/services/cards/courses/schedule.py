"""The dates of a course in words, on the wall clock of its own zone."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.courses.cohort import Cohort
from bot.domain.courses.course import Course, Session
from bot.domain.courses.moments import Moment
from bot.domain.zones import zone_of
from bot.services.cards.days import date_phrase
from bot.surface.text import shown


def today_in(course: Course, now: datetime) -> date:
    """Return the date where a course is."""
    return now.astimezone(zone_of(course.zone)).date()


def session_phrase(session: Session, today: date) -> str:
    """Return "Tuesday 1 December, 16:00 to 18:00"."""
    ends = session.starts + timedelta(minutes=session.minutes)
    return f"{date_phrase(session.starts.date(), today)}, {session.starts:%H:%M} to {ends:%H:%M}"


def session_name(session: Session) -> str:
    """Return "Session 2", with its title where it has one."""
    return f"Session {session.n}" + (f", {shown(session.title)}" if session.title else "")


def session_pairs(course: Course, today: date) -> tuple[tuple[str, str], ...]:
    """Return each session with when it is, in their order."""
    return tuple((session_name(each), session_phrase(each, today)) for each in course.sessions)


def begins_line(cohort: Cohort, today: date) -> str:
    """Return when a course begins, or began, in a sentence that holds before and after."""
    first = min((each.starts for each in cohort.course.sessions), default=None)
    if first is not None:
        return (
            f"Its first session: {date_phrase(first.date(), today)} at {first:%H:%M} ({cohort.course.zone})."
        )
    if cohort.first_day is not None and cohort.first_day > today:
        return f"It can be begun from {date_phrase(cohort.first_day, today)} on."
    return "It begins on the day on which you join."


def length(minutes: int) -> str:
    """Return "3 h 40 min"."""
    hours, rest = divmod(minutes, 60)
    return " ".join(part for part in (f"{hours} h" if hours else "", f"{rest} min" if rest else "") if part)


def lasts(course: Course) -> str:
    """Return how long the units of a course are together, as its author reckons; with its tests, if said."""
    with_tests = f", with the tests about {length(course.about_minutes)}" if course.about_minutes else ""
    return f"{length(course.minutes)}{with_tests}"


def after_unit(when: Moment) -> str:
    """Return "3 days after", how long after a unit something comes."""
    hours, rest = divmod(int(when.shift.total_seconds()) // 60, 60)
    parts = ((when.days, "a day", "days"), (hours, "an hour", "hours"), (rest, "a minute", "minutes"))
    said = [one if number == 1 else f"{number} {many}" for number, one, many in parts if number]
    return f"{' and '.join(said)} after" if said else "at once after"


def several(number: int, one: str, many: str) -> str:
    """Return "1 learner" or "2 learners"."""
    return f"{number} {one if number == 1 else many}"
