"""What a person and a letter cost: bytes in both databases, and work of a processor.

In a data folder, and on a server. People are enrolled, then asked on three mornings, without an answer. Bytes
are those of the files, or of the tables with their indexes once they are packed.
"""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import psycopg

from adapters.engine.distributed import DistributedEngine
from adapters.engine.embedded import EmbeddedEngine
from adapters.store.databases import ServerDatabases
from bot.app.cli.sim import story_settings
from bot.app.settings import Settings
from bot.ports.engine import Engine
from bot.testing.time import ManualClock
from tests.bench.harness import Figure
from tests.bench.people import settle_in
from tests.bench.quiet_chat import SURFACE, QuietChat
from tests.bench.server_house import addresses, house_on, make_databases, server_cpu, server_settings
from tests.postgres.server import running

_PEOPLE = 1_000
_LANES = 20
_MORNINGS = 3
_DUE = datetime(2026, 1, 5, 9, tzinfo=UTC)
_PATIENCE = 180.0
_SIZE = (
    "SELECT sum(pg_total_relation_size(oid)) FROM pg_class"
    " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
)


def figures() -> Iterator[Figure]:
    """Measure a folder, then a server."""
    with tempfile.TemporaryDirectory() as folder, running(fsync=True) as server:
        home = Path(folder)
        clock = ManualClock(_DUE - timedelta(days=1))
        embedded = EmbeddedEngine(clock)
        settings = story_settings(home / "data")
        yield from asyncio.run(
            _measured(
                ground="folder",
                settings=settings,
                clock=clock,
                engine=embedded,
                size=partial(_files, settings.data),
                beside=float,
            )
        )
        clock, databases = ManualClock(_DUE - timedelta(days=1)), make_databases(server)
        engine = DistributedEngine(clock, databases.main, surfaces=(SURFACE,), ticks=True)
        settings = server_settings(home / "shared", databases)
        yield from asyncio.run(
            _measured(
                ground="server",
                settings=settings,
                clock=clock,
                engine=engine,
                size=partial(_tables, databases),
                beside=partial(server_cpu, server),
            )
        )


async def _measured(
    *,
    ground: str,
    settings: Settings,
    clock: ManualClock,
    engine: Engine,
    size: Callable[[], int],
    beside: Callable[[], float],
) -> list[Figure]:
    chat, letters = QuietChat(), _PEOPLE * _MORNINGS
    async with house_on(settings, clock, engine, {SURFACE: chat}) as house:
        empty = await asyncio.to_thread(size)
        await settle_in(house, addresses(_PEOPLE, _LANES), _DUE)
        people = await asyncio.to_thread(size)
        await house.start()
        worked, served = time.process_time(), beside()
        for morning in range(_MORNINGS):
            clock.move_to(_DUE + timedelta(days=morning))
            house.wake()
            await chat.until((morning + 1) * _PEOPLE, patience=_PATIENCE)
        worked, served = time.process_time() - worked, beside() - served
    asked = size()
    told = f"in a {ground}" if ground == "folder" else f"on a {ground}"
    return [
        _figure(f"room_person_{ground}", _PEOPLE, "bytes", (people - empty) / _PEOPLE, f"a person {told}"),
        _figure(f"room_letter_{ground}", letters, "bytes", (asked - people) / letters, f"a question {told}"),
        _figure(
            f"work_letter_{ground}",
            letters,
            "ms",
            worked / letters * 1e3,
            f"a letter {told}",
            beside=served / letters * 1e3,
        ),
    ]


def _figure(bench: str, n: int, unit: str, figure: float, of: str, *, beside: float = 0.0) -> Figure:
    return Figure(
        bench=bench,
        n=n,
        rounds=1,
        unit=unit,
        figure=round(figure, 3),
        floor=round(beside, 3),
        ratio=0.0,
        spread=(0.0, 0.0),
        target=None,
        ok=None,
        why=f"{of}; the floor is the work of the server beside" if unit == "ms" else of,
    )


def _files(folder: Path) -> int:
    """Return the bytes of all pages in use, in both files."""
    used = 0
    for file in folder.glob("*.db"):
        with closing(sqlite3.connect(file)) as database:
            values = [database.execute(f"PRAGMA {name}").fetchone()[0] for name in _PAGES]
            used += (values[0] - values[1]) * values[2]
    return used


_PAGES = ("page_count", "freelist_count", "page_size")


def _tables(databases: ServerDatabases) -> int:
    """Return the bytes of all tables of ours with their indexes, packed."""
    used = 0
    for address in (databases.main, databases.keys):
        with closing(psycopg.connect(address.replace("+psycopg", ""), autocommit=True)) as database:
            database.execute("VACUUM FULL")
            found = database.execute(_SIZE).fetchone()
            used += int(found[0]) if found else 0
    return used
