"""A walk through the space with five senses: a room, a space online and a home visit, on either way."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import Given, asked, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind

SENSES = {
    "sight": ("comes to the eye",),
    "hearing": ("be heard", "and the ear"),
    "smell": ("smell", "Air,"),
    "touch": ("seat", "Seat"),
    "taste": ("water", "something to drink"),
}
"""What each sense is asked by, in one of these."""
SPACES = ("room", "online", "home")


def _walked(data: Path, space: str, route: Route) -> str:
    given: dict[str, Given] = {"where": space, "one": "move the lamp"}
    with settled(data) as story:
        cards = walk(story, "five_senses", given, route)
        story.choose(WHO, "flow.when", "none")
        [page] = left_behind(story)["entries"]
    assert page["state"] == "planned"
    return asked(cards)


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("space", SPACES)
def test_each_sense_is_asked_about(tmp_path: Path, space: str, route: Route) -> None:
    """The short way folds two of them into a third, and leaves none out."""
    said = _walked(tmp_path / "data", space, route)
    missing = [sense for sense, words in SENSES.items() if not any(one in said for one in words)]
    assert missing == []


@pytest.mark.parametrize("space", SPACES)
def test_whoever_does_not_see_or_sit_can_answer_too(tmp_path: Path, space: str) -> None:
    """Each question may be passed, and pictured where it is not walked."""
    with settled(tmp_path / "data") as story:
        cards = walk(story, "five_senses", {"where": space})
    assert all("flow.pass" in str(card["controls"]) for card in cards[2:-1])
    assert "One small change, and who could make it?" in asked(cards)
