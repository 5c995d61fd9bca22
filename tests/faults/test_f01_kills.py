"""F1: kill -9 at a random moment, a thousand times over four kinds of platform, on each database."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.grounds import Land
from tests.faults.killed.platform import Kind
from tests.faults.killed.standing import Standing, killed
from tests.faults.report import Table

KILLS = int(os.environ.get("RESTSTOP_KILLS", "1000"))
"""Of all kinds together."""
SEED = int(os.environ.get("SEED", "14"))
PEOPLE = 48
SHARES = {"SQLite": 100, "PostgreSQL": 40}
"""Of each hundred kills, how many a database has."""


@pytest.mark.parametrize("kind", Kind)
def test_a_house_that_is_killed_again_and_again_keeps_its_word(
    land: Land, kind: Kind, tmp_path: Path, table: Table
) -> None:
    """What was said to be saved opens, every check-in came, and no more often than the platform allows."""
    kills = KILLS * SHARES[land.name] // 100 // len(Kind)
    stands = killed(land.new(tmp_path / "data"), kind=kind, kills=kills, people=PEOPLE, seed=SEED)
    table.size("F1", f"{land.name}: kills of all kinds", kills, 1_000)
    _record(table, kind, land.name, stands)
    assert stands.lived > stands.kills / 3, f"most died before they lived, seed {SEED}"
    assert (stands.lost_entries, stands.doubled_entries, stands.lost_checkins) == (0, 0, 0), f"seed {SEED}"
    assert stands.doubled_checkins == 0, f"seed {SEED}"
    assert stands.damage == []
    assert stands.in_doubt <= (stands.kills if kind is Kind.NOTHING else 0), f"seed {SEED}"


def _record(table: Table, kind: Kind, ground: str, stands: Standing) -> None:
    of = f"{ground}, a platform that {kind}"
    table.record("F1", f"{of}: kills (in flight)", f"{stands.kills} ({stands.in_flight})", "all", met=True)
    lost = f"{stands.lost_entries} of {stands.acknowledged:,}"
    table.record("F1", f"{of}: acked entries lost", lost, 0, met=not stands.lost_entries)
    missing = f"{stands.lost_checkins} of {stands.checkins:,}"
    table.record("F1", f"{of}: check-ins lost", missing, 0, met=not stands.lost_checkins)
    doubled = stands.doubled_checkins
    table.record("F1", f"{of}: check-ins seen twice", doubled, 0, met=not doubled)
    table.record("F1", f"{of}: database whole", not stands.damage, "yes", met=not stands.damage)
    if kind is Kind.NOTHING:
        doubt = f"{stands.in_doubt} of {stands.checkins:,}"
        table.record(
            "F1", f"{of}: parked in doubt", doubt, "<= 1 a kill", met=stands.in_doubt <= stands.kills
        )
        unseen = f"{stands.unseen}: never sent twice instead"
        table.record("F1", f"{of}: check-ins parked, not seen", unseen, 0, met=not stands.unseen)
