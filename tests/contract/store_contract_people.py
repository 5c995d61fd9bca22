"""What the rows of people, runs, the journal, the inbox and the notes promise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time
from functools import partial
from typing import cast
from uuid import uuid4

import pytest

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.checkins import Marks, Run, RunState
from bot.domain.journal import Draft, Entry
from bot.domain.people import Person, PersonId, QuietHours, Standing
from bot.errors import StoreFault
from bot.ports.store import Store, Unit
from tests.contract.store_samples import (
    LANE,
    NOW,
    ONE_DAY,
    OTHER_LANE,
    TODAY,
    a_checkin,
    a_door,
    a_draft,
    a_person,
    a_run,
    an_entry,
    arrive,
    claim,
    put,
    sealed,
    some_marks,
    tick,
)

PLAIN = b"plain text of some length, that no vault has ever seen or sealed"


class PeopleContract:
    """The promises of `People`."""

    async def test_people_come_back_as_they_were_added(self, store: Store) -> None:
        """A person is found by id and through their door, with every field."""
        person = Person(
            id=a_person().id,
            standing=Standing.ACTIVE,
            consent_version=7,
            zone="Pacific/Auckland",
            region="nz",
            quiet=QuietHours(start=time(21, 30), end=time(6, 45)),
            day_starts=time(10),
            keep_days=None,
            away_until=TODAY,
        )
        door = a_door(person.id, index=b"\x00" * 31 + b"\xff")
        await store.run(lambda unit: unit.people.add(person, door))
        found = await store.run(
            lambda unit: (
                unit.people.get(person.id),
                unit.people.by_index(door.index),
                unit.people.door(person.id),
            )
        )
        assert found == (person, (person, door), door)

    async def test_people_who_are_strangers_are_not_found(self, store: Store) -> None:
        """Who never came has no row and no door."""
        await arrive(store)
        stranger = a_person()
        found = await store.run(
            lambda unit: (
                unit.people.get(stranger.id),
                unit.people.by_index(a_door(stranger.id).index),
                unit.people.door(stranger.id),
            )
        )
        assert found == (None, None, None)

    async def test_people_are_saved_one_at_a_time(self, store: Store) -> None:
        """Saving writes every setting of one person and nothing of another's."""
        person, other = await arrive(store), await arrive(store)
        changed = replace(
            person, standing=Standing.PAUSED, consent_version=2, zone="Etc/UTC", quiet=QuietHours(end=time(9))
        )
        await store.run(lambda unit: unit.people.save(changed))
        found = await store.run(lambda unit: (unit.people.get(person.id), unit.people.get(other.id)))
        assert found == (changed, other)

    async def test_people_who_were_erased_do_not_come_back_by_saving(self, store: Store) -> None:
        """A unit that still held the person does not make a row of theirs."""
        await store.run(lambda unit: unit.people.save(a_person()))
        assert await store.run(lambda unit: unit.people.all_ids()) == frozenset()

    async def test_people_are_all_counted(self, store: Store) -> None:
        """Everyone who has a row is listed."""
        people = [await arrive(store) for _ in range(3)]
        assert await store.run(lambda unit: unit.people.all_ids()) == {person.id for person in people}
        assert await store.run(lambda unit: unit.people.count()) == len(people)

    async def test_people_are_added_once(self, store: Store) -> None:
        """Neither a person nor a door's index is there twice."""
        person = await arrive(store)
        newcomer = a_person()
        taken = a_door(newcomer.id, index=a_door(person.id).index)
        with pytest.raises(StoreFault):
            await store.run(lambda unit: unit.people.add(person, a_door(person.id, index=b"i" * 32)))
        with pytest.raises(StoreFault):
            await store.run(lambda unit: unit.people.add(newcomer, taken))
        assert await store.run(lambda unit: unit.people.all_ids()) == {person.id}

    async def test_people_of_a_lane_are_walked_in_steps(self, store: Store) -> None:
        """By their ids, those of that lane alone, from the one beyond the last that was seen."""
        team = sorted([(await arrive(store)).id for _ in range(5)])
        await arrive(store, lane=OTHER_LANE)
        walked = list[PersonId]()
        while step := await store.run(partial(_beyond, walked)):
            assert len(step) <= 2
            walked += step
        assert walked == team
        await store.run(lambda unit: unit.people.remove(team[1]))
        found = await store.run(lambda unit: unit.people.in_lane(LANE, team[0], 9))
        assert list(found) == team[2:]
        assert list(await store.run(lambda unit: unit.people.in_lane("nobody/here", None, 9))) == []

    async def test_all_people_are_walked_in_steps(self, store: Store) -> None:
        """By their ids, through whichever door they come."""
        everybody = sorted([(await arrive(store, lane=lane)).id for lane in (LANE, OTHER_LANE, LANE)])
        first = await store.run(lambda unit: unit.people.some(None, 2))
        rest = await store.run(lambda unit: unit.people.some(first[-1], 2))
        assert [*first, *rest] == everybody

    async def test_person_removed_takes_every_row_along(self, store: Store) -> None:
        """After a removal no table knows them, and nobody else lost anything."""
        gone, stays = await arrive(store), await arrive(store)
        theirs, others = one_of_each(gone.id), one_of_each(stays.id)
        await put(store, *theirs, *others)
        await store.run(tick)
        await store.run(lambda unit: unit.people.remove(gone.id))
        assert await find(store, theirs) == [None] * len(theirs)
        assert None not in await find(store, others)
        assert await store.run(lambda unit: unit.people.door(gone.id)) is None
        assert await store.run(lambda unit: unit.people.all_ids()) == {stays.id}
        assert [delivery.owner for delivery in await claim(store)] == [stays.id]

    async def test_rows_of_nobody_are_refused(self, store: Store) -> None:
        """Nothing is written for somebody who has no row: an erased person leaves no late traces."""
        nobody = a_person().id
        for row in (a_run(nobody), an_entry(nobody), a_draft(nobody), a_checkin(nobody)):
            with pytest.raises(StoreFault):
                await put(store, row)

    async def test_rows_never_change_hands(self, store: Store) -> None:
        """A row that is somebody's cannot be written again as another's."""
        mine, theirs = await arrive(store), await arrive(store)
        entry, draft, run = an_entry(mine.id), a_draft(mine.id), a_run(mine.id)
        await put(store, entry, draft, run)
        for stolen in (entry, draft, run):
            with pytest.raises(StoreFault):
                await put(store, replace(stolen, person=theirs.id))
        found = await store.run(
            lambda unit: (unit.journal.get(entry.id), unit.journal.draft(draft.id), unit.runs.get(run.id))
        )
        assert found == (entry, draft, run)

    @pytest.mark.parametrize(
        "plain",
        [PLAIN, PLAIN.decode(), b"RS too short", b""],
        ids=["bytes", "text", "short", "empty"],
    )
    async def test_what_is_not_sealed_is_refused(self, store: Store, plain: bytes | str) -> None:
        """Text, or bytes that no vault made, go into no sealed column."""
        person, newcomer = await arrive(store), a_person()
        run = a_run(person.id)
        await put(store, run)
        words = cast("bytes", plain)  # what a bug would hand over
        for row in (run, some_marks(run), an_entry(person.id), a_draft(person.id)):
            with pytest.raises(StoreFault) as refused:
                await put(store, replace(row, sealed=words))
            assert "plain text" not in str(refused.value)
        door = replace(a_door(newcomer.id), sealed=words)
        with pytest.raises(StoreFault):
            await store.run(lambda unit: unit.people.add(newcomer, door))


