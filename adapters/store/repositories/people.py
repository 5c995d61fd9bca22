"""People and their doors, as rows. A person is found by a keyed hash; with them goes all that is theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, bindparam, exists, func, insert, select, update

from adapters.store.repositories.rows import columns_of, drop, every, first, read, values_of
from adapters.store.tables import PREFERRED, agenda, doors, people
from bot.domain.agenda import AgendaKind
from bot.domain.people import Person, PersonId, QuietHours, Standing
from bot.ports.store import Door

_DOOR = columns_of(doors, Door)
_DOORS = select(*_DOOR).where(doors.c.person == bindparam("person"))
_PREFERRED = _DOORS.where(PREFERRED)
_DOORS_OF = _DOORS.order_by(doors.c.preferred.desc(), doors.c.id)
_ADD_DOOR = insert(doors)
_DOOR_AT = select(*_DOOR).where(doors.c.index == bindparam("index"))
_SAVE_DOOR = update(doors).where(doors.c.id == bindparam("door"))
_SAVE = update(people).where(people.c.id == bindparam("whose"))
_BY_ID = select(people).where(people.c.id == bindparam("id"))
_BY_INDEX = select(people, *_DOOR).join(doors).where(doors.c.index == bindparam("index"))
_COUNT_IN = (
    select(func.count(doors.c.person.distinct()))
    .join(people)
    .where(doors.c.organisation == bindparam("organisation"), people.c.standing != Standing.STOPPED)
)


class SqlPeople:
    """The repository `bot.ports.store.People`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection
        self.has_removed = False
        """Whether somebody was erased in this unit: then the database's log is emptied after it."""

    def add(self, person: Person, door: Door) -> None:
        """Add a person with their first door."""
        self._connection.execute(insert(people), {"id": person.id, **_settings(person)})
        self._connection.execute(_ADD_DOOR, values_of(door) | {"preferred": True})

    def by_index(self, index: bytes) -> tuple[Person, Door] | None:
        """Return who comes through the door with this blind index, and that door."""
        row = self._connection.execute(_BY_INDEX, {"index": index}).first()
        return None if row is None else (_person(row), read(Door, row[len(people.c) :]))

    def get(self, person: PersonId) -> Person | None:
        """Return a person."""
        row = self._connection.execute(_BY_ID, {"id": person}).first()
        return None if row is None else _person(row)

    def save(self, person: Person) -> None:
        """Write a person's settings and standing."""
        self._connection.execute(_SAVE, {"whose": person.id, **_settings(person)})

    def door(self, person: PersonId) -> Door | None:
        """Return the door that scheduled cards leave by."""
        return first(self._connection, Door, _PREFERRED, {"person": person})

    def door_at(self, index: bytes) -> Door | None:
        """Return the door with this blind index."""
        return first(self._connection, Door, _DOOR_AT, {"index": index})

    def doors(self, person: PersonId) -> Sequence[Door]:
        """Return all doors of a person: the preferred one, then the others in the order of their ids."""
        return every(self._connection, Door, _DOORS_OF, {"person": person})

    def add_door(self, door: Door) -> None:
        """Add one more door of a person, not preferred."""
        self._connection.execute(_ADD_DOOR, values_of(door) | {"preferred": False})

    def save_door(self, door: Door) -> None:
        """Write what a door seals and its organisation; one that is gone stays gone."""
        said = {"door": door.id, "sealed": door.sealed, "organisation": door.organisation}
        self._connection.execute(_SAVE_DOOR, said)

    def prefer(self, door: Door) -> None:
        """Let scheduled cards leave by this door of its person, and by none of the others."""
        theirs = update(doors).where(doors.c.person == door.person)
        self._connection.execute(theirs.where(PREFERRED).values(preferred=False))
        self._connection.execute(theirs.where(doors.c.id == door.id).values(preferred=True))

    def remove_door(self, door: UUID) -> None:
        """Remove a door."""
        drop(self._connection, doors, door)

    def count(self) -> int:
        """Return how many people have a row."""
        return self._connection.scalar(select(func.count()).select_from(people)) or 0

    def all_ids(self) -> frozenset[PersonId]:
        """Return everyone who has a row."""
        return frozenset(self._connection.scalars(select(people.c.id)))

    def without(self, kind: AgendaKind, limit: int) -> Sequence[PersonId]:
        """Return some who have no agenda row of a kind that has a time."""
        row = exists().where(
            agenda.c.owner == people.c.id, agenda.c.kind == kind, agenda.c.due_at.is_not(None)
        )
        return list(self._connection.scalars(select(people.c.id).where(~row).limit(limit)))

    def some(self, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of all people, in the order of their ids, those beyond `after`."""
        query = select(people.c.id).order_by(people.c.id).limit(limit)
        if after is not None:
            query = query.where(people.c.id > after)
        return [PersonId(person) for person in self._connection.scalars(query)]

    def in_lane(self, lane: str, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of whom a door leaves by a lane, in the order of their ids, those beyond `after`."""
        return self._walk(doors.c.lane == lane, after, limit)

    def in_organisation(self, index: bytes, after: PersonId | None, limit: int) -> Sequence[PersonId]:
        """Return some of whom a door is of an organisation, by their ids, those beyond `after`."""
        return self._walk(doors.c.organisation == index, after, limit)

    def count_in_organisation(self, index: bytes) -> int:
        """Return of how many a door is of an organisation, less those who stopped."""
        return self._connection.scalar(_COUNT_IN, {"organisation": index}) or 0

    def remove(self, person: PersonId) -> None:
        """Remove a person; every row of theirs hangs on this one and goes with it."""
        drop(self._connection, people, person)
        self.has_removed = True

    def _walk(self, where: ColumnElement[bool], after: PersonId | None, limit: int) -> Sequence[PersonId]:
        query = select(doors.c.person).where(where).distinct().order_by(doors.c.person).limit(limit)
        if after is not None:
            query = query.where(doors.c.person > after)
        return [PersonId(person) for person in self._connection.scalars(query)]


def _settings(person: Person) -> dict[str, object]:
    settings = values_of(person)
    del settings["id"], settings["quiet"]
    return settings | {"quiet_start": person.quiet.start, "quiet_end": person.quiet.end}


def _person(row: Row[Any]) -> Person:  # Any: each column has its own type
    """Return the person that the first columns of a row make up."""
    settings = dict(zip(people.c.keys(), row, strict=False))
    quiet = QuietHours(start=settings.pop("quiet_start"), end=settings.pop("quiet_end"))
    return Person(quiet=quiet, **settings)
