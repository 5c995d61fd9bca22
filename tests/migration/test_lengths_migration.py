"""The fifth migration, and the second of the key store: rules for bytes. No row keeps a house shut."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store import folder as data_folder
from adapters.store.copies import sides
from adapters.store.databases import Databases, FolderDatabases, ServerDatabases
from tests.e2e.sim_driver import story_in_process
from tests.migration.older import left_by, migrate_on_server, migrate_to
from tests.postgres.server import Server
from tests.unit.store.filled_tables import fill_made, values_of

BEFORE = "0004"
ROWS = 30
BROKEN = {
    "main": (
        "UPDATE doors SET \"index\" = 'S' WHERE id = (SELECT id FROM doors ORDER BY id LIMIT 1)",
        "UPDATE doors SET organisation = 'S' WHERE id = (SELECT id FROM doors ORDER BY id LIMIT 1)",
        "UPDATE roles SET \"index\" = 'S' WHERE seq = 1",
        "UPDATE gatherings SET place = 'S' WHERE id = (SELECT id FROM gatherings ORDER BY id LIMIT 1)",
    ),
    "keys": (
        "UPDATE keys SET wrapped = 'S' WHERE person = (SELECT person FROM keys ORDER BY person LIMIT 1)",
    ),
}
"""What no release has written: SQLite keeps it as a text, a server as one byte."""


@pytest.fixture(params=["sqlite", "postgresql"])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Databases]:
    """Give both databases as the release before left them, with rows in every table."""
    if request.param == "sqlite":
        migrate_to(tmp_path / "data", BEFORE)
        folder = FolderDatabases(tmp_path / "data")
        fill_made(folder, rows=ROWS)
        yield folder
        return
    server: Server = request.getfixturevalue("server")
    main, keys = server.make(), server.make()
    databases = ServerDatabases(server.at(main), server.at(keys))
    migrate_on_server(databases, BEFORE)
    fill_made(databases, rows=ROWS)
    yield databases
    server.drop(main)
    server.drop(keys)


def test_every_row_is_there_as_it_was(older: Databases) -> None:
    """Also those that hang on a row of a table that is made anew; and they still go with it."""
    before = values_of(older)
    assert older.is_behind()
    assert older.upgrade()
    assert not older.is_behind()
    assert values_of(older) == before
    with sides.opened(older) as engines, engines["main"].begin() as connection:
        connection.execute(text("DELETE FROM organisations"))
    gone = {table for table, _, _ in before} - {table for table, _, _ in values_of(older)}
    assert gone == {"organisations", "roles", "reviews", "changes", "gatherings", "members", "posts"}


def test_a_row_that_breaks_a_rule_holds_nobody_up(older: Databases) -> None:
    """It is there afterwards, and as before nobody is found by it, and no key is opened."""
    with sides.opened(older) as engines:
        for name, engine in engines.items():
            with engine.begin() as connection:
                for statement in BROKEN[name]:
                    connection.execute(text(statement))
    before = values_of(older)
    assert older.upgrade()
    after = values_of(older)
    assert after.keys() == before.keys()
    changed = {(table, column): after[table, key, column] for table, key, column in before
               if after[table, key, column] != before[table, key, column]}  # fmt: skip
    assert changed.pop(("keys", "wrapped")) == b"S" + bytes(47)
    assert changed.pop(("doors", "organisation")) is None
    assert changed.keys() == {("doors", "index"), ("roles", "index"), ("gatherings", "place")}
    assert all(isinstance(each, bytes) and len(each) == 32 for each in changed.values())


def test_a_key_that_is_destroyed_later_left_no_copy_behind(tmp_path: Path) -> None:
    """A table was made anew: the pages on which the keys lay before hold nothing of them."""
    migrate_to(tmp_path, BEFORE)
    folder = FolderDatabases(tmp_path)
    fill_made(folder, rows=ROWS)
    wrapped = [value for (_, _, column), value in values_of(folder).items() if column == "wrapped"]
    folder.upgrade()
    keystore = folder.open_keys(today=lambda: date(2026, 3, 2))
    for person, _ in keystore.people():
        keystore.remove(person, with_=bytes(63))
    keystore.close()
    left = b"".join(file.read_bytes() for file in tmp_path.iterdir())
    assert len(wrapped) == ROWS
    assert not any(isinstance(each, bytes) and each in left for each in wrapped)


def test_a_house_with_one_broken_key_opens_for_everybody_else(tmp_path: Path) -> None:
    """Whose key it is reads that something went wrong here, and is not taken for somebody new."""
    lived, data = tmp_path / "lived" / "data", tmp_path / "older" / "data"
    with story_in_process(lived) as story:
        for who in ("ana", "ben"):
            story.command(who, "start")
            story.press(who, "consent.yes")
            story.command(who, "write")
            story.submit(who, "entry", text=f"{who} saw a heron")
    left_by(lived, BEFORE, data)
    with (
        closing(sqlite3.connect(data / data_folder.KEYS)) as keys,
        closing(sqlite3.connect(data / data_folder.MAIN)) as main,
    ):
        [(bens,)] = main.execute("SELECT person FROM entries ORDER BY seq DESC LIMIT 1").fetchall()
        keys.execute("UPDATE keys SET wrapped = x'0102' WHERE person = ?", (bens,))
        keys.commit()
    with story_in_process(data) as story:
        assert "ana saw a heron" in str(story.command("ana", "journal last")[-1]["text"])
        told = str(story.command("ben", "journal last")[-1]["text"])
    assert told == "A sealed row was changed or moved and stays closed."
