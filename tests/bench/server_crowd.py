"""A database on a server with thousands of people in it: what the benches of several processes work on."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import psycopg

from adapters.store.databases import ServerDatabases
from adapters.store.store import SqlStore
from bot.app.system import SystemClock
from bot.domain.agenda import AgendaKind
from bot.domain.people import Standing
from bot.ports.faults import NoCrash
from tests.bench.crowd import DUE, RULE, SEALED, id_of, lane_of, micros
from tests.postgres.server import Server


def make_server_crowd(server: Server, people: int) -> ServerDatabases:
    """Make two databases with so many people, each with a door and an enrolment that is due at `DUE`."""
    databases = ServerDatabases(server.at(server.make()), server.at(server.make()))
    databases.upgrade()
    slot_on = DUE.date().toordinal()
    with closing(raw(databases)) as database, database.cursor() as cursor:
        with cursor.copy(
            "COPY people (id, standing, consent_version, zone, quiet_start, quiet_end) FROM STDIN"
        ) as copy:
            for number in range(people):
                copy.write_row((id_of(1, number), Standing.ACTIVE.value, 1, "UTC", "20:00", "08:00"))
        with cursor.copy('COPY doors (id, person, surface, lane, "index", sealed) FROM STDIN') as copy:
            for number in range(people):
                copy.write_row(
                    (
                        id_of(2, number),
                        id_of(1, number),
                        "bench",
                        lane_of(number),
                        id_of(3, number) * 2,
                        SEALED,
                    )
                )
        with cursor.copy(
            "COPY agenda (id, kind, owner, rule, zone, due_at, slot_on, slot, lane) FROM STDIN"
        ) as copy:
            for number in range(people):
                copy.write_row(
                    (
                        id_of(4, number),
                        AgendaKind.CHECKIN.value,
                        id_of(1, number),
                        RULE,
                        "UTC",
                        micros(DUE),
                        slot_on,
                        "09:00",
                        lane_of(number),
                    )
                )
        database.commit()
        database.autocommit = True
        cursor.execute("VACUUM ANALYZE")
    return databases


def raw(databases: ServerDatabases) -> psycopg.Connection:
    """Open the main database without any of our layers."""
    return psycopg.connect(databases.main.replace("postgresql+psycopg", "postgresql"))


@contextmanager
def store_over(databases: ServerDatabases) -> Iterator[SqlStore]:
    """Open the main database as the product does."""
    store = databases.open_store(clock=SystemClock(), crash_points=NoCrash())
    try:
        yield store
    finally:
        store.close()
