"""Being with somebody has five sides; opened one after another, all five come before any comes again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.prompts import Domain
from tests.e2e.rows.rows_library import library
from tests.e2e.scenario_steps import WHO, play, settling
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES

SIDES = {"presence", "empathy", "nuance", "people_first", "room_in_talk"}
PROMPTS = {one.text: one for one in library().prompts() if one.domain is Domain.ATTUNEMENT}


def _opened(story: Story) -> str:
    """Open a question on it, and return its side."""
    story.command(WHO, "practise")
    story.press(WHO, "topic.which")
    [card] = story.choose(WHO, "topic.open", Domain.ATTUNEMENT)
    said = [card["text"], *(control["label"] for control in card["controls"])]
    [side] = {one.family for text, one in PROMPTS.items() if any(text in line for line in said)}
    return side


def _sides(data: Path, surface: str, seed: int, days: int) -> list[str]:
    """Open ten of them, on one day or on one each."""
    found = []
    with story_in_process(data, seed=seed) as story:
        play(story, settling(surface))
        for number in range(10):
            found.append(_opened(story))
            if days:
                story.clock(f"2026-01-{6 + number * days:02}T12:00:00Z")
    return found


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("days", [0, 2])
def test_all_five_come_in_turn(tmp_path: Path, surface: str, days: int) -> None:
    """Whatever is drawn; the second round begins only when the first is whole."""
    for seed in range(3):
        found = _sides(tmp_path / f"data{seed}", surface, seed, days)
        assert set(found[:5]) == SIDES, seed
        assert set(found[5:]) == SIDES, seed


def test_each_side_has_a_question() -> None:
    """None of the five is a name alone, and most take two minutes or less."""
    assert {one.family for one in PROMPTS.values()} == SIDES
    assert sum(one.depth != "10min" for one in PROMPTS.values()) >= 7
