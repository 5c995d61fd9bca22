"""The store: threads that write and threads that read, and a loop that never waits for a disk.

On SQLite one thread writes. On PostgreSQL several do, and where two units met, one is run again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import Final, Protocol, TypeVar

from sqlalchemy import Connection, Engine

from adapters.store import folder as data_folder
from adapters.store import postgres, sqlite
from adapters.store.failures import Met, WantsToBeAlone, saving, translate_errors
from adapters.store.repositories.unit import SqlUnit
from adapters.store.tables import metadata
from bot.errors import NotSaved
from bot.ports.faults import CrashPoints
from bot.ports.store import Unit
from bot.ports.time import Clock

T = TypeVar("T")

READERS: Final = 2
PATIENCE: Final = 1.0
"""Seconds that a unit waits for a lock which something outside of this process holds."""
TURN_COMES_WITHIN: Final = 10.0
"""Seconds that a unit without a limit waits for its turn: those of others come first."""
GIVES_WAY_AFTER: Final = 0.1
"""Seconds that a unit among others waits for a lock when it is run first; then it is run again, in its turn.
Two that wait for each other end so, long before the server itself looks for that."""
SHARED_WRITERS: Final = 4
SHARED_READERS: Final = 4
"""Units at once in one process of several: each waits for the network, and not for this machine."""
RUNS_BESIDE_OTHERS: Final = 5
"""So often a unit that meets others is run beside some, from the second time on in its turn. Then it is run
alone: a large one, as a tick of a morning, would meet small ones for ever."""


def open_store(
    folder: Path, *, clock: Clock, crash_points: CrashPoints, patience: float = PATIENCE
) -> SqlStore:
    """Open the main database of a data folder that `migrate.upgrade` has brought up to date."""
    engine = sqlite.open_engine(folder / data_folder.MAIN, connections=READERS + 1, patience=patience)
    return store_over(engine, clock=clock, crash_points=crash_points)


def store_over(engine: Engine, *, clock: Clock, crash_points: CrashPoints) -> SqlStore:
    """Open a store over the engine of a file."""
    lines = Lines(writing=sqlite.for_writing(engine), reading=engine, writers=1, readers=READERS)
    return SqlStore(lines, clock=clock, crash_points=crash_points, wipe_log=partial(sqlite.wipe_log, engine))


def open_shared_store(
    address: str, *, clock: Clock, crash_points: CrashPoints, patience: float = PATIENCE
) -> SqlStore:
    """Open the main database at an address on a server; several processes may.

    Raises:
        BadSetting: this is no address of a PostgreSQL database.
    """
    connections = SHARED_WRITERS + SHARED_READERS
    engine = postgres.open_engine(address, connections=connections, patience=min(GIVES_WAY_AFTER, patience))
    lines = Lines(
        writing=postgres.for_writing(engine),
        reading=postgres.for_reading(engine),
        writers=SHARED_WRITERS,
        readers=SHARED_READERS,
    )
    company = postgres.Company(tuple(metadata.tables), patience)
    return SqlStore(lines, clock=clock, crash_points=crash_points, company=company)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The ways to a database, over one pool: for units that write and that read, and how many at once."""

    writing: Engine
    reading: Engine
    writers: int
    readers: int


class _Beside(Enum):
    """Who may write while a unit does."""

    OTHERS = auto()
    FIRST_ONES = auto()
    """Those that were not run before: of the others, it is this one's turn."""
    NOBODY = auto()


class Company(Protocol):
    """How a unit goes on that is not alone; each method waits so many seconds for it."""

    def take_turn(self, connection: Connection, within: float) -> None:
        """Let it be the only one that is run again."""
        ...

    def be_alone(self, connection: Connection, within: float) -> None:
        """Let it be the only one that writes."""
        ...


class SqlStore:
    """Keeps the contract of `bot.ports.store.Store`.

    Units that write are as if they ran one after another; units that read see the last commit and go on
    beside them.
    """

    def __init__(
        self,
        lines: Lines,
        *,
        clock: Clock,
        crash_points: CrashPoints,
        wipe_log: Callable[[], None] | None = None,
        company: Company | None = None,
    ) -> None:
        """Work on `lines`, which are closed with this store.

        `wipe_log` empties a log of what was overwritten, where one is this store's own. `company` says
        how a unit goes on that met others, where some may be beside it.
        """
        self._lines = lines
        self._clock = clock
        self._crash_points = crash_points
        self._wipe = wipe_log
        self._company = company
        self._writer = ThreadPoolExecutor(lines.writers, "store-writer")
        self._readers = ThreadPoolExecutor(lines.readers, "store-reader")
        self._is_open = True
        self._log_holds_erased = False

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Run `work` in one transaction; see the port. A caller that is cancelled leaves it to finish.

        Raises:
            NotSaved: the database was not available, or not within the limit. Nothing was written.
            MaybeSaved: it went away while it was saving.
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
        self._lines.writing.dispose()

    def _write(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        beside = _Beside.OTHERS if self._company else _Beside.NOBODY
        met = 0
        while True:
            try:
                return self._write_once(work, deadline, beside)
            except WantsToBeAlone:
                beside = _Beside.NOBODY
            except Met:
                if beside is _Beside.NOBODY:  # it may have done what cannot be undone
                    raise
                met += 1
                beside = _Beside.FIRST_ONES if met < RUNS_BESIDE_OTHERS else _Beside.NOBODY

    def _write_once(self, work: Callable[[Unit], T], deadline: float | None, beside: _Beside) -> T:
        self._see_that_it_is_before(deadline)
        is_first = beside is _Beside.OTHERS
        with (
            translate_errors(is_first=is_first),
            saving() as begins_to_save,
            self._lines.writing.begin() as connection,
        ):
            if self._company and beside is _Beside.FIRST_ONES:
                self._company.take_turn(connection, self._left_until(deadline))
            elif self._company and beside is _Beside.NOBODY:
                self._company.be_alone(connection, self._left_until(deadline))
            unit = SqlUnit(connection, is_alone=beside is _Beside.NOBODY)
            result = work(unit)
            self._see_that_it_is_before(deadline)
            self._crash_points.passing("before_commit")
            begins_to_save()
        self._crash_points.passing("after_commit")
        self._log_holds_erased |= unit.people.has_removed
        if self._log_holds_erased and self._wipe is not None:
            self._wipe_log(self._wipe)
        return result

    def _wipe_log(self, wipe: Callable[[], None]) -> None:
        """Empty the log of somebody's rows; where another process reads in it, the next unit tries again."""
        with suppress(NotSaved), translate_errors():
            wipe()
            self._log_holds_erased = False

    def _read(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        self._see_that_it_is_before(deadline)
        with translate_errors(), self._lines.reading.connect() as connection:  # rolled back when it is let go
            result = work(SqlUnit(connection))
        self._see_that_it_is_before(deadline)
        return result

    def _left_until(self, deadline: float | None) -> float:
        return (
            TURN_COMES_WITHIN
            if deadline is None
            else min(TURN_COMES_WITHIN, deadline - self._clock.elapsed())
        )

    def _see_that_it_is_before(self, deadline: float | None) -> None:
        if deadline is not None and self._clock.elapsed() > deadline:
            raise NotSaved
