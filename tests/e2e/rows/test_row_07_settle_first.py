"""Where much moves in somebody, or hardly anything, something steady comes before any further question."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, takewhile
from pathlib import Path

import pytest

from bot.domain.flow_answers import may_skip
from bot.domain.flows import ChoiceStep, EndStep, Flow, Route, SayStep, Step
from tests.content.walking import FLOWS, walked
from tests.e2e.scenario_steps import WHO, play, says, settling
from tests.e2e.sim_driver import story_in_process
from tests.e2e.test_scenario_2 import SURFACES

MUCH = {"a lot", "quite a lot", "hardly anything", "hard to feel anything"}
"""Answers that tell of too much or too little to look at anything now."""


def _taps() -> Iterator[tuple[Flow, str, str]]:
    """Find each answer of each flow, wherever it stands, that tells of much or of hardly anything."""
    for flow in FLOWS.values():
        for step in flow.steps:
            if isinstance(step, ChoiceStep):
                yield from ((flow, step.id, one.name) for one in step.options if one.label in MUCH)


TAPS = list(_taps())
each_tap = pytest.mark.parametrize(
    ("flow", "step", "tap"), TAPS, ids=[f"{flow.id}-{tap}" for flow, _, tap in TAPS]
)


def _asks(step: Step) -> bool:
    return not isinstance(step, SayStep | EndStep)


def test_every_flow_that_begins_with_how_much_is_known() -> None:
    """Both ends of each: the five exercises, what keeps something going, and the minute after a hard one."""
    exercises = {f"two_{name}" for name in ("sensations", "thoughts", "emotions", "actions", "mentalizing")}
    assert {flow.id for flow, _, _ in TAPS} == exercises | {"what_kept_it_going", "hard_one"}
    assert len(TAPS) == 14
    assert all(step == flow.start for flow, step, _ in TAPS)


@each_tap
@pytest.mark.parametrize("route", Route)
def test_something_steady_comes_before_any_further_question(
    flow: Flow, step: str, tap: str, route: Route
) -> None:
    """On the long way and on the short one; an exercise that waits in quiet is looking already."""
    _, *after = walked(flow, {step: tap}, route)
    said = [flow.step(each) for each in takewhile(lambda each: not _asks(flow.step(each)), after)]
    assert any(isinstance(each, SayStep) and each.wait is None for each in said)


@each_tap
def test_looking_is_optional_then(flow: Flow, step: str, tap: str) -> None:
    """The question that follows can be passed, and so can each one after it."""
    way = [flow.step(each) for each in walked(flow, {step: tap})]
    assert all(may_skip(each) for each in way if _asks(each))
    assert isinstance(way[-1], EndStep)


@pytest.mark.parametrize(
    ("surface", "flow", "step", "tap"),
    [(surface, *tap) for surface, tap in zip(cycle(SURFACES), TAPS, strict=False)],
    ids=[
        f"{surface}-{flow.id}-{tap}" for surface, (flow, _, tap) in zip(cycle(SURFACES), TAPS, strict=False)
    ],
)
def test_it_is_what_the_card_says_first(
    tmp_path: Path, surface: str, flow: Flow, step: str, tap: str
) -> None:
    """One tap, one card: the steady words stand on it above what is asked next; surfaces take turns."""
    _, steady, asked = walked(flow, {step: tap})[:3]
    words, question = flow.step(steady).text, flow.step(asked).text
    assert words
    assert question
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.choose(WHO, "flow.choose", flow.id)
        if flow.has_short_way:
            story.press(WHO, "flow.long")
        [card] = story.choose(WHO, "flow.answer", tap)
        labels = " ".join(str(control["label"]) for control in card["controls"])
        assert words in card["text"]
        assert question in card["text"].partition(words)[2] + labels
