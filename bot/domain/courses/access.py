"""The days that a course promises: until when one may cancel without cost, how long recordings are open."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from bot.domain.calendar_spans import Span, Unit
from bot.domain.courses.course import Course
from bot.domain.courses.timetable import first_start, last_end, overlapping, starts_at
from bot.domain.round_hours import instant
from bot.domain.zones import zone_of

_DAY = timedelta(days=1)


def free_until(course: Course) -> date | None:
    """Return the last day, in the course's zone, on which cancelling costs nothing; None where none is said.

    A policy of 14 days, of a course that starts on the 28th, ends with the 14th.
    """
    first = first_start(course)
    if first is None or course.policy.free_days is None:
        return None
    return first.astimezone(zone_of(course.zone)).date() - course.policy.free_days * _DAY


def recordings_until(course: Course) -> date | None:
    """Return the last day, in the course's zone, on which recordings are open; None where they are not kept.

    Nine months after a last session on 19 December is 19 September: that day is the last one.
    """
    last = last_end(course)
    if last is None or course.recordings.months < 1:
        return None
    day = last.astimezone(zone_of(course.zone)).date()
    return Span(count=course.recordings.months, unit=Unit.MONTH).after(day)


def recordings_shut_at(course: Course) -> datetime | None:
    """Return the instant from which recordings are shut, in UTC: when the day after the last one begins."""
    until = recordings_until(course)
    return instant(until + _DAY, time(), zone_of(course.zone)) if until else None


def are_recordings_open(course: Course, now: datetime) -> bool:
    """Whether the link of a recording may still be shown. That somebody opens it counts as nothing."""
    shut = recordings_shut_at(course)
    return shut is not None and now < shut


def remind_at(course: Course) -> datetime | None:
    """Return when it is said that recordings close soon, in UTC: at the hour at which the last session ended.

    None where they are not kept, where nothing is to be said, and where that would be before the course ends.
    """
    last, until = last_end(course), recordings_until(course)
    if last is None or until is None or course.recordings.remind_days < 1:
        return None
    zone = zone_of(course.zone)
    clock = last.astimezone(zone).time().replace(fold=0)
    at = instant(until - course.recordings.remind_days * _DAY, clock, zone)
    return at if at > last else None


def unready(course: Course, now: datetime) -> tuple[str, ...]:
    """Return what the dates of a course speak against publishing it now, a sentence each."""
    found = [f"Sessions {one} and {other} are on at one time." for one, other in overlapping(course)]
    in_order = sorted(course.sessions, key=lambda each: each.n)
    found += [
        f"Session {later.n} is before session {earlier.n}."
        for earlier, later in pairwise(in_order)
        if starts_at(course, later) < starts_at(course, earlier)
    ]
    first = first_start(course)
    if first is not None and first <= now:
        found.append("The first session has begun already. Move it to a day ahead.")
    return tuple(found)