class RunsContract:
    """The promises of `Runs`."""

    async def test_run_comes_back_as_it_was_put(self, store: Store) -> None:
        """Every field of a run comes back, and it may be written again."""
        person = await arrive(store)
        bare = replace(a_run(person.id), version=0, sealed=None)
        chosen = replace(bare, state=RunState.ANSWERED, version=3, sealed=sealed("choice"))
        await put(store, bare)
        assert await store.run(lambda unit: unit.runs.get(bare.id)) == bare
        await put(store, chosen)
        assert await store.run(lambda unit: unit.runs.get(bare.id)) == chosen
        assert await store.run(lambda unit: unit.runs.get(uuid4())) is None

    async def test_run_asked_last_is_the_latest(self, store: Store) -> None:
        """By when it was first put: neither its day nor a rewrite changes its place."""
        person, other = await arrive(store), await arrive(store)
        first, second = a_run(person.id, day=TODAY + ONE_DAY), a_run(person.id, day=TODAY)
        await put(store, first, second, a_run(other.id), first)
        assert await store.run(lambda unit: unit.runs.latest(person.id)) == second
        assert await store.run(lambda unit: unit.runs.latest(a_person().id)) is None

    async def test_runs_asked_since_a_day_come_oldest_first(self, store: Store) -> None:
        """The day itself counts, days before do not, and others' runs are not shown."""
        person, other = await arrive(store), await arrive(store)
        runs = [a_run(person.id, day=TODAY + day * ONE_DAY) for day in (-1, 0, 1, 2)]
        await put(store, *runs, a_run(other.id))
        assert list(await store.run(lambda unit: unit.runs.asked(person.id, TODAY))) == runs[1:]

    async def test_runs_lapse_but_the_one_kept(self, store: Store) -> None:
        """One prompt is open at a time: every other run of that person is over."""
        person, other = await arrive(store), await arrive(store)
        states = (RunState.OPEN, RunState.ANSWERED, RunState.PASSED, RunState.LAPSED)
        runs = [replace(a_run(person.id), state=state) for state in states]
        kept, theirs = a_run(person.id), a_run(other.id)
        await put(store, *runs, kept, theirs)
        await store.run(lambda unit: unit.runs.lapse_others(person.id, kept.id))
        found = await store.run(lambda unit: [unit.runs.get(run.id) for run in [*runs, kept, theirs]])
        assert found == [*(replace(run, state=RunState.LAPSED) for run in runs), kept, theirs]

    async def test_run_removed_takes_its_marks_along(self, store: Store) -> None:
        """What was never shown leaves nothing; another run keeps its marks."""
        person = await arrive(store)
        run, other = a_run(person.id), a_run(person.id)
        await put(store, run, other, some_marks(run), some_marks(other))
        await store.run(lambda unit: unit.runs.remove(run.id))
        found = await store.run(
            lambda unit: (unit.runs.get(run.id), unit.runs.marks(run.id), unit.runs.marks(other.id))
        )
        assert found == (None, None, some_marks(other))

    async def test_marks_are_one_row_a_run(self, store: Store) -> None:
        """A second tap writes the same row again."""
        person = await arrive(store)
        run = a_run(person.id)
        changed = replace(some_marks(run), version=2, sealed=sealed("changed"))
        await put(store, run, some_marks(run), changed)
        assert await store.run(lambda unit: unit.runs.marks(run.id)) == changed
        assert await store.run(lambda unit: unit.runs.marks(uuid4())) is None

    async def test_marks_need_their_run(self, store: Store) -> None:
        """Marks of no run are a bug, and loud."""
        person = await arrive(store)
        with pytest.raises(StoreFault):
            await put(store, some_marks(a_run(person.id)))

    async def test_instants_know_their_zone(self, store: Store) -> None:
        """A naive instant is refused: nobody could say later when that was."""
        person = await arrive(store)
        naive = datetime(2026, 3, 2, 9)  # noqa: DTZ001 - the very thing that is refused
        with pytest.raises(StoreFault):
            await put(store, replace(a_checkin(person.id), due_at=naive))


