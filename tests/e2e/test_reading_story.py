"""Something to read, from `practise`: opened by the person, on every surface, and nothing of it is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_steps import WHO, left_behind, play, presses, says, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES


@pytest.mark.parametrize("surface", SURFACES)
def test_a_card_is_read_and_leaves_nothing(tmp_path: Path, surface: str) -> None:
    """The list, a card, another; a page only where she presses Write."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        before = left_behind(story)
        play(story, [says("practise", "flow.choice"), presses("reading.which", "reading.which")])
        [card] = story.choose(WHO, "reading.open", "shares_of_change")
        assert (card["text_id"], card["to"]) == ("reading.shares_of_change", WHO)
        assert "A teaching estimate, not a law." in card["text"]
        assert "Not yet reviewed by a practitioner." in card["text"]
        assert left_behind(story) == before
        [form] = story.press(WHO, "reading.write")
        assert form["kind"] == "form"


@pytest.mark.parametrize("surface", SURFACES)
def test_a_tender_card_says_so_first(tmp_path: Path, surface: str) -> None:
    """One line above it, and a way to another one and to help now below it."""
    with story_in_process(tmp_path / "data") as story:
        play(
            story,
            [*settling(surface), says("practise", "flow.choice"), presses("reading.which", "reading.which")],
        )
        [card] = story.choose(WHO, "reading.open", "hard_events")
        assert card["text"].split("\n\n")[1] == "This one can touch something tender. It can wait."
        assert [control["name"] for control in card["controls"]] == ["reading.which", "help.now"]
