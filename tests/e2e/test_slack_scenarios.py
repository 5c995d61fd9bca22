"""The scenarios on Slack: every second of those that tell most, with slack_bolt, slack_sdk and screens.

All of them are told by `make faults`: `tests/faults/test_slack_scenarios_whole.py`.
"""

from __future__ import annotations

from tests.e2e.platform_told import some, told_with
from tests.e2e.slack_driver import OnSlack

globals().update(told_with(OnSlack, some("slack")))
