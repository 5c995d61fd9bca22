"""Where mending is not possible the organisation's own policy is one press away, or is said to be missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_steps import WHO, play, presses, says, settling
from tests.e2e.sim_driver import Shown, story_in_process
from tests.e2e.test_scenario_2 import SURFACES

POLICY = "https://intranet.example.org/endings"
FLOWS = {"ending_well": "policy", "boundaries_review": "floor"}
"""Flows that begin with the organisation's own page, and the step at which it stands."""
NOT_SET = "A page on this: not set by your organisation. Your lead can say where it is."
LINK = ("flow.policy", "Your organisation's page", POLICY)


def _at_the_page(data: Path, surface: str, flow: str, policy: str) -> Shown:
    """Begin a flow from the list, the long way; return the card on which the organisation's page stands."""
    with story_in_process(data, operator_set={"policy": policy}) as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.choose(WHO, "flow.choose", flow)
        play(story, [presses("flow.long", f"flow.{flow}.{FLOWS[flow]}")])
        return story.shown[-1]


def _links(card: Shown) -> list[tuple[str, str, str]]:
    return [(one["name"], one["label"], one["ref"]) for one in card["controls"] if one["kind"] == "link"]


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("surface", SURFACES)
def test_a_policy_that_is_set_is_a_link(tmp_path: Path, surface: str, flow: str) -> None:
    """To the organisation's page, and no word about a setting."""
    card = _at_the_page(tmp_path / "data", surface, flow, POLICY)
    assert _links(card) == [LINK]
    assert "not set" not in card["text"]


@pytest.mark.parametrize("flow", FLOWS)
@pytest.mark.parametrize("surface", SURFACES)
def test_a_policy_that_is_not_set_is_said_to_be_missing(tmp_path: Path, surface: str, flow: str) -> None:
    """And who may know; no link, and no guess."""
    card = _at_the_page(tmp_path / "data", surface, flow, "")
    assert _links(card) == []
    assert NOT_SET in card["text"]


@pytest.mark.parametrize("words", ["", "On-call lead, 555 0100"])
def test_who_is_on_call_is_said_to_be_missing_in_the_same_words(tmp_path: Path, words: str) -> None:
    """On the card of who to call, and above danger."""
    with story_in_process(tmp_path / "data", operator_set={"on_call": words}) as story:
        play(story, settling("slack"))
        [help_now] = story.command(WHO, "helpnow")
        danger, _ = story.say(WHO, "I want to die.")
    assert danger["text_id"] == "danger.high"
    line = f"Yours: {words or 'on-call (not set by your organisation)'} \u00b7 someone you trust."
    assert all(line in card["text"] for card in (help_now, danger))
