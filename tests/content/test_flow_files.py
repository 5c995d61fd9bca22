"""The flows that ship: their ways, their lengths, and what each one has to hold."""

from __future__ import annotations

import pytest

from bot.domain.flow_answers import Answer, may_skip
from bot.domain.flow_walk import longest
from bot.domain.flows import ChoiceStep, EndStep, Flow, Link, MultiStep, PlanStep, Route, SayStep, Tag
from bot.domain.prompts import Sensitivity
from tests.content.walking import FLOWS, ended, walked, ways

SHORTER = [flow for flow in FLOWS.values() if flow.has_short_way]


@pytest.mark.parametrize(
    ("flow_id", "asks", "short"),
    [
        ("alliance_triad", 5, 5),
        ("boundaries_review", 9, 7),
        ("closing", 5, 5),
        ("ending_well", 7, 4),
        ("five_senses", 8, 6),
        ("fit_and_referral", 8, 6),
        ("hard_one", 5, 5),
        ("many_chairs", 11, 9),
        ("own_patterns", 7, 5),
        ("raise", 7, 5),
        ("rest_stop", 3, 3),
        ("rupture_repair", 13, 10),
        ("two_actions", 5, 5),
        ("two_emotions", 5, 5),
        ("two_mentalizing", 5, 5),
        ("two_sensations", 4, 4),
        ("two_thoughts", 4, 4),
        ("what_kept_it_going", 12, 9),
    ],
)
def test_a_flow_is_as_long_as_the_page_on_content_says(flow_id: str, asks: int, short: int) -> None:
    """Nobody meets a fourteenth question."""
    assert (longest(FLOWS[flow_id]), longest(FLOWS[flow_id], Route.SHORT)) == (asks, short)


def test_every_flow_that_ships_is_a_draft() -> None:
    """No practitioner has read one yet, so none claims it."""
    assert len(FLOWS) == 18
    assert all(flow.review.is_draft for flow in FLOWS.values())


def test_what_is_guarded_and_what_is_gentle() -> None:
    """Own patterns and an ending are only ever opened; what asks little may be offered after a low mark."""
    by_id = {flow.id: flow.sensitivity for flow in FLOWS.values()}
    assert {key for key, level in by_id.items() if level is Sensitivity.GUARDED} == {
        "own_patterns",
        "ending_well",
    }
    gentle = {flow.id for flow in FLOWS.values() if flow.gentle}
    assert gentle == {"rest_stop", "closing", "two_sensations", "two_actions"}


def test_where_an_answer_is_needed() -> None:
    """Everything may be passed but the four questions at which the way divides."""
    needed = {
        (flow.id, step.id)
        for flow in FLOWS.values()
        for step in flow.steps
        if not isinstance(step, SayStep | EndStep) and not may_skip(step)
    }
    assert needed == {
        ("rupture_repair", "safe"),
        ("rupture_repair", "unsure_card"),
        ("fit_and_referral", "scope"),
        ("own_patterns", "frame"),
    }


def test_no_notice_says_what_comes_back() -> None:
    """A lock screen shows the same line, whatever the flow was."""
    notices = {flow.looking_back.notice for flow in FLOWS.values() if flow.looking_back}
    assert notices == {"You asked me to bring something back today."}


def test_a_room_is_walked_by_five_senses_in_and_out() -> None:
    """The way in and out, keys, stairs and toilets are among what is asked."""
    flow = FLOWS["five_senses"]
    way = walked(flow, {"where": "room"})
    assert way[1:-2] == ["see", "hear", "smell", "touch", "taste", "way"]
    ticks = flow.step("way")
    assert isinstance(ticks, MultiStep)
    assert {option.name for option in ticks.options} == {"door", "key", "level", "toilet", "out", "crowd"}


@pytest.mark.parametrize("where", ["room", "route", "online", "home", None])
def test_every_space_ends_in_one_small_change(where: str | None) -> None:
    """Whatever was looked at, something comes of it."""
    assert walked(FLOWS["five_senses"], {"where": where})[-2:] == ["one", "done"]


def test_boundaries_begin_with_the_policy_and_end_with_a_sentence_or_as_they_are() -> None:
    """What people can expect is written down, whoever can move the edge."""
    flow = FLOWS["boundaries_review"]
    for way in (*ways(flow), *ways(flow, Route.SHORT)):
        begin, end = flow.step(way[0]), flow.step(way[-1])
        assert isinstance(begin, ChoiceStep)
        assert begin.links is Link.ADMIN_POLICY
        assert isinstance(end, EndStep)
        assert end.state == ("planned" if "statement" in way else "fine_as_is")
    assert "raise" in walked(flow, {"area": ("time",), "whose": "team"})
    assert "limit" in walked(flow, {"area": ("time",), "whose": "nobody"})
    assert walked(flow, {"area": ("none",)}) == ["floor", "area", "good", "end_fine"]


@pytest.mark.parametrize(
    ("in_place", "plan", "state"),
    [
        (("talk", "consent"), "plan_refer", "referring"),
        (("talk", "services"), "plan_consent", "blocked_consent"),
        (None, "plan_consent", "blocked_consent"),
    ],
)
def test_a_hand_over_waits_for_signed_consent(
    in_place: tuple[str, ...] | None, plan: str, state: str
) -> None:
    """Without it the plan is how to get it, and the state says what is missing."""
    flow = FLOWS["fit_and_referral"]
    answers: dict[str, Answer] = {"scope": "refer", "refer1": in_place}
    assert walked(flow, answers)[-2] == plan
    assert ended(flow, answers).state == state


def test_what_keeps_a_poor_match_going_names_money_and_scarcity() -> None:
    """And asking first includes an ethics consult."""
    flow = FLOWS["fit_and_referral"]
    keeps, scope = flow.step("keeps"), flow.step("scope")
    assert isinstance(keeps, MultiStep)
    assert {option.name for option in keeps.options} >= {"cost", "nowhere"}
    assert isinstance(scope, ChoiceStep)
    assert "ethics consult" in {option.name: option.label for option in scope.options}["consult"]
    assert scope.tag_of("consult") is Tag.FOR_SUPERVISION


def test_own_patterns_hold_no_score_and_no_type() -> None:
    """A mirror: no scale, and the first card can be left again at once."""
    flow = FLOWS["own_patterns"]
    assert {step.do for step in flow.steps} == {"choice", "multi", "text", "end"}
    assert walked(flow, {"frame": "later"}) == ["frame", "end_later"]
    assert walked(flow, {"frame": "go"})[-1] == "end_done"


@pytest.mark.parametrize("flow", SHORTER, ids=lambda flow: flow.id)
def test_the_short_way_ends_as_the_long_one_does(flow: Flow) -> None:
    """Every outcome is open to somebody who has little time."""
    assert {way[-1] for way in ways(flow)} == {way[-1] for way in ways(flow, Route.SHORT)}


def test_every_plan_that_comes_back_is_kept() -> None:
    """An end that offers a day comes after a plan, or after a look that can be repeated."""
    for flow in FLOWS.values():
        for way in ways(flow):
            end = flow.step(way[-1])
            if isinstance(end, EndStep) and end.follow_up and end.state not in {"fine_as_is", "reflected"}:
                assert any(isinstance(flow.step(step_id), PlanStep) for step_id in way), (flow.id, way)
