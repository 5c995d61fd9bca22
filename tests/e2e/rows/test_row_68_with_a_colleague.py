"""Mending a strain with a colleague: the same nine steps in words of the workplace, and a lead at its end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from bot.domain.flow_walk import text_of, told
from bot.domain.flows import Route
from tests.e2e.scenario_steps import WHO, begins, left_behind, play, settling
from tests.e2e.sim_driver import Shown, Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES
from tests.made_once import our_library

FLOW = "flow.rupture_repair"
CHOSEN = {
    "open": "colleague",
    "safe": "no",
    "kind": "expect",
    "guard": "explain",
    "part": "some",
    "open_q": "yes",
    "menu": "pause",
}
LONG = ("open", "safe", "kind", "listen", "guard", "protect", "valid", "feel", "part", "own", "open_q")
SHORT = tuple(step for step in LONG if step not in {"listen", "protect", "feel"})
WAYS = {Route.LONG: (*LONG, "menu", "plan", "end_plan"), Route.SHORT: (*SHORT, "menu", "plan", "end_plan")}
REPAIR = our_library().flow("rupture_repair")


def _answer(story: Story, here: str, chosen: dict[str, str]) -> list[Shown]:
    if here in chosen:
        return story.choose(WHO, "flow.answer", chosen[here])
    story.press(WHO, "flow.write")
    return story.submit(WHO, "flow.save", text=f"a line for {here}")


def _begin(story: Story, surface: str, route: Route) -> None:
    play(story, [*settling(surface), begins("repair", f"{FLOW}.way")])
    story.press(WHO, f"flow.{route}")


@pytest.mark.parametrize("route", Route)
@pytest.mark.parametrize("surface", SURFACES)
def test_each_step_is_asked_and_kept_in_words_for_a_colleague(
    tmp_path: Path, surface: str, route: Route
) -> None:
    """From the first question after "a colleague" on: on the cards, and above what was answered."""
    assert REPAIR is not None
    at_work = told(REPAIR, CHOSEN)
    asked = {step.id: text_of(step, route) or "" for step in at_work.steps}
    with story_in_process(tmp_path / "data") as story:
        _begin(story, surface, route)
        for here, there in pairwise(WAYS[route]):
            [card] = _answer(story, here, CHOSEN)
            assert card["text_id"] == f"{FLOW}.{there}"
            assert asked[there] in str(card)
        story.choose(WHO, "flow.when", "P1W")
        [entry] = left_behind(story)["entries"]
        for step in WAYS[route][2:-1]:
            assert asked[step] in entry["text"], step


@pytest.mark.parametrize("surface", SURFACES)
def test_where_it_cannot_be_mended_a_lead_and_a_way_to_raise_it_are_near(
    tmp_path: Path, surface: str
) -> None:
    """No ending is offered, but a plan to ask somebody; the flow for a matter at work begins when pressed."""
    chosen = {**CHOSEN, "open_q": "no"}
    with story_in_process(tmp_path / "data") as story:
        _begin(story, surface, Route.SHORT)
        for here in SHORT:
            [card] = _answer(story, here, chosen)
        assert card["text_id"] == f"{FLOW}.plan_lead"
        assert "a supervisor or a lead" in card["text"]
        [ended] = _answer(story, "plan_lead", chosen)
        assert (ended["text_id"], "Nobody has been told." in ended["text"]) == (f"{FLOW}.end_lead", True)
        story.choose(WHO, "flow.when", "none")
        [begun] = story.press(WHO, "flow.start")
        assert begun["text_id"].startswith("flow.raise")
