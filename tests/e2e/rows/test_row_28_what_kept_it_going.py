"""What keeps something going: what was there before, what was done, what came after, and what it served."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from bot.domain.prompts import Depth
from tests.content.walking import FLOWS, walked
from tests.e2e.rows.rows_library import settled, walk
from tests.e2e.scenario_steps import left_behind
from tests.e2e.test_scenario_2 import SURFACES

FLOW = FLOWS["what_kept_it_going"]
WORDS = {"before": "a late bus", "what": "the door slams", "after": "quiet for a while", "keeps": "I go soft"}


def test_the_four_come_in_their_order_on_the_long_way() -> None:
    """And the room is looked at as well: whose doing it is may be one's own."""
    assert FLOW.depth is Depth.LONG
    way = walked(FLOW, {"whose": "mine"})
    assert [step for step in way if step in {"what", "before", "after", "served", "keeps"}] == [
        "before",
        "what",
        "after",
        "served",
        "keeps",
    ]
    assert {"mine", "theirs", "turns"} <= {option.name for option in FLOW.step("whose").options}  # type: ignore[union-attr]  # it is a choice


@pytest.mark.parametrize("surface", SURFACES)
def test_it_ends_in_a_page_of_the_journal(tmp_path: Path, surface: str) -> None:
    """Every answer stands on it, and no plan was made where none was wanted."""
    with settled(tmp_path / "data", surface) as story:
        cards = walk(
            story, FLOW.id, {**WORDS, "tap": "some", "whose": "turns", "served": ["time"]}, Route.LONG
        )
        left = left_behind(story)
    assert cards[-1]["text_id"] == "flow.what_kept_it_going.end_seen"
    [page] = left["entries"]
    assert page["state"] == "reflected"
    assert all(words in str(page) for words in WORDS.values())
    assert left["plans"] == []
