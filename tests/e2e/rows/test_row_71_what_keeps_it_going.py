"""What keeps a poor match going may be money, cover, or that nobody else is there; a consult is near."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import options, set_out, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES
from tests.json_types import Json

WAYS = [*((surface, Route.LONG) for surface in SURFACES), ("slack", Route.SHORT)]
FLOW = "fit_and_referral"
QUESTION = "is it right to go on without a date"


@pytest.mark.parametrize(("surface", "route"), WAYS)
def test_circumstances_stand_among_the_answers(tmp_path: Path, surface: str, route: Route) -> None:
    """Cost, insurance and scarcity beside hope and habit; several may be ticked."""
    with settled(tmp_path / "data", surface) as story:
        set_out(story, FLOW, route)
        while "keeps" not in story.shown[-1]["text_id"]:
            story.press(WHO, "flow.pass")
        there = options(story)
        assert (there["cost"], there["nowhere"]) == ("cost or insurance", "nowhere else to go")
        assert "unsure" in there
        [next_one] = story.choose(WHO, "flow.answer", "cost", "nowhere", "hope")
        assert next_one["text_id"] == f"flow.{FLOW}.scope"
        assert "ethics consult" in options(story)["consult"]


@pytest.mark.parametrize("surface", SURFACES)
def test_asking_first_is_a_way_of_its_own(tmp_path: Path, surface: str) -> None:
    """It ends in a question for somebody, by role, and on the list for supervision."""
    with settled(tmp_path / "data", surface) as story:
        walk(story, FLOW, {"keeps": ["cost", "nowhere"], "scope": "consult", "plan_consult": QUESTION})
        story.choose(WHO, "flow.when", "P1W")
        left: Json = left_behind(story)
    [page], [plan] = left["entries"], left["plans"]
    assert (page["state"], page["tags"]) == ("to_supervision", ["for supervision"])
    assert "cost or insurance, nowhere else to go" in page["text"]
    assert (plan["body"]["about"], plan["body"]["words"]) == ("question", QUESTION)
