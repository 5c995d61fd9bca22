"""A rest stop has six exits: settle, a fresh look, someone trusted, what to carry, a pause, enough."""

from __future__ import annotations

import pytest

from bot.domain.flow_walk import longest
from bot.domain.flows import ChoiceStep
from tests.content.walking import FLOWS, ended, walked

FLOW = FLOWS["rest_stop"]
EXITS = ("process", "fresh", "people", "load", "relation", "enough")


def test_there_are_these_six() -> None:
    """And three questions at most."""
    need = FLOW.step("need")
    assert isinstance(need, ChoiceStep)
    assert tuple(option.name for option in need.options) == EXITS
    assert longest(FLOW) == 3


@pytest.mark.parametrize("exit_", EXITS)
def test_each_can_be_reached_and_ends_rested(exit_: str) -> None:
    """Four of them ask one thing more, each its own."""
    assert ended(FLOW, {"pull_in": "three", "need": exit_}).state == "rested"
    ways = {name: tuple(walked(FLOW, {"need": name})) for name in EXITS}
    assert len(set(ways.values())) == len(EXITS)
