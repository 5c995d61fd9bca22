"""F6: each of ten thousand events is delivered four times, out of order, the last a day later: kept once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.faults.repeated import TIMES, lived
from tests.faults.report import Table
from tests.faults.simulation.town import town_of

EVENTS = int(os.environ.get("EVENTS", "10000"))
PEOPLE = 50


def test_what_is_delivered_again_is_kept_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, table: Table
) -> None:
    """As many pages as there were events, each with its own words; on SQLite, by a house that was opened."""
    with town_of(6, tmp_path, monkeypatch) as town:
        sent, kept = town.loop.run_until_complete(lived(town, EVENTS, PEOPLE))
    what = f"{EVENTS:,} events x {TIMES}, reordered, the last a day later; entries"
    table.record("F6", what, len(kept), f"{EVENTS:,}", met=kept == sent)
    assert kept == sent
