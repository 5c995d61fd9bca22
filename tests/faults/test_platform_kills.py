"""The guided flows on each platform, killed from any step on at any named point: the same is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.platform_restarts import PLATFORMS
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.sim_driver import staged
from tests.faults.test_kill_scenarios import SCENARIOS
from tests.unit.world import ENDS


@pytest.mark.parametrize("point", ENDS)
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("surface", PLATFORMS)
def test_a_kill_from_any_step_on_changes_nothing(
    tmp_path: Path, surface: str, scenario: str, point: Point
) -> None:
    """Whoever does again what was not answered, wherever it stands, ends where they would have."""
    steps, flows = SCENARIOS[scenario]
    with staged(PLATFORMS[surface]):
        CutOff(folder=tmp_path, surface=surface, steps=steps, flows=flows).assert_nothing_is_lost(point)
