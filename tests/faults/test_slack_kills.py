"""The guided flows on Slack, killed from any step on at any named point: the same is left behind."""

from __future__ import annotations

import typing
from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.sim_driver import staged
from tests.e2e.slack_driver import OnSlack
from tests.faults.test_kill_scenarios import SCENARIOS


@pytest.mark.parametrize("point", typing.get_args(Point))
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_kill_from_any_step_on_changes_nothing(tmp_path: Path, scenario: str, point: Point) -> None:
    """Whoever does again what was not answered, in whatever modal it stands, ends where they would have."""
    steps, flows = SCENARIOS[scenario]
    with staged(OnSlack):
        cut_off = CutOff(folder=tmp_path, surface="slack", steps=steps, flows=flows)
        wanted = cut_off.undisturbed()
        for at in range(len(cut_off.steps)):
            assert cut_off.killed(at, point) == wanted, f"killed from step {at} on"
