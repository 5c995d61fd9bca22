"""Scenarios 1 to 9 and 15 on Discord: the tests of each that tell most, with discord.py and screens.

All of them are told by `make faults`: `tests/faults/test_discord_scenarios_whole.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e.discord_driver import OnDiscord
from tests.e2e.platform_told import some
from tests.e2e.sim_driver import staged


@pytest.fixture(autouse=True)
def _discord() -> Iterator[None]:
    with staged(OnDiscord):
        yield


globals().update(some("discord"))
