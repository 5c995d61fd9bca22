"""Entries and drafts as rows, sealed before they come here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from adapters.store.columns import Day, Id
from adapters.store.repositories.rows import columns_of, drop, every, first, get, put
from adapters.store.tables import drafts, entries
from bot.domain.journal import Draft, Entry
from bot.domain.people import PersonId

_ENTRY = columns_of(entries, Entry)
_DRAFT = columns_of(drafts, Draft)
_FIRST_DAY = select(func.min(entries.c.day)).where(
    entries.c.person == bindparam("whose", type_=Id), entries.c.day >= bindparam("since", type_=Day)
)
_DRAFTS = select(*_DRAFT).where(drafts.c.person == bindparam("whose", type_=Id)).order_by(drafts.c.seq.desc())


class SqlJournal:
    """The repository `bot.ports.store.Journal`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, entry: Entry) -> None:
        """Add an entry, or write it again in its old place."""
        put(self._connection, entries, entry)

    def get(self, entry: UUID) -> Entry | None:
        """Return an entry."""
        return get(self._connection, entries, Entry, entry)

    def last(self, person: PersonId) -> Entry | None:
        """Return the entry of a person that was first written last."""
        query = select(*_ENTRY).where(entries.c.person == person)
        return first(self._connection, Entry, query.order_by(entries.c.seq.desc()).limit(1))

    def every(self, person: PersonId) -> Sequence[Entry]:
        """Return all entries of a person, the first written first."""
        query = select(*_ENTRY).where(entries.c.person == person).order_by(entries.c.seq)
        return every(self._connection, Entry, query)

    def neighbours(self, entry: UUID) -> tuple[UUID | None, UUID | None]:
        """Return the entries of its person that were first written just before and just after one."""
        at = self._connection.execute(
            select(entries.c.person, entries.c.seq).where(entries.c.id == entry)
        ).first()
        if at is None:
            return None, None
        ids = select(entries.c.id).where(entries.c.person == at.person).limit(1)
        older = ids.where(entries.c.seq < at.seq).order_by(entries.c.seq.desc())
        newer = ids.where(entries.c.seq > at.seq).order_by(entries.c.seq)
        return self._connection.scalar(older), self._connection.scalar(newer)

    def before(self, person: PersonId, day: date, since: date = date.min) -> Sequence[UUID]:
        """Return a person's entries of days before one, from `since` on, the first written first."""
        days = (entries.c.day >= since, entries.c.day < day)
        query = select(entries.c.id).where(entries.c.person == person, *days)
        return list(self._connection.scalars(query.order_by(entries.c.seq)))

    def first_day(self, person: PersonId, since: date) -> date | None:
        """Return the earliest day from `since` on of which a person has an entry."""
        earliest: date | None = self._connection.scalar(_FIRST_DAY, {"whose": person, "since": since})
        return earliest

    def remove(self, entry: UUID) -> None:
        """Remove an entry."""
        drop(self._connection, entries, entry)

    def put_draft(self, draft: Draft) -> None:
        """Add a draft, or write it again in its old place."""
        put(self._connection, drafts, draft)

    def draft(self, draft: UUID) -> Draft | None:
        """Return a draft."""
        return get(self._connection, drafts, Draft, draft)

    def drafts(self, person: PersonId) -> Sequence[Draft]:
        """Return a person's drafts, the one begun last first."""
        return every(self._connection, Draft, _DRAFTS, {"whose": person})

    def drop_draft(self, draft: UUID) -> None:
        """Remove a draft."""
        drop(self._connection, drafts, draft)
