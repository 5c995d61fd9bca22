"""Edges begin at the code and the policy, and end in a sentence to count on, or as fine as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import EndStep
from tests.content.walking import FLOWS, walked, ways
from tests.e2e.rows.rows_library import settled, walk
from tests.e2e.scenario_steps import left_behind
from tests.e2e.test_scenario_2 import SURFACES

FLOW = FLOWS["boundaries_review"]
SENTENCE = "I answer on weekdays, and the line is there at night."


def test_it_begins_at_the_floor() -> None:
    """The first question is on the code and the policy, with the organisation's page beside it."""
    floor = FLOW.step(FLOW.start)
    assert "ethics code" in (floor.text or "")
    assert "policy" in (floor.text or "")


def test_every_way_ends_with_a_sentence_or_fine_as_it_is() -> None:
    """No way leaves somebody with worn edges and nothing to say."""
    for way in ways(FLOW):
        end = FLOW.step(way[-1])
        assert isinstance(end, EndStep)
        assert end.state == "fine_as_is" or "statement" in way


@pytest.mark.parametrize("surface", SURFACES)
def test_the_sentence_is_kept_for_its_writer(tmp_path: Path, surface: str) -> None:
    """On the page, in her words."""
    with settled(tmp_path / "data", surface) as story:
        walk(story, FLOW.id, {"floor": "year", "area": ["messages"], "whose": "me", "statement": SENTENCE})
        [page] = left_behind(story)["entries"]
    assert SENTENCE in str(page)
    assert walked(FLOW, {"area": ("none",)})[-1] == "end_fine"
