"""What sheets promise, and the ways to see all of somebody's rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest

from bot.domain.agenda import ONCE, AgendaKind, AgendaRow
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import PersonId
from bot.domain.sheets import Sheet, SheetKind
from bot.errors import StoreFault
from bot.ports.store import Store, Unit
from tests.contract.store_samples import (
    LANE,
    NOW,
    ONE_DAY,
    TODAY,
    a_checkin,
    a_person,
    a_run,
    an_entry,
    arrive,
    claim,
    put,
    sealed,
    some_marks,
)


def a_sheet(person: PersonId, kind: SheetKind = SheetKind.PLAN, word: str = "sheet") -> Sheet:
    """Return a sheet."""
    return Sheet(id=uuid4(), person=person, kind=kind, day=TODAY, sealed=sealed(word))


class SheetsContract:
    """The promises of `Sheets`."""

    async def test_sheets_come_back_by_kind_in_the_order_of_writing(self, store: Store) -> None:
        """Somebody's plans are theirs alone; one that is written again keeps its place."""
        person, other = await arrive(store), await arrive(store)
        first, second = a_sheet(person.id), a_sheet(person.id)
        rest = [a_sheet(person.id, SheetKind.FLOW), a_sheet(other.id)]
        again = replace(first, version=2, sealed=sealed("again"))
        for sheet in (first, second, *rest, again):
            await store.run(partial(_put, sheet=sheet))
        found = await store.run(lambda unit: unit.sheets.of(person.id, SheetKind.PLAN))
        assert list(found) == [again, second]
        assert await store.run(lambda unit: unit.sheets.get(rest[0].id)) == rest[0]

    async def test_a_sheet_that_is_removed_is_gone(self, store: Store) -> None:
        """A second removal finds nothing, and that is fine."""
        person = await arrive(store)
        sheet = a_sheet(person.id)
        await store.run(lambda unit: unit.sheets.put(sheet))
        for _ in range(2):
            await store.run(lambda unit: unit.sheets.remove(sheet.id))
        assert await store.run(lambda unit: unit.sheets.get(sheet.id)) is None

    async def test_a_sheet_goes_with_its_person_and_needs_one(self, store: Store) -> None:
        """No sheet without somebody whose it is."""
        person = await arrive(store)
        sheet = a_sheet(person.id)
        await store.run(lambda unit: unit.sheets.put(sheet))
        await store.run(lambda unit: unit.people.remove(person.id))
        assert await store.run(lambda unit: unit.sheets.get(sheet.id)) is None
        with pytest.raises(StoreFault):
            await store.run(lambda unit: unit.sheets.put(a_sheet(a_person().id)))

    async def test_a_sheet_is_not_written_over_by_somebody_else(self, store: Store) -> None:
        """A row keeps its owner."""
        person, other = await arrive(store), await arrive(store)
        sheet = a_sheet(person.id)
        await store.run(lambda unit: unit.sheets.put(sheet))
        with pytest.raises(StoreFault):
            await store.run(lambda unit: unit.sheets.put(replace(sheet, person=other.id)))

    async def test_a_sheet_that_no_vault_sealed_is_refused(self, store: Store) -> None:
        """Plain words never get in."""
        person = await arrive(store)
        with pytest.raises(StoreFault):
            await store.run(
                lambda unit: unit.sheets.put(replace(a_sheet(person.id), sealed=b"plain words " * 8))
            )


