"""What a store promises to who keeps things for a time: who is before whom, what goes and comes by days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from uuid import uuid4

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.ports.store import Store
from tests.contract.store_samples import (
    NOW,
    ONE_DAY,
    TODAY,
    a_run,
    an_entry,
    arrive,
    put,
    sealed,
    some_marks,
)


class KeepingContract:
    """The promises about pages and runs of days that went by."""

    async def test_entry_has_neighbours_by_when_it_was_written(self, store: Store) -> None:
        """Of the same person, whatever the days; at either end there is none."""
        person, other = await arrive(store), await arrive(store)
        first, second = an_entry(person.id, day=TODAY), an_entry(person.id, day=TODAY - ONE_DAY)
        third = an_entry(person.id)
        await put(store, an_entry(other.id), first, an_entry(other.id), second, third, first)
        found = await store.run(
            lambda unit: [unit.journal.neighbours(entry.id) for entry in (first, second, third)]
        )
        assert found == [(None, second.id), (first.id, third.id), (second.id, None)]
        assert await store.run(lambda unit: unit.journal.neighbours(uuid4())) == (None, None)

    async def test_entries_before_a_day_are_named(self, store: Store) -> None:
        """The day itself does not count, nor what others wrote; the earliest from a day on is told."""
        person, other = await arrive(store), await arrive(store)
        entries = [an_entry(person.id, day=TODAY + day * ONE_DAY) for day in (-2, -1, 0, 1)]
        await put(store, *entries, an_entry(other.id, day=TODAY - 5 * ONE_DAY))
        found = await store.run(lambda unit: unit.journal.before(person.id, TODAY))
        assert list(found) == [entries[0].id, entries[1].id]
        found = await store.run(lambda unit: unit.journal.before(person.id, TODAY, TODAY - ONE_DAY))
        assert list(found) == [entries[1].id]
        days = await store.run(
            lambda unit: [
                unit.journal.first_day(person.id, day) for day in (date.min, TODAY, TODAY + 2 * ONE_DAY)
            ]
        )
        assert days == [TODAY - 2 * ONE_DAY, TODAY, None]

    async def test_marks_and_runs_are_forgotten_by_days(self, store: Store) -> None:
        """Without their marks runs stay as they are; forgotten they are gone; others' stay."""
        person, other = await arrive(store), await arrive(store)
        days = (-2, -1, 0)
        runs = [replace(a_run(person.id, day=TODAY + n * ONE_DAY), version=1, sealed=sealed()) for n in days]
        theirs = replace(a_run(other.id, day=TODAY - 9 * ONE_DAY), version=1, sealed=sealed())
        every = [*runs, theirs]
        await put(store, *every, *map(some_marks, every))
        await store.run(lambda unit: unit.runs.forget_marks(person.id, TODAY, TODAY - ONE_DAY))
        assert await store.run(lambda unit: unit.runs.marks(runs[0].id)) == some_marks(runs[0])
        await store.run(lambda unit: unit.runs.forget_marks(person.id, TODAY))
        found = await store.run(
            lambda unit: [(unit.runs.get(run.id), unit.runs.marks(run.id)) for run in every]
        )
        assert found == [
            (runs[0], None),
            (runs[1], None),
            (runs[2], some_marks(runs[2])),
            (theirs, some_marks(theirs)),
        ]
        await store.run(lambda unit: unit.runs.forget(person.id, TODAY, TODAY - ONE_DAY))
        assert await store.run(lambda unit: unit.runs.get(runs[1].id)) is None
        await store.run(lambda unit: unit.runs.forget(person.id, TODAY - ONE_DAY))
        left = await store.run(lambda unit: [unit.runs.get(run.id) is not None for run in every])
        assert left == [False, False, True, True]

    async def test_people_without_a_row_are_found(self, store: Store) -> None:
        """Those who have no row of that kind, or one without a time, as many as are asked for."""
        with_row, without, timeless = [await arrive(store) for _ in range(3)]
        row = AgendaRow(id=uuid4(), kind=AgendaKind.KEEPING, due_at=NOW, owner=with_row.id)
        other = AgendaRow(id=uuid4(), kind=AgendaKind.KEEPING_ENDS, due_at=NOW, owner=without.id)
        never = AgendaRow(id=uuid4(), kind=AgendaKind.KEEPING, due_at=None, owner=timeless.id)
        await put(store, row, other, never)
        found = await store.run(lambda unit: unit.people.without(AgendaKind.KEEPING, 9))
        assert set(found) == {without.id, timeless.id}
        assert list(await store.run(lambda unit: unit.people.without(AgendaKind.KEEPING, 0))) == []

    async def test_agenda_rows_that_are_put_together_are_as_each_by_itself(self, store: Store) -> None:
        """New ones, and one that was there; none at all is fine too."""
        person = await arrive(store)
        kind = AgendaKind.COURSE_PUSH
        held, new = (AgendaRow(id=uuid4(), kind=kind, due_at=NOW, owner=person.id) for _ in range(2))
        moved = replace(held, due_at=NOW + ONE_DAY, rule="asked")
        await put(store, held)
        await store.run(lambda unit: unit.agenda.put_all((moved, new)))
        await store.run(lambda unit: unit.agenda.put_all(()))
        found = await store.run(lambda unit: unit.agenda.every(person.id))
        assert list(found) == [new, moved]
