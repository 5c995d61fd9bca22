"""Mending has nine steps, in one order; a person who takes the short way meets all of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import Given, asked, library, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES

ALL: dict[str, tuple[str, str]] = {
    "listen": ("listen", "valid"),
    "look at what guards one": ("guard", "guard"),
    "say what makes sense": ("valid", "valid"),
    "look for feelings": ("feel", "valid"),
    "own part": ("part", "part"),
    "apology": ("own", "own"),
    "plan together": ("plan", "plan"),
    "pause, change, try new": ("menu", "menu"),
    "look at the pattern": ("menu", "menu"),
}
"""Each of the nine: the step that carries it on the long way and on the short one."""
WORDS = {
    "listen": ("only listened", "only listened"),
    "look at what guards one": ("What shows up in you", "What shows up in you"),
    "say what makes sense": ("makes sense to you", "makes sense to you"),
    "look for feelings": ("What feeling", "what did they feel"),
    "own part": ("a part of it that is yours", "a part of it that is yours"),
    "apology": ("with an apology if you mean one", "with an apology if you mean one"),
    "plan together": ("what will you do, and by when", "what will you do, and by when"),
    "pause, change, try new": ("take a short pause", "try something new"),
    "look at the pattern": ("look at the pattern together", "look at the pattern together"),
}
GIVEN: dict[str, Given] = {
    "open": "client",
    "safe": "no",
    "part": "some",
    "open_q": "yes",
    "menu": "pattern",
    "plan": "ask how it was for them",
}


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("surface", SURFACES)
def test_all_nine_are_met(tmp_path: Path, surface: str, route: Route) -> None:
    """Each where it is said to stand, in words of its own; and it ends in a plan."""
    with settled(tmp_path / "data", surface) as story:
        cards = walk(story, "rupture_repair", GIVEN, route)
        story.choose(WHO, "flow.when", "P1W")
        [plan] = left_behind(story)["plans"]
    said = {card["text_id"].rpartition(".")[2]: asked([card]) for card in cards}
    place = list(Route).index(route)
    assert len(ALL) == 9
    for name, steps in ALL.items():
        assert WORDS[name][place] in said[steps[place]], name
    assert plan["body"]["words"] == GIVEN["plan"]


def test_the_card_to_read_names_the_same_nine() -> None:
    """Whoever reads before mending reads of what they will meet."""
    [card] = [one for one in library().readings() if one.id == "mending"]
    assert len(card.points) == len(ALL)
