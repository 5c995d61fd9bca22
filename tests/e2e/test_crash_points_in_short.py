"""F2 in short: some of the crash points of tests/faults/test_f02_crash_points.py, each ended at twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.ports.faults import Point
from tests.e2e.sim_driver import story_in_process
from tests.faults.grounds import OnSqlite
from tests.faults.test_crash_points import DAYS
from tests.faults.test_f02_crash_points import Twice, TwoWeeks


@pytest.mark.parametrize(
    "point", ["after_key", "after_destroying", "after_plan", "after_claim", "after_asking"]
)
def test_an_end_at_a_point_and_at_its_next_pass_loses_nothing(tmp_path: Path, point: Point) -> None:
    """One check-in a day, each entry once, and who was erased is gone."""
    ground, crash = OnSqlite(data=tmp_path / "data"), Twice(point, 1)
    with story_in_process(ground.data, crash=crash) as story:
        lived = TwoWeeks(story, "slack")
    assert crash.is_over
    assert lived.letters == DAYS
    assert ground.damage() == []
    assert ground.counts("people", "doors", "entries", "drafts") == (1, 1, 2, 0)
