"""The work together: three marks, every chair, what keeps something going, and a matter to raise."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.domain.flow_answers import Answer, Planned, may_skip
from bot.domain.flow_walk import is_counted, longest
from bot.domain.flows import (
    ChoiceStep,
    EndStep,
    Flow,
    MultiStep,
    PlanStep,
    Resource,
    Route,
    Save,
    SayStep,
    ScaleStep,
    TextStep,
)
from tests.content.walking import FLOWS, ended, walked

PLAN = Planned(text="ask how they see it")
MANY, KEPT = FLOWS["many_chairs"], FLOWS["what_kept_it_going"]
NEAR = "near_"


def _chairs() -> tuple[str, ...]:
    asked = MANY.step("chairs")
    assert isinstance(asked, MultiStep)
    return tuple(option.name for option in asked.options)


def _saves(flow: Flow, *step_ids: str) -> set[Save]:
    steps = [flow.step(step_id) for step_id in step_ids]
    return {step.save for step in steps if not isinstance(step, SayStep | EndStep)}


def test_an_alliance_has_three_marks_and_one_move() -> None:
    """Bond, aims and tasks in five worded steps each, then the other's view; it is kept, and comes back."""
    flow = FLOWS["alliance_triad"]
    way = walked(flow, {"move": PLAN})
    assert way == ["bond", "goals", "tasks", "theirs", "move", "end_plan"]
    for step_id in way[:3]:
        mark = flow.step(step_id)
        assert isinstance(mark, ChoiceStep)
        assert len(mark.options) == 5
    assert _saves(flow, *way[:-1]) == {Save.PRIVATE}
    assert "no name" in (flow.step(flow.start).text or "")
    assert ended(flow, {"move": PLAN}).follow_up


def test_chairs_are_roles_from_a_list() -> None:
    """No name is typed for one, and somebody who is not there has a chair too."""
    asked = MANY.step("chairs")
    assert isinstance(asked, MultiStep)
    assert asked.at_most == 4
    assert {"parent_a", "parent_b", "young", "grandparent", "partner", "worker", "empty"} <= set(_chairs())
    texts = [step.id for step in MANY.steps if isinstance(step, TextStep)]
    assert texts == ["pull", "looks_after", "higher"]


def test_only_the_chairs_that_were_set_out_are_asked_about() -> None:
    """In the order of the list, whichever they are; with none, the way goes on."""
    for count in range(5):
        for ticked in combinations(_chairs(), count):
            way = walked(MANY, {"chairs": ticked or None})
            assert [step_id for step_id in way if step_id.startswith(NEAR)] == [
                f"{NEAR}{one}" for one in ticked
            ]


@pytest.mark.parametrize("route", Route)
def test_the_longest_way_past_the_chairs_is_one_that_can_be_walked(route: Route) -> None:
    """Four of ten may be ticked, so four are counted."""
    answers: dict[str, Answer] = {"chairs": _chairs()[:4], "hardest": "young", "move": PLAN, "willing": 6}
    asked = [step_id for step_id in walked(MANY, answers, route) if is_counted(MANY.step(step_id))]
    assert len(asked) == longest(MANY, route)
    assert longest(MANY) <= 13


def test_the_hardest_chair_is_met_with_what_it_looks_after() -> None:
    """And "none of them" goes on to the move; the whole of it is kept."""
    assert walked(MANY, {"hardest": "parent_b", "move": PLAN})[1:] == [
        "pull",
        "hardest",
        "looks_after",
        "move",
        "willing",
        "end_plan",
    ]
    assert "looks_after" not in walked(MANY, {"hardest": "none"})
    assert "looks_after" not in walked(MANY, {"move": PLAN})  # passed: no chair to ask about
    assert {_ for step in MANY.steps for _ in _saves(MANY, step.id)} == {Save.PRIVATE}


@pytest.mark.parametrize("route", Route)
def test_what_keeps_it_going_is_asked_in_its_order(route: Route) -> None:
    """Before, what is done, after, what it serves, what keeps it going, what else could; and it is kept."""
    way = walked(KEPT, {}, route)
    order = ["whose", "before", "what", "after", "served", "keeps", "instead", "try"]
    assert [step_id for step_id in way if step_id in order] == [
        step_id for step_id in order if route is Route.LONG or step_id not in KEPT.short_skips
    ]
    assert _saves(KEPT, *order) == {Save.PRIVATE}
    assert ended(KEPT, {}).state == "reflected"
    assert ended(KEPT, {"try": PLAN}).follow_up
    whose = KEPT.step("whose")
    assert isinstance(whose, ChoiceStep)
    assert {"mine", "theirs", "turns"} <= {option.name for option in whose.options}


def test_the_short_way_folds_what_it_leaves_out() -> None:
    """What comes before, and what keeps it going, are asked there in one breath with their neighbours."""
    what, instead = KEPT.step("what"), KEPT.step("instead")
    assert isinstance(what, TextStep)
    assert isinstance(instead, TextStep)
    assert "right before" in (what.short_text or "")
    assert "keep it going" in (instead.short_text or "")


@pytest.mark.parametrize(
    ("flow_id", "plan"),
    [("boundaries_review", "when"), ("many_chairs", "move"), ("what_kept_it_going", "try")],
)
def test_a_plan_is_asked_how_willing_one_is(flow_id: str, plan: str) -> None:
    """0 to 10, then what would make it one higher; both may be passed, without a plan neither comes."""
    flow = FLOWS[flow_id]
    willing, higher = flow.step("willing"), flow.step("higher")
    assert isinstance(willing, ScaleStep)
    assert isinstance(higher, TextStep)
    assert willing.text.startswith("How willing are you")
    assert higher.text.startswith("What would make it one higher?")
    assert may_skip(willing)
    assert may_skip(higher)
    planned: dict[str, Answer] = {plan: PLAN}
    assert walked(flow, {**planned, "willing": 7})[-3:-1] == ["willing", "higher"]
    assert walked(flow, {**planned, "willing": 7}, Route.SHORT)[-2] == "willing"
    assert walked(flow, planned)[-2] == "willing"
    assert "willing" not in walked(flow, {"willing": 7})


def test_a_matter_is_worded_and_sent_to_nobody() -> None:
    """The first card and the last say so; the words are one's own, and the plan comes back."""
    flow = FLOWS["raise"]
    way = walked(flow, {"matter": "caseload", "by": PLAN})
    assert way == ["matter", "cost", "ask", "whom", "company", "words", "by", "end_plan"]
    assert "Nothing here is sent to anybody" in (flow.step(flow.start).text or "")
    for end in flow.steps:
        if isinstance(end, EndStep):
            assert "Nobody has been told" in (end.text or "")
    assert ended(flow, {"by": PLAN}).follow_up
    matter, whom = flow.step("matter"), flow.step("whom")
    assert isinstance(matter, ChoiceStep)
    assert isinstance(whom, ChoiceStep)
    assert {option.name for option in matter.options} == {
        "caseload",
        "hours",
        "safety",
        "staffing",
        "space",
        "other",
    }
    assert isinstance(flow.step("words"), TextStep)
    assert isinstance(flow.step("by"), PlanStep)


def test_a_matter_of_safety_shows_who_to_call_first() -> None:
    """A plan is too slow where somebody is in danger."""
    flow = FLOWS["raise"]
    card = flow.step(walked(flow, {"matter": "safety"})[1])
    assert isinstance(card, SayStep)
    assert card.resource is Resource.HELP_NOW
