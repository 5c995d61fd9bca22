"""Each inner domain can be practised, not only asked about: a guided exercise of about two minutes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from bot.domain.flow_walk import first, next_step, wait_of
from bot.domain.flows import ChoiceStep, EndStep, Flow, MultiStep, Route, SayStep
from bot.domain.prompts import STEAM, Depth, Domain
from tests.e2e.rows.rows_library import begin, library, names, settled
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.sim_driver import Story
from tests.e2e.test_scenario_2 import SURFACES


@pytest.mark.parametrize("domain", STEAM)
def test_there_is_one_and_it_holds_a_quiet_while(domain: Domain) -> None:
    """Two minutes by its own word, with a while in which nothing is asked."""
    flow = library().flow(f"two_{domain}")
    assert flow is not None
    assert (flow.domain, flow.depth) == (domain, Depth.MEDIUM)
    assert any(isinstance(step, SayStep) and step.wait for step in flow.steps)


@pytest.mark.parametrize("surface", SURFACES)
def test_it_may_be_left_after_two_taps(tmp_path: Path, surface: str) -> None:
    """A lot is going on, and the steady words were enough: each of the five ends there."""
    with settled(tmp_path / "data", surface) as story:
        for domain in STEAM:
            begin(story, f"two_{domain}")
            story.choose(WHO, "flow.answer", "a_lot")
            [end] = story.choose(WHO, "flow.answer", "enough")
            assert end["text_id"] == f"flow.two_{domain}.done"


def _by_taps(story: Story, flow: Flow) -> None:
    """Walk it to its end: a middle tap, the first option of each question, no words, and the quiet while."""
    here, answers = first(flow, Route.LONG), dict[str, str | tuple[str, ...] | None]()
    while not isinstance(step := flow.step(here), EndStep):
        if isinstance(step, ChoiceStep | MultiStep):
            tap = "some" if here == "tap" else step.options[0].name
            answers[here] = (tap,) if isinstance(step, MultiStep) else tap
            story.choose(WHO, "flow.answer", tap)
        elif wait := wait_of(step, answers):
            story.clock((datetime.fromisoformat(story.at) + wait).isoformat().replace("+00:00", "Z"))
        else:
            answers[here] = None
            story.press(WHO, "flow.pass")
        here = next_step(flow, here, answers, Route.LONG)


@pytest.mark.parametrize("surface", SURFACES)
def test_it_is_walked_to_its_end_by_taps_alone(tmp_path: Path, surface: str) -> None:
    """Each of the five, with a quiet while that ends by itself; nothing stays open, or is kept after a no."""
    with settled(tmp_path / "data", surface) as story:
        for domain in STEAM:
            flow = library().flow(f"two_{domain}")
            assert flow is not None
            begin(story, flow.id)
            _by_taps(story, flow)
            if "flow.drop" in names(story.shown[-1]):
                story.press(WHO, "flow.drop")
            [end] = [step for step in flow.steps if isinstance(step, EndStep)]
            assert (end.text or "no text") in story.shown[-1]["text"]
        left = left_behind(story)
        assert (left["open_flows"], left["entries"]) == ([], [])
