"""When the sessions of a course are, as instants; and the course moved to other dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise

from bot.domain.courses.course import Course, Push, Session
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.round_hours import instant
from bot.domain.zones import zone_of

_KNOWN = 1_024
"""Instants that are kept: all learners of a course ask for the same."""


def starts_at(course: Course, session: Session) -> datetime:
    """Return when a session starts, in UTC: its wall clock read in the course's zone."""
    return _on_the_wall(session.starts, course.zone)


def ends_at(course: Course, session: Session) -> datetime:
    """Return when a session ends, in UTC."""
    return starts_at(course, session) + timedelta(minutes=session.minutes)


def first_start(course: Course) -> datetime | None:
    """Return when the first session starts; None where there is none."""
    return min((starts_at(course, each) for each in course.sessions), default=None)


def last_end(course: Course) -> datetime | None:
    """Return when the last session ends; None where there is none."""
    return max((ends_at(course, each) for each in course.sessions), default=None)


def last_day(course: Course) -> int:
    """Return which day is the last of a course in a learner's own pace; 0 where there is none."""
    return max((each.when.day for each in course.pushes), default=0)


def own_end(course: Course, began_on: date, zone: str) -> datetime:
    """Return when a learner's own last day is over, in UTC: that of a course in their own pace."""
    return instant(began_on + timedelta(days=last_day(course)), time(), zone_of(zone))


def instant_of(course: Course, moment: Moment) -> datetime | None:
    """Return when a moment of the course's own calendar is, in UTC.

    None for a learner's own day, and for a session that is not there.
    """
    clock = moment.wall_clock
    if clock is not None:
        return instant(clock.date(), clock.time(), zone_of(course.zone))
    base = _anchor(course, moment)
    if base is None:
        return None
    return (_days_on(base, moment.days, course.zone) if moment.days else base) + moment.shift


def moved_to(course: Course, first: date, at: time | None = None) -> Course:
    """Return a course whose first session is on another date, and at another time of day, if one is named.

    Every session keeps its distance in days; those that were at the first one's hour go along with it. What
    comes at a date of its own keeps its distance in days, too.
    """
    if not course.sessions:
        return course
    begins = min(each.starts for each in course.sessions)
    days = first - begins.date()

    def moved(session: Session) -> Session:
        clock = at if at is not None and session.starts.time() == begins.time() else session.starts.time()
        return replace(session, starts=datetime.combine(session.starts.date() + days, clock))

    def shifted(push: Push) -> Push:
        clock = push.when.wall_clock
        return push if clock is None else replace(push, when=Moment.at_clock(clock + days))

    return replace(
        course,
        sessions=tuple(moved(each) for each in course.sessions),
        pushes=tuple(shifted(each) for each in course.pushes),
    )


def with_session(course: Course, n: int, starts: datetime) -> Course:
    """Return a course one session of which is at another wall-clock time; the others stay."""
    return replace(
        course,
        sessions=tuple(replace(each, starts=starts) if each.n == n else each for each in course.sessions),
    )


def overlapping(course: Course) -> Sequence[tuple[int, int]]:
    """Return each two sessions, by their numbers, that are on at one time."""
    spans = sorted((starts_at(course, each), ends_at(course, each), each.n) for each in course.sessions)
    return [(earlier[2], later[2]) for earlier, later in pairwise(spans) if later[0] < earlier[1]]


@lru_cache(maxsize=_KNOWN)
def _on_the_wall(starts: datetime, zone: str) -> datetime:
    return instant(starts.date(), starts.time(), zone_of(zone))


@lru_cache(maxsize=_KNOWN)
def _days_on(base: datetime, days: int, zone: str) -> datetime:
    """Return the same hour of a wall clock some days on."""
    local = base.astimezone(zone_of(zone))
    return instant(local.date() + timedelta(days=days), local.time().replace(fold=0), zone_of(zone))


def _anchor(course: Course, moment: Moment) -> datetime | None:
    if moment.anchor not in {Anchor.START, Anchor.END}:
        return None
    if not moment.session:
        return last_end(course)
    session = course.session(moment.session)
    if session is None:
        return None
    at = starts_at(course, session) if moment.anchor is Anchor.START else ends_at(course, session)
    return at.astimezone(UTC)
