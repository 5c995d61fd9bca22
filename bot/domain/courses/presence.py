"""How long somebody was in a session, live: what is counted, and which of two accounts of it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.courses.course import AttendanceRule, Course, Session
from bot.domain.courses.learners import Attended, Source
from bot.domain.courses.timetable import ends_at, starts_at

_MINUTE = timedelta(minutes=1)
_RANK = {Source.WORD: 0, Source.FILE: 1, Source.HAND: 2}
"""What a trainer confirmed stands before a list of the meeting, and that before words that were sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """When a session is, as instants, and how late is not late."""

    starts: datetime
    ends: datetime
    grace: timedelta = timedelta()

    @property
    def minutes(self) -> int:
        """How long it is."""
        return int((self.ends - self.starts) / _MINUTE)


Span = tuple[datetime, datetime]
"""From when until when somebody was there."""


def hours_of(course: Course, session: Session) -> Hours:
    """Return when a session of a course is."""
    return Hours(
        starts=starts_at(course, session),
        ends=ends_at(course, session),
        grace=course.attendance.late_grace,
    )


def minutes_there(spans: Iterable[Span], hours: Hours) -> int:
    """Return how many whole minutes of a session somebody was there, from 0 to its length.

    Spans that overlap count once, and what lies before or after the session does not count. Who first came
    within the grace counts as there from the start.
    """
    inside = sorted(
        (max(begin, hours.starts), min(end, hours.ends))
        for begin, end in spans
        if begin < hours.ends and end > hours.starts and begin < end
    )
    if not inside:
        return 0
    first, until = inside[0]
    if first <= hours.starts + hours.grace:
        inside[0] = (hours.starts, until)
    there, covered = timedelta(), hours.starts
    for begin, end in inside:
        if end > covered:
            there += end - max(begin, covered)
            covered = end
    return int(there / _MINUTE)


def minutes_said(length: timedelta, hours: Hours) -> int:
    """Return the whole minutes of a length of which nobody said when it was: no more than the session has."""
    return max(0, min(int(length / _MINUTE), hours.minutes))


def minutes_by_words(heard: Iterable[tuple[int, int]], minutes: int, rule: AttendanceRule) -> int | None:
    """Return how long somebody was there by the words that they sent; None where these are too few.

    `heard` are words, each with the minute of the session at which it was heard. It counts from the first to
    the last. One alone tells of one moment, and counts as nothing until a trainer confirms it.
    """
    at = dict(heard)
    if len(at) < max(2, rule.words):
        return None
    first, last = min(at.values()), max(at.values())
    if first * _MINUTE <= rule.late_grace:
        first = 0
    return max(0, min(last, minutes) - first)


def settled(before: Attended | None, new: Attended) -> Attended:
    """Return which of two accounts stands: one as good or better takes the place of the one before."""
    if before is not None and _RANK[new.by] < _RANK[before.by]:
        return before
    return new


def total(course: Course, attended: Mapping[int, Attended]) -> int:
    """Return the minutes of all sessions together, as they are in the ledger."""
    return sum(attended[each.n].minutes for each in course.sessions if each.n in attended)
