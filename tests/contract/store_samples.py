"""Rows to try a store with, and the shortest ways to put them there."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup, PlanStep
from bot.domain.checkins import Marks, Run
from bot.domain.deliveries import Delivery
from bot.domain.journal import Draft, Entry
from bot.domain.people import Person, PersonId
from bot.domain.recurrence import Occurrence
from bot.ports.store import Door, Store, Unit
from bot.ports.vault import SEALED_MARK, Sealed

OpenStore = Callable[[], Store]
"""Opens one more store over the same bytes; only one is used at a time."""

NOW = datetime(2026, 3, 2, 9, 0, 0, 123_456, tzinfo=UTC)
TODAY = NOW.date()
ONE_DAY = timedelta(days=1)
LANE, OTHER_LANE = "slack/T1", "discord/app"


def sealed(word: str = "") -> Sealed:
    """Return what a vault might have made of `word`."""
    return Sealed(SEALED_MARK + hashlib.sha512(word.encode()).digest())


def a_person() -> Person:
    """Return somebody new."""
    return Person(id=PersonId(uuid4()))


def a_door(person: PersonId, *, index: bytes | None = None, lane: str = LANE) -> Door:
    """Return a door of theirs."""
    index = index or hashlib.sha256(person.bytes).digest()
    surface = lane.partition("/")[0]
    return Door(id=uuid4(), person=person, surface=surface, lane=lane, index=index, sealed=sealed())


def a_checkin(
    owner: PersonId, *, due_at: datetime | None = NOW, lane: str = LANE, zone: str = "Etc/UTC"
) -> AgendaRow:
    """Return a daily check-in row."""
    return AgendaRow(
        id=uuid4(),
        kind=AgendaKind.CHECKIN,
        due_at=due_at,
        owner=owner,
        rule="day/1 09:00",
        zone=zone,
        slot_on=(due_at or NOW).date(),
        slot="09:00",
        lane=lane,
    )


def a_run(person: PersonId, *, day: date = TODAY) -> Run:
    """Return a run that was asked and not answered yet."""
    return Run(id=uuid4(), person=person, day=day, version=1, sealed=sealed("run"))


def some_marks(run: Run, *, word: str = "marks") -> Marks:
    """Return the marks of a run."""
    return Marks(id=run.id, person=run.person, day=run.day, sealed=sealed(word))


def an_entry(person: PersonId, *, day: date = TODAY, word: str = "entry") -> Entry:
    """Return an entry."""
    return Entry(id=uuid4(), person=person, day=day, sealed=sealed(word))


def a_draft(person: PersonId, *, word: str = "draft") -> Draft:
    """Return a draft."""
    return Draft(id=uuid4(), person=person, sealed=sealed(word))


def occurrence(at: datetime) -> Occurrence:
    """Return the occurrence of a 09:00 rule at an instant."""
    return Occurrence(slot_on=at.date(), slot="09:00", at=at, local=at)


def step(group: DueGroup, *, sends: datetime | None = None) -> PlanStep:
    """Return the step that sends a group's own occurrence, or a later one, and then waits for a day."""
    at = sends or group.due_at
    return PlanStep(group=group, sends=occurrence(at), then=occurrence(at + ONE_DAY))


def tick(unit: Unit, now: datetime = NOW) -> frozenset[str]:
    """Plan all that is due; return the lanes that have something to send."""
    unit.agenda.plan([step(group) for group in unit.agenda.due_groups(now, 100)])
    return unit.deliveries.waiting(now)


async def put(store: Store, *rows: AgendaRow | Run | Marks | Entry | Draft) -> None:
    """Put rows where they belong, in one unit."""

    def work(unit: Unit) -> None:
        for row in rows:
            match row:
                case AgendaRow():
                    unit.agenda.put(row)
                case Run():
                    unit.runs.put(row)
                case Marks():
                    unit.runs.put_marks(row)
                case Entry():
                    unit.journal.put(row)
                case Draft():
                    unit.journal.put_draft(row)

    await store.run(work)


async def arrive(store: Store, *, lane: str = LANE) -> Person:
    """Add somebody new."""
    person = a_person()
    await store.run(lambda unit: unit.people.add(person, a_door(person.id, lane=lane)))
    return person


async def enrol(store: Store, *, due_at: datetime | None = NOW, lane: str = LANE) -> AgendaRow:
    """Add somebody new with a daily check-in."""
    person = await arrive(store, lane=lane)
    row = a_checkin(person.id, due_at=due_at, lane=lane)
    await put(store, row)
    return row


async def claim(store: Store, *, lane: str = LANE, now: datetime = NOW, limit: int = 100) -> list[Delivery]:
    """Claim what a lane has."""
    return list(await store.run(lambda unit: unit.deliveries.claim(lane, now, limit)))


async def due_at(store: Store, row: UUID) -> datetime | None:
    """Return when an agenda row is due."""
    found = await store.run(lambda unit: unit.agenda.get(row), writes=False)
    return found.due_at if found else None
