"""The store on SQLite: one thread that writes, two that read, and a loop that never waits for a disk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import Engine

from adapters.store import folder as data_folder
from adapters.store import sqlite
from adapters.store.failures import translate_errors
from adapters.store.unit import SqlUnit
from bot.errors import NotSaved
from bot.ports.faults import CrashPoints
from bot.ports.store import Unit
from bot.ports.time import Clock

T = TypeVar("T")

READERS: Final = 2
PATIENCE: Final = 1.0
"""Seconds that a unit waits for a lock which something outside of this process holds."""


def open_store(
    folder: Path, *, clock: Clock, crash_points: CrashPoints, patience: float = PATIENCE
) -> SqlStore:
    """Open the main database of a data folder that `migrate.upgrade` has brought up to date."""
    engine = sqlite.open_engine(folder / data_folder.MAIN, connections=READERS + 1, patience=patience)
    return SqlStore(engine, clock=clock, crash_points=crash_points)


class SqlStore:
    """Keeps the contract of `bot.ports.store.Store`.

    Units that write run one after another on one thread, so they never wait for each other's locks;
    units that read see the last commit and go on beside them.
    """

    def __init__(self, engine: Engine, *, clock: Clock, crash_points: CrashPoints) -> None:
        """Work on `engine`, which is closed with this store."""
        self._engine = engine
        self._for_writing = sqlite.for_writing(engine)
        self._clock = clock
        self._crash_points = crash_points
        self._writer = ThreadPoolExecutor(1, "store-writer")
        self._readers = ThreadPoolExecutor(READERS, "store-reader")
        self._is_open = True
        self._log_holds_erased = False

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Run `work` in one transaction; see the port. A caller that is cancelled leaves it to finish.

        Raises:
            NotSaved: the database was not available, or not within the limit. Nothing was written.
            StoreFault: the database refused what it was given. Nothing was written.
        """
        if not self._is_open:
            raise NotSaved
        deadline = None if within is None else self._clock.elapsed() + within
        if writes:
            unit = self._writer.submit(self._write, work, deadline)
        else:
            unit = self._readers.submit(self._read, work, deadline)
        return await asyncio.shield(asyncio.wrap_future(unit))

    def close(self) -> None:
        """Finish what runs or waits for its turn, and close; a second call does nothing."""
        self._is_open = False
        self._writer.shutdown()
        self._readers.shutdown()
        self._engine.dispose()

    def _write(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        self._see_that_it_is_before(deadline)
        with translate_errors(), self._for_writing.begin() as connection:
            unit = SqlUnit(connection)
            result = work(unit)
            self._see_that_it_is_before(deadline)
            self._crash_points.passing("before_commit")
        self._crash_points.passing("after_commit")
        self._log_holds_erased |= unit.people.has_removed
        if self._log_holds_erased:
            self._wipe_log()
        return result

    def _wipe_log(self) -> None:
        """Empty the log of somebody's rows; where another process reads in it, the next unit tries again."""
        with suppress(NotSaved), translate_errors():
            sqlite.wipe_log(self._engine)
            self._log_holds_erased = False

    def _read(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        self._see_that_it_is_before(deadline)
        with translate_errors(), self._engine.connect() as connection:  # rolled back when it is let go
            result = work(SqlUnit(connection))
        self._see_that_it_is_before(deadline)
        return result

    def _see_that_it_is_before(self, deadline: float | None) -> None:
        if deadline is not None and self._clock.elapsed() > deadline:
            raise NotSaved
