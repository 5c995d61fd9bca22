"""On what a small house stands: on tables in memory, and where a suite asks for it on a database instead."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Table, select

from adapters.store import tables as schema
from adapters.store.databases import Databases, ServerDatabases
from adapters.store.repositories.rows import columns_of, every
from adapters.store.repositories.unit import SqlUnit
from adapters.store.store import SqlStore, open_shared_store
from bot.domain.agenda import AgendaRow
from bot.domain.checkins import Marks, Run
from bot.domain.deliveries import Delivery
from bot.domain.journal import Draft, Entry
from bot.domain.sheets import Sheet
from bot.ports.faults import CrashPoints
from bot.ports.gatherings import GatheringRow, MemberRow, PostRow
from bot.ports.installations import Installation
from bot.ports.organisations import ChangeRow, OrganisationRow, ReviewRow, RoleRow
from bot.ports.store import Door, Unit
from bot.ports.time import Clock
from bot.testing.store import MemoryStore, MemoryUnit
from bot.testing.tables import Tables

T = TypeVar("T")

PATIENCE = 20.0
"""Seconds that a unit on a server waits for a lock in its turn: an upper bound, never a wait."""

_BY_ID = (
    (schema.doors, Door),
    (schema.agenda, AgendaRow),
    (schema.runs, Run),
    (schema.marks, Marks),
    (schema.entries, Entry),
    (schema.drafts, Draft),
    (schema.sheets, Sheet),
    (schema.installations, Installation),
    (schema.organisations, OrganisationRow),
    (schema.roles, RoleRow),
    (schema.reviews, ReviewRow),
    (schema.changes, ChangeRow),
    (schema.gatherings, GatheringRow),
    (schema.members, MemberRow),
    (schema.posts, PostRow),
)


class Ground:
    """Tables in memory."""

    is_shared = False
    """Whether several houses may stand on it."""

    def open_store(self, *, clock: Clock, crash_points: CrashPoints) -> MemoryStore:
        """Open a store."""
        return MemoryStore(clock=clock, crash_points=crash_points, at_once=True)

    def tables(self, store: MemoryStore) -> Tables:
        """Return every row that is stored now."""
        return store._shelf.tables  # noqa: SLF001 - what a reader of the database sees


class RunAgain(Ground):
    """Tables in memory, where each unit that writes meets another: it is run, undone, and run again."""

    def open_store(self, *, clock: Clock, crash_points: CrashPoints) -> MemoryStore:
        """Open such a store."""
        return _Again(clock=clock, crash_points=crash_points, at_once=True)


class _WantsToBeAlone(Exception):
    """The unit is about to do what cannot be undone: this run ends here."""


class _FirstRun(MemoryUnit):
    def be_alone(self) -> None:
        """Be not."""
        raise _WantsToBeAlone


class _Again(MemoryStore):
    def _write(self, work: Callable[[Unit], T], deadline: float | None) -> T:
        def twice(unit: Unit) -> T:
            with suppress(_WantsToBeAlone):
                work(_FirstRun(self._shelf.tables.snapshot()))
            return work(unit)

        return super()._write(twice, deadline)


@dataclass(frozen=True, slots=True)
class OnDatabases(Ground):
    """Databases, in a folder or on a server."""

    databases: Databases

    @property
    def is_shared(self) -> bool:  # type: ignore[override]  # the server's are, the folder's are not
        """Whether several houses may stand on them."""
        return self.databases.is_shared

    def open_store(self, *, clock: Clock, crash_points: CrashPoints) -> MemoryStore:
        """Open the main one; on a server with patience, for a machine that is busy with other tests."""
        if isinstance(self.databases, ServerDatabases):
            return open_shared_store(  # type: ignore[return-value]  # suites ask no more than of any store
                self.databases.main, clock=clock, crash_points=crash_points, patience=PATIENCE
            )
        return self.databases.open_store(clock=clock, crash_points=crash_points)  # type: ignore[return-value]  # as above

    def tables(self, store: MemoryStore) -> Tables:
        """Read every row."""
        assert isinstance(store, SqlStore)
        with store._lines.reading.connect() as connection:  # noqa: SLF001 - what a reader of the database sees
            unit, found = SqlUnit(connection), Tables()
            for who in sorted(unit.people.all_ids()):
                person = unit.people.get(who)
                assert person is not None
                found.people[who] = person
            for table, kind in _BY_ID:
                rows = every(connection, kind, select(*columns_of(table, kind)).order_by(_order(table)))
                getattr(found, table.name).update({row.id: row for row in rows})  # type: ignore[attr-defined]  # all have one
            columns = columns_of(schema.deliveries, Delivery)
            sent = every(connection, Delivery, select(*columns).order_by(schema.deliveries.c.seq))
            found.deliveries.update({(each.agenda, each.slot_on, each.slot): each for each in sent})
            found.inbox.update({row.digest: row.day for row in connection.execute(select(schema.inbox))})
            found.notes.update({row.name: row.value for row in connection.execute(select(schema.notes))})
        return found


def _order(table: Table) -> str:
    return "seq" if "seq" in table.c else "id"


_grounds: list[Ground] = [Ground()]


def ground() -> Ground:
    """Return what houses that open now stand on."""
    return _grounds[-1]


@contextmanager
def standing_on(ground: Ground) -> Iterator[None]:
    """Let houses that open meanwhile stand on this."""
    _grounds.append(ground)
    try:
        yield
    finally:
        _grounds.pop()
