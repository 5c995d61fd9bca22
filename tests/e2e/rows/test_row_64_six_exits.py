"""Three minutes, then six ways on: time, a fresh look, somebody trusted, what can be carried among them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.e2e.rows.rows_library import asked, options, settled
from tests.e2e.scenario_steps import WHO, begins, chooses, left_behind, play, waits
from tests.e2e.sim_driver import Shown, Story
from tests.e2e.test_scenario_2 import SURFACES

FLOW = "flow.rest_stop"
EXITS = {
    "process": "what is still moving?",
    "fresh": "what would they see that you have stopped seeing?",
    "people": "Your list of trusted people is yours to use.",
    "load": "Sort today roughly.",
    "relation": "What can you manage in it for now",
    "enough": "Off you go, or stay a while.",
}
"""The six, and what each of them leads to; the first four are what a rest stop is for."""


def _rested(story: Story) -> list[Shown]:
    """Let three minutes pass; nothing comes before."""
    play(story, [begins("rest", f"{FLOW}.pull_in"), chooses("flow.answer", "three", until=f"{FLOW}.settle")])
    back = datetime.fromisoformat(story.at) + timedelta(minutes=3)
    assert story.clock((back - timedelta(seconds=1)).isoformat()) == []
    play(story, [waits(back.isoformat(), f"{FLOW}.need")])
    return story.shown[-1:]


@pytest.mark.parametrize("surface", SURFACES)
def test_each_exit_is_reached(tmp_path: Path, surface: str) -> None:
    """By one tap; each to a place of its own, and from there to the end, with nothing kept unasked."""
    with settled(tmp_path / "data", surface) as story:
        for need, words in EXITS.items():
            _rested(story)
            assert list(options(story)) == list(EXITS)
            cards = story.choose(WHO, "flow.answer", need)
            assert words in asked(cards)
            if need == "people":
                cards = story.choose(WHO, "flow.answer", "no")
            elif need != "enough":
                cards = story.press(WHO, "flow.pass")
            assert cards[-1]["text_id"] == f"{FLOW}.done"
        left = left_behind(story)
    assert (left["entries"], left["open_flows"], left["plans"]) == ([], [], [])


def test_what_can_be_carried_has_a_pile_for_the_workplace(tmp_path: Path) -> None:
    """Not all of a day is for one person to sort."""
    with settled(tmp_path / "data") as story:
        _rested(story)
        story.choose(WHO, "flow.answer", "load")
        assert {"now", "later", "shared", "dropped", "lead"} == options(story).keys()
