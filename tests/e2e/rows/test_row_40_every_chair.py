"""A chair for everyone in the work: roles from a closed list, how near one is to each, and no names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flow_walk import longest
from bot.domain.flows import ChoiceStep, MultiStep
from tests.content.walking import FLOWS, walked
from tests.e2e.rows.rows_library import names, set_out, settled
from tests.e2e.scenario_steps import WHO, left_behind
from tests.e2e.test_scenario_2 import SURFACES

FLOW = FLOWS["many_chairs"]


def test_chairs_are_roles_from_a_closed_list() -> None:
    """Parents and carers, the young, brothers and sisters, others, and whoever is absent; four at most."""
    chairs = FLOW.step("chairs")
    assert isinstance(chairs, MultiStep)
    assert chairs.at_most == 4
    assert {"parent_a", "parent_b", "young", "child", "sibling", "grandparent", "empty"} <= {
        option.name for option in chairs.options
    }
    assert longest(FLOW) <= 13


def test_only_chairs_that_are_there_are_asked_about() -> None:
    """Each with five worded steps, once."""
    way = walked(FLOW, {"chairs": ("young", "parent_b"), "hardest": "none"})
    near = [step for step in way if step.startswith("near_")]
    assert near == ["near_parent_b", "near_young"]
    for step_id in near:
        step = FLOW.step(step_id)
        assert isinstance(step, ChoiceStep)
        assert len(step.options) == 5


@pytest.mark.parametrize("surface", SURFACES)
def test_a_name_that_slipped_in_is_offered_to_be_masked(tmp_path: Path, surface: str) -> None:
    """What is written stands in the journal first; then the likely name is shown to her alone."""
    with settled(tmp_path / "data", surface) as story:
        set_out(story, "many_chairs")
        story.choose(WHO, "flow.answer", "child", "parent_a")
        story.choose(WHO, "flow.answer", "near")
        story.choose(WHO, "flow.answer", "far")
        story.press(WHO, "flow.write")
        story.submit(WHO, "flow.save", text="Priya wants quiet, and Mr Okafor wants an answer.")
        story.choose(WHO, "flow.answer", "none")
        shown = story.press(WHO, "flow.pass")
        offers = [card for card in shown if "guard.mask" in names(card)]
        assert "guard.mask" not in names(shown[0])
        [page] = left_behind(story)["entries"]
    assert [(card["to"], card["seen_by"]) for card in offers] == [(WHO, "reading")]
    assert "Priya" in str(offers)
    assert "Priya wants quiet" in page["text"]
