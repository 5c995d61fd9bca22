"""Laws of what comes to a learner of a course: any zone, any change of its clock, quiet hours, leave."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.domain.courses.course import Course
from bot.domain.courses.moments import Anchor
from bot.domain.courses.timeline import LearnerTime, Moved, Planned, timeline
from bot.domain.courses.timetable import instant_of, moved_to, starts_at, with_session
from bot.domain.people import QuietHours
from bot.domain.quiet import is_quiet
from bot.domain.zones import every_zone, zone_of
from bot.testing.courses import FOUR_SESSIONS, TEN_DAYS

ZONES = every_zone()
TAUGHT_FROM = ("America/New_York", "Europe/Berlin", "Pacific/Auckland", "Asia/Kolkata", "Australia/Lord_Howe")
QUARTERS = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
QUIET = st.builds(QuietHours, start=QUARTERS, end=QUARTERS)
FIRST_DAYS = st.dates(date(2026, 1, 5), date(2027, 12, 20))
USUAL_QUIET = QuietHours()


@st.composite
def live_courses(draw: st.DrawFn) -> Course:
    """Four weekly sessions at any hour, at a place that sets its clock or not, over any part of two years."""
    course = replace(FOUR_SESSIONS.course, zone=draw(st.sampled_from(TAUGHT_FROM)))
    return moved_to(course, draw(FIRST_DAYS), draw(QUARTERS))


@st.composite
def learners(draw: st.DrawFn, near: date) -> LearnerTime:
    """Somebody anywhere, with quiet hours of their own and of their organisation, on leave or not."""
    away = draw(st.none() | st.integers(-10, 40))
    return LearnerTime(
        zone=draw(st.sampled_from(ZONES)),
        quiet=draw(QUIET),
        team_quiet=draw(st.none() | QUIET),
        away_until=None if away is None else near + timedelta(days=away),
        usual=draw(QUARTERS),
        began_on=near,
        is_off=_days_off(near, draw(st.frozensets(st.integers(-6, 30), max_size=6))),
    )


def _days_off(near: date, days: frozenset[int]) -> Callable[[date], bool]:
    return lambda day: (day - near).days in days


@st.composite
def worlds(draw: st.DrawFn) -> tuple[Course, LearnerTime, datetime, frozenset[date]]:
    """A course, somebody in it, when they came into it, and days on which something else comes to them."""
    course = draw(live_courses() | st.just(TEN_DAYS.course))
    near = course.sessions[0].starts.date() if course.sessions else draw(FIRST_DAYS)
    since = datetime.combine(near, time(), UTC) + timedelta(seconds=draw(st.integers(-900_000, 2_400_000)))
    taken = draw(st.frozensets(st.integers(-6, 30), max_size=6))
    return course, draw(learners(near)), since, frozenset(near + timedelta(days=day) for day in taken)


def _local(planned: Planned, learner: LearnerTime) -> datetime:
    return planned.at.astimezone(zone_of(learner.zone))


def _obeys(found: Sequence[Planned], course: Course, learner: LearnerTime, taken: frozenset[date]) -> None:
    """Assert what holds of every plan."""
    assert [each.at for each in found] == sorted(each.at for each in found)
    assert len({each.push for each in found}) == len(found)
    days = [_local(each, learner).date() for each in found]
    assert len(set(days)) == len(days)
    assert not taken & set(days)
    for each, day in zip(found, days, strict=True):
        assert not is_quiet(learner.quiet, learner.team_quiet, _local(each, learner).time())
        assert learner.away_until is None or day >= learner.away_until
        push = course.push(each.push)
        assert push is not None
        if push.is_before:
            session = course.session(push.when.session)
            assert session is not None
            assert each.at < starts_at(course, session)
        else:
            assert each.at >= each.wished
            assert not learner.is_off(day)


@given(worlds())
def test_at_most_one_a_day_outside_quiet_hours_and_never_after_its_session(
    world: tuple[Course, LearnerTime, datetime, frozenset[date]],
) -> None:
    """Whatever else holds; nothing comes before they joined."""
    course, learner, since, taken = world
    found = timeline(course, learner, since=since, taken=taken)
    _obeys(found, course, learner, taken)
    assert all(each.at >= since for each in found)


@given(worlds())
def test_nothing_of_use_is_lost_and_nothing_old_is_dug_up(
    world: tuple[Course, LearnerTime, datetime, frozenset[date]],
) -> None:
    """What asks for no session comes, once, if it was not out when they joined; of the rest at most one."""
    course, learner, since, taken = world
    come = {each.push: each for each in timeline(course, learner, since=since, taken=taken)}
    for push in course.pushes:
        wished = instant_of(course, push.when)
        if wished is not None and not push.is_before:
            assert (push.id in come) is (wished >= since)
    assert sum(each.wished < since for each in come.values()) <= 1


@given(worlds())
def test_what_does_not_prepare_keeps_its_order_and_so_does_what_prepares(
    world: tuple[Course, LearnerTime, datetime, frozenset[date]],
) -> None:
    """Each as the course has them."""
    course, learner, since, taken = world
    found = timeline(course, learner, since=since, taken=taken)
    before = {each.id for each in course.pushes if each.is_before}
    for kind in (True, False):
        wished = [each.wished for each in found if (each.push in before) is kind]
        assert wished == sorted(wished)


@given(worlds(), st.integers(0, 3_600_000))
def test_planning_again_while_it_goes_on_moves_nothing(
    world: tuple[Course, LearnerTime, datetime, frozenset[date]], seconds: int
) -> None:
    """What came by then is done, and its days are taken: the rest comes on the day on which it was to come.

    And at the same instant, but for what is late on any day.
    """
    course, learner, since, taken = world
    plan = timeline(course, learner, since=since, taken=taken)
    now = since + timedelta(seconds=seconds)
    done = [each for each in plan if each.at <= now]
    again = timeline(
        course,
        learner,
        since=since,
        taken=taken | {_local(each, learner).date() for each in done},
        sent={each.push for each in done},
        now=now,
    )
    rest = plan[len(done) :]
    assert [each.push for each in again] == [each.push for each in rest]
    for was, becomes in zip(rest, again, strict=True):
        assert _local(becomes, learner).date() == _local(was, learner).date()
        assert becomes.at == was.at or Moved.LATE in becomes.why


@given(worlds(), st.integers(0, 3_600_000), st.integers(1, 4), st.integers(-4, 4))
def test_after_a_session_moved_or_a_pause_the_same_laws_hold(
    world: tuple[Course, LearnerTime, datetime, frozenset[date]], seconds: int, session: int, days: int
) -> None:
    """Nothing is sent twice, and nothing is planned into the past."""
    course, learner, since, taken = world
    assume(course.sessions)
    now = since + timedelta(seconds=seconds)
    came = [each for each in timeline(course, learner, since=since, taken=taken) if each.at <= now]
    done = came[: len(came) // 2]  # the others were held back by a pause
    was = course.session(session)
    assert was is not None
    moved = with_session(course, session, was.starts + timedelta(days=days))
    full = taken | {_local(each, learner).date() for each in done}
    sent = {each.push for each in done}
    found = timeline(moved, learner, since=since, taken=full, sent=sent, now=now)
    _obeys(found, moved, learner, full)
    assert not sent & {each.push for each in found}
    assert all(each.at >= now for each in found)


@pytest.mark.parametrize("zone", ["America/New_York", "Australia/Lord_Howe"])
def test_with_usual_quiet_hours_everything_comes_in_every_zone_over_every_change(zone: str) -> None:
    """Every zone that there is, over both changes of a year: twelve pushes, each once."""
    for first in (date(2026, 3, 2), date(2026, 10, 12)):
        course = moved_to(replace(FOUR_SESSIONS.course, zone=zone), first)
        since = datetime.combine(first - timedelta(days=14), time(), UTC)
        for there in ZONES:
            learner = LearnerTime(zone=there, quiet=USUAL_QUIET)
            found = timeline(course, learner, since=since)
            assert [each.push for each in found] == [each.id for each in course.pushes], there
            _obeys(found, course, learner, frozenset())


@given(st.sampled_from(ZONES), FIRST_DAYS, QUARTERS)
def test_a_course_of_ones_own_pace_keeps_its_hour_and_its_days(zone: str, first: date, usual: time) -> None:
    """Ten days running, at one hour of the wall clock, but where the clock itself leaves it out."""
    assume(not USUAL_QUIET.cover(usual))
    learner = LearnerTime(zone=zone, quiet=USUAL_QUIET, usual=usual, began_on=first)
    begins = datetime.combine(first, time(), ZoneInfo(zone)).astimezone(UTC) - timedelta(hours=3)
    found = timeline(TEN_DAYS.course, learner, since=begins)
    assert all(each.when.anchor is Anchor.DAY for each in TEN_DAYS.course.pushes)
    assert [_local(each, learner).date() for each in found] == [first + timedelta(days=n) for n in range(10)]
    assert {_local(each, learner).time() for each in found} == {usual}
