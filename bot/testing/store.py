"""A working store in memory; it passes the contract suite of the port."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeVar

from bot.errors import NotSaved
from bot.ports.faults import CrashPoints, NoCrash
from bot.ports.store import Unit
from bot.ports.time import Clock
from bot.testing.gatherings import MemoryGatherings
from bot.testing.installations import MemoryInstallations
from bot.testing.organisations import MemoryOrganisations
from bot.testing.repositories import (
    MemoryAgenda,
    MemoryDeliveries,
    MemoryInbox,
    MemoryNotes,
    MemoryPeople,
)
from bot.testing.tables import Tables
from bot.testing.writing import MemoryJournal, MemoryRuns, MemorySheets

T = TypeVar("T")


class Trouble(Enum):
    """What can ail a database."""

    AWAY = auto()
    """Nothing can be read or written."""
    LOCKED = auto()
    """Nothing can be written: a unit that wants to does not begin."""
    FULL = auto()
    """Nothing more can be written: a unit that wants to finds out at its COMMIT."""


@dataclass(slots=True)
class StoreShelf:
    """What a restart does not lose: the next store may stand on the shelf of the last."""

    tables: Tables = field(default_factory=Tables)


class MemoryUnit:
    """What a unit of work sees."""

    def __init__(self, tables: Tables) -> None:
        """See `tables`."""
        self.people = MemoryPeople(tables)
        self.agenda = MemoryAgenda(tables)
        self.deliveries = MemoryDeliveries(tables)
        self.runs = MemoryRuns(tables)
        self.journal = MemoryJournal(tables)
        self.sheets = MemorySheets(tables)
        self.inbox = MemoryInbox(tables)
        self.installations = MemoryInstallations(tables)
        self.organisations = MemoryOrganisations(tables)
        self.gatherings = MemoryGatherings(tables)
        self.notes = MemoryNotes(tables)

    def be_alone(self) -> None:
        """One thread writes, and so it is."""


class MemoryStore:
    """Works as the store on SQLite does: units run on threads, those that write one after another.

    With `at_once` there is no thread, which is quicker: a unit runs whole when its turn on the loop comes,
    others that wait for theirs come between two units, and nothing else goes on during one.
    """

    def __init__(
        self,
        *,
        clock: Clock,
        crash_points: CrashPoints | None = None,
        shelf: StoreShelf | None = None,
        at_once: bool = False,
    ) -> None:
        """Stand on `shelf`, or on a new one."""
        self._clock = clock
        self._crash_points = crash_points or NoCrash()
        self._shelf = shelf or StoreShelf()
        self._trouble: Trouble | None = None
        self._writer = ThreadPoolExecutor(1)
        self._readers = ThreadPoolExecutor(1)
        self._at_once = at_once
        self._is_open = True

    def refuse(self, trouble: Trouble | None) -> None:
        """Be in `trouble` from now on; None ends it."""
        self._trouble = trouble

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Run `work` on a snapshot, which becomes the truth if nothing goes wrong; see the port."""
        if not self._is_open:
            raise NotSaved
        deadline = None if within is None else self._clock.elapsed() + within
        how = self._write if writes else self._read
        if self._at_once:
            await asyncio.sleep(0)
            return how(work, deadline)
        pool = self._writer if writes else self._readers
        unit = pool.submit(how, work, deadline)
        return await asyncio.shield(asyncio.wrap_future(unit))

    def close(self) -> None:
        """Finish what runs; a second call does nothing."""
        self._is_open = False
        self._writer.shutdown()
        self._readers.shutdown()

    def _write(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        self._check(deadline, Trouble.AWAY, Trouble.LOCKED)
        tables = self._shelf.tables.snapshot()
        result = work(MemoryUnit(tables))
        self._check(deadline, Trouble.FULL)
        self._crash_points.passing("before_commit")
        self._shelf.tables = tables
        self._crash_points.passing("after_commit")
        return result

    def _read(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        self._check(deadline, Trouble.AWAY)
        result = work(MemoryUnit(self._shelf.tables.snapshot()))
        self._check(deadline)
        return result

    def _check(self, deadline: float | None, *fatal: Trouble) -> None:
        if self._trouble in fatal or (deadline is not None and self._clock.elapsed() > deadline):
            raise NotSaved
