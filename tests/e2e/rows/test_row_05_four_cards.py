"""Four ways of being close, as cards in respectful words; several may be ticked, none, or nothing said."""

from __future__ import annotations

import re

import pytest

from bot.domain.flows import MultiStep
from tests.e2e.rows.rows_library import library

CARDS = ("leaning", "checking", "on_ones_own", "both_ways")
SORTS = re.compile(r"disorder|you are\b|secure|anxious|avoidant|\bstyle\b|\btype\b", re.IGNORECASE)


@pytest.mark.parametrize("name", CARDS)
def test_a_card_tells_what_it_gives_and_what_it_costs(name: str) -> None:
    """Of some people, never of the reader; and no word that sorts."""
    [card] = [one for one in library().readings() if one.id == name]
    assert card.lines[0].startswith("Some people")
    assert card.lines[-1].startswith("At work")
    assert not SORTS.search(" ".join((card.title, *card.lines)))


def test_any_of_them_may_be_known_or_none() -> None:
    """Several ticks at once, a way to say none, and a way to say nothing."""
    flow = library().flow("own_patterns")
    assert flow is not None
    step = flow.step("cards")
    assert isinstance(step, MultiStep)
    assert step.at_most is None
    labels = [option.label for option in step.options]
    assert len(labels) == len(CARDS) + 2
    assert labels[-2:] == ["none of these", "rather not say"]
    assert not SORTS.search(" ".join(labels))
