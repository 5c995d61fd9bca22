"""Willingness is asked about before a plan is let go: 0 to 10, and what would make it one higher.

Mending asks thirteen questions already and has no room for it; where the organisation's matter is raised, or
the match looked at, it would put on the person what is not theirs alone. A look at one's own patterns makes
no plan. Endings and the walk through a space make one, and do not ask: docs/content.md names the three
that do.
"""

from __future__ import annotations

import pytest

from bot.domain.flow_answers import may_skip
from bot.domain.flow_walk import longest
from bot.domain.flows import PlanStep, Question, ScaleStep, TextStep
from bot.domain.prompts import Depth
from tests.content.walking import FLOWS

ASKING = {"what_kept_it_going", "many_chairs", "boundaries_review"}


def test_the_long_flows_that_ask_for_it() -> None:
    """No others, and mending is full."""
    assert {flow.id for flow in FLOWS.values() if any(step.id == "willing" for step in flow.steps)} == ASKING
    assert longest(FLOWS["rupture_repair"]) == 13
    assert not any(isinstance(step, PlanStep) for step in FLOWS["own_patterns"].steps)


@pytest.mark.parametrize("name", sorted(ASKING))
def test_it_is_a_scale_and_then_one_higher(name: str) -> None:
    """After the plan; each of the two may be passed, and passing the scale passes both."""
    flow = FLOWS[name]
    assert flow.depth is Depth.LONG
    willing, higher = flow.step("willing"), flow.step("higher")
    assert isinstance(willing, ScaleStep)
    assert isinstance(higher, TextStep)
    assert "one higher" in higher.text
    [plan] = [step for step in flow.steps if isinstance(step, PlanStep)]
    assert "willing" in plan.to.targets
    for step in (willing, higher):
        assert isinstance(step, Question)
        assert may_skip(step)
    assert willing.to.if_skipped == higher.to.otherwise
