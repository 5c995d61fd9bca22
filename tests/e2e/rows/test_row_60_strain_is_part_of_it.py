"""Good work is work that is mended: strain is never told as a failing, at the beginning or afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.walking import FLOWS
from tests.e2e.rows.rows_library import begin, library, settled
from tests.e2e.test_scenario_2 import SURFACES

SHAMES = ("failed", "failure", "worse", "decline", "dropped", "should")


@pytest.mark.parametrize("surface", SURFACES)
def test_mending_begins_by_saying_so(tmp_path: Path, surface: str) -> None:
    """Before anything is asked."""
    with settled(tmp_path / "data", surface) as story:
        begin(story, "rupture_repair")
        story.press("ana", "flow.long")
        shown = story.shown[-1]
        assert "Strains happen in good work" in str(shown)


def test_neither_flow_nor_card_shames_a_dip() -> None:
    """On the way, on the day it comes back, and on the card to read."""
    flow = FLOWS["rupture_repair"]
    back = flow.looking_back
    assert back is not None
    said = [step.text or "" for step in flow.steps] + [back.ask, back.reflect]
    said += [line for card in library().readings() if card.id == "strain" for line in card.lines]
    assert [text for text in said if any(word in text.lower().split() for word in SHAMES)] == []
