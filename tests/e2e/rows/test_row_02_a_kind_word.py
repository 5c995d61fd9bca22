"""Kindness to oneself stands beside the five domains: on offer after a low mark, and there to be opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.prompts import STEAM, Domain
from tests.e2e.rows.rows_library import library, names, options, settled
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES


@pytest.mark.parametrize("surface", SURFACES)
def test_a_low_mark_brings_the_offer_of_a_kind_word(tmp_path: Path, surface: str) -> None:
    """And pressing it opens a question of that topic, in her eyes alone."""
    kind = {prompt.text for prompt in library().prompts() if prompt.domain is Domain.SELF_COMPASSION}
    with settled(tmp_path / "data", surface) as story:
        story.clock("2026-01-05T08:30:00Z")
        _, small = story.scale(WHO, "checkin.energy", 1)
        assert "gentle.self_compassion" in names(small)
        [opened] = story.press(WHO, "gentle.self_compassion")
        assert any(text in str(opened) for text in kind)
        assert opened["seen_by"] in {"only_you", "reading"}


@pytest.mark.parametrize("surface", SURFACES)
def test_it_can_be_opened_as_the_five_can(tmp_path: Path, surface: str) -> None:
    """It stands in the list of topics, on a day like any other; a mark in the middle offers nothing."""
    kind = {prompt.text for prompt in library().prompts() if prompt.domain is Domain.SELF_COMPASSION}
    with settled(tmp_path / "data", surface) as story:
        story.clock("2026-01-05T08:30:00Z")
        assert [card["text_id"] for card in story.scale(WHO, "checkin.energy", 3)] == ["checkin"]
        story.command(WHO, "practise")
        story.press(WHO, "topic.which")
        assert options(story, "topic.open").keys() >= {*STEAM, Domain.SELF_COMPASSION}
        [card] = story.choose(WHO, "topic.open", "self_compassion")
        assert any(text in str(card) for text in kind)
