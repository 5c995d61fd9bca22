"""What the agenda and the outbox promise: each occurrence once, nothing lost, nothing handed out twice."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from bot.domain.agenda import AgendaKind, AgendaRow, DueGroup
from bot.domain.deliveries import ENDED, Delivery, DeliveryState
from bot.errors import StoreFault
from bot.ports.store import Store
from tests.contract.store_samples import (
    LANE,
    NOW,
    ONE_DAY,
    OTHER_LANE,
    OpenStore,
    a_checkin,
    arrive,
    claim,
    due_at,
    enrol,
    put,
    step,
    tick,
)

ONE_HOUR = timedelta(hours=1)


def housekeeping(at: datetime | None) -> AgendaRow:
    """Return a row that belongs to nobody."""
    return AgendaRow(id=uuid4(), kind=AgendaKind.HOUSEKEEPING, due_at=at)


async def get(store: Store, row: UUID) -> AgendaRow | None:
    """Return an agenda row."""
    return await store.run(lambda unit: unit.agenda.get(row), writes=False)


async def save(store: Store, delivery: Delivery) -> None:
    """Write a delivery as it is now."""
    await store.run(lambda unit: unit.deliveries.save(delivery))


async def claim_one(store: Store, **changes: object) -> Delivery:
    """Plan a new check-in, claim it and leave it with `changes`."""
    row = await enrol(store)
    await store.run(tick)
    (claimed,) = [each for each in await claim(store) if each.agenda == row.id]
    changed = replace(claimed, **changes)  # type: ignore[arg-type]  # whatever field the test is about
    await save(store, changed)
    return changed


class AgendaContract:
    """The promises of `Agenda`."""

    async def test_agenda_row_comes_back_as_it_was_put(self, store: Store) -> None:
        """Every field comes back, the instant to the microsecond, and a row may be written again."""
        person = await arrive(store)
        row = replace(a_checkin(person.id), ref=uuid4())
        moved = replace(row, due_at=None, rule="week/1 mon,wed 07:30", zone="Europe/Dublin", slot="07:30")
        await put(store, row)
        assert await store.run(lambda unit: unit.agenda.get(row.id)) == row
        await put(store, moved)
        assert await store.run(lambda unit: unit.agenda.get(row.id)) == moved
        assert await store.run(lambda unit: unit.agenda.get(uuid4())) is None

    async def test_agenda_finds_a_row_by_owner_and_kind(self, store: Store) -> None:
        """A person's check-in is theirs alone, and no other kind is taken for it."""
        row, other = await enrol(store), await enrol(store)
        assert row.owner is not None
        owner = row.owner
        await put(store, replace(housekeeping(NOW), owner=owner))
        found = await store.run(
            lambda unit: (
                unit.agenda.of(owner, AgendaKind.CHECKIN),
                unit.agenda.of(owner, AgendaKind.DRAFT_ENDS),
            )
        )
        assert found == (row, None)
        assert other.owner != owner

    async def test_agenda_keeps_one_checkin_each(self, store: Store) -> None:
        """A second enrolment of one person is refused, however it came about."""
        row = await enrol(store)
        with pytest.raises(StoreFault):
            await put(store, replace(row, id=uuid4()))

    @pytest.mark.parametrize("missing", ["owner", "rule", "zone", "slot_on", "slot", "lane"])
    async def test_agenda_refuses_a_due_checkin_that_is_not_whole(self, store: Store, missing: str) -> None:
        """What a tick needs is there as long as the row is due; a paused one may lack it."""
        person = await arrive(store)
        torn = replace(a_checkin(person.id), **{missing: None})  # type: ignore[arg-type]  # each in turn
        with pytest.raises(StoreFault):
            await put(store, torn)
        await put(store, replace(torn, due_at=None))

    async def test_agenda_rows_are_removed(self, store: Store) -> None:
        """By id, or all that are about one thing; the rest stays, and removing again is no error."""
        draft = uuid4()
        gone, about, about_too, stays = (housekeeping(NOW) for _ in range(4))
        about, about_too = replace(about, ref=draft), replace(about_too, ref=draft)
        await put(store, gone, about, about_too, replace(stays, ref=uuid4()))
        for _ in range(2):
            await store.run(lambda unit: unit.agenda.remove(gone.id))
            await store.run(lambda unit: unit.agenda.remove_for(draft))
        left = await store.run(lambda unit: unit.agenda.due([AgendaKind.HOUSEKEEPING], NOW, 10))
        assert [row.id for row in left] == [stays.id]

    async def test_agenda_row_removed_leaves_its_deliveries(self, store: Store) -> None:
        """They stay until they are pruned."""
        row = await enrol(store)
        await store.run(tick)
        await store.run(lambda unit: unit.agenda.remove(row.id))
        assert [delivery.agenda for delivery in await claim(store)] == [row.id]

    async def test_agenda_shows_what_is_due_earliest_first(self, store: Store) -> None:
        """Only the kinds asked for, only up to now, never a paused row, no more than asked for."""
        early, late = housekeeping(NOW - ONE_HOUR), housekeeping(NOW)
        await put(store, late, early, housekeeping(NOW + timedelta(microseconds=1)), housekeeping(None))
        await put(store, AgendaRow(id=uuid4(), kind=AgendaKind.DRAFT_ENDS, due_at=NOW))
        kinds = [AgendaKind.HOUSEKEEPING]
        assert await store.run(lambda unit: unit.agenda.due(kinds, NOW, 10)) == [early, late]
        assert await store.run(lambda unit: unit.agenda.due(kinds, NOW, 1)) == [early]
        assert await store.run(lambda unit: unit.agenda.due(list(AgendaKind), NOW - ONE_DAY, 10)) == []

    async def test_agenda_knows_what_comes_next(self, store: Store) -> None:
        """The earliest of all kinds; paused rows come never."""
        assert await store.run(lambda unit: unit.agenda.next_due()) is None
        await put(store, housekeeping(None))
        assert await store.run(lambda unit: unit.agenda.next_due()) is None
        await put(store, housekeeping(NOW + ONE_DAY))
        await enrol(store, due_at=NOW + ONE_HOUR)
        assert await store.run(lambda unit: unit.agenda.next_due()) == NOW + ONE_HOUR

    async def test_agenda_groups_what_is_due(self, store: Store) -> None:
        """Rows that share rule, zone and occurrence are one group; other kinds and later rows are in none."""
        people = [await arrive(store) for _ in range(6)]
        shared, also = a_checkin(people[0].id), a_checkin(people[1].id, lane=OTHER_LANE)
        elsewhere = a_checkin(people[2].id, zone="Asia/Tokyo")
        earlier = a_checkin(people[3].id, due_at=NOW - ONE_HOUR)
        later, paused = a_checkin(people[4].id, due_at=NOW + ONE_HOUR), a_checkin(people[5].id, due_at=None)
        await put(store, shared, also, elsewhere, earlier, later, paused, housekeeping(NOW))
        groups = await store.run(lambda unit: unit.agenda.due_groups(NOW, 10))
        assert list(groups) == [group_of(earlier), group_of(elsewhere), group_of(shared)]
        assert await store.run(lambda unit: unit.agenda.due_groups(NOW, 1)) == [group_of(earlier)]

    async def test_plan_writes_a_delivery_for_each_row_of_a_group(self, store: Store) -> None:
        """Each row of each group gets one delivery, in its own lane, and then waits for its next day."""
        rows = [await enrol(store, lane=lane) for lane in (LANE, LANE, OTHER_LANE)]
        elsewhere = a_checkin((await arrive(store)).id, due_at=NOW - ONE_HOUR, zone="Asia/Tokyo")
        await put(store, elsewhere)
        assert await store.run(tick) == {LANE, OTHER_LANE}
        planned = [*await claim(store), *await claim(store, lane=OTHER_LANE)]
        assert {each.agenda: each for each in planned} == {
            row.id: replace(delivery_of(row), state=DeliveryState.CLAIMED) for row in [*rows, elsewhere]
        }
        for row in [*rows, elsewhere]:
            next_at = group_of(row).due_at + ONE_DAY
            assert await get(store, row.id) == replace(row, due_at=next_at, slot_on=next_at.date())

    async def test_plan_leaves_paused_and_later_rows_alone(self, store: Store) -> None:
        """Nothing is planned for who is not due, and nothing of theirs moves."""
        paused, later = await enrol(store, due_at=None), await enrol(store, due_at=NOW + ONE_HOUR)
        assert await store.run(tick) == frozenset()
        assert await claim(store) == []
        assert [await due_at(store, row.id) for row in (paused, later)] == [None, NOW + ONE_HOUR]

    @pytest.mark.parametrize("differs", ["rule", "zone", "due_at", "slot_on", "slot"])
    async def test_plan_of_one_group_leaves_the_others_due(self, store: Store, differs: str) -> None:
        """Only the groups handed in are planned: not one that is nearly alike, nor one of an earlier plan."""
        other = {
            "rule": "day/2@2026-03-02 09:00",
            "zone": "Asia/Tokyo",
            "due_at": NOW - ONE_HOUR,
            "slot_on": date(2026, 3, 1),
            "slot": "08:30",
        }
        row = await enrol(store)
        left = a_checkin((await arrive(store)).id)
        left = replace(left, **{differs: other[differs]})  # type: ignore[arg-type]  # each field in turn
        await put(store, left)
        await store.run(tick)
        await put(store, row, left)
        await store.run(lambda unit: unit.agenda.plan([step(group_of(row))]))
        assert await due_at(store, row.id) == NOW + ONE_DAY
        assert await due_at(store, left.id) == left.due_at

    async def test_plan_may_send_a_later_occurrence_than_the_row_waited_for(self, store: Store) -> None:
        """After a long sleep there is no pile-up: the slot that is sent is the one of the step."""
        row = await enrol(store, due_at=NOW - 5 * ONE_DAY)
        await store.run(lambda unit: unit.agenda.plan([step(group_of(row), sends=NOW)]))
        (delivery,) = await claim(store)
        assert (delivery.slot_on, delivery.due_at) == (NOW.date(), NOW)
        assert await due_at(store, row.id) == NOW + ONE_DAY

    async def test_plan_writes_one_delivery_for_a_slot(self, store: Store) -> None:
        """A row that comes to a slot again moves on, and its delivery is left as it was."""
        row = await enrol(store)
        await store.run(tick)
        (first,) = await claim(store)
        sent = replace(first, state=DeliveryState.SENT, tries=1, run=uuid4())
        await save(store, sent)
        await put(store, row)
        assert await store.run(tick) == frozenset()
        assert await claim(store) == []
        assert await due_at(store, row.id) == NOW + ONE_DAY

    async def test_plan_of_nothing_does_nothing(self, store: Store) -> None:
        """A row whose group has no step stays as it is, and nothing is to be sent."""
        row = await enrol(store)
        await store.run(lambda unit: unit.agenda.plan([]))
        assert await claim(store) == []
        assert await due_at(store, row.id) == row.due_at

    async def test_plan_takes_many_groups_at_once(self, store: Store) -> None:
        """As many groups as there are zones are one plan."""
        zones = [f"Zone/{number}" for number in range(120)]
        await put(store, *[a_checkin((await arrive(store)).id, zone=zone) for zone in zones])
        groups = await store.run(lambda unit: unit.agenda.due_groups(NOW, 1000))
        assert [group.zone for group in groups] == sorted(zones)
        await store.run(lambda unit: unit.agenda.plan([step(group) for group in groups]))
        assert len(await claim(store, limit=1000)) == len(zones)


