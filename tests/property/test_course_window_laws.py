"""When a question of a course is open: never beyond a week, never into the next session."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.course import Course, Does, Pace
from bot.domain.courses.timetable import starts_at
from bot.domain.courses.windows import OPEN_FOR, closes_at, is_open, opens_at, session_before
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS, invented_push

ZONES = ("America/New_York", "Europe/Berlin", "Pacific/Auckland", "Australia/Lord_Howe", "UTC")
moments = st.builds(
    "{}.{} {}P{}D".format,
    st.sampled_from(("s1", "s2", "s3", "s4")),
    st.sampled_from(("start", "end")),
    st.sampled_from("+-"),
    st.integers(0, 40),
)
courses = st.builds(
    lambda zone, days: replace(
        FOUR_SESSIONS.course,
        zone=zone,
        sessions=tuple(
            replace(each, starts=each.starts + timedelta(days=days)) for each in FOUR_SESSIONS.course.sessions
        ),
    ),
    st.sampled_from(ZONES),
    st.integers(-200, 200),
)


@given(courses, moments, st.sampled_from((Does.CHOICE, Does.SCALE)))
def test_a_question_is_open_for_a_week_or_until_the_next_session(
    course: Course, when: str, does: Does
) -> None:
    """Whichever comes first; and no session begins while it is open."""
    push = invented_push("asked", when, does)
    opens, closes = opens_at(course, push), closes_at(course, push)
    assert opens is not None
    assert closes is not None
    begin = [starts_at(course, each) for each in course.sessions]
    assert opens < closes <= opens + OPEN_FOR
    assert not any(opens < at < closes for at in begin)
    assert closes == opens + OPEN_FOR or closes in begin
    assert is_open(course, push, opens)
    assert not is_open(course, push, closes)


@given(courses, moments)
def test_the_session_before_is_over_when_a_question_opens(course: Course, when: str) -> None:
    """And no other one that is over began later."""
    push = invented_push("asked", when, Does.SCALE)
    opens, before = opens_at(course, push), session_before(course, push)
    assert opens is not None
    over = [
        each for each in course.sessions if starts_at(course, each) + timedelta(minutes=each.minutes) <= opens
    ]
    assert before == (max(over, key=lambda each: each.starts) if over else None)


@given(st.sampled_from(Does), st.integers(1, 200))
def test_what_comes_to_each_on_another_day_is_told_of_nobody(does: Does, day: int) -> None:
    """In a course of each learner's own pace no question has one close for all."""
    assert TEN_DAYS.course.pace is Pace.OWN
    push = invented_push("asked", f"day {day}", does)
    assert closes_at(TEN_DAYS.course, push) is None
    assert not is_open(TEN_DAYS.course, push, datetime.max)  # noqa: DTZ901 - not looked at


@given(st.sampled_from((Does.TEXT, Does.MULTI, Does.FLOW, Does.READ)))
def test_of_words_no_figure_is_made(does: Does) -> None:
    """Nor of a guided flow, nor of several things chosen."""
    push = replace(invented_push("asked", "s1.end"), does=does)
    assert opens_at(FOUR_SESSIONS.course, push) is None
