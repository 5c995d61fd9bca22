"""F10: fifty thousand payloads that no platform sends: the process lives, and everybody else is answered."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.faults.poison import Errors, Ground, Poison, before_discord, before_slack, poisons
from tests.faults.report import Table

PAYLOADS = int(os.environ.get("PAYLOADS", "25000"))
"""So many on each platform."""
AT_ONCE = 25
GROUNDS: dict[str, Callable[[], AbstractAsyncContextManager[Ground]]] = {
    "slack": before_slack,
    "discord": before_discord,
}


def try_payloads(platform: str, payloads: int) -> tuple[Ground, Errors]:
    """Send so many; after each few somebody else asks for help, and gets it."""
    errors = Errors()
    logging.getLogger().addHandler(errors)
    with asyncio.Runner() as runner:
        opened = GROUNDS[platform]()
        ground = runner.run(opened.__aenter__())
        try:

            @settings(
                max_examples=max(1, payloads // AT_ONCE),
                deadline=None,
                suppress_health_check=list(HealthCheck),
                phases=[Phase.generate, Phase.shrink],
            )
            @given(st.lists(poisons(platform), min_size=AT_ONCE, max_size=AT_ONCE))
            def each_lot_is_outlived(lot: list[Poison]) -> None:
                runner.run(ground.take(lot))

            each_lot_is_outlived()
        finally:
            runner.run(opened.__aexit__(None, None, None))
            logging.getLogger().removeHandler(errors)
    return ground, errors


@pytest.mark.parametrize("platform", GROUNDS)
def test_the_process_lives_and_others_are_answered(platform: str, table: Table) -> None:
    """No handler breaks, nothing is tried more often than it came, and nobody waits for it."""
    ground, errors = try_payloads(platform, PAYLOADS)
    wrong = ground.broken + len(ground.faults)
    what = f"{platform}: {ground.sent:,} payloads, help after each {AT_ONCE}"
    table.record("F10", what, f"{wrong} broke", "0, others answered", met=not wrong)
    print(f"\n{errors.lines.most_common(8)}")  # noqa: T201 - what a night's log tells
    assert ground.broken == 0
    assert ground.faults == []
