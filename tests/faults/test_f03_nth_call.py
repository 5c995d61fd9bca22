"""F3: the nth call of the database fails, whichever it is: it is said, and nothing is left half done."""

from __future__ import annotations

import logging
import os
from itertools import cycle
from pathlib import Path

import pytest

from tests.e2e.sim_driver import story_in_process
from tests.faults.grounds import Ground, Land, OnSqlite, as_settings
from tests.faults.nth_call import ERRORS, OF_A_SERVER, NthCall
from tests.faults.report import Table
from tests.faults.test_crash_points import DAYS
from tests.faults.test_f02_crash_points import TwoWeeks

UP_TO = int(os.environ.get("RESTSTOP_NTH", "400"))
SHARES = 8
"""So many tests share the calls, so that several workers do."""


def failing_at(ground: Ground, nth: int, error: str, caplog: pytest.LogCaptureFixture) -> bool:
    """Live through two weeks in which one call of the database fails; return whether there was one.

    Everything is looked at: what came, what stands, and what was logged.
    """
    calls = NthCall(nth, error)
    caplog.clear()
    with pytest.MonkeyPatch.context() as patch:
        if isinstance(ground, OnSqlite):
            calls.over_store(patch)
        else:
            calls.over_server(patch)
        with story_in_process(ground.data, operator_set=as_settings(ground)) as story:
            story.send(do="direct", who="nobody", open=True)  # builds the house
            calls.begin()
            lived = TwoWeeks(story, "slack")
    assert lived.letters == DAYS, f"call {nth}, {error}"
    assert ground.counts("people", "doors", "entries", "drafts") == (1, 1, 2, 0), f"call {nth}, {error}"
    assert ground.damage() == []
    loud = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert loud == [], f"call {nth}, {error}"
    return calls.has_struck


@pytest.mark.parametrize("share", range(SHARES))
def test_a_call_of_the_database_that_fails_leaves_nothing_half_done(
    tmp_path: Path, land: Land, share: int, table: Table, caplog: pytest.LogCaptureFixture
) -> None:
    """One check-in a day, each entry once, who was erased is gone, and no handler broke."""
    numbers, struck = range(1 + share, UP_TO + 1, SHARES), 0
    ways = [*(ERRORS if land.name == "SQLite" else OF_A_SERVER)]
    try:
        for nth, error in zip(
            numbers, cycle(ways[share % len(ways) :] + ways[: share % len(ways)]), strict=False
        ):
            if failing_at(land.new(tmp_path / f"{nth}" / "data"), nth, error, caplog):
                struck += 1
    finally:
        is_met = struck == len(numbers)
        table.size("F3", f"{land.name}: calls tried in turn", len(numbers), 400)
        table.record(
            "F3", f"{land.name}: calls that failed in turn, nothing half done", struck, UP_TO, met=is_met
        )
    assert is_met
