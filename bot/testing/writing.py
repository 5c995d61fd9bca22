"""The repositories of what people give, over tables in memory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from bot.domain.checkins import Marks, Run, RunState
from bot.domain.journal import Draft, Entry
from bot.domain.people import PersonId
from bot.domain.sheets import Sheet, SheetKind
from bot.errors import StoreFault
from bot.testing.tables import Tables


class MemoryRuns:
    """Runs and marks."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, run: Run) -> None:
        """Add a run, or write it again."""
        self._tables.put(self._tables.runs, run)

    def get(self, run: UUID) -> Run | None:
        """Return a run."""
        return self._tables.runs.get(run)

    def latest(self, person: PersonId) -> Run | None:
        """Return the run that was asked last: the one that was first put last."""
        asked = self.asked(person, date.min)
        return asked[-1] if asked else None

    def asked(self, person: PersonId, since: date) -> Sequence[Run]:
        """Return the runs since a day, oldest first."""
        return [run for run in self._tables.runs.values() if run.person == person and run.day >= since]

    def lapse_others(self, person: PersonId, keep: UUID) -> None:
        """Every run of a person but one becomes lapsed."""
        for run in list(self._tables.runs.values()):
            if run.person == person and run.id != keep:
                self._tables.runs[run.id] = replace(run, state=RunState.LAPSED)

    def remove(self, run: UUID) -> None:
        """Remove a run with its marks."""
        self._tables.runs.pop(run, None)
        self._tables.marks.pop(run, None)

    def forget_marks(self, person: PersonId, before: date, since: date = date.min) -> None:
        """Remove the marks of a person's runs of days before one, from `since` on; the runs stay."""
        for run in self._between(person, since, before):
            self._tables.marks.pop(run.id, None)

    def forget(self, person: PersonId, before: date, since: date = date.min) -> None:
        """Remove a person's runs of days before one, from `since` on, with their marks."""
        for run in self._between(person, since, before):
            self.remove(run.id)

    def put_marks(self, marks: Marks) -> None:
        """Add the marks of a run, or write them again."""
        if marks.id not in self._tables.runs:
            raise StoreFault
        self._tables.put(self._tables.marks, marks)

    def marks(self, run: UUID) -> Marks | None:
        """Return the marks of a run."""
        return self._tables.marks.get(run)

    def marks_since(self, person: PersonId, day: date) -> Sequence[Marks]:
        """Return a person's marks since a day, oldest first."""
        found = [each for each in self._tables.marks.values() if each.person == person and each.day >= day]
        return sorted(found, key=lambda each: each.day)

    def _between(self, person: PersonId, since: date, before: date) -> list[Run]:
        runs = [run for run in self._tables.runs.values() if run.person == person]
        return [run for run in runs if since <= run.day < before]


class MemoryJournal:
    """Entries and drafts."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, entry: Entry) -> None:
        """Add an entry, or write it again in its old place."""
        self._tables.put(self._tables.entries, entry)

    def get(self, entry: UUID) -> Entry | None:
        """Return an entry."""
        return self._tables.entries.get(entry)

    def last(self, person: PersonId) -> Entry | None:
        """Return the entry of a person that was first written last."""
        entries = reversed(self._tables.entries.values())
        return next((entry for entry in entries if entry.person == person), None)

    def every(self, person: PersonId) -> Sequence[Entry]:
        """Return all entries of a person, the first written first."""
        return [entry for entry in self._tables.entries.values() if entry.person == person]

    def neighbours(self, entry: UUID) -> tuple[UUID | None, UUID | None]:
        """Return the entries of its person that were first written just before and just after one."""
        one = self._tables.entries.get(entry)
        if one is None:
            return None, None
        ids = [each.id for each in self.every(one.person)]
        place = ids.index(entry)
        return (ids[place - 1] if place else None), (ids[place + 1] if place + 1 < len(ids) else None)

    def before(self, person: PersonId, day: date, since: date = date.min) -> Sequence[UUID]:
        """Return a person's entries of days before one, from `since` on, the first written first."""
        return [entry.id for entry in self.every(person) if since <= entry.day < day]

    def first_day(self, person: PersonId, since: date) -> date | None:
        """Return the earliest day from `since` on of which a person has an entry."""
        return min((entry.day for entry in self.every(person) if entry.day >= since), default=None)

    def remove(self, entry: UUID) -> None:
        """Remove an entry."""
        self._tables.entries.pop(entry, None)

    def put_draft(self, draft: Draft) -> None:
        """Add a draft, or write it again in its old place."""
        self._tables.put(self._tables.drafts, draft)

    def draft(self, draft: UUID) -> Draft | None:
        """Return a draft."""
        return self._tables.drafts.get(draft)

    def drafts(self, person: PersonId) -> Sequence[Draft]:
        """Return a person's drafts, the one begun last first."""
        return [draft for draft in reversed(self._tables.drafts.values()) if draft.person == person]

    def drop_draft(self, draft: UUID) -> None:
        """Remove a draft."""
        self._tables.drafts.pop(draft, None)


class MemorySheets:
    """Sealed pages of other kinds."""

    def __init__(self, tables: Tables) -> None:
        """Work on `tables`."""
        self._tables = tables

    def put(self, sheet: Sheet) -> None:
        """Add a sheet, or write it again in its old place."""
        self._tables.put(self._tables.sheets, sheet)

    def get(self, sheet: UUID) -> Sheet | None:
        """Return a sheet."""
        return self._tables.sheets.get(sheet)

    def of(self, person: PersonId, kind: SheetKind) -> Sequence[Sheet]:
        """Return a person's sheets of a kind, the first written first."""
        return [each for each in self._tables.sheets.values() if each.person == person and each.kind is kind]

    def remove(self, sheet: UUID) -> None:
        """Remove a sheet."""
        self._tables.sheets.pop(sheet, None)
