"""Over 2,000 circles in which people come, go and are erased, the figures hardly find anybody's answer."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.property.suppression_attacks import (
    Seen,
    averaged,
    counted,
    found_for_certain,
    guessed,
    known_to_the_others,
    scored,
    sentence,
)
from tests.property.suppression_crowd import (
    OPTIONS,
    SCALE,
    Circle,
    circles,
    counts_told,
    counts_unheld,
    means_each_week,
    scores_told,
    sentence_of,
)

MANY = 2000
SEED = 11


def _mark(circle: Circle, who: UUID) -> int:
    return circle.marks[who]


def _choice(circle: Circle, who: UUID) -> str:
    return circle.choices[who]


@pytest.fixture(name="crowd", scope="module")
def _crowd() -> list[Circle]:
    return circles(MANY, SEED)


def test_scores_find_nobody(crowd: list[Circle]) -> None:
    """Two scores leave no mark of who came or went alone, and help a guess by less than five points.

    All others of a group together learn the mark of the last one in few cases.
    """
    seen: Seen = [(circle, scores_told(circle)) for circle in crowd]
    assert sum(len(shown) for _, shown in seen) > 2 * MANY
    assert found_for_certain(seen, len(SCALE), scored, most_common=7) == 0
    assert guessed(seen, _mark) < 0.05
    assert known_to_the_others(seen[:300], scored, SCALE, _mark) < 0.05


def test_counts_find_one_in_twenty_at_the_most(crowd: list[Circle]) -> None:
    """Even of people who never change their answer; what a circle posts finds one in a hundred.

    That all others of a group together find the last one is not held off (docs/suppression.md says so).
    """
    seen: Seen = [(circle, counts_told(circle)) for circle in crowd]
    posted: Seen = [(circle, sentence_of(shown)) for circle, shown in seen]
    assert found_for_certain(seen, len(OPTIONS), counted) <= 0.05
    assert found_for_certain(posted[: MANY // 2], len(OPTIONS), sentence) <= 0.01
    assert guessed(seen, _choice) < 0.1
    assert guessed(posted, _choice) < 0.06
    assert known_to_the_others(seen[:300], counted, OPTIONS, _choice) > 0.5
    assert known_to_the_others(posted[:300], sentence, OPTIONS, _choice) < 0.4


def test_the_same_eyes_find_many_without_the_rule() -> None:
    """Means of each week, and counts of which none is held back, give people away: the attack is one."""
    few = circles(300, SEED)
    means: Seen = [(circle, means_each_week(circle)) for circle in few if len(circle.weeks[0]) <= 8]
    unheld: Seen = [(circle, counts_unheld(circle)) for circle in few]
    assert found_for_certain(means, len(SCALE), averaged, most_common=7) > 0.3
    assert found_for_certain(unheld, len(OPTIONS), counted) > 0.1
