"""Laws of the tests of units: when they open, what they draw, and who passes."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import Door, door, drawn, has_passed, is_passed, needed, right
from bot.domain.courses.sittings import Sitting
from bot.domain.courses.units import TestRule, Unit
from bot.domain.courses.withdrawing import passes_by, put_back, taken_out
from bot.domain.courses.written_units import unit_body, unit_of
from bot.errors import BadInput
from bot.testing.courses import THREE_UNITS

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
COURSE = THREE_UNITS.course
FIRST = COURSE.units[0]
ALL_TICKED = FIRST.required


def _sitting(unit: Unit, rule: TestRule, earlier: tuple[Sitting, ...], seed: int) -> Sitting:
    chance = random.Random(seed).randrange  # noqa: S311 - no secret hangs on it
    return Sitting(unit=unit.n, drawn=drawn(unit, rule, earlier, chance), begun_at=NOW)


def _answered(unit: Unit, sitting: Sitting, right_ones: int, at: datetime = NOW) -> Sitting:
    """Hand a sitting in with its first `right_ones` questions right and the others wrong."""
    answers = {}
    for place, each in enumerate(sitting.drawn):
        question = unit.question(each.question)
        assert question is not None
        answers[question.id] = question.answer if place < right_ones else (question.answer + 1) % 4
    return replace(sitting, answers=answers, handed_in=at)


def _pool(count: int) -> Unit:
    return replace(FIRST, test=FIRST.test[:count])


@given(st.integers(0, 2**32), st.integers(1, 12), st.integers(1, 6))
def test_a_sitting_has_as_many_different_questions_as_the_rule_says_or_as_there_are(
    seed: int, pool: int, draw: int
) -> None:
    """Each once, and each with all of its options."""
    sitting = _sitting(_pool(pool), TestRule(draw=draw), (), seed)
    ids = {each.question for each in sitting.drawn}
    assert len(ids) == len(sitting.drawn) == min(draw, pool)
    for each in sitting.drawn:
        assert sorted(each.order) == [0, 1, 2, 3]


@given(st.integers(0, 2**32), st.integers(2, 12), st.integers(1, 5), st.integers(1, 8))
def test_a_retry_takes_what_was_not_seen_first_and_no_set_again_while_another_is_left(
    seed: int, pool: int, draw: int, times: int
) -> None:
    """Row 36: a retry does not repeat the same five while others are left."""
    unit, rule = _pool(pool), TestRule(draw=draw)
    earlier: tuple[Sitting, ...] = ()
    for time in range(times):
        seen = {each.question for one in earlier for each in one.drawn}
        sets = [frozenset(each.question for each in one.drawn) for one in earlier]
        new = _sitting(unit, rule, earlier, seed + time)
        ids = frozenset(each.question for each in new.drawn)
        unseen = {each.id for each in unit.asked} - seen
        assert len(ids & unseen) == min(len(unseen), draw, pool)
        every = _count_of_sets(pool, min(draw, pool))
        assert ids not in sets or len(set(sets)) == every
        if every > 1 and sets:
            assert ids != sets[-1]
        earlier = (*earlier, new)


def _count_of_sets(pool: int, size: int) -> int:
    count = 1
    for place in range(size):
        count = count * (pool - place) // (place + 1)
    return count


@given(st.integers(0, 2**32), st.integers(1, 12))
def test_right_answers_stand_at_every_place_before_one_comes_again(seed: int, draw: int) -> None:
    """Nobody can pass by one letter for all."""
    sitting = _sitting(FIRST, TestRule(draw=draw), (), seed)
    places = [
        each.order.index(question.answer)
        for each in sitting.drawn
        if (question := FIRST.question(each.question)) is not None
    ]
    for begin in range(0, len(places), 4):
        round_of = places[begin : begin + 4]
        assert len(set(round_of)) == len(round_of)


def test_over_many_sittings_the_right_answer_stands_at_each_place_about_as_often() -> None:
    """In 2,000 questions no place is the better guess."""
    chance = random.Random(1).randrange  # noqa: S311 - no secret hangs on it
    counts = [0, 0, 0, 0]
    for _ in range(400):
        for each in drawn(FIRST, TestRule(), (), chance):
            question = FIRST.question(each.question)
            assert question is not None
            counts[each.order.index(question.answer)] += 1
    assert all(430 <= count <= 570 for count in counts), counts


@given(st.integers(1, 12), st.floats(0.01, 1))
def test_who_has_what_is_needed_passes_and_who_has_one_less_does_not(draw: int, mark: float) -> None:
    """`needed` and `has_passed` say the same."""
    rule = TestRule(draw=draw, pass_mark=mark)
    course = replace(COURSE, tests=rule)
    sitting = _sitting(FIRST, rule, (), 3)
    enough = needed(rule, draw)
    assert enough / draw >= mark
    assert enough == 0 or (enough - 1) / draw < mark
    for count in range(draw + 1):
        handed_in = _answered(FIRST, sitting, count)
        assert right(FIRST, handed_in) == count
        assert has_passed(course, handed_in) == (count >= enough)


def test_four_of_five_pass_and_three_do_not() -> None:
    """Row 36: pass at the mark, fail below it."""
    sitting = _sitting(FIRST, COURSE.tests, (), 5)
    assert has_passed(COURSE, _answered(FIRST, sitting, 4))
    assert not has_passed(COURSE, _answered(FIRST, sitting, 3))
    assert needed(COURSE.tests, 5) == 4


@given(st.sets(st.sampled_from(["1.0", "1.1", "1.2", "2.0", "2.1"])))
def test_no_test_opens_before_every_required_item_is_ticked(ticks: set[str]) -> None:
    """Row 35."""
    found = door(COURSE, Learner(ticks=frozenset(ticks)), 1, NOW).door
    assert found is (Door.OPEN if ticks >= ALL_TICKED else Door.LOCKED)


@given(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 40)), max_size=8),
    st.integers(0, 2),
    st.integers(0, 60),
)
def test_the_door_opens_only_after_the_cool_down_and_as_often_as_the_rule_and_the_trainer_say(
    ends: list[tuple[int, int]], more: int, then: int
) -> None:
    """Row 36: three attempts, twelve hours apart; a trainer may give more."""
    learner = Learner(ticks=ALL_TICKED, more_attempts={1: more})
    at, last = NOW, None
    for seed, (count, hours) in enumerate(ends):
        at += timedelta(hours=hours)
        found = door(COURSE, learner, 1, at)
        if found.door is not Door.OPEN:
            continue
        assert last is None or at >= last + COURSE.tests.cooldown
        new = _answered(FIRST, _sitting(FIRST, COURSE.tests, learner.sittings, seed), count, at)
        learner, last = replace(learner, sittings=(*learner.sittings, new)), at
    at += timedelta(hours=then)
    found, held = door(COURSE, learner, 1, at), len(learner.sittings)
    assert held <= 3 + more
    assert found.attempts_left == 3 + more - held
    if found.door is Door.COOLING:
        assert last is not None
        assert found.opens_at == last + timedelta(hours=12)
        assert at < found.opens_at
        assert door(COURSE, learner, 1, found.opens_at).door is Door.OPEN
    assert (found.door is Door.SPENT) == (held == 3 + more)


@given(st.integers(0, 2**32), st.sets(st.integers(0, 11), max_size=11))
def test_withdrawing_takes_right_answers_from_nobody(seed: int, places: set[int]) -> None:
    """And what was withdrawn is drawn no more."""
    course = _without(COURSE, places)
    unit = course.units[0]
    for count in range(6):
        handed_in = _answered(FIRST, _sitting(FIRST, COURSE.tests, (), seed), count)
        learner = Learner(sittings=(handed_in,))
        assert right(unit, handed_in) >= right(FIRST, handed_in)
        assert is_passed(course, learner, 1) or not is_passed(COURSE, learner, 1)
    later = _sitting(unit, COURSE.tests, (), seed)
    assert not {each.question for each in later.drawn} & {FIRST.test[place].id for place in places}


@given(
    st.integers(0, 2**32),
    st.integers(0, 5),
    st.lists(st.tuples(st.integers(0, 11), st.booleans()), max_size=12),
)
def test_who_passes_by_a_question_taken_out_passes_whatever_is_put_back_or_taken_out_later(
    seed: int, count: int, steps: list[tuple[int, bool]]
) -> None:
    """Counts stay honest: nobody fails by a step of the trainer's, and five can always be drawn."""
    learner = Learner(sittings=(_answered(FIRST, _sitting(FIRST, COURSE.tests, (), seed), count),))
    course, passed = COURSE, is_passed(COURSE, learner, 1)
    for hours, (place, out) in enumerate(steps, start=1):
        name, before = f"1.{place}", course
        with suppress(BadInput):
            at = NOW + timedelta(hours=hours)
            course = taken_out(course, name) if out else put_back(course, name, at)
        now = is_passed(course, learner, 1)
        assert now or not passed
        if out and course != before:
            assert passes_by(course, name, learner) == (now and not passed)
        assert len(course.units[0].asked) >= COURSE.tests.draw
        assert unit_of(unit_body(course.units[0])) == course.units[0]
        passed = now


def _without(course: Course, places: set[int]) -> Course:
    first = course.units[0]
    test = tuple(replace(each, is_withdrawn=place in places) for place, each in enumerate(first.test))
    return replace(course, units=(replace(first, test=test), *course.units[1:]))


def test_a_unit_without_a_test_is_passed_and_one_that_is_not_there_stays_locked() -> None:
    """So that a unit without a test can be finished."""
    course = replace(COURSE, units=(replace(FIRST, test=()), *COURSE.units[1:]))
    assert is_passed(course, Learner(), 1)
    assert door(course, Learner(), 1, NOW).door is Door.PASSED
    assert not is_passed(course, Learner(), 9)
    assert door(course, Learner(), 9, NOW).door is Door.LOCKED


def test_what_was_begun_goes_on_whatever_is_ticked() -> None:
    """Somebody who unticks an item in the middle loses nothing."""
    begun = _sitting(FIRST, COURSE.tests, (), 7)
    found = door(COURSE, Learner(sittings=(begun,)), 1, NOW)
    assert found.door is Door.GOING_ON
    assert found.attempts_left == 3
