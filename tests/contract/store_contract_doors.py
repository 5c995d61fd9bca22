"""What a store promises about the doors of a person, and about the lane that their letters leave by."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from bot.domain.deliveries import DeliveryState
from bot.errors import StoreFault
from bot.ports.store import Door, Store
from tests.contract.store_contract_agenda import claim_one
from tests.contract.store_samples import (
    LANE,
    NOW,
    OTHER_LANE,
    a_door,
    a_person,
    arrive,
    claim,
    enrol,
    sealed,
    tick,
)

HOUR = timedelta(hours=1)


def another(door: Door, *, lane: str = OTHER_LANE) -> Door:
    """Return one more door of the same person, which says of itself that it is preferred."""
    return replace(a_door(door.person, index=uuid4().bytes * 2, lane=lane), preferred=True)


async def doors_of(store: Store, door: Door) -> list[Door]:
    """Return all doors of somebody."""
    return list(await store.run(lambda unit: unit.people.doors(door.person)))


async def add(store: Store, door: Door) -> None:
    """Add one more door."""
    await store.run(lambda unit: unit.people.add_door(door))


async def move(store: Store, agenda: UUID, lane: str = OTHER_LANE) -> None:
    """Let what is planned of a row leave by a lane."""
    await store.run(lambda unit: unit.deliveries.move(agenda, lane))


class DoorsContract:
    """The promises about several doors."""

    async def test_the_first_door_is_preferred_and_one_more_is_not(self, store: Store) -> None:
        """Scheduled cards go on by the first; both lead to the person."""
        person = a_person()
        first = a_door(person.id)
        more = another(first)
        await store.run(lambda unit: unit.people.add(person, replace(first, preferred=False)))
        await store.run(lambda unit: unit.people.add_door(more))
        assert await doors_of(store, first) == [first, replace(more, preferred=False)]
        found = await store.run(
            lambda unit: (
                unit.people.door(person.id),
                unit.people.by_index(more.index),
                unit.people.door_at(more.index),
                unit.people.door_at(b"n" * 32),
            )
        )
        there = replace(more, preferred=False)
        assert found == (first, (person, there), there, None)

    async def test_one_door_is_preferred_at_a_time(self, store: Store) -> None:
        """Another is then none; preferring the same again changes nothing, and nobody else's doors move."""
        first = await self._with_two(store)
        other = await self._with_two(store)
        _, second = await doors_of(store, first)
        for _ in range(2):
            await store.run(lambda unit: unit.people.prefer(second))
            assert [(each.id, each.preferred) for each in await doors_of(store, first)] == [
                (second.id, True),
                (first.id, False),
            ]
            assert await store.run(lambda unit: unit.people.door(first.person)) == replace(
                second, preferred=True
            )
        assert (await doors_of(store, other))[0] == other

    async def test_an_account_belongs_to_one_person(self, store: Store) -> None:
        """Neither somebody else nor the same person gets a door that is there; nor does nobody get one."""
        mine, theirs = await self._with_two(store), await self._with_two(store)
        for door in (
            replace(another(theirs), index=mine.index),
            replace(another(mine), index=mine.index),
            another(a_door(a_person().id)),
        ):
            with pytest.raises(StoreFault):
                await add(store, door)
        assert len(await doors_of(store, mine)) == 2

    async def test_what_a_door_seals_is_written_again(self, store: Store) -> None:
        """That, where it is at home, and nothing else; a door that is gone does not come back by it."""
        first = await self._with_two(store)
        kept = replace(first, sealed=sealed("elsewhere"), organisation=b"o" * 32)
        said = replace(kept, lane="chat/none", preferred=False)
        await store.run(lambda unit: unit.people.save_door(said))
        assert (await doors_of(store, first))[0] == kept
        await store.run(lambda unit: unit.people.save_door(first))
        assert (await doors_of(store, first))[0] == first
        gone = another(first)
        await store.run(lambda unit: unit.people.save_door(gone))
        assert len(await doors_of(store, first)) == 2

    async def test_a_door_that_was_removed_leads_nowhere(self, store: Store) -> None:
        """The other stays; removed again nothing happens; and the account may come back as another door."""
        first = await self._with_two(store)
        _, second = await doors_of(store, first)
        for _ in range(2):
            await store.run(lambda unit: unit.people.remove_door(second.id))
        assert await doors_of(store, first) == [first]
        assert await store.run(lambda unit: unit.people.by_index(second.index)) is None
        again = replace(another(first), index=second.index)
        await store.run(lambda unit: unit.people.add_door(again))
        assert len(await doors_of(store, first)) == 2

    async def test_all_doors_go_with_their_person(self, store: Store) -> None:
        """None is left, and nobody else's goes."""
        first, other = await self._with_two(store), await self._with_two(store)
        await store.run(lambda unit: unit.people.remove(first.person))
        assert await doors_of(store, first) == []
        assert len(await doors_of(store, other)) == 2

    async def test_a_lane_names_somebody_once(self, store: Store) -> None:
        """Also who has two doors there."""
        first = await self._with_two(store, lane=LANE)
        other = await self._with_two(store)
        team = sorted([first.person, other.person])
        assert list(await store.run(lambda unit: unit.people.in_lane(LANE, None, 9))) == team
        assert list(await store.run(lambda unit: unit.people.in_lane(LANE, None, 1))) == team[:1]
        assert list(await store.run(lambda unit: unit.people.in_lane(OTHER_LANE, None, 9))) == [other.person]

    async def test_what_is_planned_moves_to_another_lane(self, store: Store) -> None:
        """Free of what held it back in the first one; what is under way or has ended stays where it was."""
        row = await enrol(store)
        await store.run(tick)
        await store.run(lambda unit: unit.deliveries.hold(LANE, NOW + HOUR))
        under_way = [
            await claim_one(store, state=state)
            for state in (DeliveryState.SENDING, DeliveryState.AMBIGUOUS, DeliveryState.SENT)
        ]
        for agenda in (row.id, *(each.agenda for each in under_way)):
            await move(store, agenda)
        assert await claim(store, now=NOW + HOUR) == []
        moved = await claim(store, lane=OTHER_LANE)
        assert [(each.agenda, each.not_before) for each in moved] == [(row.id, None)]
        doubts = await store.run(lambda unit: unit.deliveries.in_doubt(LANE, NOW))
        assert [each.agenda for each in doubts] == [under_way[1].agenda]

    async def test_what_moves_to_where_it_is_stays_held_back(self, store: Store) -> None:
        """Its own lane was asked to wait."""
        row = await enrol(store)
        await store.run(tick)
        await store.run(lambda unit: unit.deliveries.hold(LANE, NOW + HOUR))
        await store.run(lambda unit: unit.deliveries.move(row.id, LANE))
        assert await claim(store) == []
        assert [each.agenda for each in await claim(store, now=NOW + HOUR)] == [row.id]

    async def _with_two(self, store: Store, *, lane: str = OTHER_LANE) -> Door:
        """Add somebody with two doors; return the preferred one."""
        person = await arrive(store)
        [first] = await store.run(lambda unit: unit.people.doors(person.id))
        await store.run(lambda unit: unit.people.add_door(another(first, lane=lane)))
        return first
