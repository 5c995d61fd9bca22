"""A tick plans what is due, once, and says when to look again; the house's own rows come round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import Account, Person, PersonId
from bot.domain.recurrence import daily, parse_at
from bot.ports.engine import Ticked
from bot.ports.store import Unit
from bot.services.delivery import agenda
from bot.services.delivery.agenda import DELIVERIES_KEPT, EVENTS_KEPT, GROUPS_AT_ONCE
from bot.testing.faults import Killed
from tests.contract.store_samples import a_door
from tests.unit.small_house import ANA, BEN, LANE, MONDAY, form_of, on
from tests.unit.world import FIRST_SLOT, World, world


async def _save(house: World, delivery: Delivery) -> None:
    await house.store.run(lambda unit: unit.deliveries.save(delivery))


def _enrolled(unit: Unit, others: Sequence[Person]) -> None:
    """Let each have a rhythm of their own, which is due."""
    for n, other in enumerate(others):
        rule, index = daily(parse_at(f"{n // 60 % 24:02}:{n % 60:02}")), other.id.bytes * 2
        unit.people.add(other, replace(a_door(other.id, index=index, lane=LANE), id=other.id))
        unit.agenda.put(
            AgendaRow(
                id=other.id,
                kind=AgendaKind.CHECKIN,
                due_at=MONDAY - timedelta(seconds=n),
                owner=other.id,
                rule=str(rule),
                zone="UTC",
                slot_on=date(2026, 1, 4),
                slot=rule.slot,
                lane=LANE,
            )
        )


async def _keep_house(house: World) -> None:
    await house.store.run(lambda unit: agenda.begin_housekeeping(unit, house.clock.now()))
    house.engine.wake()


async def test_a_tick_plans_each_slot_once() -> None:
    """However often it is called, and whatever became of the delivery meanwhile."""
    with world() as house:
        await house.settle_in()
        house.clock.move_to(FIRST_SLOT)
        first = await agenda.tick(house.desk)
        assert first.lanes == {LANE}
        [delivery] = house.outbox
        assert (delivery.slot_on, delivery.slot, delivery.due_at) == (date(2026, 1, 5), "09:00", FIRST_SLOT)
        for state in DeliveryState:
            await _save(house, replace(delivery, state=state))
            await agenda.tick(house.desk)
            assert [each.state for each in house.outbox] == [state]


async def test_a_tick_says_when_to_look_again() -> None:
    """At the next slot, or when the first thing that is held back may go: whichever is earlier."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN, at="15:00")
        assert await agenda.tick(house.desk) == Ticked(lanes=frozenset(), next_at=on(5, 9))
        house.clock.move_to(on(5, 9))
        assert (await agenda.tick(house.desk)).next_at == on(5, 15)
        await _save(house, replace(house.outbox[0], not_before=on(5, 9, 30)))
        assert await agenda.tick(house.desk) == Ticked(lanes=frozenset(), next_at=on(5, 9, 30))
        house.clock.move_to(on(5, 9, 30))
        assert await agenda.tick(house.desk) == Ticked(lanes=frozenset({LANE}), next_at=on(5, 15))


async def test_with_nothing_planned_nothing_is_waited_for() -> None:
    """An empty house, a pause, a stop: no instant, no lane."""
    with world() as house:
        assert await agenda.tick(house.desk) == Ticked(lanes=frozenset(), next_at=None)
        await house.settle_in()
        for word in ("pause", "stop"):
            await house.command(word)
            house.clock.move_to(house.clock.now() + timedelta(days=9))
            assert await agenda.tick(house.desk) == Ticked(lanes=frozenset(), next_at=None)
        assert house.outbox == []


async def test_more_rhythms_than_fit_one_unit_are_planned_in_one_tick() -> None:
    """Several batches, so that nobody's entry waits long, but none is left for the next tick."""
    with world() as house:
        await house.settle_in()
        person = await house.person()
        others = [replace(person, id=PersonId(UUID(int=n))) for n in range(1, 2 * GROUPS_AT_ONCE + 2)]
        await house.store.run(partial(_enrolled, others=others))
        await agenda.tick(house.desk)
        assert len(house.outbox) == len(others)
        assert {each.owner for each in house.outbox} == {other.id for other in others}
        assert not [row for row in house.tables.agenda.values() if row.due_at and row.due_at <= MONDAY]


