"""A16: of 1,000 kills 0 acked entries and 0 check-ins lost; each named point, ended at twice (F1, F2)."""

from __future__ import annotations

import os
import typing

from bot.ports.faults import Point
from tests.faults import test_f01_kills as kills
from tests.faults import test_f02_crash_points as points

HELD_BY = (
    "tests/faults/test_f01_kills.py::test_a_house_that_is_killed_again_and_again_keeps_its_word",
    "tests/faults/test_f02_crash_points.py::test_a_house_that_ends_twice_at_a_point_keeps_its_word",
    "tests/e2e/test_kill_quickly.py::test_a_killed_session_loses_nothing_that_it_said_was_saved",
    "tests/faults/test_crash_points.py::test_a_crash_at_any_pass_loses_and_doubles_nothing",
)


def test_a16_as_often_and_at_as_many_points_as_the_bar_asks() -> None:
    """A thousand by default, on both databases; every named point, none left out."""
    assert kills.KILLS >= 1_000 or "RESTSTOP_KILLS" in os.environ
    assert sum(kills.SHARES.values()) >= 100
    assert set(kills.SHARES) == {"SQLite", "PostgreSQL"}
    assert set(points.POINTS) == set(typing.get_args(Point))
    assert len(points.POINTS) >= 10
