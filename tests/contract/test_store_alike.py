"""Whatever is done to them, the store in memory and the store on SQLite show the same."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.store.store import open_store
from bot.domain.agenda import AgendaKind
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import Person, PersonId
from bot.ports.faults import NoCrash
from bot.ports.store import Store, Unit
from bot.testing.store import MemoryStore
from bot.testing.time import ManualClock
from tests.contract.store_samples import LANE, NOW, OTHER_LANE, a_checkin, a_door, step, tick
from tests.made_once import upgrade_once

Deed = Callable[[Unit], object]
"""Something done to a store, and what it answered."""

WHO = st.integers(0, 5)
WHEN = st.integers(-48, 48).map(lambda hours: NOW + timedelta(hours=hours))
LANES = st.sampled_from([LANE, OTHER_LANE])
HOME = b"h" * 32


def person(number: int) -> PersonId:
    """Return the person of a number."""
    return PersonId(UUID(int=number + 1))


def enrolling(number: int, lane: str, zone: str, due_at: datetime | None) -> Deed:
    """Return the deed of giving somebody a check-in, or of writing it again."""
    row = replace(a_checkin(person(number), lane=lane, zone=zone), id=UUID(int=number + 100))
    row = replace(row, due_at=due_at, slot_on=(due_at or NOW).date())

    def deed(unit: Unit) -> object:
        if unit.people.get(person(number)) is None:
            door = replace(a_door(person(number), lane=lane), id=UUID(int=number + 200))
            unit.people.add(Person(id=person(number)), door)
        unit.agenda.put(row)
        return unit.agenda.of(person(number), AgendaKind.CHECKIN)

    return deed


def adding_door(number: int, lane: str) -> Deed:
    """Return the deed of giving somebody a second door, where they have one."""

    def deed(unit: Unit) -> object:
        door = replace(
            a_door(person(number), index=bytes([number]) * 32, lane=lane), id=UUID(int=number + 300)
        )
        if len(unit.people.doors(person(number))) == 1:
            unit.people.add_door(door)
        return unit.people.door_at(door.index)

    return deed


def settling(number: int, where: bytes | None) -> Deed:
    """Return the deed of noting at somebody's doors where they are at home."""

    def deed(unit: Unit) -> object:
        for door in unit.people.doors(person(number)):
            unit.people.save_door(replace(door, organisation=where))
        return unit.people.door(person(number))

    return deed


def preferring(number: int, place: int) -> Deed:
    """Return the deed of preferring one of somebody's doors, and removing the rest."""

    def deed(unit: Unit) -> object:
        for door in list(unit.people.doors(person(number)))[place : place + 1]:
            unit.people.prefer(door)
        kept = unit.people.doors(person(number))
        for door in kept[1 + place :]:
            unit.people.remove_door(door.id)
        return unit.people.door(person(number))

    return deed


def claiming(lane: str, now: datetime, state: DeliveryState, not_before: datetime | None) -> Deed:
    """Return the deed of claiming all that a lane has and leaving it in some state."""

    def deed(unit: Unit) -> object:
        claimed = unit.deliveries.claim(lane, now, 100)
        for delivery in claimed:
            unit.deliveries.save(replace(delivery, state=state, not_before=not_before, tries=1))
        return in_order(claimed)

    return deed


DEEDS: st.SearchStrategy[Deed] = st.one_of(
    st.builds(enrolling, WHO, LANES, st.sampled_from(["Etc/UTC", "Asia/Tokyo"]), st.none() | WHEN),
    st.builds(lambda now: lambda unit: tick(unit, now), WHEN),
    st.builds(
        lambda now, sends: (
            lambda unit: unit.agenda.plan(
                [step(group, sends=sends) for group in unit.agenda.due_groups(now, 1)]
            )
        ),
        WHEN,
        WHEN,
    ),
    st.builds(claiming, LANES, WHEN, st.sampled_from(DeliveryState), st.none() | WHEN),
    st.builds(lambda who: lambda unit: unit.people.remove(person(who)), WHO),
    st.builds(lambda who: lambda unit: unit.agenda.remove(UUID(int=who + 100)), WHO),
    st.builds(lambda who: lambda unit: unit.deliveries.let_go(UUID(int=who + 100)), WHO),
    st.builds(adding_door, WHO, LANES),
    st.builds(settling, WHO, st.sampled_from([HOME, None])),
    st.builds(preferring, WHO, st.integers(0, 1)),
    st.builds(lambda who, lane: lambda unit: unit.deliveries.move(UUID(int=who + 100), lane), WHO, LANES),
    st.builds(lambda lane, until: lambda unit: unit.deliveries.hold(lane, until), LANES, WHEN),
    st.builds(lambda before: lambda unit: unit.deliveries.prune(before), WHEN),
    st.just(lambda unit: unit.deliveries.recover()),
)


def in_order(deliveries: Sequence[Delivery]) -> list[Delivery]:
    """Sort what is due at one instant, for which no store promises an order."""
    return sorted(deliveries, key=lambda each: (each.due_at, each.agenda, each.slot_on))


def seen_in(unit: Unit) -> list[object]:
    """Return everything that can be seen without changing anything."""
    return [
        unit.people.all_ids(),
        *(unit.people.doors(person(number)) for number in range(6)),
        *(unit.people.in_lane(lane, after, 2) for lane in (LANE, OTHER_LANE) for after in (None, person(2))),
        *(unit.people.in_organisation(HOME, after, 2) for after in (None, person(2))),
        unit.people.count_in_organisation(HOME),
        unit.agenda.next_due(),
        unit.agenda.due_groups(NOW, 100),
        unit.agenda.due(list(AgendaKind), NOW, 100),
        unit.deliveries.waiting(NOW),
        *(unit.deliveries.next_not_before(NOW, lane) for lane in (None, LANE, OTHER_LANE)),
        *(in_order(unit.deliveries.in_doubt(lane, NOW)) for lane in (LANE, OTHER_LANE)),
    ]


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Store]]:
    """Open one of each kind."""
    folder: Path = tmp_path_factory.mktemp("alike")
    upgrade_once(folder)
    clock = ManualClock(NOW)
    opened: list[Store] = [
        MemoryStore(clock=clock),
        open_store(folder, clock=clock, crash_points=NoCrash()),
    ]
    yield opened
    for each in opened:
        each.close()


@given(deeds=st.lists(DEEDS, max_size=12))
def test_stores_show_the_same(stores: list[Store], deeds: list[Deed]) -> None:
    """Each answer on the way, and all that can be seen after each deed, is equal in both."""

    def story(unit: Unit) -> list[object]:
        return [(deed(unit), seen_in(unit)) for deed in deeds]

    async def told() -> list[list[object]]:
        return [await store.run(story, writes=False) for store in stores]

    in_memory, on_sqlite = asyncio.run(told())
    assert in_memory == on_sqlite
