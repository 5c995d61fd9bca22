"""The days that a course promises are counted on the calendar of its own zone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from bot.domain.courses.access import (
    are_recordings_open,
    free_until,
    recordings_shut_at,
    recordings_until,
    remind_at,
    unready,
)
from bot.domain.courses.course import Course, Policy, Recordings
from bot.domain.courses.timetable import moved_to, with_session
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS

COURSE = FOUR_SESSIONS.course
NOW = datetime(2026, 11, 2, tzinfo=UTC)


def _ending(day: date, months: int) -> Course:
    """Return a course with one session, on this day, and recordings for so many months."""
    return replace(
        moved_to(replace(COURSE, sessions=COURSE.sessions[:1]), day), recordings=Recordings(months=months)
    )


def test_a_month_that_is_too_short_ends_on_its_last_day() -> None:
    """Six months after 31 August is the end of February, a leap year's too."""
    assert recordings_until(_ending(date(2026, 8, 31), 6)) == date(2027, 2, 28)
    assert recordings_until(_ending(date(2027, 8, 31), 6)) == date(2028, 2, 29)


def test_a_recording_shuts_when_its_last_day_is_over_where_the_course_is_at_home() -> None:
    """Whatever the clock of who looks says, and although the offset is another than when it was taught."""
    shut = recordings_shut_at(COURSE)
    assert recordings_until(COURSE) == date(2027, 9, 22)
    assert shut == datetime(2027, 9, 23, 4, tzinfo=UTC)
    assert are_recordings_open(COURSE, shut - timedelta(seconds=1))
    assert not are_recordings_open(COURSE, shut)


def test_it_is_said_two_weeks_before_at_the_hour_at_which_the_course_ended() -> None:
    """Eighteen o'clock in New York, in summer time; nothing is said where it would come before the end."""
    assert remind_at(COURSE) == datetime(2027, 9, 8, 22, tzinfo=UTC)
    assert remind_at(replace(COURSE, recordings=Recordings(months=9, remind_days=0))) is None
    assert remind_at(replace(COURSE, recordings=Recordings(months=1, remind_days=40))) is None


def test_a_course_that_promises_nothing_has_no_such_days() -> None:
    """No sessions, no recordings, no policy."""
    for course in (TEN_DAYS.course, replace(COURSE, recordings=Recordings(), policy=Policy())):
        assert free_until(course) is None
        assert recordings_until(course) is None
        assert remind_at(course) is None
        assert not are_recordings_open(course, NOW)


def test_who_may_cancel_until_the_day_itself_may_do_so_on_that_day() -> None:
    """No days before the first session is that session's day."""
    assert free_until(replace(COURSE, policy=Policy(free_days=0))) == date(2026, 12, 1)


def test_dates_that_cannot_be_are_named_all_at_once() -> None:
    """Sessions that overlap, one before another, a beginning that is over."""
    assert unready(COURSE, NOW) == ()
    crossed = with_session(COURSE, 2, datetime.combine(date(2026, 12, 15), time(17)))
    crossed = with_session(crossed, 4, datetime.combine(date(2026, 12, 10), time(17)))
    assert unready(crossed, datetime(2026, 12, 2, tzinfo=UTC)) == (
        "Sessions 3 and 2 are on at one time.",
        "Session 3 is before session 2.",
        "Session 4 is before session 3.",
        "The first session has begun already. Move it to a day ahead.",
    )
