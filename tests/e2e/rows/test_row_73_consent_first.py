"""Nothing is handed over before they have signed: a plan without their consent says what blocks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flows import Route
from tests.e2e.rows.rows_library import Given, asked, settled, walk
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES
from tests.json_types import Json

FLOW = "fit_and_referral"
NEXT = "go through the form together"
ALL_BUT = ["talk", "policy", "services", "gap"]
WITHOUT = [
    *((surface, ALL_BUT, Route.LONG) for surface in SURFACES),
    ("slack", ALL_BUT, Route.SHORT),
    ("slack", ["talk"], Route.LONG),
    ("slack", None, Route.LONG),
]
"""All but their consent on each surface; less than that, the short way, and the question passed."""


def _refer(data: Path, surface: str, in_place: list[str] | None, route: Route = Route.LONG) -> Json:
    """Look for a better match with so much in place; return what was said, listed and kept."""
    given: dict[str, Given] = {"scope": "refer", "plan_refer": NEXT, "plan_consent": NEXT}
    if in_place is not None:
        given["refer1"] = in_place
    with settled(data, surface) as story:
        cards = walk(story, FLOW, given, route)
        story.choose(WHO, "flow.when", "P1W")
        [listed] = story.command(WHO, "plans")
        [plan] = left_behind(story)["plans"]
    return {"said": asked(cards), "listed": listed["text"], "state": plan["body"]["ended_as"]}


@pytest.mark.parametrize(("surface", "in_place", "route"), WITHOUT)
def test_without_it_the_plan_is_blocked(
    tmp_path: Path, surface: str, in_place: list[str] | None, route: Route
) -> None:
    """Whatever else is there: consent is the next step, in the plan, in the list and in words."""
    found = _refer(tmp_path / "data", surface, in_place, route)
    assert "their written and signed consent comes first" in found["said"]
    assert "Until the consent is signed, nothing is handed over." in found["said"]
    assert found["state"] == "blocked_consent"
    assert "Is this the right match? Written: Today. State: blocked consent." in found["listed"]


@pytest.mark.parametrize("in_place", [["consent"], [*ALL_BUT, "consent"]])
@pytest.mark.parametrize("surface", SURFACES)
def test_with_it_the_plan_goes_on(tmp_path: Path, surface: str, in_place: list[str]) -> None:
    """To whatever is missing next."""
    found = _refer(tmp_path / "data", surface, in_place)
    assert "comes first" not in found["said"]
    assert found["state"] == "referring"
    assert "State: referring." in found["listed"]


def test_not_yet_leaves_it_blocked(tmp_path: Path) -> None:
    """On the day on which it comes back, the plan stands as it stood."""
    with settled(tmp_path / "data") as story:
        walk(story, FLOW, {"scope": "refer", "plan_consent": NEXT})
        story.choose(WHO, "flow.when", "P1W")
        story.clock("2026-01-12T09:00:00Z")
        story.press(WHO, "plan.open")
        story.choose(WHO, "plan.went", "not_yet")
        story.choose(WHO, "plan.again", "P1W")
        [listed] = story.command(WHO, "plans")
    assert "State: blocked consent." in listed["text"]
