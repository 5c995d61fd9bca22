"""The first question after danger: six kinds of strain in plain words, another one, and not being sure."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import options, set_out, settled
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES

WAYS = [*((surface, Route.LONG) for surface in SURFACES), ("slack", Route.SHORT)]
KINDS = {
    "words": "we misunderstood each other",
    "drift": "we have drifted",
    "stirred": "it stirs old feelings in one of us",
    "expect": "we expected different things",
    "trust": "trust was broken",
    "setback": "a return to old habits",
    "other": "something else",
    "unsure": "not sure",
}
TRADE_TALK = ("transference", "relapse", "rupture", "alliance", "countertransference", "resist")


@pytest.mark.parametrize(("surface", "route"), WAYS)
def test_all_six_can_be_named_right_after_danger(tmp_path: Path, surface: str, route: Route) -> None:
    """On either way, whoever it is with, in the words of who is in it."""
    with settled(tmp_path / "data", surface) as story:
        set_out(story, "rupture_repair", route)
        [danger] = story.choose(WHO, "flow.answer", "client")
        assert danger["text_id"] == "flow.rupture_repair.safe"
        [kind] = story.choose(WHO, "flow.answer", "no")
        assert kind["text_id"] == "flow.rupture_repair.kind"
        assert options(story) == KINDS
    assert not any(word in " ".join(KINDS.values()) for word in TRADE_TALK)


@pytest.mark.parametrize("who", ["family", "colleague"])
def test_with_others_it_is_the_same_question(tmp_path: Path, who: str) -> None:
    """More than one person whom somebody supports, and a colleague."""
    with settled(tmp_path / "data") as story:
        set_out(story, "rupture_repair")
        for answer in (who, "no"):
            [card] = story.choose(WHO, "flow.answer", answer)
        assert card["text_id"] == "flow.rupture_repair.kind"
        assert options(story) == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_each_of_them_goes_on_and_is_kept(tmp_path: Path, kind: str) -> None:
    """None is a wrong answer or a dead end."""
    with settled(tmp_path / "data") as story:
        set_out(story, "rupture_repair", Route.SHORT)
        for answer in ("client", "no", kind):
            [card] = story.choose(WHO, "flow.answer", answer)
        assert card["text_id"] == "flow.rupture_repair.guard"
        story.press(WHO, "flow.stop")
        story.press(WHO, "flow.keep")
        [page] = left_behind(story)["entries"]
    assert KINDS[kind] in page["text"]
