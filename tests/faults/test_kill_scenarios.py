"""The scenarios of guided flows, killed from any step on at any named point: the same is left behind."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e import test_scenario_4, test_scenario_5, test_scenario_7, test_scenario_8
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.scenario_steps import Step
from tests.e2e.test_scenario_2 import SURFACES
from tests.unit.world import ENDS

SCENARIOS: dict[str, tuple[Sequence[Step], Sequence[str]]] = {
    "4": ([*test_scenario_4.MENDING, *test_scenario_4.LOOKING_BACK], test_scenario_4.FLOWS),
    "5, discarding": (test_scenario_5.DISCARDING, test_scenario_5.FLOWS),
    "5, keeping": (test_scenario_5.KEEPING, test_scenario_5.FLOWS),
    "5, coming back": (test_scenario_5.COMING_BACK, test_scenario_5.FLOWS),
    "7": (test_scenario_7.WITH_A_DAY, test_scenario_7.FLOWS),
    "7, no reminder": (test_scenario_7.WITHOUT, test_scenario_7.FLOWS),
    "8": (test_scenario_8.RESTING, test_scenario_8.FLOWS),
}
"""The steps of each scenario, and the flows that it needs."""


@pytest.mark.parametrize("point", ENDS)
@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_kill_from_any_step_on_changes_nothing(
    tmp_path: Path, scenario: str, surface: str, point: Point
) -> None:
    """Whoever does again what was not answered ends with what an undisturbed run leaves."""
    steps, flows = SCENARIOS[scenario]
    CutOff(folder=tmp_path, surface=surface, steps=steps, flows=flows).assert_nothing_is_lost(point)
