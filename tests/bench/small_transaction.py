"""One insert, one look-up and a commit through the store, beside SQLAlchemy over aiosqlite."""

from __future__ import annotations

import asyncio
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Column, LargeBinary, MetaData, Table, event, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.store import READERS, SqlStore, store_over
from bot.app.system import SystemClock
from bot.domain.journal import Entry
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from tests.bench.crowd import SEALED, make_crowd, person_of
from tests.bench.harness import Figure, compare

TARGET = 0.4
_N = 100
_TABLE = Table("t", MetaData(), Column("id", LargeBinary(16), primary_key=True), Column("body", LargeBinary))


def figures() -> Iterator[Figure]:
    """Compare at synchronous=NORMAL, for which the target is set, and at FULL, which the product uses."""
    yield _figure("NORMAL", TARGET)
    yield _figure("FULL", None)


def _figure(synchronous: str, target: float | None) -> Figure:
    with tempfile.TemporaryDirectory() as home, asyncio.Runner() as runner:
        folder = Path(home) / "data"
        make_crowd(folder, 1)
        engine = sqlite.open_engine(folder / data_folder.MAIN, connections=READERS + 1, patience=1.0)
        event.listen(engine, "connect", lambda connection, _: _set(connection, synchronous))
        store = store_over(engine, clock=SystemClock(), crash_points=NoCrash())
        peer = create_async_engine(f"sqlite+aiosqlite:///{Path(home) / 'peer.db'}")
        event.listen(
            peer.sync_engine, "connect", lambda connection, _: _set(connection, synchronous, wal=True)
        )
        try:
            runner.run(_make(peer))
            return compare(
                f"small_transaction_{synchronous.lower()}",
                lambda: runner.run(_ours(store)),
                lambda: runner.run(_theirs(peer)),
                n=_N,
                target=target,
                why="insert one, select one, commit: the store beside SQLAlchemy Core over aiosqlite",
            )
        finally:
            store.close()
            runner.run(peer.dispose())


async def _ours(store: SqlStore) -> None:
    def work(unit: Unit) -> None:
        row = uuid4()
        unit.journal.put(Entry(id=row, person=person_of(0), day=date(2026, 1, 5), sealed=SEALED))
        unit.journal.get(row)

    for _ in range(_N):
        await store.run(work)


async def _theirs(peer: AsyncEngine) -> None:
    for _ in range(_N):
        row = uuid4().bytes
        async with peer.begin() as connection:
            await connection.execute(insert(_TABLE), {"id": row, "body": SEALED})
            (await connection.execute(select(_TABLE).where(_TABLE.c.id == row))).one()


async def _make(peer: AsyncEngine) -> None:
    async with peer.begin() as connection:
        await connection.run_sync(_TABLE.metadata.create_all)


def _set(connection: sqlite3.Connection, synchronous: str, *, wal: bool = False) -> None:
    cursor = connection.cursor()
    if wal:
        cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute(f"PRAGMA synchronous = {synchronous}")
    cursor.close()
