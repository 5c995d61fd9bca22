"""Laws of what a trainer is told of a question: nobody's one answer can be found by comparing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.item_figures import FEW, MOST, STEP, TOLD_FROM, FirstAnswer, ItemFigure, told

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


@given(st.lists(answers, min_size=8, max_size=8))
def test_one_or_two_who_differ_from_all_others_are_not_seen(some: list[FirstAnswer]) -> None:
    """Most or all, few or none: each looks like the other."""
    figure = told(some, None, floor=5)
    right = sum(each.is_right for each in some)
    assert figure is not None
    if right >= 6:
        assert figure.share == MOST
    if right <= 2:
        assert figure.share == FEW
