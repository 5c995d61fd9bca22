"""Settling comes before looking: where a lot moves, or hardly anything, something steady is said first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import ChoiceStep, SayStep
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


MUCH_OR_NOTHING = {"a lot", "quite a lot", "hardly anything", "hard to feel anything"}


@pytest.mark.parametrize(("flow", "step", "tap"), TAPPED)
def test_a_steadying_word_comes_before_any_question(flow: str, step: str, tap: str) -> None:
    """Directly after the tap, whatever comes then; an exercise that waits in quiet is looking already."""
    way = walked(FLOWS[flow], {step: tap})
    steady = FLOWS[flow].step(way[way.index(step) + 1])
    assert isinstance(steady, SayStep)
    assert steady.wait is None


def test_no_other_flow_asks_how_much_is_there() -> None:
    """By the words of its answers: a flow that begins to ask it has to stand above."""
    found = {
        (flow.id, step.id, option.name)
        for flow in FLOWS.values()
        for step in flow.steps
        if isinstance(step, ChoiceStep)
        for option in step.options
        if option.label in MUCH_OR_NOTHING
    }
    assert found == set(TAPPED)


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
