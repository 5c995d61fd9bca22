"""A space is walked through by all five senses, whichever space it is, and ends in one small change."""

from __future__ import annotations

import pytest

from tests.content.walking import FLOWS, walked

FLOW = FLOWS["five_senses"]
SENSES = {
    "seen": ("eye", "see", "light"),
    "heard": ("hear", "listen", "ear"),
    "smelt": ("smell", "air"),
    "felt": ("seat", "warmth", "touch"),
    "tasted": ("water", "drink"),
}


@pytest.mark.parametrize("space", ["room", "online", "home"])
def test_five_senses_are_asked_for(space: str) -> None:
    """A room by one question each; online and at a home visit some share a question."""
    way = walked(FLOW, {"where": space})
    said = " ".join(FLOW.step(step).text or "" for step in way).lower()
    assert [sense for sense, words in SENSES.items() if not any(word in said for word in words)] == []
    assert way[-2:] == ["one", "done"]


def test_the_way_in_can_be_walked_alone() -> None:
    """Who wants only that gets it at once."""
    assert walked(FLOW, {"where": "route"})[:2] == ["where", "way"]
