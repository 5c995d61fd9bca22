"""F1 in short: a few of the thousand kills of tests/faults/test_f01_kills.py, on one kind of platform."""

from __future__ import annotations

from pathlib import Path

from tests.faults.grounds import OnSqlite
from tests.faults.killed.platform import Kind
from tests.faults.killed.standing import killed


def test_a_house_that_is_killed_at_random_moments_keeps_its_word(tmp_path: Path) -> None:
    """What was said to be saved opens, and each check-in came once."""
    stands = killed(OnSqlite(data=tmp_path / "data"), kind=Kind.HISTORY, kills=4, people=8, seed=14)
    assert stands.acknowledged > 0
    assert (stands.lost_entries, stands.doubled_entries) == (0, 0)
    assert (stands.lost_checkins, stands.doubled_checkins, stands.in_doubt) == (0, 0, 0)
    assert stands.damage == []