class DeliveriesContract:
    """The promises of `Deliveries`."""

    async def test_claim_takes_the_earliest_of_its_lane(self, store: Store) -> None:
        """Up to the limit, earliest first, from one lane; what was claimed is not claimed again."""
        late, early, elsewhere = (
            await enrol(store),
            await enrol(store, due_at=NOW - ONE_HOUR),
            await enrol(store, lane=OTHER_LANE),
        )
        await store.run(tick)
        assert [each.agenda for each in await claim(store, limit=1)] == [early.id]
        assert [each.agenda for each in await claim(store)] == [late.id]
        assert await claim(store) == []
        assert [each.agenda for each in await claim(store, lane=OTHER_LANE)] == [elsewhere.id]

    async def test_claim_never_hands_out_a_delivery_twice(self, store: Store) -> None:
        """However many ask at once, each delivery goes to one of them."""
        rows = [await enrol(store) for _ in range(40)]
        await store.run(tick)
        claims = await asyncio.gather(*(claim(store, limit=3) for _ in range(20)))
        taken = [delivery.agenda for claimed in claims for delivery in claimed]
        assert len(taken) == len(set(taken)) == len(rows)

    async def test_claim_leaves_what_is_held_back(self, store: Store) -> None:
        """`not_before` only holds back: at that very instant the delivery may leave."""
        held = await claim_one(store, state=DeliveryState.PLANNED, not_before=NOW + ONE_HOUR, tries=1)
        assert await claim(store, now=NOW + ONE_HOUR - timedelta(microseconds=1)) == []
        (again,) = await claim(store, now=NOW + ONE_HOUR)
        assert again == replace(held, state=DeliveryState.CLAIMED)

    async def test_delivery_is_saved_whole(self, store: Store) -> None:
        """Lane, state, not_before, tries, run and door are written; the rest of a delivery never changes."""
        doubt = await claim_one(store, state=DeliveryState.AMBIGUOUS, tries=2, run=uuid4())
        moved = replace(doubt, lane=OTHER_LANE, due_at=NOW + ONE_DAY, tries=3, door=uuid4())
        await save(store, moved)
        assert await store.run(lambda unit: unit.deliveries.in_doubt(OTHER_LANE, NOW)) == [
            replace(moved, due_at=doubt.due_at)
        ]

    async def test_delivery_that_was_erased_stays_gone(self, store: Store) -> None:
        """A lane that still held it writes nothing."""
        held = await claim_one(store)
        assert held.owner is not None
        owner = held.owner
        await store.run(lambda unit: unit.people.remove(owner))
        await save(store, replace(held, state=DeliveryState.PLANNED))
        assert await claim(store) == []

    async def test_in_doubt_shows_what_is_ambiguous_in_a_lane(self, store: Store) -> None:
        """Nothing else, nothing of another lane, and nothing that is held back."""
        doubt = await claim_one(store, state=DeliveryState.AMBIGUOUS)
        await claim_one(store, state=DeliveryState.AMBIGUOUS, not_before=NOW + ONE_HOUR)
        for state in set(DeliveryState) - {DeliveryState.AMBIGUOUS}:
            await claim_one(store, state=state)
        assert await store.run(lambda unit: unit.deliveries.in_doubt(LANE, NOW)) == [doubt]
        assert await store.run(lambda unit: unit.deliveries.in_doubt(OTHER_LANE, NOW)) == []
        assert len(await store.run(lambda unit: unit.deliveries.in_doubt(LANE, NOW + ONE_HOUR))) == 2

    async def test_recover_sorts_out_what_a_crash_left(self, store: Store, open_store: OpenStore) -> None:
        """Claimed was never sent and is planned again; sending may have been and is in doubt."""
        claimed = await claim_one(store, run=uuid4())
        sending = await claim_one(store, state=DeliveryState.SENDING)
        sent = await claim_one(store, state=DeliveryState.SENT)
        store.close()
        again = open_store()
        await again.run(lambda unit: unit.deliveries.recover())
        doubts = await again.run(lambda unit: unit.deliveries.in_doubt(LANE, NOW))
        assert doubts == [replace(sending, state=DeliveryState.AMBIGUOUS)]
        assert await claim(again) == [claimed]
        assert sent.state is DeliveryState.SENT

    async def test_recover_keeps_to_its_lane(self, store: Store) -> None:
        """Before a lane is drained its own leftovers are sorted out; another's may be on their way."""
        await enrol(store)
        await enrol(store, lane=OTHER_LANE)
        await store.run(tick)
        mine, theirs = await claim(store), await claim(store, lane=OTHER_LANE)
        assert (len(mine), len(theirs)) == (1, 1)
        await store.run(lambda unit: unit.deliveries.recover(LANE))
        assert await claim(store, lane=OTHER_LANE) == []
        assert await claim(store) == mine

    async def test_let_go_expires_what_is_planned(self, store: Store) -> None:
        """Only of that agenda row, and only what no lane holds yet."""
        on_its_way = await claim_one(store, state=DeliveryState.SENDING)
        changed, other = await enrol(store), await enrol(store)
        await store.run(tick)
        await store.run(lambda unit: unit.deliveries.let_go(changed.id))
        await store.run(lambda unit: unit.deliveries.let_go(on_its_way.agenda))
        assert [each.agenda for each in await claim(store)] == [other.id]
        await store.run(lambda unit: unit.deliveries.recover())
        doubts = await store.run(lambda unit: unit.deliveries.in_doubt(LANE, NOW))
        assert [each.agenda for each in doubts] == [on_its_way.agenda]

    async def test_waiting_names_the_lanes_with_something_to_do(self, store: Store) -> None:
        """Planned or in doubt, and not held back; a lane where all is claimed or ended is left alone."""
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW)) == frozenset()
        for state in set(DeliveryState) - {DeliveryState.PLANNED, DeliveryState.AMBIGUOUS}:
            await claim_one(store, state=state)
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW)) == frozenset()
        await claim_one(store, state=DeliveryState.AMBIGUOUS, not_before=NOW + ONE_HOUR)
        await enrol(store, lane=OTHER_LANE)
        await store.run(tick)
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW)) == {OTHER_LANE}
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW + ONE_HOUR)) == {LANE, OTHER_LANE}

    async def test_next_not_before_is_the_earliest_to_come(self, store: Store) -> None:
        """Of what is planned or in doubt, after now, in one lane or in all."""
        for state, hours in (
            (DeliveryState.PLANNED, 3),
            (DeliveryState.AMBIGUOUS, 2),
            (DeliveryState.PLANNED, -1),
            (DeliveryState.SENT, 1),
        ):
            await claim_one(store, state=state, not_before=NOW + hours * ONE_HOUR)
        found = await store.run(
            lambda unit: [unit.deliveries.next_not_before(NOW, lane) for lane in (None, LANE, OTHER_LANE)]
        )
        assert found == [NOW + 2 * ONE_HOUR, NOW + 2 * ONE_HOUR, None]

    async def test_prune_removes_what_ended_long_ago(self, store: Store) -> None:
        """What ended before an instant makes room for its slot again; what is open stays, however old."""
        ended = [await claim_one(store, state=state) for state in sorted(ENDED)]
        old = await claim_one(store, state=DeliveryState.AMBIGUOUS)
        await store.run(lambda unit: unit.deliveries.prune(NOW))
        assert await planned_again(store, ended) == set()
        await store.run(lambda unit: unit.deliveries.prune(NOW + timedelta(microseconds=1)))
        assert await planned_again(store, [*ended, old]) == {each.agenda for each in ended}


def group_of(row: AgendaRow) -> DueGroup:
    """Return the group that a due row is in."""
    assert row.rule is not None
    assert row.zone is not None
    assert row.due_at is not None
    assert row.slot_on is not None
    assert row.slot is not None
    return DueGroup(rule=row.rule, zone=row.zone, due_at=row.due_at, slot_on=row.slot_on, slot=row.slot)


def delivery_of(row: AgendaRow) -> Delivery:
    """Return the delivery that a plan writes for a due row."""
    group = group_of(row)
    assert row.owner is not None
    assert row.lane is not None
    return Delivery(
        agenda=row.id,
        slot_on=group.slot_on,
        slot=group.slot,
        owner=row.owner,
        lane=row.lane,
        due_at=group.due_at,
    )


async def planned_again(store: Store, deliveries: list[Delivery]) -> set[object]:
    """Let the rows of these deliveries be due for the same slot again; return those that are handed out."""
    for delivery in deliveries:
        row = await get(store, delivery.agenda)
        assert row is not None
        await put(store, replace(row, due_at=delivery.due_at, slot_on=date(2026, 3, 2), slot=delivery.slot))
    await store.run(tick)
    return {each.agenda for each in await claim(store)}
