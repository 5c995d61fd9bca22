"""Faults of the long suite in seconds: towns, zones, repeated events, poison (F4, F5, F6, F10)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.repeated import lived
from tests.faults.simulation.town import town_of
from tests.faults.test_f04_simulation import told
from tests.faults.test_f10_poison import GROUNDS, try_payloads
from tests.faults.zones import BEFORE, HALF_HOURS, MOVES, alike_with, block
from tests.made_once import make_once

DAYS = 4
"""From a Monday to a Thursday, on which a round opens and closes."""


@pytest.fixture(autouse=True)
def _made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    make_once(monkeypatch)


@pytest.mark.parametrize("seed", [1])
def test_whatever_befalls_a_small_town_its_invariants_hold(seed: int) -> None:
    """I1 to I8, of some days; `make faults` lives two weeks of three hundred towns."""
    town, wrong = told(seed, DAYS)
    assert wrong == []
    assert town.ends > 1


@pytest.mark.parametrize("name", ["Europe/Berlin", "Australia/Lord_Howe"])
async def test_around_a_change_of_clocks_each_date_has_one_checkin(name: str) -> None:
    """For somebody of each fourth hour; `make faults` does so for each half hour, zone and change."""
    alike = alike_with(name)
    with block(alike) as here:
        await here.move_in(alike.changes[0] - 2 * BEFORE, HALF_HOURS[1::8])
        for change, move in zip(alike.changes, MOVES[1:3], strict=False):
            await here.live_around(change, move)
        assert here.problems == []
        assert here.chat.shown != []


def test_what_is_delivered_four_times_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As many pages as there were events; `make faults` sends ten thousand."""
    with town_of(6, tmp_path, monkeypatch) as town:
        sent, kept = town.loop.run_until_complete(lived(town, 60, 3))
    assert kept == sent


@pytest.mark.parametrize("platform", GROUNDS)
def test_what_no_platform_sends_is_outlived(platform: str) -> None:
    """Somebody else is answered, in the same session; `make faults` sends fifty thousand."""
    ground, _ = try_payloads(platform, 50)
    assert (ground.broken, ground.sessions) == (0, 1)