class JournalContract:
    """The promises of `Journal`, `Inbox` and `Notes`."""

    async def test_entry_written_twice_is_one_row(self, store: Store) -> None:
        """A second press of one form writes the same entry again."""
        person = await arrive(store)
        entry = an_entry(person.id)
        again = replace(entry, version=2, sealed=sealed("again"))
        await put(store, entry)
        assert await store.run(lambda unit: unit.journal.get(entry.id)) == entry
        await put(store, again)
        assert await store.run(lambda unit: unit.journal.get(entry.id)) == again
        assert await store.run(lambda unit: unit.journal.get(uuid4())) is None

    async def test_entry_written_last_is_the_last(self, store: Store) -> None:
        """By when it was first written: neither an earlier day nor a rewrite changes its place."""
        person, other = await arrive(store), await arrive(store)
        first, second = an_entry(person.id, day=TODAY), an_entry(person.id, day=TODAY - ONE_DAY)
        await put(store, first, second, an_entry(other.id), replace(first, version=2))
        assert await store.run(lambda unit: unit.journal.last(person.id)) == second
        assert await store.run(lambda unit: unit.journal.last(a_person().id)) is None

    async def test_drafts_come_latest_first(self, store: Store) -> None:
        """By when each was begun; written again it keeps its place, dropped it is gone."""
        person, other = await arrive(store), await arrive(store)
        first, second, theirs = a_draft(person.id), a_draft(person.id), a_draft(other.id)
        longer = replace(first, sealed=sealed("longer"))
        await put(store, first, second, theirs, longer)
        assert await store.run(lambda unit: unit.journal.drafts(person.id)) == [second, longer]
        assert await store.run(lambda unit: unit.journal.draft(first.id)) == longer
        await store.run(lambda unit: unit.journal.drop_draft(second.id))
        await store.run(lambda unit: unit.journal.drop_draft(second.id))
        assert await store.run(lambda unit: unit.journal.drafts(person.id)) == [longer]
        assert await store.run(lambda unit: unit.journal.draft(second.id)) is None

    async def test_inbox_takes_an_event_once(self, store: Store) -> None:
        """A re-delivered event is known, also on another day, until it is forgotten."""
        digest = b"d" * 32
        assert await store.run(lambda unit: unit.inbox.take(digest, TODAY))
        assert not await store.run(lambda unit: unit.inbox.take(digest, TODAY + ONE_DAY))
        assert await store.run(lambda unit: unit.inbox.take(b"e" * 32, TODAY))

    async def test_inbox_forgets_the_days_before(self, store: Store) -> None:
        """Pruning forgets what is older than a day, and not that day."""

        def take(unit: Unit) -> None:
            unit.inbox.take(b"old" + bytes(29), TODAY - ONE_DAY)
            unit.inbox.take(b"new" + bytes(29), TODAY)

        await store.run(take)
        await store.run(lambda unit: unit.inbox.prune(TODAY))
        assert await store.run(lambda unit: unit.inbox.take(b"old" + bytes(29), TODAY))
        assert not await store.run(lambda unit: unit.inbox.take(b"new" + bytes(29), TODAY))

    async def test_notes_are_replaced(self, store: Store) -> None:
        """A note says what was written last, under its own name."""

        def write(unit: Unit) -> None:
            unit.notes.put("starts", "1")
            unit.notes.put("tenant", "t")
            unit.notes.put("starts", "2")

        await store.run(write)
        found = await store.run(lambda unit: [unit.notes.get(name) for name in ("starts", "tenant", "none")])
        assert found == ["2", "t", None]


def _beyond(walked: Sequence[PersonId], unit: Unit) -> Sequence[PersonId]:
    """Return the next two of a lane."""
    return unit.people.in_lane(LANE, walked[-1] if walked else None, 2)


Rows = list[AgendaRow | Run | Marks | Entry | Draft]


def one_of_each(person: PersonId) -> Rows:
    """Return a row of a person's for each table, those that others point at first."""
    run, draft = a_run(person), a_draft(person)
    later = AgendaRow(
        id=uuid4(), kind=AgendaKind.DRAFT_ENDS, due_at=NOW + ONE_DAY, owner=person, ref=draft.id
    )
    return [a_checkin(person), draft, later, run, some_marks(run), an_entry(person)]


async def find(store: Store, rows: Rows) -> list[object]:
    """Return what the store has in the place of each row."""

    def work(unit: Unit) -> list[object]:
        finders = (
            unit.agenda.get,
            unit.runs.get,
            unit.runs.marks,
            unit.journal.get,
            unit.journal.draft,
        )
        return [
            next((hit for find_by in finders if type(hit := find_by(row.id)) is type(row)), None)
            for row in rows
        ]

    return await store.run(work)
