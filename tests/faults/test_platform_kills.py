"""The guided flows on each platform, killed from any step on at any named point: the same is left behind."""

from __future__ import annotations

import typing
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.scenario_cut_off import CutOff
from tests.e2e.sim_driver import Staging, staged
from tests.e2e.slack_driver import OnSlack
from tests.faults.test_kill_scenarios import SCENARIOS

PLATFORMS: Mapping[str, Staging] = {"slack": OnSlack, "discord": OnDiscord}


@pytest.mark.parametrize("point", typing.get_args(Point))
@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("surface", PLATFORMS)
def test_a_kill_from_any_step_on_changes_nothing(
    tmp_path: Path, surface: str, scenario: str, point: Point
) -> None:
    """Whoever does again what was not answered, wherever it stands, ends where they would have."""
    steps, flows = SCENARIOS[scenario]
    with staged(PLATFORMS[surface]):
        cut_off = CutOff(folder=tmp_path, surface=surface, steps=steps, flows=flows)
        wanted = cut_off.undisturbed()
        for at in range(len(cut_off.steps)):
            assert cut_off.killed(at, point) == wanted, f"killed from step {at} on"
