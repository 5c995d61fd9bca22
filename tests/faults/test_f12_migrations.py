"""F12: from every schema, with data in it, killed at each statement, while somebody reads.

The next start goes on from whole ground, every row is there, and what somebody wrote opens as before.
"""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from adapters.store import folder as data_folder
from adapters.store.databases import ServerDatabases
from adapters.store.migrate import HISTORIES, is_behind, upgrade
from tests.e2e.sim_driver import Story, story_in_process
from tests.faults.report import Table
from tests.migration.older import left_by, migrate_on_server, rows_in
from tests.postgres.server import Server
from tests.unit.store.filled_tables import fill_made, values_of

CANARY = "seven herons crossed a quiet estuary"
HEAD = HISTORIES[0].head
EARLIER = [f"{number:04}" for number in range(1, int(HEAD))]
"""Every schema but the present one."""


@pytest.fixture
def lived_in(tmp_path: Path) -> Path:
    """Give the data folder of two people who wrote, answered, snoozed and wait for what is to come."""
    data = tmp_path / "lived" / "data"
    with story_in_process(data) as story:
        for who in ("ana", "ben"):
            _live(story, who)
        story.clock("2026-01-06T09:30:00Z")
        story.press("ana", "checkin.write")
    return data


def _live(story: Story, who: str) -> None:
    story.command(who, "start")
    story.press(who, "consent.yes")
    story.command(who, "settings")
    story.submit(who, "settings", days="daily", at="09:00", zone="UTC", quiet="20-8", region="elsewhere")
    story.scale(who, "checkin.energy", 3)
    story.command(who, "write")
    story.submit(who, "entry", text=f"{who}: {CANARY}")


@pytest.mark.parametrize("revision", EARLIER)
def test_a_migration_killed_at_any_statement_is_made_whole(
    tmp_path: Path, lived_in: Path, revision: str, table: Table
) -> None:
    """With a reader who goes on through all of it, and sees what was there when they began."""
    kills = 0
    while True:
        data = tmp_path / str(kills) / "data"
        left_by(lived_in, revision, data)
        before = rows_in(data)
        assert before["entries"] == 2
        with closing(sqlite3.connect(data / data_folder.MAIN, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            assert reader.execute("SELECT count(*) FROM entries").fetchone() == (2,)
            was_killed = killed_at(kills, partial(upgrade, data))
            assert reader.execute("SELECT count(*) FROM entries").fetchone() == (2,)
            upgrade(data)
            assert not is_behind(data)
        after = rows_in(data)
        assert {name: after[name] for name in before} == before
        if not was_killed:
            break
        kills += 1
    opened = [CANARY in said_last(data, who) for who in ("ana", "ben")]
    table.record(
        "F12", f"sqlite, from {revision}: killed, each resumes", kills, "every statement", kills > 10
    )
    table.record("F12", f"sqlite, from {revision}: canary opens", all(opened), "yes", all(opened))
    assert kills > 10
    assert opened == [True, True]


def test_both_databases_on_a_server_killed_while_they_are_made(server: Server, table: Table) -> None:
    """No older schema was ever there; what is made is made whole, or not at all."""
    kills = 0
    names = list[str]()
    while True:
        main, keys = server.make(), server.make()
        names += (main, keys)
        databases = ServerDatabases(server.at(main), server.at(keys))
        was_killed = killed_at(5 * kills, databases.upgrade)
        if not was_killed:
            break
        missing = databases.missing()
        assert missing in ({"main", "keys"}, {"keys"}, frozenset())
        assert databases.upgrade() == bool(missing)
        assert not databases.is_behind()
        kills += 1
    for name in names:
        server.drop(name)
    table.record("F12", "postgresql, from nothing: killed, each resumes", kills, "every fifth", kills > 5)
    assert kills > 5


def test_both_databases_on_a_server_killed_at_any_statement(server: Server, table: Table) -> None:
    """From the schema before: each row is there, in tables that are made whole, or not at all."""
    kills = 0
    while True:
        main, keys = server.make(), server.make()
        databases = ServerDatabases(server.at(main), server.at(keys))
        migrate_on_server(databases, EARLIER[-1])
        fill_made(databases, rows=20)
        before = values_of(databases)
        was_killed = killed_at(kills, databases.upgrade)
        databases.upgrade()
        assert not databases.is_behind()
        assert values_of(databases) == before
        server.drop(main)
        server.drop(keys)
        if not was_killed:
            break
        kills += 1
    bar = "every statement"
    table.record("F12", f"postgresql, from {EARLIER[-1]}: killed, each resumes", kills, bar, kills > 10)
    assert kills > 10


def said_last(data: Path, who: str) -> str:
    """Return what a house on this folder shows of the last entry of somebody."""
    with story_in_process(data, start="2026-01-06T10:00:00Z") as story:
        return str(story.command(who, "journal last")[-1]["text"])


def killed_at(statement: int, work: Callable[[], object]) -> bool:
    """Let a process do `work` that is killed before so many statements; whether it came to that."""
    child = os.fork()
    if child == 0:
        counted = iter(range(statement))

        def count(*_: object) -> None:
            if next(counted, None) is None:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)
