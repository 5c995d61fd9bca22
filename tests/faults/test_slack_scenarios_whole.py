"""Scenarios 1 to 15 on Slack, whole: every test of theirs that can be told there."""

from __future__ import annotations

from tests.e2e.platform_told import told_with, whole
from tests.e2e.slack_driver import OnSlack

BUT = {"test_1_where_no_zone_is_told_it_is_asked_for"}
"""Slack tells the zone."""

globals().update(told_with(OnSlack, whole("slack", but=BUT)))
