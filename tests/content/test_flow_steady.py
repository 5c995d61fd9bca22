"""What a first tap leads to: something steady before anything is looked at, and short exercises after it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.flow_answers import may_skip
from bot.domain.flow_walk import is_counted, wait_of
from bot.domain.flows import ChoiceStep, EndStep, Flow, PlanStep, SayStep, TextStep
from bot.domain.prompts import AudienceKind, Depth, Domain
from tests.content.walking import FLOWS, ended, walked, ways

INNER = ("sensations", "thoughts", "emotions", "actions", "mentalizing")
EXERCISES = [FLOWS[f"two_{domain}"] for domain in INNER]
TAPPED = [*EXERCISES, FLOWS["what_kept_it_going"]]


def _waits(flow: Flow) -> list[timedelta]:
    """Return every quiet while of a flow."""
    return [wait for step in flow.steps if (wait := wait_of(step, {})) is not None]


@pytest.mark.parametrize("flow", TAPPED, ids=lambda flow: flow.id)
@pytest.mark.parametrize("tap", ["a_lot", "hardly"])
def test_much_or_nothing_is_steadied_before_any_question(flow: Flow, tap: str) -> None:
    """And what follows is whether to look at all: passing, or "enough", is the way out."""
    begin, steady, further = walked(flow, {"tap": tap})[:3]
    assert begin == flow.start
    assert isinstance(flow.step(steady), SayStep)
    asked = flow.step(further)
    assert isinstance(asked, ChoiceStep)
    assert may_skip(asked)
    for answer in ("enough", None):
        *_, last, end = walked(flow, {"tap": tap, further: answer})
        assert last == further
        assert isinstance(flow.step(end), EndStep)
    assert len(walked(flow, {"tap": tap, further: "go"})) > 4


@pytest.mark.parametrize("flow", TAPPED, ids=lambda flow: flow.id)
@pytest.mark.parametrize("tap", ["some", "little", None])
def test_in_between_the_exercise_begins_at_once(flow: Flow, tap: str | None) -> None:
    """A middle tap, or none, leads straight on."""
    assert not {"steady", "further"} & set(walked(flow, {"tap": tap}))


def test_each_inner_domain_has_its_exercise() -> None:
    """For one person, a team or a cohort; a few minutes long."""
    for flow, domain in zip(EXERCISES, INNER, strict=True):
        assert flow.domain is Domain(domain)
        assert flow.depth is Depth.MEDIUM
        assert set(flow.audience) == set(AudienceKind)


@pytest.mark.parametrize("flow", EXERCISES, ids=lambda flow: flow.id)
def test_an_exercise_is_more_than_questions(flow: Flow) -> None:
    """One quiet while of 40 to 60 seconds; written words come last, and are kept after a yes alone."""
    [wait] = _waits(flow)
    assert timedelta(seconds=40) <= wait <= timedelta(seconds=60)
    texts = [step for step in flow.steps if isinstance(step, TextStep)]
    assert len(texts) <= 1
    for way in ways(flow):
        asked = [step_id for step_id in way if is_counted(flow.step(step_id))]
        assert not any(isinstance(flow.step(step_id), TextStep) for step_id in asked[:-1])
    assert not any(isinstance(step, PlanStep) for step in flow.steps)
    assert {step.save for step in flow.steps if not isinstance(step, SayStep | EndStep)} <= {"none", "ask"}


@pytest.mark.parametrize("flow", EXERCISES, ids=lambda flow: flow.id)
def test_whoever_waits_is_told_that_it_ends(flow: Flow) -> None:
    """No silence comes unannounced."""
    for step in flow.steps:
        if isinstance(step, SayStep) and step.wait:
            assert "I will be back in" in step.text


def test_an_exercise_that_grows_heavier_turns_outward() -> None:
    """Tighter, or louder: something near and plain is said before anything else."""
    for flow_id, step, answer, said in (
        ("two_sensations", "after", "tighter", "outside"),
        ("two_emotions", "now", "louder", "near"),
    ):
        way = walked(FLOWS[flow_id], {"place": "hands", step: answer})
        assert way[way.index(step) + 1] == said
        assert isinstance(FLOWS[flow_id].step(said), SayStep)


def test_where_nothing_can_be_done_nothing_is_done() -> None:
    """And where nobody comes to mind, nobody is looked for; passing is as good."""
    assert walked(FLOWS["two_actions"], {})[-2:] == ["pick", "done"]
    assert walked(FLOWS["two_actions"], {"pick": "none"})[-2:] == ["nothing", "done"]
    assert walked(FLOWS["two_mentalizing"], {"someone": "nobody"})[-2:] == ["someone", "done"]


@pytest.mark.parametrize("still", ["much", "blank"])
def test_after_a_hard_one_much_or_blank_is_steadied(still: str) -> None:
    """Before it is put down in words."""
    flow = FLOWS["hard_one"]
    assert walked(flow, {"still": still})[:3] == ["still", "steady", "put_down"]
    assert isinstance(flow.step("steady"), SayStep)


@pytest.mark.parametrize("still", ["little", "some", "rather_not", None])
def test_after_a_hard_one_less_is_put_down_at_once(still: str | None) -> None:
    """Nobody is steadied who did not ask for it."""
    assert walked(FLOWS["hard_one"], {"still": still})[:2] == ["still", "put_down"]


def test_closing_a_day_asks_little() -> None:
    """Two or three taps to the end; "nothing today" is a whole answer, and what weighs is not argued with."""
    flow = FLOWS["closing"]
    assert walked(flow, {}) == ["waits", "all_right", "way", "done"]
    assert walked(flow, {"waits": "clings"})[:2] == ["waits", "along"]
    assert walked(flow, {"waits": "words", "all_right": "words"}) == [
        "waits",
        "put",
        "all_right",
        "what",
        "way",
        "done",
    ]
    right = flow.step("all_right")
    assert isinstance(right, ChoiceStep)
    assert "a whole answer" in {option.name: option.label for option in right.options}["nothing"]
    assert (ended(flow, {}).state, ended(flow, {}).follow_up) == ("day_closed", None)
    assert {step.save for step in flow.steps if not isinstance(step, SayStep | EndStep)} == {"none", "ask"}
