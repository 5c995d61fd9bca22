"""F11: SIGTERM under load, a hundred times: each house leaves within ten seconds, and nothing is lost."""

from __future__ import annotations

import os
from pathlib import Path

from adapters.engine import jobs
from bot.app.serving import LEAVES_WITHIN
from tests.faults.grounds import Land, OnPostgres
from tests.faults.killed.platform import Kind
from tests.faults.killed.standing import killed
from tests.faults.report import Table

TIMES = int(os.environ.get("RESTSTOP_TERMS", "100"))
SEED = int(os.environ.get("SEED", "14"))


def test_a_house_that_is_told_to_leave_under_load_finishes_and_loses_nothing(
    tmp_path: Path, land: Land, table: Table
) -> None:
    """What was heard is answered, what is on its way ends, and no question is left in doubt."""
    ground = land.new(tmp_path / "data")
    if isinstance(ground, OnPostgres):
        jobs.prepare(ground.databases.main)
    stands = killed(ground, kind=Kind.NOTHING, kills=TIMES, people=48, seed=SEED, told=True)
    lost = stands.lost_entries + stands.lost_checkins + stands.in_doubt
    of = f"of {stands.acknowledged:,} entries and {stands.checkins:,} check-ins"
    table.record("F11", f"{land.name}: lost, doubled or in doubt, {of}", f"{lost}", "0", met=not lost)
    table.size("F11", f"{land.name}: words to leave", TIMES, 100)
    slowest = stands.slowest_leaving
    table.record(
        "F11",
        f"{land.name}: slowest exit of {TIMES}",
        f"{slowest:.2f} s",
        f"<= {LEAVES_WITHIN:.0f} s",
        met=slowest <= LEAVES_WITHIN,
    )
    assert slowest <= LEAVES_WITHIN
    assert (stands.lost_entries, stands.doubled_entries, stands.unanswered) == (0, 0, 0), f"seed {SEED}"
    assert (stands.lost_checkins, stands.doubled_checkins, stands.in_doubt) == (0, 0, 0), f"seed {SEED}"
    assert stands.damage == []
