"""Migrations: the same schema as a new one, all or nothing, and never backwards."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, MetaData, event

from adapters.store import folder as data_folder
from adapters.store import key_tables, sqlite, tables
from adapters.store.migrate import HISTORIES, MIGRATIONS, History, upgrade
from adapters.store.repositories.people import SqlPeople
from adapters.store.repositories.runs import SqlRuns
from bot.domain.checkins import Run, RunState
from bot.domain.people import Person, PersonId, Standing
from bot.errors import NotSaved, SchemaAhead
from bot.ports.vault import SEALED_MARK
from tests.migration.older import migrate_to

METADATA = {"main": tables.metadata, "keys": key_tables.metadata}


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_migrated_schema_is_the_new_one(tmp_path: Path, history: History) -> None:
    """Every column, index and constraint is the same, to the letter, as the tables in code would make.

    Their order in a table may differ: a column that came later stands last.
    """
    upgrade(tmp_path)
    migrated = {name: sql for name, sql in schema(tmp_path / history.file).items() if "alembic" not in name}
    fresh = fresh_schema(tmp_path / "fresh.db", METADATA[history.name])
    assert {name: parts(sql) for name, sql in migrated.items()} == {
        name: parts(sql) for name, sql in fresh.items()
    }


def test_a_folder_of_the_first_slice_keeps_its_people(tmp_path: Path) -> None:
    """Who said yes before the second migration is there after it, with their door and what was promised."""
    file = tmp_path / data_folder.MAIN
    migrate_to(tmp_path, "0001")
    with closing(sqlite3.connect(file)) as other:
        other.execute(
            "INSERT INTO people (id, standing, consent_version, zone, quiet_start, quiet_end)"
            " VALUES (x'00112233445566778899aabbccddeeff', 'active', 1, 'UTC', '20:00:00.000000',"
            " '08:00:00.000000')"
        )
        other.execute(
            'INSERT INTO doors (id, person, surface, lane, "index", sealed) VALUES (zeroblob(16),'
            " x'00112233445566778899aabbccddeeff', 'chat', 'chat/team', zeroblob(32), ?)",
            (SEALED_MARK + bytes(62),),
        )
        other.commit()
    assert upgrade(tmp_path)
    engine = sqlite.open_engine(file, connections=1, patience=1.0)
    with engine.connect() as connection:
        [someone] = SqlPeople(connection).all_ids()
        person = SqlPeople(connection).get(someone)
        door = SqlPeople(connection).door(someone)
    engine.dispose()
    assert person == Person(id=someone, standing=Standing.ACTIVE, zone="UTC")
    assert door is not None
    assert (door.lane, door.preferred) == ("chat/team", True)


def test_which_question_was_asked_is_readable_no_more(tmp_path: Path) -> None:
    """Prompt ids leave the file with their columns; the run, its answer and its marks stay."""
    file = tmp_path / data_folder.MAIN
    migrate_to(tmp_path, "0001")
    sealed = SEALED_MARK + bytes(62)
    with closing(sqlite3.connect(file)) as other:
        other.execute(
            "INSERT INTO people (id, standing, consent_version, zone, quiet_start, quiet_end)"
            " VALUES (zeroblob(16), 'active', 1, 'UTC', '20:00:00.000000', '08:00:00.000000')"
        )
        other.execute(
            "INSERT INTO runs (id, person, day, prompt, prompt_version, state, version, sealed)"
            " VALUES (zeroblob(16), zeroblob(16), 739621, 'wide.rest.canary', 1, 'lapsed', 1, ?)",
            (sealed,),
        )
        other.commit()
    assert upgrade(tmp_path)
    engine = sqlite.open_engine(file, connections=1, patience=1.0)
    with engine.connect() as connection:
        run = SqlRuns(connection).get(UUID(int=0))
    engine.dispose()
    assert run == Run(
        id=UUID(int=0),
        person=PersonId(UUID(int=0)),
        day=date.fromordinal(739621),
        state=RunState.LAPSED,
        version=1,
        sealed=sealed,
    )
    assert not [each.name for each in tmp_path.iterdir() if b"wide.rest.canary" in each.read_bytes()]


def test_a_folder_without_organisations_keeps_all_that_is_there(tmp_path: Path) -> None:
    """The third migration adds a place for them: every row of every table stays, and no door names one."""
    file = tmp_path / data_folder.MAIN
    migrate_to(tmp_path, "0002")
    with closing(sqlite3.connect(file)) as other:
        for statement in _BEFORE_ORGANISATIONS.split(";"):
            other.execute(statement, {"sealed": SEALED_MARK + bytes(62)})
        other.commit()
        before = rows_of(other)
    assert all(before.values())
    assert upgrade(tmp_path)
    with closing(sqlite3.connect(file)) as other:
        after = rows_of(other)
    assert not any(after.pop(name) for name in (*_SINCE_ORGANISATIONS, *_SINCE_GATHERINGS))
    assert after == before | {"doors": [(*door, None) for door in before["doors"]]}
    engine = sqlite.open_engine(file, connections=1, patience=1.0)
    with engine.connect() as connection:
        door = SqlPeople(connection).door(PersonId(UUID(int=0)))
    engine.dispose()
    assert door is not None
    assert (door.lane, door.organisation) == ("chat/team", None)


def test_a_folder_without_gatherings_keeps_all_that_is_there(tmp_path: Path) -> None:
    """The fourth migration makes the table of what is on its way anew: each row is there, with its place.

    What went to a person goes with them still, and what is said for a gathering needs none.
    """
    file = tmp_path / data_folder.MAIN
    migrate_to(tmp_path, "0003")
    with closing(sqlite3.connect(file)) as other:
        for statement in (*_BEFORE_ORGANISATIONS.split(";"), *_MORE_DELIVERIES.split(";")):
            other.execute(statement, {"sealed": SEALED_MARK + bytes(62)})
        other.commit()
        before = rows_of(other)
    assert len(before["deliveries"]) == 3
    assert upgrade(tmp_path)
    with closing(sqlite3.connect(file)) as other:
        after = rows_of(other)
        assert not any(after.pop(name) for name in _SINCE_GATHERINGS)
        assert after == before
        assert other.execute("PRAGMA foreign_key_check").fetchall() == []
        other.execute("PRAGMA foreign_keys = ON")
        other.execute(
            "INSERT INTO deliveries (agenda, slot_on, slot, lane, due_at, state, tries)"
            " VALUES (x'04', 739621, 'once', 'chat/team', 7, 'planned', 0)"
        )
        other.execute("DELETE FROM people")
        assert other.execute("SELECT slot FROM deliveries").fetchall() == [("once",)]


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_history_ends_where_the_release_expects(history: History) -> None:
    """There is one head, and it is the one by which a start knows that nothing is to be done."""
    assert scripts(history).get_heads() == [history.head]


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_migrations_say_when_they_may_run(history: History) -> None:
    """Each file is named for its number, its place before or after the new code, and what it does."""
    for script in scripts(history).walk_revisions():
        assert re.fullmatch(rf"v{script.revision}_(pre|post)_[a-z_]+\.py", Path(script.path).name)


def test_upgrade_again_has_nothing_to_do(tmp_path: Path) -> None:
    """The first call makes both files, the next changes nothing."""
    assert upgrade(tmp_path / "data")
    before = {file: schema(file) for file in (tmp_path / "data").glob("*.db")}
    assert len(before) == 2
    assert not upgrade(tmp_path / "data")
    assert {file: schema(file) for file in before} == before


def test_upgrade_works_in_a_folder_of_any_name(tmp_path: Path) -> None:
    """No character of a path means anything else on the way."""
    assert upgrade(tmp_path / "100% of %(here)s; a:b ?x=1#y")


@pytest.mark.parametrize("history", HISTORIES, ids=lambda history: history.name)
def test_upgrade_leaves_a_newer_folder_alone(tmp_path: Path, history: History) -> None:
    """A file with a revision that this release does not know is refused and not touched."""
    upgrade(tmp_path)
    file = tmp_path / history.file
    with closing(sqlite3.connect(file)) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
        other.commit()
    before = schema(file)
    with pytest.raises(SchemaAhead):
        upgrade(tmp_path)
    assert schema(file) == before


def test_upgrade_of_a_locked_folder_is_not_saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While something else writes, nothing is changed."""
    monkeypatch.setattr("adapters.store.migrate.PATIENCE", 0.05)
    with closing(sqlite3.connect(tmp_path / data_folder.MAIN, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotSaved):
            upgrade(tmp_path)
    assert upgrade(tmp_path)


@pytest.mark.parametrize("apart", [17, 3])
def test_upgrade_cut_short_leaves_nothing_half_done(tmp_path: Path, apart: int) -> None:
    """Whichever statement is the last before a crash, the next upgrade starts from whole ground."""
    upgrade(tmp_path / "whole")
    wanted = schema(tmp_path / "whole" / data_folder.MAIN)
    cuts = 0
    while True:
        folder = tmp_path / str(cuts)
        cut = _CutAfter(cuts)
        event.listen(Engine, "before_cursor_execute", cut)
        try:
            upgrade(folder)
            break
        except KeyboardInterrupt:
            assert schema(folder / data_folder.MAIN) in ({}, wanted)
        finally:
            event.remove(Engine, "before_cursor_execute", cut)
        upgrade(folder)
        assert schema(folder / data_folder.MAIN) == wanted
        cuts += apart
    assert cuts > 20  # it came through a whole upgrade on the way


def test_start_with_nothing_to_do_never_loads_alembic(tmp_path: Path) -> None:
    """The second start is quick: what brings a folder up to date is loaded only where it has to be."""
    upgrade(tmp_path)
    code = (
        "import sys; from pathlib import Path; from adapters.store.migrate import upgrade;"
        f"assert not upgrade(Path({str(tmp_path)!r})); assert 'alembic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True)


_BEFORE_ORGANISATIONS = """
INSERT INTO people (id, standing, consent_version, zone, quiet_start, quiet_end, keep_days)
    VALUES (zeroblob(16), 'active', 1, 'UTC', '20:00:00.000000', '08:00:00.000000', 365);
INSERT INTO doors (id, person, surface, lane, "index", sealed, preferred)
    VALUES (zeroblob(16), zeroblob(16), 'chat', 'chat/team', zeroblob(32), :sealed, 1);
INSERT INTO agenda (id, kind, due_at, owner) VALUES (zeroblob(16), 'draft_ends', 7, zeroblob(16));
INSERT INTO deliveries (agenda, slot_on, slot, owner, lane, due_at, state, tries)
    VALUES (zeroblob(16), 739621, '09:00', zeroblob(16), 'chat/team', 7, 'planned', 0);
INSERT INTO runs (id, person, day, state, version, sealed)
    VALUES (zeroblob(16), zeroblob(16), 739621, 'open', 1, :sealed);
INSERT INTO marks (id, person, day, version, sealed)
    VALUES (zeroblob(16), zeroblob(16), 739621, 1, :sealed);
INSERT INTO entries (id, person, day, version, sealed)
    VALUES (zeroblob(16), zeroblob(16), 739621, 1, :sealed);
INSERT INTO drafts (id, person, sealed) VALUES (zeroblob(16), zeroblob(16), :sealed);
INSERT INTO sheets (id, person, kind, day, version, sealed)
    VALUES (zeroblob(16), zeroblob(16), 'plan', 739621, 1, :sealed);
INSERT INTO inbox (digest, day) VALUES (zeroblob(32), 739621);
INSERT INTO installations (id, "index", sealed) VALUES (zeroblob(16), zeroblob(32), :sealed);
INSERT INTO notes (name, value) VALUES ('starts', '3')
"""
"""A row for each table that was there at the second revision."""

_MORE_DELIVERIES = """
INSERT INTO deliveries (seq, agenda, slot_on, slot, owner, lane, due_at, state, not_before, tries, run, door)
    VALUES (7, zeroblob(16), 739622, '09:00', zeroblob(16), 'chat/team', 8, 'ambiguous', 9, 2, x'01', x'02');
INSERT INTO deliveries (seq, agenda, slot_on, slot, owner, lane, due_at, state, tries)
    VALUES (5, zeroblob(16), 739623, '09:00', zeroblob(16), 'chat/team', 9, 'sent', 1)
"""
"""Two more, not in the order of their numbers, one of them with everything that a row may have."""

_SINCE_ORGANISATIONS = ("organisations", "roles", "reviews", "changes")
_SINCE_GATHERINGS = ("gatherings", "members", "posts")


def rows_of(database: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table but the one in which the revision stands."""
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'alembic_version'"
    return {
        name: database.execute(f"SELECT * FROM {name}").fetchall()  # noqa: S608 - the name of our own table
        for (name,) in database.execute(names).fetchall()
    }


class _CutAfter:
    """Ends everything when so many statements have passed."""

    def __init__(self, statements: int) -> None:
        self._left = statements

    def __call__(self, *_: object) -> None:
        if self._left == 0:
            raise KeyboardInterrupt
        self._left -= 1


def schema(file: Path) -> dict[str, str | None]:
    """Return every object of a database and the words that made it."""
    with closing(sqlite3.connect(file)) as other:
        return dict(other.execute("SELECT name, sql FROM sqlite_master").fetchall())


def fresh_schema(file: Path, metadata: MetaData) -> dict[str, str | None]:
    """Return the schema that tables in code would make."""
    engine = sqlite.open_engine(file, connections=1, patience=1.0)
    metadata.create_all(engine)
    engine.dispose()
    return schema(file)


def parts(sql: str | None) -> list[str]:
    """Return the definitions of an object, in an order of their own: split at the commas between them."""
    if sql is None:
        return []
    head, _, body = sql.partition("(")
    head = head.replace('"', "")  # SQLite puts a name that was changed into quotes
    depth, found = 0, [head, ""]
    for char in body:
        depth += (char == "(") - (char == ")")
        if char == "," and depth == 0:
            found.append("")
        else:
            found[-1] += char
    return sorted(" ".join(part.split()).removesuffix(" )").removesuffix(")") for part in found)


def scripts(history: History) -> ScriptDirectory:
    """Return the migrations of a history."""
    config = Config()
    config.set_main_option("path_separator", "newline")
    config.set_main_option("script_location", str(MIGRATIONS))
    config.set_main_option("version_locations", str(MIGRATIONS / history.name))
    return ScriptDirectory.from_config(config)
