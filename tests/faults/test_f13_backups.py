"""F13: a backup of a hundred thousand entries while somebody writes, and the way back from it.

Whatever was acknowledged before the backup began is in it; who was erased since stays erased; another key is
refused. How much can be lost is how often backups are made: docs/operations.md says every quarter of an hour.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from subprocess import CompletedProcess
from uuid import UUID

import pytest

from bot.domain.journal import Entry
from bot.domain.people import Account, PersonId
from bot.ports.store import Unit
from bot.ports.vault import Cell, Vault
from bot.services.doors.addresses import Address
from bot.testing.time import ManualClock
from tests.bench.people import NEVER, house_in, settle_in
from tests.e2e.erasing import DAY, Inside, inside
from tests.e2e.shell import command
from tests.faults.grounds import Ground, Land, as_environment, as_settings
from tests.faults.report import Table

PEOPLE = 200
EACH = int(os.environ.get("F13_ENTRIES", "100000")) // PEOPLE
"""Entries of each person; `F13_ENTRIES` says how many there are in all."""
ERASED = 10
WITHIN = 120.0
EVERY = 15 * 60.0
"""Seconds between two backups, as docs/operations.md has it."""
WORDS = "what stayed with me today, and what I would do once more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A house with a backup that was made under load."""

    land: Land
    ground: Ground
    backup: Path
    took: float
    """Seconds that the backup took."""
    before: frozenset[UUID]
    """Entries under load that were acknowledged before it began."""
    written: int
    """How many were while it ran."""


@pytest.fixture
def copied(tmp_path: Path, land: Land) -> Copied:
    """Fill a house, and back it up while another process writes in it."""
    ground = land.new(tmp_path / "home" / "data")
    fill(ground, EACH)
    with writing(ground) as acknowledged:
        while not (before := acknowledged()):
            time.sleep(0)
        began = time.monotonic()
        done = _command(ground, "backup", "--to", str(tmp_path / "kept"))
        took = time.monotonic() - began
        meanwhile = acknowledged()
    assert done.returncode == 0, done.stderr
    made = Path(done.stdout.decode().strip())
    return Copied(land=land, ground=ground, backup=made, took=took, before=before, written=len(meanwhile))


def test_a_backup_under_load_comes_back_whole_without_the_erased(copied: Copied, table: Table) -> None:
    """Every entry opens, in two minutes; ten people were erased since, and are not there."""
    on, ground = copied.land.name, copied.ground
    with inside(ground.data, as_settings(ground)) as house:
        everybody = house.people()
        gone = frozenset(sorted(everybody)[:ERASED])
        for person in gone:
            house.erase(person)
    ground = copied.land.empty(ground)
    began, spent = time.monotonic(), time.process_time()
    done = _command(ground, "restore", str(copied.backup))
    took, spent = time.monotonic() - began, time.process_time() - spent
    assert done.returncode == 0, done.stderr
    with inside(ground.data, as_settings(ground)) as house:
        left = house.people()
        opened, ids = read_all(house)
        back = gone & left or {person for person in gone if house.vault.knows(person)}
    lost = copied.before - ids
    entries = f"{PEOPLE * EACH:,} entries"
    table.record(
        "F13",
        f"{on}, backup under load ({copied.written} written meanwhile), s",
        copied.took,
        EVERY,
        copied.took < EVERY,
    )
    table.record("F13", f"{on}, acknowledged before it and not in it", len(lost), 0, not lost)
    table.record(
        "F13", f"{on}, {entries} restored ({spent:.1f} s of one core), s", took, WITHIN, took <= WITHIN
    )
    table.size("F13", f"{on}, entries", PEOPLE * EACH, 100_000)
    whole = opened >= (PEOPLE - ERASED) * EACH
    table.record("F13", f"{on}, entries that open afterwards", opened, "all", whole)
    table.record("F13", f"{on}, of {ERASED} erased since, come back", len(back), 0, not back)
    assert f"Erased again: {ERASED}." in done.stdout.decode()
    assert copied.written > 0
    assert not lost
    assert not back
    assert left == everybody - gone
    assert whole
    assert took <= WITHIN


