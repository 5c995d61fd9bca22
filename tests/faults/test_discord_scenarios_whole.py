"""Scenarios 1 to 9 and 15 on Discord, whole: every test of theirs that can be told there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_told import whole
from tests.e2e.sim_driver import staged


@pytest.fixture(autouse=True)
def _discord() -> Iterator[None]:
    with staged(OnDiscord):
        yield


globals().update(whole("discord"))
