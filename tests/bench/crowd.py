"""A data folder with thousands of people in it, made by bulk inserts: what the larger benches work on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

from adapters.store import folder as data_folder
from adapters.store import migrate
from adapters.store.sqlite import PRAGMAS
from adapters.store.store import open_store
from adapters.vault import material
from bot.app.system import SystemClock
from bot.domain.agenda import AgendaKind
from bot.domain.people import PersonId, Standing
from bot.domain.recurrence import daily, parse_at
from bot.ports.faults import NoCrash
from bot.ports.store import Store
from bot.services.desk import Desk
from bot.surface.refs import RefCodec
from bot.testing.catalogue import FakeCatalogue
from bot.testing.chance import SeededChance
from bot.testing.keys import MemoryKeyStore
from bot.testing.time import ManualClock
from bot.testing.vault import MemoryVault

DUE = datetime(2026, 1, 5, 9, tzinfo=UTC)
"""When everybody's check-in is due: a nine o'clock storm."""
LANES = 20
RULE = str(daily(parse_at("09:00")))
SEALED = b"RS" + bytes(78)
"""Looks sealed to the database, and opens for nobody."""


def make_crowd(folder: Path, people: int, *, due: bool = True) -> None:
    """Make a data folder with so many people, each with a door and an enrolment that is due at `DUE`.

    Without `due` everybody's next check-in lies a century ahead.
    """
    due_at = DUE if due else DUE.replace(year=DUE.year + 100)
    migrate.upgrade(folder)
    with closing(raw(folder)) as database:
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO people (id, standing, consent_version, zone, quiet_start, quiet_end, day_starts)"
            " VALUES (?, ?, 1, 'UTC', '20:00:00.000000', '08:00:00.000000', '00:00:00.000000')",
            ((id_of(1, number), Standing.ACTIVE.value) for number in range(people)),
        )
        database.executemany(
            'INSERT INTO doors (id, person, surface, lane, "index", sealed) VALUES (?, ?, ?, ?, ?, ?)',
            (
                (id_of(2, number), id_of(1, number), "bench", lane_of(number), id_of(3, number) * 2, SEALED)
                for number in range(people)
            ),
        )
        database.executemany(
            "INSERT INTO agenda (id, kind, owner, rule, zone, due_at, slot_on, slot, lane)"
            " VALUES (?, ?, ?, ?, 'UTC', ?, ?, '09:00', ?)",
            (
                (
                    id_of(4, number),
                    AgendaKind.CHECKIN.value,
                    id_of(1, number),
                    RULE,
                    micros(due_at),
                    due_at.date().toordinal(),
                    lane_of(number),
                )
                for number in range(people)
            ),
        )
        database.execute("COMMIT")


def make_keys(folder: Path, people: int) -> None:
    """Give everybody a key in the key store of a folder that was begun; it opens nothing."""
    with closing(sqlite3.connect(folder / data_folder.KEYS, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        database.executemany(
            "INSERT INTO keys (person, kek_id, generation, wrapped, made_on) VALUES (?, ?, 1, ?, ?)",
            (
                (id_of(1, number), _kek_of(folder), bytes(63), DUE.date().toordinal())
                for number in range(people)
            ),
        )
        database.execute("COMMIT")


@cache
def _kek_of(folder: Path) -> str:
    """Return the id of the key-encryption key of a folder, from the key file beside it."""
    return material.parse((folder.parent / f"{folder.name}.key").read_text("utf-8")).keks[-1].id


def person_of(number: int) -> PersonId:
    """Return the id of the person with this number."""
    return PersonId(UUID(bytes=id_of(1, number)))


def lane_of(number: int) -> str:
    """Return the lane of the person with this number."""
    return f"bench/{number % LANES}"


def micros(instant: datetime) -> int:
    """Return an instant as the database holds it."""
    return int(instant.timestamp()) * 1_000_000


def raw(folder: Path) -> sqlite3.Connection:
    """Open the main database without any of our layers, with the same pragmas."""
    database = sqlite3.connect(folder / data_folder.MAIN, isolation_level=None)
    for name, value, _ in PRAGMAS:
        database.execute(f"PRAGMA {name} = {value}")
    return database


@contextmanager
def desk_over(folder: Path) -> Iterator[tuple[Desk, ManualClock]]:
    """Open the main database as the product does, with a clock that is moved by hand."""
    clock = ManualClock(DUE)
    store = open_store(folder, clock=SystemClock(), crash_points=NoCrash())
    try:
        yield desk_on(store, clock), clock
    finally:
        store.close()


def desk_on(store: Store, clock: ManualClock) -> Desk:
    """Return a desk over a store: nothing is sent, and nobody's words open."""
    return Desk(
        store=store,
        vault=MemoryVault(MemoryKeyStore(today=lambda: clock.now().date())),
        clock=clock,
        chance=SeededChance("bench"),
        crash=NoCrash(),
        catalogue=FakeCatalogue(),
        refs=RefCodec(b"k" * 32),
        chats={},
        operator="",
    )


def day(number: int) -> date:
    """Return the day so many after the first one that is due."""
    return date.fromordinal(DUE.date().toordinal() + number)


def id_of(kind: int, number: int) -> bytes:
    """Return an id that is spread over the index as a random one is."""
    return UUID(int=(number * 0x9E3779B97F4A7C15F39CC0605CEDC835 + kind) % (1 << 128)).bytes
