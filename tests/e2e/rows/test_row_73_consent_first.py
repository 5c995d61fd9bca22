"""Nothing is handed over before consent is written and signed: without the tick, consent is the plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.flow_answers import Answer
from tests.content.walking import FLOWS, ended, walked
from tests.e2e.rows.rows_library import settled, walk
from tests.e2e.scenario_steps import left_behind
from tests.e2e.test_scenario_2 import SURFACES

FLOW = FLOWS["fit_and_referral"]


def test_the_tick_decides() -> None:
    """With it the next piece is planned; without it the consent is, and the end is blocked."""
    assert ended(FLOW, {"scope": "refer", "refer1": ("consent", "talk")}).state == "referring"
    without: dict[str, Answer] = {"scope": "refer", "refer1": ("talk", "policy", "services", "gap")}
    assert ended(FLOW, without).state == "blocked_consent"
    assert "plan_consent" in walked(FLOW, without)


@pytest.mark.parametrize("surface", SURFACES)
def test_the_plan_says_that_it_is_blocked(tmp_path: Path, surface: str) -> None:
    """In what is kept, and in the last words."""
    given = {"scope": "refer", "refer1": ["talk"], "plan_consent": "Ask them on Monday."}
    with settled(tmp_path / "data", surface) as story:
        cards = walk(story, FLOW.id, given)
        [plan] = left_behind(story)["plans"]
    assert "nothing is handed over" in str(cards[-1])
    assert (plan["body"]["ended_as"], plan["body"]["words"]) == ("blocked_consent", "Ask them on Monday.")
