"""SQLite in trouble: locked, full, read-only, broken or killed, it loses nothing and claims nothing."""

from __future__ import annotations

import asyncio
import logging
import resource
import sqlite3
import sys
import traceback
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import event

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.store import SqlStore, open_store, store_over
from bot.errors import NotSaved, StoreError, StoreFault
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from bot.ports.vault import SEALED_MARK, Sealed
from bot.testing.time import ManualClock
from tests.contract.store_contract_units import note, noting
from tests.contract.store_samples import (
    NOW,
    ONE_DAY,
    a_draft,
    a_person,
    arrive,
    claim,
    due_at,
    enrol,
    put,
    tick,
)
from tests.made_once import upgrade_once

CANARY = "seven herons crossed a quiet estuary"
LARGE = Sealed(SEALED_MARK + bytes(200_000))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Migrate a data folder."""
    upgrade_once(tmp_path / "data")
    return tmp_path / "data"


@contextmanager
def opened(folder: Path, *, patience: float = 0.05) -> Iterator[SqlStore]:
    """Open a store that waits for nobody for long."""
    store = open_store(folder, clock=ManualClock(NOW), crash_points=NoCrash(), patience=patience)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Let something else write for a while."""
    with closing(sqlite3.connect(folder / data_folder.MAIN, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(limit: int) -> Iterator[None]:
    """Let no file of this process grow past `limit` bytes for a while."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_locked_database_is_not_saved(folder: Path) -> None:
    """Who cannot write is told so and nothing is kept; readers go on; afterwards all is well."""
    with opened(folder) as store:
        await store.run(noting("before"))
        with locked(folder):
            with pytest.raises(NotSaved) as refused:
                await store.run(noting("during"))
            assert refused.value.__notes__ == ["SQLITE_BUSY"]
            assert await note(store) == "before"
        await store.run(noting("after"))
        assert await note(store) == "after"


async def test_full_disk_is_not_saved(folder: Path) -> None:
    """A disk that is found full at COMMIT keeps nothing of the unit, and room is all that is needed."""
    with opened(folder) as store:
        person = await arrive(store)
        draft = replace(a_draft(person.id), sealed=LARGE)
        with full(100_000), pytest.raises(NotSaved):
            await put(store, draft)
        assert await store.run(lambda unit: unit.journal.draft(draft.id), writes=False) is None
        await put(store, draft)
        assert await store.run(lambda unit: unit.journal.draft(draft.id), writes=False) == draft
    assert integrity(folder) == "ok"


async def test_read_only_database_is_not_saved(folder: Path) -> None:
    """What cannot be written is not available, and reading goes on."""
    engine = sqlite.open_engine(folder / data_folder.MAIN, connections=3, patience=0.05)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only = ON"))
    store = store_over(engine, clock=ManualClock(NOW), crash_points=NoCrash())
    with pytest.raises(NotSaved):
        await store.run(noting("lost"))
    assert await note(store) is None
    store.close()


async def test_broken_database_is_not_saved(folder: Path) -> None:
    """A file that is no database any more is not available."""
    file = folder / data_folder.MAIN
    file.write_bytes(b"no database".ljust(8192))
    with opened(folder) as store:
        with pytest.raises(NotSaved):
            await store.run(noting("lost"))
        with pytest.raises(NotSaved):
            await note(store)


async def test_file_that_is_gone_is_not_saved(folder: Path) -> None:
    """Nobody would find again what is written into a file without a name; none is made in its place."""
    file = folder / data_folder.MAIN
    with opened(folder) as store:
        await store.run(noting("before"))
        file.rename(folder / "elsewhere")
        with pytest.raises(NotSaved) as refused:
            await store.run(noting("nowhere"))
        assert refused.value.__notes__ == ["the file is not where it was opened"]
        assert not file.exists()
        file.touch()
        with pytest.raises(NotSaved):
            await store.run(noting("elsewhere"))
        (folder / "elsewhere").rename(file)
        assert await note(store) == "before"
        await store.run(noting("after"))
        assert await note(store) == "after"


async def test_file_that_goes_inside_a_unit_is_not_saved(folder: Path) -> None:
    """Also where it was there when the unit began."""
    file = folder / data_folder.MAIN

    def losing(unit: Unit) -> None:
        noting("lost")(unit)
        file.rename(folder / "elsewhere")

    with opened(folder) as store:
        with pytest.raises(NotSaved):
            await store.run(losing)
        (folder / "elsewhere").rename(file)
        assert await note(store) is None


async def test_damaged_page_is_not_saved_and_read_anew_when_mended(folder: Path) -> None:
    """What a connection holds in memory of a page that was damaged is not believed afterwards."""
    file = folder / data_folder.MAIN
    with closing(sqlite3.connect(file)) as other:
        [(page,)] = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'notes'").fetchall()
    whole = file.read_bytes()
    with file.open("r+b") as spoilt:
        spoilt.seek((page - 1) * 4096)
        spoilt.write(bytes(4096))
    with opened(folder) as store:
        for _ in range(2):
            with pytest.raises(NotSaved):
                await store.run(noting("lost"))
        with file.open("r+b") as mended:
            mended.write(whole)
        await store.run(noting("after"))
        assert await note(store) == "after"
    assert integrity(folder) == "ok"


async def test_missing_table_is_loud(folder: Path) -> None:
    """A schema that does not fit is a fault and no passing trouble."""
    with closing(sqlite3.connect(folder / data_folder.MAIN)) as other:
        other.execute("DROP TABLE notes")
    with opened(folder) as store, pytest.raises(StoreFault):
        await store.run(noting("lost"))


async def test_errors_and_logs_never_show_values(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever goes wrong, neither the error nor a log at DEBUG holds what was to be written."""
    caplog.set_level(logging.DEBUG, "sqlalchemy")
    with opened(folder) as store:
        person = await arrive(store)
        door = await store.run(lambda unit: unit.people.door(person.id))
        assert door is not None
        speaking = replace(door, surface=CANARY, lane=CANARY)
        spoken: list[StoreError] = []
        for work in (
            lambda unit: unit.people.add(person, speaking),
            lambda unit: unit.people.add(a_person(), speaking),
            lambda unit: unit.journal.put_draft(replace(a_draft(person.id), sealed=CANARY.encode())),
        ):
            with pytest.raises(StoreFault) as fault:
                await store.run(work)
            spoken.append(fault.value)
        with locked(folder), pytest.raises(NotSaved) as busy:
            await store.run(noting(CANARY))
    shown = "".join("".join(traceback.format_exception(error)) for error in [*spoken, busy.value])
    assert "UNIQUE constraint failed" in shown
    assert CANARY not in shown
    assert CANARY not in caplog.text
    assert "INSERT INTO people" in caplog.text


async def test_two_stores_never_claim_the_same_delivery(folder: Path) -> None:
    """Also where two processes would share a folder, a claim is one statement under the writer's lock."""
    with opened(folder, patience=30) as one, opened(folder, patience=30) as other:
        rows = [await enrol(one) for _ in range(30)]
        await one.run(tick)
        claims = await asyncio.gather(*(claim(store, limit=3) for store in [one, other] * 8))
        taken = [delivery.agenda for claimed in claims for delivery in claimed]
    assert sorted(taken) == sorted(row.id for row in rows)


@pytest.mark.parametrize("place", ["0", "1", "4", "5", "6", "commit"])
async def test_kill_inside_a_unit_leaves_nothing_of_it(folder: Path, place: str) -> None:
    """After kill -9 anywhere before COMMIT, the whole tick is still to come."""
    with opened(folder) as store:
        row = await enrol(store)
    await killed_at(folder, place)
    with opened(folder) as store:
        assert await due_at(store, row.id) == NOW
        assert await claim(store) == []
        await store.run(tick)
        assert [delivery.agenda for delivery in await claim(store)] == [row.id]


async def test_kill_after_commit_loses_nothing(folder: Path) -> None:
    """After kill -9 right after COMMIT the whole tick is there."""
    with opened(folder) as store:
        row = await enrol(store)
    await killed_at(folder, "after_commit")
    with opened(folder) as store:
        assert await due_at(store, row.id) == NOW + ONE_DAY
        assert [delivery.agenda for delivery in await claim(store)] == [row.id]


async def killed_at(folder: Path, place: str) -> None:
    """Let a process tick in the folder and be killed on the way."""
    child = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.contract.store_killed", folder, place, cwd=Path(__file__).parents[2]
    )
    assert await child.wait() == -9
    assert integrity(folder) == "ok"


def integrity(folder: Path) -> str:
    """Return what SQLite says about the file."""
    with closing(sqlite3.connect(folder / data_folder.MAIN)) as other:
        answer: str = other.execute("PRAGMA integrity_check").fetchone()[0]
    return answer
