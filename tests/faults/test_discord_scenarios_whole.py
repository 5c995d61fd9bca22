"""Scenarios 1 to 9 and 15 on Discord, whole: every test of theirs that can be told there."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.e2e import (
    test_scenario_1,
    test_scenario_2,
    test_scenario_3,
    test_scenario_4,
    test_scenario_5,
    test_scenario_6,
    test_scenario_7,
    test_scenario_8,
    test_scenario_9,
    test_scenario_15,
)
from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_scenarios import told_on
from tests.e2e.sim_driver import staged

LEFT_OUT: dict[ModuleType, tuple[str, ...]] = {
    test_scenario_1: (),
    test_scenario_2: ("test_a_closed_terminal_finds_one_check_in_first",),  # Discord is always open
    test_scenario_3: (),
    test_scenario_4: (),
    test_scenario_5: ("test_what_was_discarded_cannot_be_kept_after_all",),  # its answer stands in its place
    test_scenario_6: ("test_several_may_be_ticked_and_none_of_it_is_kept",),  # as above
    test_scenario_7: (),
    test_scenario_8: (),
    test_scenario_9: (),
    test_scenario_15: (),
}
"""What cannot be told of Discord, and why."""


@pytest.fixture(autouse=True)
def _discord() -> Iterator[None]:
    with staged(OnDiscord):
        yield


for module, names in LEFT_OUT.items():
    globals().update(told_on("discord", module, leaving_out=names))
