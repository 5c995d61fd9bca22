"""F7: a database that is locked, full, read-only, damaged or gone while people write, on SQLite.

They are told that nothing was saved, nothing is called saved that is not, and the same house goes on after.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from adapters.store import folder as data_folder
from tests.e2e.unsaved import TROUBLES, Trouble, locked, told_in
from tests.faults.report import Table

LOCKED_FOR = 30.0
PRESSES = 12
"""So often everybody presses again while the database is locked: each press waits about a second for it."""


@pytest.mark.parametrize("name", [data_folder.MAIN, data_folder.KEYS])
@pytest.mark.parametrize("trouble", TROUBLES, ids=lambda trouble: trouble.__name__)
def test_nothing_is_called_saved_that_is_not(
    tmp_path: Path, table: Table, trouble: Trouble, name: str
) -> None:
    """And when it is over it is saved, in the same house, and the check-in that fell due comes once.

    Of the keys, nothing that needs no new one is held up by a lock.
    """
    told = told_in(trouble, tmp_path / "data", name=name)
    what = f"sqlite, {name} {trouble.__name__}:"
    table.record("F7", f"{what} false 'saved'", told.false, 0, told.false == 0)
    table.record("F7", f"{what} told 'not saved'", told.refused, "1 or more", told.refused > 0)
    resumed = told.kept >= 2 and told.checkins == 1
    table.record("F7", f"{what} goes on without a restart", resumed, "yes", resumed)
    assert (told.false, told.checkins) == (0, 1)
    if name == data_folder.MAIN:
        assert (told.refused, told.kept) == (3, 2)  # all three were refused, and each is there once
    else:
        assert told.refused > 0
        assert told.kept >= 2


def test_a_lock_of_half_a_minute_is_sat_out(tmp_path: Path, table: Table) -> None:
    """However often somebody presses meanwhile, each press is refused, and one is kept in the end."""
    began = time.monotonic()
    told = told_in(locked, tmp_path / "data", times=PRESSES)
    took = time.monotonic() - began
    table.record("F7", f"sqlite, locked {took:.0f} s: false 'saved'", told.false, 0, told.false == 0)
    refused = f"{told.refused} of {3 * PRESSES}"
    table.record("F7", "sqlite, locked: presses refused", refused, "all", told.refused == 3 * PRESSES)
    assert took > LOCKED_FOR
    assert (told.refused, told.false, told.kept, told.checkins) == (3 * PRESSES, 0, 2, 1)
