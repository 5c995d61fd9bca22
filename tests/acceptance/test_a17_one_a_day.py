"""A17: 1 check-in a local date over all DST zones, clock jumps, a 48 h outage; <= 1 catch-up (F5)."""

from __future__ import annotations

from tests.faults.zones import HALF_HOURS, MOVES

HELD_BY = (
    "tests/faults/test_f05_zones.py::test_each_local_date_has_one_checkin",
    "tests/faults/test_f05_zones.py::test_every_zone_with_a_change_is_among_them",
    "tests/unit/test_faults_in_short.py::test_around_a_change_of_clocks_each_date_has_one_checkin",
    "tests/property/test_recurrence_sweep.py::test_every_change_of_clocks_in_every_zone_for_three_years",
    "tests/property/test_clock_moves.py::test_however_the_clock_is_moved",
)


def test_a17_every_half_hour_and_every_way_to_move_a_clock() -> None:
    """What `make faults` goes through; none of it was left away to be quicker."""
    assert len(set(HALF_HOURS)) == 48
    assert {"out for 48 hours", "stands still"} <= set(MOVES)
    assert len(MOVES) >= 6
