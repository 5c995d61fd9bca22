"""When a question of a course is open: what is answered within counts for its figure, and nothing later."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.domain.courses.course import Course, Push, Session
from bot.domain.courses.timetable import ends_at, instant_of, starts_at

OPEN_FOR = timedelta(days=7)
"""So long a question is open, unless the next session begins before."""


def opens_at(course: Course, push: Push) -> datetime | None:
    """Return when a question opens; None where no figure is told of it, or each has it on another day."""
    return instant_of(course, push.when) if push.asks_group else None


def closes_at(course: Course, push: Push) -> datetime | None:
    """Return when a question closes; None as of `opens_at`."""
    opens = opens_at(course, push)
    if opens is None:
        return None
    begin = (starts_at(course, each) for each in course.sessions)
    return min((opens + OPEN_FOR, *(at for at in begin if at > opens)))


def is_open(course: Course, push: Push, now: datetime) -> bool:
    """Whether an answer still counts: who gets a question early, within their own hours, may answer early."""
    closes = closes_at(course, push)
    return closes is not None and now < closes


def session_before(course: Course, push: Push) -> Session | None:
    """Return the session that was over last when a question opens; None where none was."""
    opens = opens_at(course, push)
    over = [each for each in course.sessions if opens is not None and ends_at(course, each) <= opens]
    return max(over, key=lambda each: ends_at(course, each), default=None)
