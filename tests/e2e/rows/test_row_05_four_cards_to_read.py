"""Four ways of being close are four cards to read, in words for anybody; knowing oneself in none is fine."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.flows import MultiStep
from tests.content.walking import FLOWS, walked
from tests.e2e.scenario_steps import WHO, left_behind, play, presses, says, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES

CARDS = ("leaning", "checking", "on_ones_own", "both_ways")
READINGS = {reading.id: reading for reading in load(library_folder()).readings()}
FLOW = FLOWS["own_patterns"]
SORTING = re.compile(
    r"disorder|you are|you're|diagnos|secure|anxious|avoidant|\b(style|type)s?\b|attachment|problem",
    re.IGNORECASE,
)
"""Words that sort people, or call something wrong with them."""


@pytest.mark.parametrize("surface", SURFACES)
def test_the_four_are_read_and_leave_nothing(tmp_path: Path, surface: str) -> None:
    """Each of them opens from the list, speaks of "some people", and sorts nobody; nothing of it is kept."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        before = left_behind(story)
        for name in CARDS:
            play(story, [says("practise", "flow.choice"), presses("reading.which", "reading.which")])
            [card] = story.choose(WHO, "reading.open", name)
            assert card["text_id"] == f"reading.{name}"
            assert "Some people" in card["text"]
            assert not SORTING.search(card["text"])
        assert left_behind(story) == before


def test_each_made_sense_once_and_gives_something_at_work() -> None:
    """None is drawn as a fault: how it came about, and what it is good for, before what it costs."""
    for name in CARDS:
        early, at_work = READINGS[name].text
        assert re.search(r"made sense where|learned", early), name
        assert at_work.startswith("At work it "), name
    assert "a bit of each" in READINGS["both_ways"].text[-1]


@pytest.mark.parametrize(
    "ticked",
    [("lean",), ("lean", "check", "alone", "both"), ("none",), ("rather_not",), ()],
    ids=lambda names: "+".join(names) or "passed",
)
@pytest.mark.parametrize("surface", SURFACES)
def test_one_several_none_or_not_saying_all_lead_on(
    tmp_path: Path, surface: str, ticked: tuple[str, ...]
) -> None:
    """The same next question comes, whatever is ticked, and when it is passed."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.choose(WHO, "flow.choose", FLOW.id)
        story.press(WHO, "flow.long")
        story.choose(WHO, "flow.answer", "go")
        [card] = story.choose(WHO, "flow.answer", *ticked) if ticked else story.press(WHO, "flow.pass")
        assert card["text_id"] == f"flow.{FLOW.id}.room"


def test_the_answers_stand_for_the_four_and_for_none_of_them() -> None:
    """As many may be ticked as fit, and the words sort nobody either."""
    cards = FLOW.step("cards")
    assert isinstance(cards, MultiStep)
    assert cards.at_most is None
    labels = {option.name: option.label for option in cards.options}
    assert len(labels.keys() - {"none", "rather_not"}) == len(CARDS)
    assert (labels["none"], labels["rather_not"]) == ("none of these", "rather not say")
    assert not SORTING.search(" ".join([cards.text, *labels.values()]))
    assert walked(FLOW, {"frame": "later"})[-1] == "end_later"
