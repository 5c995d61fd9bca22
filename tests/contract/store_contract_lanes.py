"""What a store promises about a lane that was asked to wait."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.deliveries import DeliveryState
from bot.ports.store import Store
from tests.contract.store_contract_agenda import claim_one
from tests.contract.store_samples import LANE, NOW, OTHER_LANE, claim, enrol, tick

HOUR = timedelta(hours=1)


class LanesContract:
    """The promise about holding a lane back."""

    async def test_what_is_planned_in_a_lane_is_held_back_together(self, store: Store) -> None:
        """Not before the instant, and then all of it; what waits longer goes on waiting for its own."""
        later = await claim_one(store, state=DeliveryState.PLANNED, not_before=NOW + 3 * HOUR)
        sooner = await claim_one(store, state=DeliveryState.PLANNED, not_before=NOW + HOUR)
        free = await claim_one(store, state=DeliveryState.PLANNED)
        until = NOW + 2 * HOUR
        await store.run(lambda unit: unit.deliveries.hold(LANE, until))
        assert await claim(store, now=until - HOUR) == []
        assert await store.run(lambda unit: unit.deliveries.next_not_before(NOW, LANE)) == until
        came = await claim(store, now=until)
        assert {each.agenda for each in came} == {free.agenda, sooner.agenda}
        assert [each.agenda for each in await claim(store, now=NOW + 3 * HOUR)] == [later.agenda]

    async def test_it_is_known_since_when_a_lane_could_send(self, store: Store) -> None:
        """Since its oldest was due, or was held back no longer; what is in doubt counts for nothing."""
        assert await store.run(lambda unit: unit.deliveries.waiting_since(NOW)) == {}
        await claim_one(store, state=DeliveryState.AMBIGUOUS)
        held = await claim_one(store, state=DeliveryState.PLANNED, not_before=NOW + HOUR)
        assert await store.run(lambda unit: unit.deliveries.waiting_since(NOW)) == {}
        later = await store.run(lambda unit: unit.deliveries.waiting_since(NOW + 2 * HOUR), writes=False)
        assert later == {LANE: NOW + HOUR}
        free = await claim_one(store, state=DeliveryState.PLANNED)
        await enrol(store, lane=OTHER_LANE)
        await store.run(tick)
        assert held.due_at == free.due_at <= NOW
        both = await store.run(lambda unit: unit.deliveries.waiting_since(NOW))
        assert both.keys() == {LANE, OTHER_LANE}
        assert both[LANE] == free.due_at

    async def test_only_what_is_planned_there_is_held_back(self, store: Store) -> None:
        """Another lane goes on, what is in doubt is asked about, and what has ended has ended."""
        doubted = await claim_one(store, state=DeliveryState.AMBIGUOUS)
        await claim_one(store, state=DeliveryState.SENT)
        other = await enrol(store, lane=OTHER_LANE)
        await store.run(tick)
        await store.run(lambda unit: unit.deliveries.hold(LANE, NOW + HOUR))
        doubts = await store.run(lambda unit: unit.deliveries.in_doubt(LANE, NOW))
        assert [each.agenda for each in doubts] == [doubted.agenda]
        assert await store.run(lambda unit: unit.deliveries.next_not_before(NOW)) is None
        assert [each.agenda for each in await claim(store, lane=OTHER_LANE)] == [other.id]

    async def test_waiting_names_what_others_began_where_that_is_asked(self, store: Store) -> None:
        """Claimed and sending as well, for who cannot know whether another process lives still."""
        await claim_one(store, state=DeliveryState.SENT)
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW, and_begun=True)) == frozenset()
        await claim_one(store, state=DeliveryState.SENDING)
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW)) == frozenset()
        assert await store.run(lambda unit: unit.deliveries.waiting(NOW, and_begun=True)) == {LANE}
