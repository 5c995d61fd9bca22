"""A14: 2,000 cohorts of 3 to 30, with joins, leaves, erasures: recovery <= 5 %, no figure with n < k."""

from __future__ import annotations

from bot.domain.organisations import LEAST_GROUP
from tests.property import test_suppression_crowd as whole
from tests.property.suppression_attacks import counted, found_for_certain, scored
from tests.property.suppression_crowd import OPTIONS, SCALE, Circle, circles, counts_told, scores_told

HELD_BY = (
    "tests/property/test_suppression_crowd.py::test_scores_find_nobody",
    "tests/property/test_suppression_crowd.py::test_counts_find_one_in_twenty_at_the_most",
    "tests/property/test_suppression_laws.py::test_no_figure_is_about_fewer_than_the_floor",
    "tests/property/test_suppression_laws.py::test_below_the_floor_two_worlds_look_the_same",
    "tests/faults/test_suppression_whole.py::test_counts_find_one_in_twenty_however_many_changed",
)
MOST = 0.05
IN_SHORT = 40


def test_a14_of_some_cohorts_hardly_anybody_is_found() -> None:
    """The same attack on a few of them, on other draws than the whole one; scores find nobody."""
    crowd = circles(IN_SHORT, seed=14)
    assert found_for_certain([(each, counts_told(each)) for each in crowd], len(OPTIONS), counted) <= MOST
    scores = [(each, scores_told(each)) for each in crowd]
    assert found_for_certain(scores, len(SCALE), scored, most_common=7) == 0


def test_a14_no_figure_is_of_fewer_than_the_floor_in_short() -> None:
    """Of some hundred windows, many of which are below it."""
    assert (whole.MANY, LEAST_GROUP) == (2_000, 5)
    assert least(circles(IN_SHORT, whole.SEED)) >= LEAST_GROUP


def test_a14_no_figure_of_2000_cohorts_is_of_too_few() -> None:
    """Of every size from 3 to 30."""
    crowd = circles(whole.MANY, whole.SEED)
    assert {len(group) for each in crowd for group in each.weeks} >= set(range(3, 31))
    assert least(crowd) >= LEAST_GROUP


def least(crowd: list[Circle]) -> int:
    """Return of how few the smallest figure is that was told."""
    told = (counts_told(each) + scores_told(each) for each in crowd)
    return min(len(group) for shown in told for group, _ in shown)
