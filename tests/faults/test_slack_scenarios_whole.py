"""Scenarios 1 to 9 and 15 on Slack, whole: every test of theirs that can be told there."""

from __future__ import annotations

from collections.abc import Iterator

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
from tests.e2e.sim_driver import staged
from tests.e2e.slack_driver import OnSlack
from tests.e2e.slack_scenarios import on_slack

LEFT_OUT = {
    test_scenario_1: ("test_where_no_zone_is_told_it_is_asked_for",),
    test_scenario_2: (),
    test_scenario_3: (),
    test_scenario_4: (),
    test_scenario_5: (),
    test_scenario_6: (),
    test_scenario_7: (),
    test_scenario_8: (),
    test_scenario_9: (),
    test_scenario_15: (),
}
"""What cannot be told of Slack, with the reason."""


@pytest.fixture(autouse=True)
def _slack() -> Iterator[None]:
    with staged(OnSlack):
        yield


for module, names in LEFT_OUT.items():
    globals().update(on_slack(module, leaving_out=names))
