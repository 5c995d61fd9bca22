"""Scenarios 1 to 9 and 15 on Slack, whole: every test of theirs that can be told there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.platform_told import whole
from tests.e2e.sim_driver import staged
from tests.e2e.slack_driver import OnSlack


@pytest.fixture(autouse=True)
def _slack() -> Iterator[None]:
    with staged(OnSlack):
        yield


globals().update(whole("slack", but={"test_1_where_no_zone_is_told_it_is_asked_for"}))  # Slack tells the zone
