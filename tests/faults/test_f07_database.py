"""F7: a database that is locked, full, read-only, damaged, gone, stopped or cut off while people write.

On SQLite, and on a server, where nobody can damage a page from beside and a line can be cut instead. They
are told that nothing was saved, nothing is called saved that is not, and the same house goes on after.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.store import folder as data_folder
from adapters.store.databases import ServerDatabases
from adapters.store.migrate import Database
from tests.e2e.unsaved import TROUBLES, Told, Trouble, locked, told_in
from tests.faults import server_troubles
from tests.faults.grounds import OnServer, OnSqlite
from tests.faults.report import Table
from tests.postgres.server import Server, Switch, with_switch

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
    ground = OnSqlite(data=tmp_path / "data")
    told = told_in(trouble(ground.data / name), ground)
    _record(table, f"SQLite, {name} {trouble.__name__}:", told)
    assert (told.false, told.checkins) == (0, 1)
    if name == data_folder.MAIN:
        assert (told.refused, told.kept) == (3, 2)  # all three were refused, and each is there once
    else:
        assert told.refused > 0
        assert told.kept >= 2


@pytest.fixture(scope="module")
def ours() -> Iterator[tuple[Server, Switch, tuple[str, str]]]:
    """Run a server that can be turned off, and make both databases once in it."""
    with with_switch() as (server, switch):
        main, keys = server.make(), server.make()
        ServerDatabases(server.at(main), server.at(keys)).upgrade()
        yield server, switch, (main, keys)


@pytest.mark.parametrize("which", ["main", "keys"])
@pytest.mark.parametrize("trouble", server_troubles.TROUBLES, ids=lambda trouble: trouble.__name__)
def test_so_it_is_on_a_server(
    tmp_path: Path,
    table: Table,
    ours: tuple[Server, Switch, tuple[str, str]],
    trouble: server_troubles.Trouble,
    which: Database,
) -> None:
    """A line that is cut may be cut after its commit: pressed again, nothing is there twice all the same.

    Or it is cut between units alone, and made anew before the next: then nobody is told anything.
    """
    server, switch, templates = ours
    land = OnServer(server, templates)
    ground = land.new(tmp_path / "data")
    on = server_troubles.On(server=server, switch=switch, address=ground.databases.addresses[which])
    told = told_in(trouble(on), ground)
    land.clear()
    least = 0 if trouble is server_troubles.cut else 1
    _record(table, f"PostgreSQL, {which} {trouble.__name__}:", told, least)
    assert (told.false, told.checkins) == (0, 1)
    assert told.refused >= least
    assert told.kept >= 2
    if which == "main" and least:
        assert told.kept == 2
    elif which == "main":  # who was not refused wrote a second page
        assert told.kept <= 2 + (3 - told.refused)


def test_a_lock_of_half_a_minute_is_sat_out(tmp_path: Path, table: Table) -> None:
    """However often somebody presses meanwhile, each press is refused, and one is kept in the end."""
    ground, began = OnSqlite(data=tmp_path / "data"), time.monotonic()
    told = told_in(locked(ground.data / data_folder.MAIN), ground, times=PRESSES)
    took = time.monotonic() - began
    table.record("F7", f"SQLite, locked {took:.0f} s: false 'saved'", told.false, 0, told.false == 0)
    refused = f"{told.refused} of {3 * PRESSES}"
    table.record("F7", "SQLite, locked: presses refused", refused, "all", told.refused == 3 * PRESSES)
    assert took > LOCKED_FOR
    assert (told.refused, told.false, told.kept, told.checkins) == (3 * PRESSES, 0, 2, 1)


def _record(table: Table, what: str, told: Told, least: int = 1) -> None:
    table.record("F7", f"{what} false 'saved'", told.false, 0, told.false == 0)
    table.record("F7", f"{what} told 'not saved'", told.refused, f"{least} or more", told.refused >= least)
    resumed = told.kept >= 2 and told.checkins == 1
    table.record("F7", f"{what} goes on without a restart", resumed, "yes", resumed)
