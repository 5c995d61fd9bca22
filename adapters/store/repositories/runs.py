"""Runs and marks as rows: the day of an asking and what became of it. What was asked and marked is sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, delete, select, update

from adapters.store.columns import Day, Id
from adapters.store.repositories.rows import columns_of, drop, every, first, get, put
from adapters.store.tables import NOT_LAPSED, runs
from adapters.store.tables import marks as marks_table
from bot.domain.checkins import Marks, Run, RunState
from bot.domain.people import PersonId

_RUN = columns_of(runs, Run)
_MARKS = columns_of(marks_table, Marks)
_LATEST = select(*_RUN).where(runs.c.person == bindparam("person")).order_by(runs.c.seq.desc()).limit(1)
_ASKED = (
    select(*_RUN)
    .where(runs.c.person == bindparam("person"), runs.c.day >= bindparam("since"))
    .order_by(runs.c.seq)
)
_LAPSE = (
    update(runs)
    .where(NOT_LAPSED, runs.c.person == bindparam("whose"), runs.c.id != bindparam("keep"))
    .values(state=RunState.LAPSED)
)
_MARKS_SINCE = (
    select(*_MARKS)
    .where(marks_table.c.person == bindparam("person"), marks_table.c.day >= bindparam("since"))
    .order_by(marks_table.c.day)
)
_OLD = and_(
    runs.c.person == bindparam("whose", type_=Id),
    runs.c.day >= bindparam("since", type_=Day),
    runs.c.day < bindparam("before", type_=Day),
)
_FORGET_MARKS = delete(marks_table).where(marks_table.c.id.in_(select(runs.c.id).where(_OLD)))
_FORGET = delete(runs).where(_OLD)


class SqlRuns:
    """The repository `bot.ports.store.Runs`."""

    def __init__(self, connection: Connection) -> None:
        """Work on `connection`, in the unit that it is in."""
        self._connection = connection

    def put(self, run: Run) -> None:
        """Add a run, or write it again."""
        put(self._connection, runs, run)

    def get(self, run: UUID) -> Run | None:
        """Return a run."""
        return get(self._connection, runs, Run, run)

    def latest(self, person: PersonId) -> Run | None:
        """Return the run that was asked last: the one that was first put last."""
        return first(self._connection, Run, _LATEST, {"person": person})

    def asked(self, person: PersonId, since: date) -> Sequence[Run]:
        """Return the runs since a day, oldest first."""
        return every(self._connection, Run, _ASKED, {"person": person, "since": since})

    def lapse_others(self, person: PersonId, keep: UUID) -> None:
        """Every run of a person but one becomes lapsed."""
        self._connection.execute(_LAPSE, {"whose": person, "keep": keep})

    def remove(self, run: UUID) -> None:
        """Remove a run; its marks hang on it and go with it."""
        drop(self._connection, runs, run)

    def forget_marks(self, person: PersonId, before: date, since: date = date.min) -> None:
        """Remove the marks of a person's runs of days before one, from `since` on; the runs stay."""
        self._connection.execute(_FORGET_MARKS, {"whose": person, "before": before, "since": since})

    def forget(self, person: PersonId, before: date, since: date = date.min) -> None:
        """Remove a person's runs of days before one, from `since` on, with their marks."""
        self._connection.execute(_FORGET, {"whose": person, "before": before, "since": since})

    def put_marks(self, marks: Marks) -> None:
        """Add the marks of a run, or write them again."""
        put(self._connection, marks_table, marks)

    def marks(self, run: UUID) -> Marks | None:
        """Return the marks of a run."""
        return get(self._connection, marks_table, Marks, run)

    def marks_since(self, person: PersonId, day: date) -> Sequence[Marks]:
        """Return a person's marks since a day, oldest first."""
        return every(self._connection, Marks, _MARKS_SINCE, {"person": person, "since": day})
