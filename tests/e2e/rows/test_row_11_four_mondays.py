"""Four live sessions on a wall clock: the instants stay right when the clock is set between two of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from bot.domain.courses.ahead import shifts
from bot.domain.courses.moments import Moment
from bot.domain.courses.timetable import instant_of, moved_to, starts_at
from tests.made_once import our_library

COURSE = next(
    moved_to(each.course, date(2020, 10, 19), time(16))
    for each in our_library().courses()
    if each.id == "attachment_steam_4"
)
"""The course of the library on four Mondays; summer time ends in New York on the first of November."""


def test_they_start_at_eight_and_then_at_nine_in_the_evening_of_utc() -> None:
    """16:00 there, each time."""
    starts = [starts_at(COURSE, each) for each in COURSE.sessions]
    assert [f"{at:%H:%M}" for at in starts] == ["20:00", "20:00", "21:00", "21:00"]
    assert starts[0] == datetime(2020, 10, 19, 20, tzinfo=UTC)
    assert {each.starts.time() for each in COURSE.sessions} == {time(16)}
    assert COURSE.zone == "America/New_York"


def test_the_hours_are_two_titled_ones_of_each_session() -> None:
    """Two hours a session, in two segments or more, each with a title."""
    assert all(each.minutes == 120 for each in COURSE.sessions)
    assert all(len(each.segments) > 1 for each in COURSE.sessions)
    assert all(segment.title for each in COURSE.sessions for segment in each.segments)
    assert COURSE.minutes == 480


def test_who_lives_elsewhere_is_told_where_the_clocks_are_set_apart() -> None:
    """In Berlin the clock was set a week earlier: for one session it is an hour off, and then as before."""
    told = [
        (each.session, f"{each.was:%H:%M}", f"{each.becomes:%H:%M}")
        for each in shifts(COURSE, "Europe/Berlin")
    ]
    assert told == [(2, "22:00", "21:00"), (3, "21:00", "22:00")]
    assert [each.session for each in shifts(COURSE, "Asia/Kolkata")] == [3]
    assert shifts(COURSE, COURSE.zone) == ()


def test_a_day_later_is_the_same_hour_on_the_wall_and_an_hour_is_sixty_minutes() -> None:
    """Also over the night in which the clock is set."""
    saturdays = moved_to(COURSE, date(2020, 10, 24))
    day, hours = (instant_of(saturdays, Moment.parse(f"s2.start +{each}")) for each in ("P1D", "PT24H"))
    assert day == datetime(2020, 11, 1, 21, tzinfo=UTC)
    assert hours == datetime(2020, 11, 1, 20, tzinfo=UTC)
