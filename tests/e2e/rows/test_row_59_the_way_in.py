"""Somebody comes for the first time: in, out, without a key, to a toilet; on wheels, by phone, as a guest."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import Given, asked, options, settled, walk
from tests.e2e.scenario_steps import WHO
from tests.e2e.test_scenario_2 import SURFACES

WAYS = {
    "room": ["find the door", "without a key", "without stairs", "the toilet", "the way out", "a crowd"],
    "route": ["find the door", "without a key", "without stairs", "the toilet", "the way out", "a crowd"],
    "online": [
        "without an account",
        "by phone",
        "captions",
        "line drops",
        "for the toilet",
        "leave and come",
    ],
    "home": ["how to get in", "stairs, keys and codes", "the toilet", "both can leave", "the way out"],
}


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("space", WAYS)
def test_the_way_in_and_out_is_gone_through(tmp_path: Path, space: str, route: Route) -> None:
    """Whichever space it is; nothing of it is left out on the short way."""
    with settled(tmp_path / "data") as story:
        said = asked(walk(story, "five_senses", {"where": space}, route))
    assert [part for part in WAYS[space] if part not in said] == []


def test_a_wheelchair_and_pain_are_thought_of(tmp_path: Path) -> None:
    """In a room, on the short way as well."""
    with settled(tmp_path / "data") as story:
        for route in Route:
            said = asked(walk(story, "five_senses", {"where": "room"}, route))
            assert "with pain or a wheelchair" in said
            story.choose(WHO, "flow.when", "none")


@pytest.mark.parametrize("surface", SURFACES)
def test_what_can_be_found_is_ticked_and_leads_to_one_change(tmp_path: Path, surface: str) -> None:
    """Several at once; then one change and who could make it, since it may not be one's own door."""
    ticked: dict[str, Given] = {"where": "route", "way": ["door", "out"]}
    with settled(tmp_path / "data", surface) as story:
        cards = walk(story, "five_senses", ticked)
        assert {"P2W", "P3M", "none"} <= options(story, "flow.when").keys()
    assert [card["text_id"].rpartition(".")[2] for card in cards[1:]] == ["where", "way", "one", "done"]
    assert "who could make it" in asked(cards)
