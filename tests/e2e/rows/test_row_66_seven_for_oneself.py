"""Seven things that keep helpers going, each asked about in several ways, and none of them as a duty."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.prompts import Domain, Sensitivity
from tests.e2e.rows.rows_library import family, library, settled
from tests.e2e.scenario_steps import WHO

SEVEN = (
    "food",
    "finish_with_energy",
    "time_with_peers",
    "staff_repair",
    "workspace",
    "own_counsellor",
    "own_limits",
)
REST = {one.text: one for one in library().prompts() if one.domain is Domain.REST}
SMALL = {one.family for one in REST.values()} - set(SEVEN)
"""The families of the smallest questions, some of which are of rest."""


@pytest.mark.parametrize("name", SEVEN)
def test_each_is_asked_about_in_three_ways_or_more(name: str) -> None:
    """All of them of rest, and none so tender that it could not come by itself."""
    prompts = family(name)
    assert len(prompts) >= 3
    assert {one.domain for one in prompts} == {Domain.REST}
    assert all(one.sensitivity <= Sensitivity.PERSONAL for one in prompts)


def test_food_is_asked_about_away_from_the_wheel() -> None:
    """With a tap, and with an answer for who had no way to eat."""
    tapped = [one for one in family("food") if one.options]
    assert any("away from the wheel" in one.text for one in tapped)
    assert all("no_way_to" in {option.name for option in one.options} for one in tapped)


def test_whoever_opens_rest_meets_all_seven(tmp_path: Path) -> None:
    """One after another, at an hour of their choosing, before any of them comes again."""
    met: list[str] = []
    with settled(tmp_path / "data") as story:
        for _ in range(len(SEVEN) + len(SMALL)):
            story.command(WHO, "practise")
            story.press(WHO, "topic.which")
            [card] = story.choose(WHO, "topic.open", Domain.REST)
            said = [card["text"], *(control["label"] for control in card["controls"])]
            met += [one.family for text, one in REST.items() if any(text in line for line in said)]
    assert sorted(met) == sorted({*SEVEN, *SMALL})


def test_the_card_to_read_has_the_same_seven_and_makes_none_a_duty() -> None:
    """And says whose matter it is besides."""
    [card] = [one for one in library().readings() if one.id == "seven_for_yourself"]
    assert len(card.points) == len(SEVEN)
    assert {one.family for one in REST.values() if "commons" not in one.id} == set(SEVEN)
    assert "None of them is a duty" in card.text[0]
    assert "the team or the lead" in card.text[0]
