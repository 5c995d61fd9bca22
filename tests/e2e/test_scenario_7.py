"""Scenario 7, mending is not possible: handed over to an ending with care, with the organisation's page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.e2e.scenario_steps import (
    WHO,
    begins,
    begins_next,
    chooses,
    left_behind,
    play,
    presses,
    settling,
    writes,
)
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES

FLOWS = ["rupture_repair", "ending_well", "raise"]
MENDING, ENDING = "flow.rupture_repair", "flow.ending_well"
POLICY = "https://intranet.example.org/endings"
PLAN = "tell them about the two services"
NOT_POSSIBLE = (
    begins("repair", f"{MENDING}.way"),
    presses("flow.short", f"{MENDING}.open"),
    chooses("flow.answer", "client", until=f"{MENDING}.safe"),
    chooses("flow.answer", "no", until=f"{MENDING}.kind"),
    chooses("flow.answer", "trust", until=f"{MENDING}.guard"),
    presses("flow.pass", f"{MENDING}.valid"),
    presses("flow.pass", f"{MENDING}.part"),
    chooses("flow.answer", "none", until=f"{MENDING}.open_q"),
    chooses("flow.answer", "no", until=f"{MENDING}.end_handover", over="flow.closed"),
)
OPENING = (begins_next("ending_well", f"{ENDING}.way"), presses("flow.long", f"{ENDING}.policy"))
TO_THE_END = (
    chooses("flow.answer", "read", until=f"{ENDING}.ready"),
    chooses("flow.answer", "services", "talk", "supervisor", "plan", until=f"{ENDING}.theirs"),
    presses("flow.pass", f"{ENDING}.mine"),
    presses("flow.pass", f"{ENDING}.opening"),
    presses("flow.pass", f"{ENDING}.company"),
    chooses("flow.answer", "sup", until=f"{ENDING}.plan"),
    presses("flow.write", f"{ENDING}.plan"),
    writes("flow.save", f"{ENDING}.end_plan", text=PLAN, by="16 january"),
)
ENDS = {
    "P2W": ("flow.comes_back", "Monday 19 January, then. I'll bring it back without saying what about."),
    "none": ("flow.no_reminder", "Fine, no reminder. `plans` has it."),
}
WITH_A_DAY, WITHOUT = (
    (*NOT_POSSIBLE, *OPENING, *TO_THE_END, chooses("flow.when", when, until=card, over="flow.closed"))
    for when, (card, _) in ENDS.items()
)


@pytest.mark.parametrize("surface", SURFACES)
def test_a_no_hands_over_to_an_ending(tmp_path: Path, surface: str) -> None:
    """What was answered is kept, and the flow for endings opens by one press, never by itself."""
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *NOT_POSSIBLE])
        handed_over = story.shown[-1]
        assert handed_over["text"] == (
            "Some strains cannot be mended, and ending with care is also good work.\n\nSaved privately.\n\n"
            "The questions for ending with care are here now, and in `practise` on another day."
        )
        [begin] = handed_over["controls"]
        assert (begin["name"], begin["label"]) == ("flow.start", "Begin: Ending with care")
        play(story, OPENING)
        left = left_behind(story)
    assert [entry["state"] for entry in left["entries"]] == ["handover"]
    assert [run["body"]["flow"] for run in left["open_flows"]] == ["ending_well"]


def _policy_card(story: Story, surface: str) -> tuple[str, list[tuple[str, str, str]]]:
    """Return what stands at the question about the policy, and its links."""
    play(story, [*settling(surface), *NOT_POSSIBLE, *OPENING])
    card = story.shown[-1]
    links = [(one["name"], one["label"], one["ref"]) for one in card["controls"] if one["kind"] == "link"]
    return card["text"], links


@pytest.mark.parametrize("surface", SURFACES)
def test_the_policy_link_is_the_operators(tmp_path: Path, surface: str) -> None:
    """One press away, beside the question about it."""
    with story_in_process(tmp_path / "data", operator_set={"policy": POLICY}) as story:
        text, links = _policy_card(story, surface)
        assert links == [("flow.policy", "Your organisation's page", POLICY)]
        assert "not set" not in text


@pytest.mark.parametrize("surface", SURFACES)
def test_without_one_it_says_whom_to_ask(tmp_path: Path, surface: str) -> None:
    """One sentence, and no link."""
    with story_in_process(tmp_path / "data") as story:
        text, links = _policy_card(story, surface)
        assert text.endswith("A page on this: not set by your organisation. Your lead can say where it is.")
        assert links == []


@pytest.mark.parametrize("when", ENDS)
@pytest.mark.parametrize("surface", SURFACES)
def test_it_ends_with_a_date_or_no_reminder(tmp_path: Path, surface: str, when: str) -> None:
    """The checklist has services, an open talk, the supervisor and a plan; then the plan and its day."""
    card, said = ENDS[when]
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), *NOT_POSSIBLE, *OPENING, *TO_THE_END[:1]])
        assert [option["label"] for option in story.control(WHO, "flow.answer")["options"]] == [
            "a list of two or three other services",
            "an open talk about ending",
            "my supervisor knows",
            "a plan for the last meetings and what follows",
            "none of these yet",
        ]
        play(story, TO_THE_END[1:])
        [ended] = story.choose(WHO, "flow.when", when)
        assert (ended["text_id"], ended["text"]) == (card, said)
        left = left_behind(story)
    [plan] = left["plans"]
    assert (plan["body"]["words"], plan["body"]["ended_as"]) == (PLAN, "ending_planned")
    assert left["entries"][-1]["tags"] == ["for supervision"]
    assert [due for kind, due in left["coming"] if kind == "plan"] == (
        ["2026-01-19T08:30:00+00:00"] if when == "P2W" else []
    )
