"""What people give, sealed: runs with marks, entries and drafts, and the sheets beside them.

The part of a unit of work that holds own words. Contract: tests/contract/store_contract_people.py and
store_contract_sheets.py.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from bot.domain.checkins import Marks, Run
from bot.domain.journal import Draft, Entry
from bot.domain.people import PersonId
from bot.domain.sheets import Sheet, SheetKind


class Runs(Protocol):
    """Check-ins that were asked, with their marks."""

    def put(self, run: Run) -> None:
        """Add a run, or write it again."""
        ...

    def get(self, run: UUID) -> Run | None:
        """Return a run."""
        ...

    def latest(self, person: PersonId) -> Run | None:
        """Return the run that was asked last: the one that was first put last."""
        ...

    def asked(self, person: PersonId, since: date) -> Sequence[Run]:
        """Return the runs since a day, oldest first."""
        ...

    def lapse_others(self, person: PersonId, keep: UUID) -> None:
        """Every run of a person but one becomes lapsed: one prompt is open at a time."""
        ...

    def remove(self, run: UUID) -> None:
        """Remove a run that was never shown, with its marks."""
        ...

    def forget_marks(self, person: PersonId, before: date, since: date = date.min) -> None:
        """Remove the marks of a person's runs of days before one, from `since` on; the runs stay."""
        ...

    def forget(self, person: PersonId, before: date, since: date = date.min) -> None:
        """Remove a person's runs of days before one, from `since` on, with their marks."""
        ...

    def put_marks(self, marks: Marks) -> None:
        """Add the marks of a run, or write them again."""
        ...

    def marks(self, run: UUID) -> Marks | None:
        """Return the marks of a run."""
        ...

    def marks_since(self, person: PersonId, day: date) -> Sequence[Marks]:
        """Return a person's marks since a day, oldest first."""
        ...


class Journal(Protocol):
    """Entries and drafts, sealed."""

    def put(self, entry: Entry) -> None:
        """Add an entry, or write it again: a second press of one form writes the same row."""
        ...

    def get(self, entry: UUID) -> Entry | None:
        """Return an entry."""
        ...

    def last(self, person: PersonId) -> Entry | None:
        """Return the entry of a person that was written last."""
        ...

    def every(self, person: PersonId) -> Sequence[Entry]:
        """Return all entries of a person, the first written first."""
        ...

    def neighbours(self, entry: UUID) -> tuple[UUID | None, UUID | None]:
        """Return the entries of its person that were first written just before and just after one."""
        ...

    def before(self, person: PersonId, day: date, since: date = date.min) -> Sequence[UUID]:
        """Return a person's entries of days before one, from `since` on, the first written first."""
        ...

    def first_day(self, person: PersonId, since: date) -> date | None:
        """Return the earliest day from `since` on of which a person has an entry."""
        ...

    def remove(self, entry: UUID) -> None:
        """Remove an entry."""
        ...

    def put_draft(self, draft: Draft) -> None:
        """Add a draft, or write it again."""
        ...

    def draft(self, draft: UUID) -> Draft | None:
        """Return a draft."""
        ...

    def drafts(self, person: PersonId) -> Sequence[Draft]:
        """Return a person's drafts, latest first."""
        ...

    def drop_draft(self, draft: UUID) -> None:
        """Remove a draft."""
        ...


class Sheets(Protocol):
    """Sealed pages of other kinds."""

    def put(self, sheet: Sheet) -> None:
        """Add a sheet, or write it again in its old place."""
        ...

    def get(self, sheet: UUID) -> Sheet | None:
        """Return a sheet."""
        ...

    def of(self, person: PersonId, kind: SheetKind) -> Sequence[Sheet]:
        """Return a person's sheets of a kind, the first written first."""
        ...

    def remove(self, sheet: UUID) -> None:
        """Remove a sheet."""
        ...
