"""A store that tells telemetry what became of deliveries, once it is written; and what was not saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from bot.domain.deliveries import Delivery, DeliveryState
from bot.errors import NotSaved
from bot.ports.store import Deliveries, Store, Unit
from bot.ports.telemetry import Became, Telemetry, surface_of
from bot.ports.time import Clock
from bot.surface.bounded import Bounded

T = TypeVar("T")

ON_THEIR_WAY = 10_000
"""Of so many that are being sent it is remembered since when they could leave."""

_Slot = tuple[UUID, date, str]
_ENDS: Mapping[DeliveryState, Became] = {
    DeliveryState.SENT: Became.SENT,
    DeliveryState.UNREACHABLE: Became.UNREACHABLE,
    DeliveryState.EXPIRED: Became.EXPIRED,
    DeliveryState.PARKED: Became.PARKED,
}


class WatchedStore:
    """Is the store that it was given. A unit that is run twice is counted once, one that fails not at all."""

    def __init__(self, store: Store, telemetry: Telemetry, clock: Clock) -> None:
        """Stand before `store`, and tell `telemetry`."""
        self._store = store
        self._telemetry = telemetry
        self._clock = clock
        self._free_since: Bounded[_Slot, datetime] = Bounded(ON_THEIR_WAY)

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Run `work` as the store does, and tell what it did.

        Raises:
            NotSaved: as the store raises it.
        """
        noted = _Noted()

        def watched(unit: Unit) -> T:
            noted.begin_anew()
            return work(_WatchedUnit(unit, noted))

        try:
            result = await self._store.run(watched if writes else work, writes=writes, within=within)
        except NotSaved:
            self._telemetry.not_saved()
            raise
        now = self._clock.now()
        for lane, until in noted.held.items():
            self._telemetry.asked_to_wait(surface_of(lane), max(0.0, (until - now).total_seconds()))
        for slot, delivery in noted.saved.items():
            self._tell(slot, delivery, now)
        return result

    def close(self) -> None:
        """Finish what runs and close."""
        self._store.close()

    def _tell(self, slot: _Slot, delivery: Delivery, now: datetime) -> None:
        surface, since = surface_of(delivery.lane), self._free_since.get(slot)
        self._free_since.drop(slot)
        match delivery.state:
            case DeliveryState.SENDING:
                self._free_since.put(slot, max(delivery.due_at, delivery.not_before or delivery.due_at))
                if delivery.tries > 1:
                    self._telemetry.became(surface, Became.AGAIN)
            case DeliveryState.PLANNED:
                if delivery.not_before is not None:
                    self._telemetry.became(surface, Became.HELD_BACK)
            case DeliveryState.AMBIGUOUS:
                if since is not None:  # else it was in doubt before, and the platform could not say
                    self._telemetry.became(surface, Became.AMBIGUOUS)
            case DeliveryState.CLAIMED:
                pass
            case ended:
                self._telemetry.became(surface, _ENDS[ended])
                if ended is DeliveryState.SENT:
                    late = (now - (since or delivery.due_at)).total_seconds()
                    self._telemetry.sent_after(surface, max(0.0, late))


class _Noted:
    """What one unit did with deliveries, as far as it came."""

    def __init__(self) -> None:
        self.saved: dict[_Slot, Delivery] = {}
        self.held: dict[str, datetime] = {}

    def begin_anew(self) -> None:
        """Forget what a first run did: it was undone."""
        self.saved.clear()
        self.held.clear()


class _WatchedUnit:
    """A unit of which the outbox is watched."""

    def __init__(self, unit: Unit, noted: _Noted) -> None:
        self.people = unit.people
        self.agenda = unit.agenda
        self.deliveries: Deliveries = _WatchedDeliveries(unit.deliveries, noted)
        self.runs = unit.runs
        self.journal = unit.journal
        self.sheets = unit.sheets
        self.inbox = unit.inbox
        self.installations = unit.installations
        self.organisations = unit.organisations
        self.gatherings = unit.gatherings
        self.notes = unit.notes
        self.be_alone = unit.be_alone


class _WatchedDeliveries:
    """The outbox, of which is noted what is saved and held."""

    def __init__(self, deliveries: Deliveries, noted: _Noted) -> None:
        self._deliveries = deliveries
        self._noted = noted
        self.add = deliveries.add
        self.was_planned = deliveries.was_planned
        self.claim = deliveries.claim
        self.every = deliveries.every
        self.in_doubt = deliveries.in_doubt
        self.recover = deliveries.recover
        self.let_go = deliveries.let_go
        self.move = deliveries.move
        self.waiting = deliveries.waiting
        self.waiting_since = deliveries.waiting_since
        self.next_not_before = deliveries.next_not_before
        self.prune = deliveries.prune

    def save(self, delivery: Delivery) -> None:
        """Write it, and note it."""
        self._deliveries.save(delivery)
        self._noted.saved[delivery.agenda, delivery.slot_on, delivery.slot] = delivery

    def hold(self, lane: str, until: datetime) -> None:
        """Hold the lane, and note it."""
        self._deliveries.hold(lane, until)
        self._noted.held[lane] = until
