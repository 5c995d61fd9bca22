"""A look at one's edges begins with code and policy, and ends with a sentence to say, or "fine as is"."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import EndStep, Route
from tests.content.walking import FLOWS, ways
from tests.e2e.rows.rows_library import Given, asked, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES
from tests.json_types import Json

FLOW = "boundaries_review"
POLICY = "https://intranet.example.org/contact"
WAYS = [*((surface, Route.LONG) for surface in SURFACES), ("slack", Route.SHORT)]
SENTENCE = "I read messages until six, and answer the next morning."
SAID: dict[str, Given] = {"area": ["messages"], "whose": "me", "statement": SENTENCE, "when": "with the team"}


@pytest.mark.parametrize(("surface", "route"), WAYS)
def test_it_begins_with_the_floor_and_ends_with_a_sentence(
    tmp_path: Path, surface: str, route: Route
) -> None:
    """The organisation's page stands beside the first question; the sentence is kept below its question."""
    with settled(tmp_path / "data", surface, policy=POLICY) as story:
        way, floor, *rest = walk(story, FLOW, SAID, route)
        story.choose(WHO, "flow.when", "P1W")
        left: Json = left_behind(story)
    assert way["text_id"] == f"flow.{FLOW}.way"
    assert "ethics code and your agency's policy are the floor" in asked([floor])
    assert POLICY in [control["ref"] for control in floor["controls"]]
    assert "so that people know what to expect of you" in asked(rest)
    [page] = left["entries"]
    assert page["state"] == "planned"
    assert f"what to expect of you.\n{SENTENCE}" in page["text"]


@pytest.mark.parametrize("surface", SURFACES)
def test_where_nothing_is_worn_it_ends_fine_as_is(tmp_path: Path, surface: str) -> None:
    """Two questions, and nothing to do."""
    with settled(tmp_path / "data", surface) as story:
        cards = walk(story, FLOW, {"floor": "year", "area": ["none"]})
        assert "Good to know. Nothing to do." in cards[-1]["text"]
        story.choose(WHO, "flow.when", "none")
        left: Json = left_behind(story)
    assert [page["state"] for page in left["entries"]] == ["fine_as_is"]


@pytest.mark.parametrize("route", Route)
def test_no_way_leads_past_both(route: Route) -> None:
    """Whoever can move an edge, a sentence is asked for on each way that is not fine as it is."""
    flow, found = FLOWS[FLOW], set()
    for way in ways(flow, route):
        end = flow.step(way[-1])
        assert isinstance(end, EndStep)
        assert ("statement" in way) == (end.state != "fine_as_is")
        found.add(end.state)
    assert found == {"planned", "fine_as_is"}
