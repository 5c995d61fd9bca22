"""Laws of what a trainer is told of a question: nobody's one answer can be found by comparing."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.item_figures import (
    FEW,
    MOST,
    STEP,
    TOLD_FROM,
    FirstAnswer,
    ItemFigure,
    Tells,
    first_answers,
    told,
)
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import drawn
from bot.domain.courses.sittings import Sitting
from bot.domain.courses.units import TestRule, Unit
from bot.testing.courses import THREE_UNITS

NOW = datetime(2026, 11, 2, 9, tzinfo=UTC)
FIRST = THREE_UNITS.course.units[0]

answers = st.builds(FirstAnswer, is_right=st.booleans(), others=st.sampled_from((0.0, 0.25, 0.5, 0.75, 1.0)))


def _told_along(given_answers: list[FirstAnswer], floor: int) -> ItemFigure | None:
    """Look after each answer, as a trainer may, and keep what was told."""
    before: ItemFigure | None = None
    for count in range(len(given_answers) + 1):
        before = told(given_answers[:count], before, floor=floor)
    return before


@given(st.lists(answers, max_size=30), st.integers(5, 12), st.integers(0, 29), answers)
def test_two_worlds_that_differ_in_one_answer_of_the_present_step_look_the_same(
    some: list[FirstAnswer], floor: int, place: int, other: FirstAnswer
) -> None:
    """An answer beyond the last whole step is read by nothing."""
    here = _told_along(some, floor)
    if place < len(some) and place >= (here.count if here else 0):
        there = _told_along([*some[:place], other, *some[place + 1 :]], floor)
        assert there == here


@given(st.lists(answers, max_size=30), st.integers(5, 12))
def test_nothing_is_told_below_eight_and_anew_only_with_four_more(
    some: list[FirstAnswer], floor: int
) -> None:
    """A floor that the organisation raised holds as well."""
    before: ItemFigure | None = None
    for count in range(len(some) + 1):
        now = told(some[:count], before, floor=floor)
        if now is not None:
            assert now.count >= max(TOLD_FROM, floor)
            assert now == before or before is None or now.count >= before.count + STEP
        before = now


@given(st.lists(answers, min_size=8, max_size=30), st.integers(1, 4))
def test_what_was_told_stays_when_somebody_leaves(some: list[FirstAnswer], gone: int) -> None:
    """And who comes after them changes nothing until four more than before are there."""
    before = told(some, None, floor=5)
    assert told(some[gone:], before, floor=5) == before


@given(st.integers(0, 2**32), st.integers(1, 24), st.data())
def test_a_learner_beyond_the_last_whole_step_of_every_question_changes_nothing(
    seed: int, many: int, data: st.DataObject
) -> None:
    """Whatever they answered, and whatever was taken out of the test meanwhile or put back into it."""
    learners = [_learner(seed + number, number) for number in range(many)]
    here = _figures(FIRST, learners)
    given_by = first_answers(FIRST, learners)
    others = first_answers(FIRST, learners[:-1])
    if any(
        told(given_by[each], None, floor=5) != told(others.get(each, ()), None, floor=5) for each in given_by
    ):
        return  # they complete a step of some question
    there = [*learners[:-1], _learner(seed + many - 1, many - 1, answers=data.draw(st.integers(0, 4**5 - 1)))]
    assert _figures(FIRST, there) == here
    gone = data.draw(st.sets(st.integers(0, 11)))
    test = tuple(replace(each, is_withdrawn=place in gone) for place, each in enumerate(FIRST.test))
    assert _figures(replace(FIRST, test=test), there) == here


def _figures(unit: Unit, learners: list[Learner]) -> dict[str, ItemFigure | None]:
    found = first_answers(unit, learners)
    return {each.id: told(found.get(each.id, ()), None, floor=5) for each in unit.test}


def _learner(seed: int, number: int, *, answers: int | None = None) -> Learner:
    """Somebody who handed in the test of the first unit after those before them, with these answers."""
    chance = random.Random(seed).randrange  # noqa: S311 - no secret hangs on it
    questions = drawn(FIRST, TestRule(), (), chance)
    how = chance(4**5) if answers is None else answers
    chosen = {each.question: how // 4**place % 4 for place, each in enumerate(questions)}
    at = NOW + timedelta(minutes=number)
    return Learner(sittings=(Sitting(unit=1, drawn=questions, begun_at=at, answers=chosen, handed_in=at),))


@given(st.lists(answers, min_size=8, max_size=8))
def test_one_or_two_who_differ_from_all_others_are_not_seen(some: list[FirstAnswer]) -> None:
    """Most or all, few or none: each looks like the other."""
    figure = told(some, None, floor=5)
    right = sum(each.is_right for each in some)
    assert figure is not None
    if right >= 6:
        assert (figure.share, figure.tells) == (MOST, Tells.UNKNOWN)
    if right <= 2:
        assert (figure.share, figure.tells) == (FEW, Tells.UNKNOWN)