class AllOfSomebodyContract:
    """Every row of a person can be found, for an export or an erasing."""

    async def test_entries_come_all_in_the_order_of_writing(self, store: Store) -> None:
        """Somebody's, and nobody else's; one that is removed is gone."""
        person, other = await arrive(store), await arrive(store)
        first, second = an_entry(person.id, word="1"), an_entry(person.id, word="2", day=TODAY - ONE_DAY)
        await put(store, first, an_entry(other.id), second)
        assert list(await store.run(lambda unit: unit.journal.every(person.id))) == [first, second]
        await store.run(lambda unit: unit.journal.remove(first.id))
        assert list(await store.run(lambda unit: unit.journal.every(person.id))) == [second]

    async def test_marks_come_since_a_day_oldest_first(self, store: Store) -> None:
        """The day itself belongs to it."""
        person = await arrive(store)
        runs = [a_run(person.id, day=TODAY - days * ONE_DAY) for days in (0, 3, 1)]
        marks = [some_marks(run) for run in runs]
        await put(store, *runs, *marks)
        found = await store.run(lambda unit: unit.runs.marks_since(person.id, TODAY - ONE_DAY))
        assert list(found) == [marks[2], marks[0]]

    async def test_agenda_rows_come_all_those_due_first(self, store: Store) -> None:
        """Paused ones come last."""
        person, other = await arrive(store), await arrive(store)
        late = AgendaRow(id=uuid4(), kind=AgendaKind.PLAN, owner=person.id, due_at=NOW + ONE_DAY)
        early = replace(late, id=uuid4(), due_at=NOW)
        paused = a_checkin(person.id, due_at=None)
        await put(store, paused, late, early, a_checkin(other.id))
        assert list(await store.run(lambda unit: unit.agenda.every(person.id))) == [early, late, paused]


class AddedDeliveriesContract:
    """What is sent once is added by hand."""

    async def test_a_delivery_that_is_added_is_claimed_once(self, store: Store) -> None:
        """Adding it again changes nothing, whatever became of it."""
        person = await arrive(store)
        delivery = Delivery(
            agenda=uuid4(), slot_on=TODAY, slot=ONCE, owner=person.id, lane=LANE, due_at=NOW - timedelta(1)
        )
        await store.run(lambda unit: unit.deliveries.add(delivery))
        assert await claim(store) == [replace(delivery, state=DeliveryState.CLAIMED)]
        await store.run(lambda unit: unit.deliveries.add(delivery))
        assert await claim(store) == []

    async def test_deliveries_come_all_in_the_order_of_planning(self, store: Store) -> None:
        """Somebody's, ended or not, and nobody else's."""
        person, other = await arrive(store), await arrive(store)
        first, second, foreign = (
            Delivery(agenda=uuid4(), slot_on=TODAY, slot=ONCE, owner=owner, lane=LANE, due_at=due_at)
            for owner, due_at in ((person.id, NOW), (person.id, NOW - ONE_DAY), (other.id, NOW))
        )
        sent = replace(first, state=DeliveryState.SENT, tries=1)
        for delivery in (first, foreign, second):
            await store.run(partial(_add, delivery=delivery))
        await store.run(lambda unit: unit.deliveries.save(sent))
        assert list(await store.run(lambda unit: unit.deliveries.every(person.id))) == [sent, second]

    async def test_a_slot_that_was_planned_is_known(self, store: Store) -> None:
        """By row, date and wall clock, whatever became of it."""
        person, row = await arrive(store), uuid4()
        delivery = Delivery(agenda=row, slot_on=TODAY, slot="09:00", owner=person.id, lane=LANE, due_at=NOW)
        await store.run(lambda unit: unit.deliveries.add(delivery))
        for state in DeliveryState:
            await store.run(partial(_save, delivery=replace(delivery, state=state)))
            asked = [(row, TODAY, "09:00"), (row, TODAY, "09:01"), (row, TODAY + ONE_DAY, "09:00")]
            asked += [(uuid4(), TODAY, "09:00")]
            known = [await store.run(partial(_was_planned, slot=slot)) for slot in asked]
            assert known == [True, False, False, False]

    async def test_a_delivery_needs_its_person(self, store: Store) -> None:
        """Who was erased gets nothing more."""
        delivery = Delivery(
            agenda=uuid4(), slot_on=TODAY, slot=ONCE, owner=a_person().id, lane=LANE, due_at=NOW
        )
        with pytest.raises(StoreFault):
            await store.run(lambda unit: unit.deliveries.add(delivery))


def _save(unit: Unit, delivery: Delivery) -> None:
    unit.deliveries.save(delivery)


def _was_planned(unit: Unit, slot: tuple[UUID, date, str]) -> bool:
    return unit.deliveries.was_planned(*slot)


def _put(unit: Unit, sheet: Sheet) -> None:
    unit.sheets.put(sheet)


def _add(unit: Unit, delivery: Delivery) -> None:
    unit.deliveries.add(delivery)
