"""A rest stop, and a minute after a hard one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.flow_answers import Answer
from bot.domain.flow_walk import wait_of
from bot.domain.flows import ChoiceStep, EndStep, Resource, Save, SayStep, Tag, TextStep
from tests.content.walking import FLOWS, ended, walked


@pytest.mark.parametrize(
    ("need", "step"),
    [
        ("process", "settle2"),
        ("fresh", "fresh2"),
        ("people", "people2"),
        ("load", "load2"),
        ("relation", "relation2"),
        ("enough", "done"),
        (None, "done"),
    ],
)
def test_every_exit_of_a_rest_stop_ends_rested(need: str | None, step: str) -> None:
    """Six exits, and passing; nothing is kept unless the person says so."""
    flow = FLOWS["rest_stop"]
    way = walked(flow, {"need": need})
    assert way[3] == step
    assert ended(flow, {"need": need}).state == "rested"
    assert {end.state for end in flow.steps if isinstance(end, EndStep)} == {"rested"}
    kept = {found.save for found in flow.steps if not isinstance(found, SayStep | EndStep)}
    assert kept == {Save.NONE, Save.ASK}


@pytest.mark.parametrize(("long", "seconds"), [("one", 60), ("three", 180), (None, 60)])
def test_a_rest_stop_is_quiet_for_as_long_as_was_chosen(long: str | None, seconds: int) -> None:
    """To the second; passed, it is the shorter one."""
    settle = FLOWS["rest_stop"].step("settle")
    assert wait_of(settle, {"pull_in": long}) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("flow_id", "answers"),
    [("rest_stop", {"need": "people", "people2": "show"}), ("hard_one", {"help": "people"})],
)
def test_the_list_of_people_is_shown_and_the_flow_ends(flow_id: str, answers: dict[str, Answer]) -> None:
    """It is one step away, and nothing is asked after it."""
    flow = FLOWS[flow_id]
    *_, shown, end = (flow.step(step_id) for step_id in walked(flow, answers))
    assert isinstance(shown, SayStep)
    assert shown.resource is Resource.MY_PEOPLE
    assert isinstance(end, EndStep)


def test_a_hard_one_is_put_down_in_words_that_go() -> None:
    """One tap, then a scene that is kept for some days only; a yes puts the entry on the list."""
    flow = FLOWS["hard_one"]
    tap, scene, sup = (flow.step(step_id) for step_id in walked(flow, {})[:3])
    assert isinstance(tap, ChoiceStep)
    assert isinstance(scene, TextStep)
    assert scene.scene
    assert all(part in scene.text for part in ("two words", "where it goes next", "in the room"))
    assert isinstance(sup, ChoiceStep)
    assert (sup.tag_of("yes"), sup.tag_of("no")) == (Tag.FOR_SUPERVISION, None)


def test_what_would_help_is_personal_and_a_matter_of_the_workplace() -> None:
    """Asking for it at work is a plan that may come back; a line to talk to is one tap away."""
    flow = FLOWS["hard_one"]
    for option in ("debrief", "mix"):
        assert walked(flow, {"help": option})[-2:] == ["ask_for", "end_asked"]
    lines = flow.step(walked(flow, {"help": "line"})[-2])
    assert isinstance(lines, SayStep)
    assert lines.resource is Resource.HELP_NOW
    assert walked(flow, {"help": "air"})[-1] == "done"
