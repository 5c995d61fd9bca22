"""Settling comes before looking: where a lot moves, or hardly anything, something steady is said first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import SayStep
from tests.content.walking import FLOWS, walked
from tests.e2e.rows.rows_library import begin, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES

TAPPED = [
    *(
        (f"two_{inner}", "tap", tap)
        for inner in ("sensations", "thoughts", "emotions", "actions", "mentalizing")
        for tap in ("a_lot", "hardly")
    ),
    ("what_kept_it_going", "tap", "a_lot"),
    ("what_kept_it_going", "tap", "hardly"),
    ("hard_one", "still", "much"),
    ("hard_one", "still", "blank"),
]


@pytest.mark.parametrize(("flow", "step", "tap"), TAPPED)
def test_a_steadying_word_comes_before_any_question(flow: str, step: str, tap: str) -> None:
    """Directly after the tap, whatever comes then."""
    way = walked(FLOWS[flow], {step: tap})
    assert isinstance(FLOWS[flow].step(way[way.index(step) + 1]), SayStep)


@pytest.mark.parametrize("surface", SURFACES)
def test_exploring_is_a_choice_after_it(tmp_path: Path, surface: str) -> None:
    """The steady words stand above one question: go on, or was it enough. Enough ends it."""
    with settled(tmp_path / "data", surface) as story:
        begin(story, "two_emotions")
        [card] = story.choose(WHO, "flow.answer", "a_lot")
        steady, asks = FLOWS["two_emotions"].step("steady"), FLOWS["two_emotions"].step("further")
        assert card["text_id"] == "flow.two_emotions.further"
        assert (steady.text or "") in card["text"]
        assert (asks.text or "") in str(card)
        [end] = story.choose(WHO, "flow.answer", "enough")
        assert end["text_id"] == "flow.two_emotions.done"
