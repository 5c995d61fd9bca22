"""The repositories of a unit of work, over tables in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.deliveries import ENDED, Delivery, DeliveryState
from bot.domain.people import Person, PersonId, Standing
from bot.errors import StoreFault
from bot.ports.store import Door
from bot.testing.tables import Tables, check, enrolment, without


class MemoryPeople:
    """People and their doors."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def add(self, person: Person, door: Door) -> None:
        """Add a person with their first door."""
        if person.id in self._tables.people:
            raise StoreFault
        self._tables.people[person.id] = person
        self._put_door(replace(door, preferred=True))

    def by_index(self, index: bytes) -> tuple[Person, Door] | None:
        """Return who comes through the door with this blind index, and that door."""
        door = self.door_at(index)
        return (self._tables.people[door.person], door) if door else None

    def get(self, person: PersonId) -> Person | None:
        """Return a person."""
        return self._tables.people.get(person)

    def save(self, person: Person) -> None:
        """Write a person's settings and standing; who was erased stays gone."""
        if person.id in self._tables.people:
            self._tables.people[person.id] = person

    def door(self, person: PersonId) -> Door | None:
        """Return the door that scheduled cards leave by."""
        return next((door for door in self.doors(person) if door.preferred), None)

    def door_at(self, index: bytes) -> Door | None:
        """Return the door with this blind index."""
        return next((door for door in self._tables.doors.values() if door.index == index), None)

    def doors(self, person: PersonId) -> Sequence[Door]:
        """Return all doors of a person: the preferred one, then the others in the order of their ids."""
        theirs = (door for door in self._tables.doors.values() if door.person == person)
        return sorted(theirs, key=lambda door: (not door.preferred, door.id))

    def add_door(self, door: Door) -> None:
        """Add one more door of a person, not preferred."""
        self._put_door(replace(door, preferred=False))

    def save_door(self, door: Door) -> None:
        """Write what a door seals and its organisation; one that is gone stays gone."""
        check(door)
        held = self._tables.doors.get(door.id)
        if held is not None:
            self._tables.doors[door.id] = replace(held, sealed=door.sealed, organisation=door.organisation)

    def prefer(self, door: Door) -> None:
        """Let scheduled cards leave by this door of its person, and by none of the others."""
        for each in self.doors(door.person):
            self._tables.doors[each.id] = replace(each, preferred=each.id == door.id)

    def remove_door(self, door: UUID) -> None:
        """Remove a door."""
        self._tables.doors.pop(door, None)

    def count(self) -> int:
        """Return how many people have a row."""
        return len(self._tables.people)

    def all_ids(self) -> frozenset[PersonId]:
        """Return everyone who has a row."""
        return frozenset(self._tables.people)

    def without(self, kind: AgendaKind, limit: int) -> Sequence[PersonId]:
        """Return some who have no agenda row of a kind that has a time."""
        rows = self._tables.agenda.values()
        having = {row.owner for row in rows if row.kind is kind and row.due_at is not None}
        return [each for each in self._tables.people if each not in having][:limit]

    def some(self, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of all people, in the order of their ids, those beyond `after`."""
        return [each for each in sorted(self._tables.people) if after is None or each > after][:limit]

    def in_lane(self, lane: str, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of whom a door leaves by a lane, in the order of their ids, those beyond `after`."""
        people = sorted({door.person for door in self._tables.doors.values() if door.lane == lane})
        return [each for each in people if after is None or each > after][:limit]

    def in_organisation(self, index: bytes, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of whom a door is of an organisation, by their ids, those beyond `after`."""
        return [each for each in self._of(index) if after is None or each > after][:limit]

    def count_in_organisation(self, index: bytes) -> int:
        """Return of how many a door is of an organisation, less those who stopped."""
        people = [self._tables.people[each] for each in self._of(index)]
        return sum(1 for each in people if each.standing is not Standing.STOPPED)

    def remove(self, person: PersonId) -> None:
        """Remove a person and every row of theirs."""
        tables = self._tables
        tables.people.pop(person, None)
        tables.doors = {row: each for row, each in tables.doors.items() if each.person != person}
        tables.agenda = {row: each for row, each in tables.agenda.items() if each.owner != person}
        tables.deliveries = {slot: each for slot, each in tables.deliveries.items() if each.owner != person}
        tables.runs = {row: each for row, each in tables.runs.items() if each.person != person}
        tables.marks = {row: each for row, each in tables.marks.items() if each.person != person}
        tables.entries = {row: each for row, each in tables.entries.items() if each.person != person}
        tables.drafts = {row: each for row, each in tables.drafts.items() if each.person != person}
        tables.sheets = {row: each for row, each in tables.sheets.items() if each.person != person}

    def _of(self, organisation: bytes) -> Sequence[PersonId]:
        doors = self._tables.doors.values()
        return sorted({door.person for door in doors if door.organisation == organisation})

    def _put_door(self, door: Door) -> None:
        check(door)
        self._tables.check_owner(door.person)
        if door.id in self._tables.doors or self.door_at(door.index) is not None:
            raise StoreFault
        self._tables.doors[door.id] = door


class MemoryAgenda:
    """Everything that happens later."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, row: AgendaRow) -> None:
        """Add a row, or write it again."""
        self._tables.put_agenda(row)

    def put_all(self, rows: Sequence[AgendaRow]) -> None:
        """Put many at once, as each by itself."""
        for row in rows:
            self.put(row)

    def of(self, owner: PersonId, kind: AgendaKind) -> AgendaRow | None:
        """Return a person's row of a kind that exists once for each."""
        rows = self._tables.agenda.values()
        return next((row for row in rows if row.owner == owner and row.kind is kind), None)

    def every(self, owner: PersonId) -> Sequence[AgendaRow]:
        """Return all rows of a person, those that are due first; paused ones come last."""
        rows = [row for row in self._tables.agenda.values() if row.owner == owner]
        return sorted(rows, key=lambda row: (row.due_at is None, row.due_at, row.id.bytes))

    def get(self, row: UUID) -> AgendaRow | None:
        """Return a row."""
        return self._tables.agenda.get(row)

    def remove(self, row: UUID) -> None:
        """Remove a row; its deliveries stay."""
        self._tables.agenda.pop(row, None)

    def remove_for(self, ref: UUID) -> None:
        """Remove the rows that are about `ref`."""
        about = [row.id for row in self._tables.agenda.values() if row.ref == ref]
        self._tables.agenda = without(self._tables.agenda, about)

    def due(self, kinds: Collection[AgendaKind], now: datetime, limit: int) -> Sequence[AgendaRow]:
        """Return rows of `kinds` with `due_at` <= `now`, earliest first."""
        found = [(due_at, row.id.bytes, row) for due_at, row in self._due(now) if row.kind in kinds]
        return [row for _, _, row in sorted(found, key=lambda each: each[:2])[:limit]]

    def due_groups(self, now: datetime, limit: int) -> Sequence[DueGroup]:
        """Return the groups of due CHECKIN rows, earliest first."""
        enrolments = (enrolment(row) for _, row in self._due(now))
        groups = {each.group for each in enrolments if each is not None}
        return sorted(groups, key=lambda each: (each.due_at, each.zone, each.rule, each.slot_on, each.slot))[
            :limit
        ]

    def plan(self, steps: Sequence[PlanStep]) -> None:
        """Write a planned delivery for each row of each group and move the row on."""
        by_group = {step.group: step for step in steps}
        for row in list(self._tables.agenda.values()):
            whole = enrolment(row)
            if whole is None or whole.group not in by_group:
                continue
            sends, then = by_group[whole.group].sends, by_group[whole.group].then
            delivery = Delivery(
                agenda=row.id,
                slot_on=sends.slot_on,
                slot=sends.slot,
                owner=whole.owner,
                lane=whole.lane,
                due_at=sends.at,
            )
            self._tables.deliveries.setdefault((row.id, sends.slot_on, sends.slot), delivery)
            self._tables.agenda[row.id] = replace(row, slot_on=then.slot_on, slot=then.slot, due_at=then.at)

    def next_due(self) -> datetime | None:
        """Return the earliest `due_at`."""
        return min(
            (row.due_at for row in self._tables.agenda.values() if row.due_at is not None), default=None
        )

    def _due(self, now: datetime) -> Iterator[tuple[datetime, AgendaRow]]:
        for row in self._tables.agenda.values():
            if row.due_at is not None and row.due_at <= now:
                yield row.due_at, row


class MemoryDeliveries:
    """The outbox."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def add(self, delivery: Delivery) -> None:
        """Add a delivery; one that exists is left alone."""
        check(delivery)
        self._tables.check_owner(delivery.owner)
        self._tables.deliveries.setdefault((delivery.agenda, delivery.slot_on, delivery.slot), delivery)

    def was_planned(self, agenda: UUID, slot_on: date, slot: str) -> bool:
        """Return whether a slot was planned before, whatever became of it."""
        return (agenda, slot_on, slot) in self._tables.deliveries

    def claim(self, lane: str, now: datetime, limit: int) -> Sequence[Delivery]:
        """Move planned ones of a lane to `claimed` and return them, earliest first."""
        free = [each for each in self._free(now, DeliveryState.PLANNED) if each.lane == lane]
        claimed = [replace(each, state=DeliveryState.CLAIMED) for each in free[:limit]]
        for each in claimed:
            self._keep(each)
        return claimed

    def save(self, delivery: Delivery) -> None:
        """Write lane, state, not_before, tries, run and door; a delivery that was erased stays gone."""
        check(delivery)
        held = self._tables.deliveries.get((delivery.agenda, delivery.slot_on, delivery.slot))
        if held is not None:
            fixed = replace(delivery, owner=held.owner, due_at=held.due_at)
            self._keep(fixed)

    def every(self, owner: PersonId) -> Sequence[Delivery]:
        """Return all deliveries of a person, in the order in which they were planned."""
        return [each for each in self._tables.deliveries.values() if each.owner == owner]

    def in_doubt(self, lane: str, now: datetime) -> Sequence[Delivery]:
        """Return what is ambiguous in a lane and not held back, earliest first."""
        return [each for each in self._free(now, DeliveryState.AMBIGUOUS) if each.lane == lane]

    def recover(self, lane: str | None = None) -> None:
        """Sort out what ended half way, in all lanes or in one."""
        becomes = {
            DeliveryState.CLAIMED: DeliveryState.PLANNED,
            DeliveryState.SENDING: DeliveryState.AMBIGUOUS,
        }
        for each in list(self._tables.deliveries.values()):
            if lane in (None, each.lane):
                self._keep(replace(each, state=becomes.get(each.state, each.state)))

    def let_go(self, agenda: UUID) -> None:
        """Planned deliveries of an agenda row become expired."""
        for each in list(self._tables.deliveries.values()):
            if each.agenda == agenda and each.state is DeliveryState.PLANNED:
                self._keep(replace(each, state=DeliveryState.EXPIRED))

    def move(self, agenda: UUID, lane: str) -> None:
        """Planned deliveries of an agenda row leave by a lane, and nothing of another holds them back."""
        for each in list(self._tables.deliveries.values()):
            if each.agenda == agenda and each.state is DeliveryState.PLANNED and each.lane != lane:
                self._keep(replace(each, lane=lane, not_before=None))

    def hold(self, lane: str, until: datetime) -> None:
        """What is planned in a lane waits until an instant at least."""
        for each in self._free(until, DeliveryState.PLANNED):
            if each.lane == lane:
                self._keep(replace(each, not_before=until))

    def waiting(self, now: datetime, *, and_begun: bool = False) -> frozenset[str]:
        """Return the lanes that have something to do, or with `and_begun` something under way."""
        rows = [each for each in self._tables.deliveries.values() if each.state not in ENDED]
        found = rows if and_begun else self._waiting()
        return frozenset(each.lane for each in found if _is_free(each, now))

    def waiting_since(self, now: datetime) -> Mapping[str, datetime]:
        """Return since when each lane has something planned that nothing holds back."""
        since: dict[str, datetime] = {}
        for each in self._free(now, DeliveryState.PLANNED):
            could_leave = max(each.due_at, each.not_before or each.due_at)
            since[each.lane] = min(could_leave, since.get(each.lane, could_leave))
        return since

    def next_not_before(self, now: datetime, lane: str | None = None) -> datetime | None:
        """Return the earliest `not_before` after `now` of what is planned or in doubt."""
        held_back = (each.not_before for each in self._waiting() if lane in (None, each.lane))
        return min((at for at in held_back if at is not None and at > now), default=None)

    def prune(self, before: datetime) -> None:
        """Remove what ended and was due before an instant."""
        self._tables.deliveries = {
            slot: each
            for slot, each in self._tables.deliveries.items()
            if each.state not in ENDED or each.due_at >= before
        }

    def _waiting(self) -> Iterator[Delivery]:
        for each in self._tables.deliveries.values():
            if each.state in (DeliveryState.PLANNED, DeliveryState.AMBIGUOUS):
                yield each

    def _free(self, now: datetime, state: DeliveryState) -> list[Delivery]:
        free = [each for each in self._waiting() if each.state is state and _is_free(each, now)]
        return sorted(free, key=lambda each: each.due_at)

    def _keep(self, delivery: Delivery) -> None:
        self._tables.deliveries[delivery.agenda, delivery.slot_on, delivery.slot] = delivery


class MemoryInbox:
    """Handled events."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def take(self, digest: bytes, day: date) -> bool:
        """Note an event; False if it was noted before."""
        is_new = digest not in self._tables.inbox
        self._tables.inbox.setdefault(digest, day)
        return is_new

    def prune(self, before: date) -> None:
        """Forget the events before a day."""
        self._tables.inbox = {each: day for each, day in self._tables.inbox.items() if day >= before}


class MemoryNotes:
    """The house's own notes."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def get(self, name: str) -> str | None:
        """Return a note."""
        return self._tables.notes.get(name)

    def put(self, name: str, value: str) -> None:
        """Write a note; an earlier one of that name is replaced."""
        self._tables.notes[name] = value


def _is_free(delivery: Delivery, now: datetime) -> bool:
    return delivery.not_before is None or delivery.not_before <= now
