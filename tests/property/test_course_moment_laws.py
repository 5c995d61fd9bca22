"""A moment of a course is one line and reads back as what it was; a date and an hour hang on nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.course import Course
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.timetable import instant_of, moved_to
from bot.domain.courses.written import body_of, course_of, push_body, push_of
from bot.domain.zones import zone_of
from bot.errors import BadInput
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS, invented_push

zones = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"}))
clocks = st.datetimes(datetime(2020, 1, 1), datetime(2035, 12, 31))  # noqa: DTZ001 - a wall clock
minutes = st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0))
lengths = st.builds(
    lambda sign, days, hours, more: (sign * days, sign * timedelta(hours=hours, minutes=more)),
    st.sampled_from((1, -1)),
    st.integers(0, 999),
    st.integers(0, 999),
    st.integers(0, 59),
)
by_session = st.builds(
    lambda anchor, session, length: Moment(anchor=anchor, session=session, days=length[0], shift=length[1]),
    st.sampled_from((Anchor.START, Anchor.END)),
    st.integers(1, 99),
    lengths,
)
by_end = lengths.map(lambda length: Moment(anchor=Anchor.END, days=length[0], shift=length[1]))
by_day = st.builds(
    lambda day, at: Moment(anchor=Anchor.DAY, day=day, at=at), st.integers(1, 999), st.none() | minutes
)
by_clock = clocks.map(Moment.at_clock)


@given(by_session | by_end | by_day | by_clock)
def test_a_moment_is_written_and_read_as_the_same(moment: Moment) -> None:
    """As one line, and with its push as a page keeps it."""
    assert Moment.parse(str(moment)) == moment
    push = replace(invented_push("asked", "s1.end"), when=moment)
    assert push_of(push_body(push)) == push


@given(clocks, zones)
def test_a_date_and_an_hour_are_of_the_courses_wall_clock(local: datetime, zone: str) -> None:
    """The clock shows them at that instant, or later where it skips them; of two such, it is the first."""
    course = replace(FOUR_SESSIONS.course, zone=zone)
    wished = local.replace(second=0, microsecond=0)
    at = instant_of(course, Moment.at_clock(local))
    assert at is not None
    shown = at.astimezone(zone_of(zone))
    assert shown.replace(tzinfo=None, fold=0) >= wished
    if shown.replace(tzinfo=None, fold=0) == wished:
        assert shown.fold == 0
    else:
        there_and_back = wished.replace(tzinfo=zone_of(zone)).astimezone(zone_of("UTC"))
        assert there_and_back.astimezone(zone_of(zone)).replace(tzinfo=None) != wished


@given(clocks, st.sampled_from((FOUR_SESSIONS.course, TEN_DAYS.course)))
def test_it_hangs_on_no_session_and_on_nobodys_day(local: datetime, course: Course) -> None:
    """It stays where it is when a session is moved; it prepares none."""
    push = replace(invented_push("asked", "s1.end"), when=Moment.at_clock(local))
    without = replace(course, sessions=())
    assert instant_of(course, push.when) == instant_of(without, push.when)
    assert not push.is_before


@given(clocks, st.dates(date(2024, 1, 1), date(2034, 1, 1)), st.none() | minutes)
def test_a_course_on_other_dates_takes_it_along(local: datetime, first: date, at: time | None) -> None:
    """It keeps its distance in days to the first session, at its own hour."""
    own = replace(invented_push("asked", "s1.end"), when=Moment.at_clock(local))
    course = replace(FOUR_SESSIONS.course, pushes=(*FOUR_SESSIONS.course.pushes, own))
    moved = moved_to(course, first, at)
    assert moved.pushes[:-1] == course.pushes[:-1]
    before, after = own.when.wall_clock, moved.pushes[-1].when.wall_clock
    assert before is not None
    assert after is not None
    assert after.time() == before.time()
    days = moved.sessions[0].starts.date() - course.sessions[0].starts.date()
    assert after.date() - before.date() == days
    assert course_of(body_of(moved)) == moved


@pytest.mark.parametrize(
    "text",
    [
        "at 2026-12-03",
        "at 2026-13-03T09:00",
        "at 2026-12-03T24:00",
        "at 2026-12-03T09:00:00",
        "at 2026-12-03T09:00+01:00",
        "at 2026-12-03 09:00",
        "at 0000-01-01T09:00",
        "at  2026-12-03T09:00",
    ],
)
def test_what_is_no_date_and_hour_is_no_moment(text: str) -> None:
    """To the minute, on the wall clock, and nothing else."""
    with pytest.raises(BadInput):
        Moment.parse(text)
