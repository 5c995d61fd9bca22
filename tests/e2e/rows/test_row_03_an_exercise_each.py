"""Each inner topic has something to do, not only to be asked: a short exercise, walked to its end."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.flow_walk import first, next_step, wait_of
from bot.domain.flows import ChoiceStep, EndStep, Flow, MultiStep, Route, SayStep
from bot.domain.prompts import STEAM, Depth, Domain
from tests.content.walking import FLOWS
from tests.e2e.scenario_steps import WHO, left_behind, play, says, settling
from tests.e2e.sim_driver import Story, story_in_process
from tests.e2e.test_scenario_2 import SURFACES

TAPPED = {"tap": "some"}


def _exercise(domain: Domain) -> Flow:
    return FLOWS[f"two_{domain}"]


@pytest.mark.parametrize("domain", STEAM)
def test_every_inner_topic_has_one_that_is_more_than_questions(domain: Domain) -> None:
    """A few minutes long, on that topic, and with something to do in quiet."""
    flow = _exercise(domain)
    assert (flow.domain, flow.depth) == (domain, Depth.MEDIUM)
    assert any(wait_of(step, {}) for step in flow.steps)


def _walk(story: Story, flow: Flow) -> int:
    """Take the first option of each question, write nothing; return for how many seconds it was quiet."""
    here, answers, quiet = first(flow, Route.LONG), dict[str, str | tuple[str, ...] | None](), 0
    while not isinstance(step := flow.step(here), EndStep):
        if isinstance(step, SayStep):
            wait = wait_of(step, answers) or timedelta()
            quiet += int(wait.total_seconds())
            story.clock(_later(story.at, wait))
        elif isinstance(step, ChoiceStep | MultiStep):
            name = TAPPED.get(here, step.options[0].name)
            answers[here] = (name,) if isinstance(step, MultiStep) else name
            story.choose(WHO, "flow.answer", name)
        else:
            answers[here] = None
            story.press(WHO, "flow.pass")
        here = next_step(flow, here, answers, Route.LONG)
    return quiet


def _later(at: str, wait: timedelta) -> str:
    return (datetime.fromisoformat(at) + wait).isoformat().replace("+00:00", "Z")


@pytest.mark.parametrize("domain", STEAM)
@pytest.mark.parametrize("surface", SURFACES)
def test_it_is_walked_to_its_end_by_taps_alone(tmp_path: Path, surface: str, domain: Domain) -> None:
    """Found in the list by its name, with one quiet while that ends by itself, and no run left open."""
    flow = _exercise(domain)
    with story_in_process(tmp_path / "data") as story:
        play(story, [*settling(surface), says("practise", "flow.choice")])
        story.choose(WHO, "flow.choose", flow.id)
        assert _walk(story, flow) >= 40
        if "flow.drop" in [control["name"] for control in story.shown[-1]["controls"]]:
            story.press(WHO, "flow.drop")  # a tap that could be kept is asked about first
        [end] = [step for step in flow.steps if isinstance(step, EndStep)]
        assert end.text
        assert end.text in story.shown[-1]["text"]
        assert left_behind(story)["open_flows"] == []
