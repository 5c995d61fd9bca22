"""What an erasing leaves of somebody's rows on the disk: nothing, in the database and in its log."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from adapters.store import folder as data_folder
from adapters.store.store import SqlStore, open_store
from bot.domain.people import Person
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from bot.testing.time import ManualClock
from tests.contract.store_samples import NOW, a_checkin, an_entry, arrive, put
from tests.made_once import upgrade_once


def opened(folder: Path) -> SqlStore:
    """A store that waits for nobody."""
    upgrade_once(folder)
    return open_store(folder, clock=ManualClock(NOW), crash_points=NoCrash(), patience=0.01)


async def somebody(store: SqlStore) -> Person:
    """Somebody with a row here and there."""
    person = await arrive(store)
    await put(store, an_entry(person.id), a_checkin(person.id))
    return person


def _remove(unit: Unit, person: Person) -> None:
    unit.people.remove(person.id)


def is_readable(folder: Path, person: Person) -> bool:
    """Whether the number that stands for somebody can be read from any file."""
    files = (path for path in folder.iterdir() if path.name.startswith(data_folder.MAIN))
    return any(person.id.bytes in path.read_bytes() for path in files)


async def test_nothing_of_them_can_be_read_after_the_commit(tmp_path: Path) -> None:
    """Not from a page that was freed, and not from the log, while the store goes on."""
    with closing(opened(tmp_path)) as store:
        person, other = await somebody(store), await somebody(store)
        assert is_readable(tmp_path, person)
        await store.run(partial(_remove, person=person))
        assert not is_readable(tmp_path, person)
        assert is_readable(tmp_path, other)


async def test_somebody_who_reads_meanwhile_holds_the_log_and_not_the_erasing(tmp_path: Path) -> None:
    """The rows are gone for the house at once; the log is emptied with the next unit after the reader."""
    with closing(opened(tmp_path)) as store:
        person = await somebody(store)
        with closing(sqlite3.connect(tmp_path / data_folder.MAIN, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchone()
            await store.run(partial(_remove, person=person))
            assert await store.run(lambda unit: unit.people.get(person.id)) is None
            assert is_readable(tmp_path, person)
        await store.run(lambda unit: unit.notes.put("any", "note"))
        assert not is_readable(tmp_path, person)


async def test_a_start_empties_the_log_that_a_kill_left(tmp_path: Path) -> None:
    """Ended between the commit and the emptying, as kill -9 would: the files as they lie are opened again."""
    with closing(opened(tmp_path / "data")) as store:
        person = await somebody(store)
        with closing(sqlite3.connect(tmp_path / "data" / data_folder.MAIN, isolation_level=None)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT count(*) FROM people").fetchone()
            await store.run(partial(_remove, person=person))
            left = shutil.copytree(tmp_path / "data", tmp_path / "left")
    assert is_readable(left, person)
    with closing(opened(left)):
        assert not is_readable(left, person)


async def test_a_removal_that_is_not_kept_wipes_nothing(tmp_path: Path) -> None:
    """A unit that fails leaves the person where they were."""
    with closing(opened(tmp_path)) as store:
        person = await somebody(store)

        def fail(unit: Unit) -> None:
            _remove(unit, person)
            raise LookupError

        with pytest.raises(LookupError):
            await store.run(fail)
        assert await store.run(lambda unit: unit.people.get(person.id)) == person
