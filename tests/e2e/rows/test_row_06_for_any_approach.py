"""The library is for any school of work: a tag says what a question is near to, and shuts nobody out."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.prompts import AudienceKind, Domain
from bot.domain.reviews import Shelf
from bot.domain.stock import Stock
from tests.e2e.scenario_steps import WHO, play, says, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES
from tests.property.rotation_diary import diary

LIBRARY = load(library_folder()).prompts()
NO_TAGS = [replace(prompt, tags=()) for prompt in LIBRARY]


def test_who_chose_nothing_has_every_question() -> None:
    """All that is for one person can be asked, whatever its tags."""
    mine = {prompt.id for prompt in LIBRARY if AudienceKind.CLINICIAN in prompt.audience}
    assert len(mine) >= 340
    assert Stock.of(LIBRARY).all == mine
    assert len({tag for prompt in LIBRARY for tag in prompt.tags}) > 10


@pytest.mark.parametrize("seed", ["one", "two"])
def test_a_year_is_the_same_without_any_tag(seed: str) -> None:
    """Day by day the same question comes, on rough days too."""
    rough = range(5, 364, 11)
    told, bare = (
        [
            (line.day, line.prompt.id, line.beside)
            for line in diary(one, 364, seed, rough=rough, shelf=Shelf())
        ]
        for one in (LIBRARY, NO_TAGS)
    )
    assert len(told) > 260
    assert told == bare


@pytest.mark.parametrize("surface", SURFACES)
def test_every_topic_can_be_opened_by_who_set_nothing(tmp_path: Path, surface: str) -> None:
    """All nineteen stand in the list."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.press(WHO, "topic.which")
        listed = [option["name"] for option in story.control(WHO, "topic.open")["options"]]
        assert sorted(listed) == sorted(Domain)
