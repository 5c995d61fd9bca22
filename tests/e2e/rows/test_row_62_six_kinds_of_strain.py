"""Which strain is it: six that are common, something else, or not sure; asked right after danger."""

from __future__ import annotations

import pytest

from bot.domain.flows import ChoiceStep
from tests.content.walking import FLOWS, walked

FLOW = FLOWS["rupture_repair"]


@pytest.mark.parametrize("who", ["client", "family", "colleague"])
def test_it_comes_right_after_the_question_of_danger(who: str) -> None:
    """With whomever it is."""
    way = walked(FLOW, {"open": who, "safe": "no"})
    assert way[:3] == ["open", "safe", "kind"]


def test_six_and_two_ways_out() -> None:
    """Misunderstanding, drift, old feelings, hopes, trust, old habits; something else, not sure."""
    kind = FLOW.step("kind")
    assert isinstance(kind, ChoiceStep)
    names = [option.name for option in kind.options]
    assert names == ["words", "drift", "stirred", "expect", "trust", "setback", "other", "unsure"]
    assert not any("transference" in option.label for option in kind.options)
    assert kind.to.is_single
