"""A drain on PostgreSQL with marks around each message, beside a Procrastinate job for each message.

Both on the same server, which makes every commit safe, in one process each with twenty at a time. The product
finds who is due, lets an engine call twenty lanes, and for each letter looks at the world again, chooses and
seals a question, and writes two units that are as if each had been alone. The jobs do nothing but be done.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.schema import SchemaManager
from procrastinate.types import JSONDict

from adapters.engine.distributed import DistributedEngine
from adapters.store.databases import ServerDatabases
from adapters.store.store import SHARED_READERS, SHARED_WRITERS
from bot.testing.time import ManualClock
from tests.bench.harness import Figure, paired
from tests.bench.people import settle_in
from tests.bench.quiet_chat import SURFACE, QuietChat
from tests.bench.server_house import addresses, house_on, make_databases, server_cpu, server_settings
from tests.postgres.server import Server, running

TARGET = 0.2
"""Of the time that a job for each message takes: five times as many messages a second."""
_LANES = 20
_CONNECTIONS = SHARED_WRITERS + SHARED_READERS
"""As many as the store of one process has."""
_PEOPLE = 1_000
_ROUNDS = 4
"""Mornings after the first, which is not measured; after five that went by, people are asked less."""
_DUE = datetime(2026, 1, 5, 9, tzinfo=UTC)
_PATIENCE = 120.0


def figures() -> Iterator[Figure]:
    """Compare a letter with a job, in time and in this process's own work."""
    with running(fsync=True) as server, tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(server, Path(folder)))


async def _measured(server: Server, home: Path) -> list[Figure]:
    databases = make_databases(server)
    jobs = Jobs(server.at(server.make()))
    await jobs.prepare()
    clock, chat = ManualClock(_DUE - timedelta(days=1)), QuietChat()
    engine = DistributedEngine(clock, databases.main, surfaces=(SURFACE,), ticks=True)
    pairs, works = list[tuple[float, float]](), list[tuple[float, float]]()
    async with house_on(server_settings(home / "data", databases), clock, engine, {SURFACE: chat}) as house:
        await settle_in(house, addresses(_PEOPLE, _LANES), _DUE)
        _settle(databases)
        await house.start()
        for morning in range(_ROUNDS + 1):
            began, worked = time.perf_counter(), time.process_time() + server_cpu(server)
            clock.move_to(_DUE + timedelta(days=morning))
            house.wake()
            await chat.until((morning + 1) * _PEOPLE, patience=_PATIENCE)
            mine = time.perf_counter() - began, time.process_time() + server_cpu(server) - worked
            theirs = await jobs.round(_PEOPLE)
            if morning:
                pairs.append((mine[0] / _PEOPLE * 1e6, theirs[0] / _PEOPLE * 1e6))
                works.append((mine[1] / _PEOPLE * 1e6, theirs[1] / _PEOPLE * 1e6))
        if len(chat.keys) != len(chat.came_at):
            raise AssertionError("a letter was sent twice")
    why = "a letter on PostgreSQL with its marks, through the product, beside a Procrastinate job"
    return [
        paired("server_drain", pairs, n=_PEOPLE, unit="us", target=TARGET, why=why),
        paired("server_drain_cpu", works, n=_PEOPLE, unit="us", why=f"{why}: work of the processor alone"),
    ]


def _settle(databases: ServerDatabases) -> None:
    """Let the server know how large its tables are, as it would after a while by itself."""
    with closing(psycopg.connect(databases.main.replace("+psycopg", ""), autocommit=True)) as database:
        database.execute("VACUUM ANALYZE")


class Jobs:
    """One job for each message, in a database of its own."""

    def __init__(self, address: str) -> None:
        """Prepare for the database at `address`."""
        self._address = address.replace("+psycopg", "")
        connector = PsycopgConnector(conninfo=self._address, min_size=_CONNECTIONS, max_size=_CONNECTIONS)
        self._app = App(connector=connector)
        self._done = set[int]()

        @self._app.task(name="send")
        async def send(number: int) -> None:
            self._done.add(number)

        self._send = send

    async def prepare(self) -> None:
        """Make the tables of jobs."""
        with closing(psycopg.connect(self._address, autocommit=True)) as database:
            database.execute(SchemaManager.get_schema())

    async def round(self, people: int) -> tuple[float, float]:
        """Do so many jobs, which wait already; return the seconds, and those of the processor."""
        async with self._app.open_async():
            jobs: list[JSONDict] = [{"number": number} for number in range(people)]
            await self._send.batch_defer_async(*jobs)
            self._done.clear()
            began, worked = time.perf_counter(), time.process_time()
            await self._app.run_worker_async(
                concurrency=_LANES, wait=False, delete_jobs="always", install_signal_handlers=False
            )
            took = time.perf_counter() - began, time.process_time() - worked
        if len(self._done) < people:
            raise AssertionError("a job was not done")
        return took
