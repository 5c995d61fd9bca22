"""F5 (A17): every zone with a change of clocks in 2026 to 2028, each half hour: one check-in a date."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from tests.faults.report import Table
from tests.faults.zones import BEFORE, MOVES, Alike, all_alike, block

ALIKE = all_alike()
ZONES = sum(len(each.names) for each in ALIKE)


@pytest.mark.parametrize("alike", ALIKE, ids=[each.names[0] for each in ALIKE])
async def test_each_local_date_has_one_checkin(alike: Alike, table: Table) -> None:
    """Somebody for each half hour; at each change the clock is moved in another way, or the house was out."""
    moves = MOVES[ALIKE.index(alike) % len(MOVES) :] + MOVES
    with block(alike) as here:
        await here.move_in(alike.changes[0] - 2 * BEFORE)
        for number, change in enumerate(alike.changes):
            await here.live_around(change, moves[number % len(MOVES)])
        lived = len(here.chat.shown)
        zones = f"{alike.names[0]} and {len(alike.names) - 1} alike"
        what = f"{zones}, {len(alike.changes)} changes, {lived} check-ins"
        table.size("F5", "zones with a change of clocks, each half hour", len(alike.names), ZONES)
        table.record("F5", what, f"{len(here.problems)} wrong", "1 a date, 0 wrong", met=not here.problems)
        assert here.problems == []
        assert lived > len(alike.changes) * 48 * 3


def test_every_zone_with_a_change_is_among_them() -> None:
    """None is left out: the others' clocks show the same distance from UTC in all these years."""
    named = {name for each in ALIKE for name in each.names}
    assert len(named) > 150
    assert {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"} <= named
    assert all(ZoneInfo(name) for name in named)