async def test_people_who_share_a_rhythm_are_planned_apart() -> None:
    """One computation, but a row for each, in the lane of each."""
    other = Account(surface="chat", workspace="other", user="ana")
    with world() as house:
        for who in (ANA, BEN, other):
            await house.settle_in(who)
        house.clock.move_to(FIRST_SLOT)
        assert (await agenda.tick(house.desk)).lanes == {LANE, "chat/other"}
        assert sorted(each.lane for each in house.outbox) == ["chat/other", LANE, LANE]
        assert len({each.owner for each in house.outbox}) == 3


async def test_a_clock_that_is_put_back_doubles_nothing() -> None:
    """A slot that was sent stays sent; what lies ahead again comes when it comes."""
    with world() as house:
        await house.asked()
        house.clock.move_to(on(5, 7))
        house.engine.wake()
        assert await house.until(on(5, 10)) == []
        assert len(await house.until(on(6, 9))) == 1


@pytest.mark.parametrize("hours", [47, 72])
async def test_an_event_is_remembered_for_two_days(hours: int) -> None:
    """Longer than any platform delivers again, and then forgotten: a hash and a day, no more."""
    with world() as house:
        await house.settle_in()
        await _keep_house(house)
        before = set(house.tables.inbox)
        await house.command("pause")
        assert len(set(house.tables.inbox) - before) == 1
        noted = set(house.tables.inbox)
        await house.until(MONDAY + timedelta(hours=hours))
        assert timedelta(hours=48) == EVENTS_KEPT
        assert (noted <= set(house.tables.inbox)) == (hours < 48)
        assert bool(set(house.tables.inbox) & noted) == (hours < 48)


async def test_old_deliveries_go_and_open_ones_stay() -> None:
    """After 35 days what has ended is removed; what still waits is not, however old."""
    with world() as house:
        await house.settle_in()
        await house.until(FIRST_SLOT)
        await house.command("pause")
        [sent] = house.outbox
        waiting = Delivery(
            agenda=sent.agenda,
            slot_on=date(2025, 1, 1),
            slot="09:00",
            owner=sent.owner,
            lane="elsewhere/team",
            due_at=on(1, 9) - timedelta(days=365),
        )
        await house.store.run(lambda unit: unit.deliveries.add(waiting))
        await _keep_house(house)
        await house.until(FIRST_SLOT + DELIVERIES_KEPT)
        assert house.outbox == [sent, waiting]
        await house.until(FIRST_SLOT + DELIVERIES_KEPT + timedelta(days=1))
        assert house.outbox == [waiting]


async def test_the_house_keeps_one_row_of_its_own() -> None:
    """Begun at each start, it is still one; after a long sleep it runs once and not for each day."""
    with world() as house:
        for _ in range(3):
            await _keep_house(house)
        await house.until(MONDAY + timedelta(hours=1))
        house.clock.move_to(on(25, 12))
        ticked = await agenda.tick(house.desk)
        assert list(house.tables.agenda) == [UUID(int=0)]
        assert ticked.next_at == on(26, 12)


async def test_an_ended_draft_is_dropped_once_and_alone() -> None:
    """The one whose days are over, and no other."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        await house.say("first")
        await house.until(MONDAY + timedelta(days=3))
        await house.say("second")
        await house.until(MONDAY + timedelta(days=7))
        assert len(house.tables.drafts) == 1
        assert form_of(await house.command("write")).fields[0].value == "second"
        kinds = [row.kind for row in house.tables.agenda.values()]
        assert kinds.count(AgendaKind.DRAFT_ENDS) == 1


async def test_planning_that_is_not_committed_is_planned_by_the_next_tick() -> None:
    """A unit that was lost left nothing half moved on."""
    with world() as house:
        await house.settle_in()
        house.clock.move_to(FIRST_SLOT)
        house.crash.arm("before_commit")
        with pytest.raises(Killed):
            await agenda.tick(house.desk)
        assert house.outbox == []
        await agenda.tick(house.desk)
        assert [each.due_at for each in house.outbox] == [FIRST_SLOT]
