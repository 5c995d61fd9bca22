"""Store: one method, `run`, and the repositories that a unit of work sees. Services never commit.

A unit is one plain function, run off the event loop. It sees all of its own writes and is committed
whole or not at all. Contract: tests/contract/store_contract.py, on every adapter and on the fake.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.deliveries import Delivery
from bot.domain.people import Person, PersonId
from bot.ports.gatherings import Gatherings
from bot.ports.installations import InstallationRows
from bot.ports.organisations import Organisations
from bot.ports.writing import Journal, Runs, Sheets

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """One account of a person: found by a keyed blind index, addressed by what only their key opens.

    `sealed` opens to JSON, `{"workspace", "user"}` and what else is known of the account
    (bot/services/doors/addresses.py). `preferred`: scheduled cards leave by it; one of
    each person's doors is. `organisation` is the blind index of where the account is at home: its rules hold
    for what leaves by this door. None while no platform told.
    """

    id: UUID
    person: PersonId
    surface: str
    lane: str
    index: bytes = field(repr=False)
    sealed: bytes = field(repr=False)
    preferred: bool = True
    organisation: bytes | None = field(default=None, repr=False)


class People(Protocol):
    """People and their doors."""

    def add(self, person: Person, door: Door) -> None:
        """Add a person with their first door, which is the preferred one."""
        ...

    def by_index(self, index: bytes) -> tuple[Person, Door] | None:
        """Return who comes through the door with this blind index, and that door."""
        ...

    def get(self, person: PersonId) -> Person | None:
        """Return a person."""
        ...

    def save(self, person: Person) -> None:
        """Write a person's settings and standing."""
        ...

    def door(self, person: PersonId) -> Door | None:
        """Return the door that scheduled cards leave by."""
        ...

    def door_at(self, index: bytes) -> Door | None:
        """Return the door with this blind index."""
        ...

    def doors(self, person: PersonId) -> Sequence[Door]:
        """Return all doors of a person: the preferred one, then the others in the order of their ids."""
        ...

    def add_door(self, door: Door) -> None:
        """Add one more door of a person, not preferred, whatever it says of itself."""
        ...

    def save_door(self, door: Door) -> None:
        """Write what a door seals and its organisation; one that is gone stays gone."""
        ...

    def prefer(self, door: Door) -> None:
        """Let scheduled cards leave by this door of its person, and by none of the others."""
        ...

    def remove_door(self, door: UUID) -> None:
        """Remove a door. Who removes the preferred one lets another be preferred before."""
        ...

    def count(self) -> int:
        """Return how many people have a row."""
        ...

    def all_ids(self) -> frozenset[PersonId]:
        """Return everyone who has a row."""
        ...

    def without(self, kind: AgendaKind, limit: int) -> Sequence[PersonId]:
        """Return some who have no agenda row of a kind that has a time."""
        ...

    def some(self, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of all people, in the order of their ids, those beyond `after`."""
        ...

    def in_lane(self, lane: str, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of whom a door leaves by a lane, in the order of their ids, those beyond `after`."""
        ...

    def in_organisation(self, index: bytes, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of whom a door is of an organisation, in the order of their ids, those beyond `after`.

        Each once, whatever their standing.
        """
        ...

    def count_in_organisation(self, index: bytes) -> int:
        """Return of how many a door is of an organisation, less those who stopped."""
        ...

    def remove(self, person: PersonId) -> None:
        """Remove a person and every row of theirs in every table."""
        ...


class Agenda(Protocol):
    """Everything that happens later."""

    def put(self, row: AgendaRow) -> None:
        """Add a row, or write it again."""
        ...

    def put_all(self, rows: Sequence[AgendaRow]) -> None:
        """Put many at once, as each by itself."""
        ...

    def of(self, owner: PersonId, kind: AgendaKind) -> AgendaRow | None:
        """Return a person's row of a kind that exists once for each."""
        ...

    def every(self, owner: PersonId) -> Sequence[AgendaRow]:
        """Return all rows of a person, those that are due first; paused ones come last."""
        ...

    def get(self, row: UUID) -> AgendaRow | None:
        """Return a row."""
        ...

    def remove(self, row: UUID) -> None:
        """Remove a row; its deliveries stay until they are pruned."""
        ...

    def remove_for(self, ref: UUID) -> None:
        """Remove the rows that are about `ref`."""
        ...

    def due(self, kinds: Collection[AgendaKind], now: datetime, limit: int) -> Sequence[AgendaRow]:
        """Return rows of `kinds` with `due_at` <= `now`, earliest first."""
        ...

    def due_groups(self, now: datetime, limit: int) -> Sequence[DueGroup]:
        """Return the groups of due CHECKIN rows, earliest first."""
        ...

    def plan(self, steps: Sequence[PlanStep]) -> None:
        """For each step write a planned delivery of `sends` for every row of its group, then move them on.

        The delivery's slot and due_at are those of `sends` (after a long sleep a later one than the
        row's own: no pile-up); the row's slot and due_at become those of `then`. Set-based. A delivery
        that exists is left alone.
        """
        ...

    def next_due(self) -> datetime | None:
        """Return the earliest `due_at`."""
        ...


class Deliveries(Protocol):
    """The outbox: unique by (agenda, slot_on, slot)."""

    def add(self, delivery: Delivery) -> None:
        """Add a delivery; one that exists is left alone."""
        ...

    def was_planned(self, agenda: UUID, slot_on: date, slot: str) -> bool:
        """Return whether a slot was planned before, whatever became of it: it is not planned again."""
        ...

    def claim(self, lane: str, now: datetime, limit: int) -> Sequence[Delivery]:
        """Move up to `limit` planned ones of a lane that nothing holds back to `claimed`; return them."""
        ...

    def save(self, delivery: Delivery) -> None:
        """Write lane, state, not_before, tries, run and door of a delivery."""
        ...

    def every(self, owner: PersonId) -> Sequence[Delivery]:
        """Return all deliveries of a person, in the order in which they were planned."""
        ...

    def in_doubt(self, lane: str, now: datetime) -> Sequence[Delivery]:
        """Return what is ambiguous in a lane and not held back."""
        ...

    def recover(self, lane: str | None = None) -> None:
        """Sort out what ended half way: claimed becomes planned, sending becomes ambiguous.

        For all lanes after a start, for one before it is drained and as it rests: nobody else drains it then.
        """
        ...

    def let_go(self, agenda: UUID) -> None:
        """Planned deliveries of an agenda row become expired: the person changed their mind."""
        ...

    def move(self, agenda: UUID, lane: str) -> None:
        """Planned deliveries of an agenda row leave by a lane, and nothing of another holds them back."""
        ...

    def hold(self, lane: str, until: datetime) -> None:
        """What is planned in a lane waits until an instant at least: its platform asked to wait."""
        ...

    def waiting(self, now: datetime, *, and_begun: bool = False) -> frozenset[str]:
        """Return the lanes that have something planned or in doubt which nothing holds back.

        With `and_begun`, those as well in which something was claimed and has not ended: by another process,
        which may be gone.
        """
        ...

    def waiting_since(self, now: datetime) -> Mapping[str, datetime]:
        """Return since when each lane has something planned that nothing holds back.

        That is when the oldest of it was due, or was held back no longer. Other lanes are not in it.
        """
        ...

    def next_not_before(self, now: datetime, lane: str | None = None) -> datetime | None:
        """Return the earliest `not_before` after `now` of what is planned or in doubt."""
        ...

    def prune(self, before: datetime) -> None:
        """Remove what ended and was due before an instant."""
        ...


class Inbox(Protocol):
    """Which events were handled: keyed hashes and a day, nothing about who or what."""

    def take(self, digest: bytes, day: date) -> bool:
        """Note an event; False if it was noted before."""
        ...

    def prune(self, before: date) -> None:
        """Forget the events before a day."""
        ...


class Notes(Protocol):
    """The house's own few facts: how often it was started, whose it is. Nothing about a person."""

    def get(self, name: str) -> str | None:
        """Return a note."""
        ...

    def put(self, name: str, value: str) -> None:
        """Write a note; an earlier one of that name is replaced."""
        ...


class Unit(Protocol):
    """What a unit of work sees."""

    @property
    def people(self) -> People:
        """People."""
        ...

    @property
    def agenda(self) -> Agenda:
        """The agenda."""
        ...

    @property
    def deliveries(self) -> Deliveries:
        """The outbox."""
        ...

    @property
    def runs(self) -> Runs:
        """Runs and marks."""
        ...

    @property
    def journal(self) -> Journal:
        """Entries and drafts."""
        ...

    @property
    def sheets(self) -> Sheets:
        """Running flows, plans, and what else is sealed and no entry."""
        ...

    @property
    def inbox(self) -> Inbox:
        """Handled events."""
        ...

    @property
    def installations(self) -> InstallationRows:
        """The workspaces that a surface may speak in."""
        ...

    @property
    def organisations(self) -> Organisations:
        """Organisations, and what hangs on each."""
        ...

    @property
    def gatherings(self) -> Gatherings:
        """Circles, team prompts, and what hangs on each."""
        ...

    @property
    def notes(self) -> Notes:
        """The house's own notes."""
        ...

    def be_alone(self) -> None:
        """See to it that this unit is not run again from here on: it is about to do what cannot be undone.

        Where units may meet it is begun anew for that, with nobody beside it; what raises here is the
        store's own and has to pass.
        """
        ...


class Store(Protocol):
    """The database. Where several processes share it, a unit that met another is run again from its start."""

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Run `work` in one transaction and return what it returns.

        With `writes` False nothing it writes is kept. `within` is a limit in seconds from this call,
        checked just before COMMIT, waiting for a turn included; the unit itself is never abandoned.

        Raises:
            NotSaved: the database was not available, or not within the limit. Nothing was written.
            MaybeSaved: it went away while it was saving. The same event, heard again, counts once.
        """
        ...

    def close(self) -> None:
        """Finish what runs and close."""
        ...
