"""Laws over random files of courses in units: all can finish, no test opens early, days off stop clocks."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import Door, Standing, door, drawn, needed, sittings_in
from bot.domain.courses.progress import completes, progress, with_finished
from bot.domain.courses.reply_clock import DaysOff, Span, due
from bot.domain.courses.sittings import Sitting
from bot.domain.courses.units import Unit
from bot.domain.courses.written import body_of, course_of
from bot.domain.zones import zone_of
from tests.property.made_courses import Body, course_files, examined
from tests.property.reply_clock_by_days import counted, is_running

BEGUN = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def made(body: Body) -> Course:
    """The course of a file, which the check finds sound."""
    report = examined(body)
    assert [str(problem) for problem in report.problems] == []
    assert report.template is not None
    return report.template.course


def sat(course: Course, unit: Unit, learner: Learner, chance: Random, at: datetime, *, right: int) -> Learner:
    """The learner after one attempt, in which so many of the questions are right."""
    asked = drawn(unit, course.tests, sittings_in(learner, unit.n), chance.randrange)
    assert len({each.question for each in asked}) == min(course.tests.draw, len(unit.asked))
    answers = {}
    for place, each in enumerate(asked):
        question = unit.question(each.question)
        assert question is not None
        assert sorted(each.order) == list(range(len(question.options)))
        wrong = (question.answer + 1) % len(question.options)
        answers[question.id] = question.answer if place < right else wrong
    begun = Sitting(unit=unit.n, drawn=asked, begun_at=at, answers=answers)
    going_on = replace(learner, sittings=(*learner.sittings, begun))
    assert door(course, going_on, unit.n, at).door is Door.GOING_ON
    return replace(learner, sittings=(*learner.sittings, replace(begun, handed_in=at)))


def ticked(learner: Learner, *items: str) -> Learner:
    """The learner after so many ticks."""
    return replace(learner, ticks=learner.ticks | set(items))


@given(body=course_files())
@settings(deadline=None)
def test_a_file_that_the_check_takes_is_kept_as_it_is(body: Body) -> None:
    """Every random course of these laws is sound, and the same after it was kept."""
    course = made(body)
    assert course_of(json.loads(json.dumps(body_of(course)))) == course
    assert course.minutes == sum(unit.minutes for unit in course.units)


@given(body=course_files(), seed=st.integers(0, 2**32), data=st.data())
@settings(deadline=None)
def test_every_learner_can_finish(body: Body, seed: int, data: st.DataObject) -> None:
    """In any order of units, after any attempts that were missed; after the last, with one more."""
    course, chance = made(body), Random(seed)  # noqa: S311 - no secret is drawn
    learner, now = Learner(agreed_at=BEGUN, active_at=BEGUN), BEGUN
    for n in data.draw(st.permutations([unit.n for unit in course.units])):
        unit = course.unit(n)
        assert unit is not None
        learner = ticked(learner, *unit.required)
        missed = data.draw(st.integers(0, course.tests.attempts)) if unit.asked else 0
        for _ in range(missed):
            now = opened(course, learner, n, now)
            fewest = needed(course.tests, min(course.tests.draw, len(unit.asked)))
            learner = sat(course, unit, learner, chance, now, right=fewest - 1)
            assert not completes(course, learner, n)
        if missed == course.tests.attempts and unit.asked:
            assert door(course, learner, n, now + timedelta(days=400)).door is Door.SPENT
            learner = replace(learner, more_attempts={**learner.more_attempts, n: 1})
        if unit.asked:
            now = opened(course, learner, n, now)
            learner = sat(course, unit, learner, chance, now, right=len(unit.asked))
        assert door(course, learner, n, now).door is Door.PASSED
        assert completes(course, learner, n)
        learner = with_finished(course, learner, now)
        assert n in learner.finished
        now += data.draw(st.integers(0, 40 * 24 * 60)) * MINUTE
    assert progress(course, learner).is_complete
    assert progress(course, learner).current is None


def opened(course: Course, learner: Learner, n: int, now: datetime) -> datetime:
    """When the test of a unit is open next. Where it is not now, it says when, and holds to that minute."""
    standing = door(course, learner, n, now)
    if standing.door is Door.COOLING:
        assert standing.opens_at is not None
        assert door(course, learner, n, standing.opens_at - MINUTE).door is Door.COOLING
        now = max(now, standing.opens_at)
        standing = door(course, learner, n, now)
    assert standing.door is Door.OPEN
    assert standing.attempts_left >= 1
    return now


@given(body=course_files(), data=st.data())
@settings(deadline=None)
def test_no_test_opens_before_what_it_requires(body: Body, data: st.DataObject) -> None:
    """Whatever else is ticked: it waits for each required item of its unit, and for nothing more."""
    course = made(body)
    every = sorted(course.items)
    learner = ticked(Learner(agreed_at=BEGUN), *data.draw(st.sets(st.sampled_from(every))))
    for unit in course.units:
        found = door(course, learner, unit.n, BEGUN)
        if not unit.asked:
            assert found.door is Door.PASSED
        elif unit.required <= learner.ticks:
            assert found == Standing(door=Door.OPEN, attempts_left=course.tests.attempts)
        else:
            assert found.door is Door.LOCKED
            left = sorted(unit.required - learner.ticks)
            assert door(course, ticked(learner, *left[1:]), unit.n, BEGUN).door is Door.LOCKED
            assert door(course, ticked(learner, *left), unit.n, BEGUN).door is Door.OPEN
        assert completes(course, learner, unit.n) == (unit.required <= learner.ticks and not unit.asked)


days_off = st.builds(
    DaysOff,
    weekdays=st.frozensets(st.integers(0, 6), max_size=6),
    spans=st.lists(
        st.builds(
            lambda begins, days: Span(
                first=(BEGUN + timedelta(days=begins)).date(),
                last=(BEGUN + timedelta(days=begins + days)).date(),
            ),
            st.integers(0, 40),
            st.integers(0, 14),
        ),
        max_size=3,
    ).map(tuple),
)


@given(body=course_files(), off=days_off, asked=st.integers(0, 60 * 24 * 60))
@settings(deadline=None)
def test_no_clock_runs_on_a_day_off(body: Body, off: DaysOff, asked: int) -> None:
    """What a course promises on questions counts no hour of a day off, and comes to all that it says."""
    course = made(body)
    if course.ask is None:
        return
    at, zone = BEGUN + asked * MINUTE, zone_of(course.zone)
    reminded = due(at, course.ask.nudge_at, off, course.zone)
    promised = due(at, course.ask.reply_within, off, course.zone)
    assert at < reminded < promised
    for instant in (reminded, promised):
        assert (instant - MINUTE).astimezone(zone).date() not in off
    assert counted(at, promised, off, course.zone) == course.ask.reply_within
    running = list(_halves(at, promised, lambda now: is_running(now, off, course.zone)))
    assert all(now.astimezone(zone).date() not in off for now in running)


def _halves(since: datetime, until: datetime, holds: Callable[[datetime], bool]) -> list[datetime]:
    """The half hours between two instants at which something holds."""
    count = int((until - since) / (30 * MINUTE))
    step = max(1, count // 200)
    return [now for k in range(0, count, step) if holds(now := since + k * 30 * MINUTE)]
