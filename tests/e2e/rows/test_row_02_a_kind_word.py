"""Kindness to oneself stands beside the five inner topics: offered after a low mark, and open on any day."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.prompts import Domain
from tests.e2e.scenario_steps import WHO, play, says, settling
from tests.e2e.sim_driver import Shown, story_in_process
from tests.e2e.test_scenario_2 import SURFACES

PROMPTS = load(library_folder()).prompts()
KIND = {prompt.text for prompt in PROMPTS if prompt.domain is Domain.SELF_COMPASSION}
OTHERS = {prompt.text for prompt in PROMPTS} - KIND


def _asks(card: Shown, texts: Collection[str]) -> bool:
    """Whether a card asks one of these, in its text, at a control or above a form."""
    told = card["text"] + "".join(str(control["label"]) for control in card["controls"] or ())
    return any(text in told for text in texts)


@pytest.mark.parametrize("mark", ["checkin.energy", "checkin.connection"])
@pytest.mark.parametrize("surface", SURFACES)
def test_after_a_low_mark_a_kind_word_is_among_the_offers(tmp_path: Path, surface: str, mark: str) -> None:
    """One press asks a question of kindness to oneself; without the press none comes."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        story.clock("2026-01-06T08:30:00Z")
        *_, small = story.scale(WHO, mark, 1)
        assert (small["text_id"], small["seen_by"]) == ("gentle", "only_you")
        assert "gentle.self_compassion" in [control["name"] for control in small["controls"]]
        [asked] = story.press(WHO, "gentle.self_compassion")
        assert _asks(asked, KIND)
        assert not _asks(asked, OTHERS)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_mark_in_the_middle_is_followed_by_nothing(tmp_path: Path, surface: str) -> None:
    """The offer belongs to a low mark; it does not come with every check-in."""
    with story_in_process(tmp_path / "data") as story:
        play(story, settling(surface))
        story.clock("2026-01-06T08:30:00Z")
        assert [card["text_id"] for card in story.scale(WHO, "checkin.energy", 3)] == ["checkin"]


@pytest.mark.parametrize("surface", SURFACES)
def test_it_is_a_topic_to_open_on_any_day(tmp_path: Path, surface: str) -> None:
    """It stands in the list with the five, and opens as they do."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.press(WHO, "topic.which")
        listed = [option["name"] for option in story.control(WHO, "topic.open")["options"]]
        assert {*listed} >= {
            "sensations",
            "thoughts",
            "emotions",
            "actions",
            "mentalizing",
            "self_compassion",
        }
        [card] = story.choose(WHO, "topic.open", "self_compassion")
        assert _asks(card, KIND)