def test_another_key_is_refused_and_nothing_is_written(tmp_path: Path, land: Land, table: Table) -> None:
    """With one sentence and exit code 3; also where there is no key at all."""
    ground = land.new(tmp_path / "home" / "data")
    fill(ground, 1)
    made = Path(_command(ground, "backup", "--to", str(tmp_path / "kept")).stdout.decode().strip())
    refused = []
    for name, key in (("other", b""), ("none", None)):
        other = land.new(tmp_path / name / "data")
        if key is not None:
            fill(other, 0)
            other = land.empty(other)
        elif land.name != "SQLite":
            other = land.empty(other)
        before = sorted(path.name for path in other.data.parent.glob("*"))
        done = _command(other, "restore", str(made))
        assert sorted(path.name for path in other.data.parent.glob("*")) == before
        assert done.stderr
        refused.append(done.returncode)
    table.record(
        "F13", f"{land.name}, another key, and none: exit code", str(refused), "[3, 3]", refused == [3, 3]
    )
    assert refused == [3, 3]


def _command(ground: Ground, *words: str) -> CompletedProcess[bytes]:
    return command(ground.data, *words, typed=b"", **as_environment(ground))


def fill(ground: Ground, each: int) -> None:
    """Let people live in a new house who wrote so many entries each."""
    ground.data.parent.mkdir(parents=True)
    asyncio.run(_fill(ground, each))


async def _fill(ground: Ground, each: int) -> None:
    clock = ManualClock(datetime(DAY.year, DAY.month, DAY.day, 8, tzinfo=UTC))
    accounts = [Account(surface="slack", workspace="T1", user=f"U{number}") for number in range(PEOPLE)]
    async with house_in(ground.data, clock, as_settings(ground)) as house:
        await settle_in(house, [Address(account=account) for account in accounts], NEVER)
        desk = house._desk  # noqa: SLF001 - there is no way in for thousands at once
        numbers = count(1)
        for person in await desk.store.run(lambda unit: unit.people.all_ids(), writes=False):
            made = [_entry(desk.vault, person, UUID(int=next(numbers))) for _ in range(each)]
            await desk.store.run(partial(_put, entries=made))


def _put(unit: Unit, entries: Sequence[Entry]) -> None:
    for each in entries:
        unit.journal.put(each)


def _entry(vault: Vault, person: PersonId, entry: UUID) -> Entry:
    cell = Cell(person=person, table="entries", row=entry, column="sealed", version=1)
    return Entry(id=entry, person=person, day=DAY, sealed=vault.seal(cell, f"{WORDS} {entry}"))


def read_all(house: Inside) -> tuple[int, frozenset[UUID]]:
    """Open every entry of everybody; return how many say what was written, and which there are."""
    opened, ids = 0, set[UUID]()
    for person in house.people():

        def every(unit: Unit, person: PersonId = person) -> list[Entry]:
            return list(unit.journal.every(person))

        for entry in asyncio.run(house.store.run(every, writes=False)):
            cell = Cell(person=person, table="entries", row=entry.id, column="sealed", version=entry.version)
            opened += house.vault.open(cell, entry.sealed) == f"{WORDS} {entry.id}"
            ids.add(entry.id)
    return opened, frozenset(ids)


@contextmanager
def writing(ground: Ground) -> Iterator[Acknowledged]:
    """Let a process write entry after entry in a house; give what tells which were acknowledged."""
    hearing, telling = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _write_on(ground, telling)
        finally:
            os._exit(1)
    os.close(telling)
    os.set_blocking(hearing, False)
    try:
        yield Acknowledged(hearing)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(hearing)


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Which entries were acknowledged since this was called last."""

    hearing: int

    def __call__(self) -> frozenset[UUID]:
        """Return them."""
        said = b""
        while True:
            try:
                more = os.read(self.hearing, 1 << 16)
            except BlockingIOError:
                more = b""
            if not more:
                break
            said += more
        return frozenset(UUID(bytes=said[at : at + 16]) for at in range(0, len(said) - 15, 16))


def _write_on(ground: Ground, telling: int) -> None:
    with inside(ground.data, as_settings(ground)) as house:
        last = max(house.people())
        for number in count(1 << 64):
            entry = _entry(house.vault, last, UUID(int=number))

            def put(unit: Unit, entry: Entry = entry) -> None:
                unit.journal.put(entry)

            asyncio.run(house.store.run(put))
            os.write(telling, entry.id.bytes)
