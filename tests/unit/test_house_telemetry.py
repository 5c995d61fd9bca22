"""What a house tells of how it goes: what it sent became, how late, what waits, what was not saved."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from typing import TypeVar

import pytest
from prometheus_client.parser import text_string_to_metric_families

from adapters.metrics.registry import Registry
from bot.app.watch import Watch, sampling, timed
from bot.app.watched_store import WatchedStore
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.ports.chat import Arrival, HeldBack, Later, MaybeSent, NotOpen, Unreachable
from bot.ports.store import Unit
from bot.ports.telemetry import Became, Surface, Telemetry, Work
from bot.services.delivery.outgoing import DOUBT_PAUSE
from bot.services.router import Router
from bot.surface.capabilities import Capabilities
from bot.testing.keys import MemoryKeyStore
from bot.testing.store import MemoryStore, Trouble
from bot.testing.telemetry import ReadTelemetry
from tests.unit.small_house import ANA, BEN, LANE, on
from tests.unit.world import FIRST_SLOT, World, world

T = TypeVar("T")

HERE = Surface.OTHER
"""The surface of the small house is none of ours, and is called nothing more than that."""


@contextmanager
def watched(telemetry: Telemetry) -> Iterator[World]:
    """Give a house that is watched, as `open_house` has it."""
    with world() as house:
        house.desk = replace(
            house.desk, store=WatchedStore(house.store, telemetry, house.clock), telemetry=telemetry
        )
        house.router = Router(house.desk, changed=house.engine.wake)
        yield house


async def test_what_is_sent_is_counted_with_how_late_it_was() -> None:
    """From when it was due until it was written down as sent."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in()
        seen.counts.clear()
        await house.until(FIRST_SLOT)
    assert seen.counts == {(HERE, Became.SENT): 1}
    assert seen.seconds[HERE, "sent after"] == [0.0]


async def test_a_platform_that_asks_to_wait_is_counted_with_for_how_long() -> None:
    """It is counted once for the lane; the wait is the platform's, and what is sent then is not late."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        house.chat.receipts = [Later(wait=timedelta(seconds=30))]
        await house.until(FIRST_SLOT + timedelta(minutes=5))
        assert seen.seconds[HERE, "asked to wait"] == [30.0]
        assert seen.counts[HERE, Became.SENT] == 2
        assert seen.seconds[HERE, "sent after"] == [0.0, 0.0]


async def test_one_who_rests_is_held_back() -> None:
    """No lane was asked to wait."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in()
        house.chat.receipts = [HeldBack(until=on(5, 10))]
        await house.until(FIRST_SLOT)
        assert seen.counts == {(HERE, Became.HELD_BACK): 1}
        assert (HERE, "asked to wait") not in seen.seconds


async def test_a_doubt_is_counted_once_however_often_it_is_asked_about() -> None:
    """Then that it went again, and that it came."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in()
        house.chat.receipts = [MaybeSent()]
        house.chat.arrivals = [Arrival.NOT_NOW, Arrival.NOT_ARRIVED]
        await house.until(FIRST_SLOT + 3 * DOUBT_PAUSE)
        assert seen.counts == {
            (HERE, Became.AMBIGUOUS): 1,
            (HERE, Became.AGAIN): 1,
            (HERE, Became.SENT): 1,
        }


async def test_who_cannot_be_reached_is_counted() -> None:
    """Nothing says who it was."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in()
        house.chat.receipts = [Unreachable()]
        await house.until(FIRST_SLOT)
        assert seen.counts[HERE, Became.UNREACHABLE] == 1


async def test_what_is_not_saved_is_counted_and_told_all_the_same() -> None:
    """Nothing else is counted of it."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in()
        house.store.refuse(Trouble.LOCKED)
        with pytest.raises(NotSaved):
            await house.desk.store.run(lambda unit: unit.deliveries.hold(LANE, FIRST_SLOT))
        assert seen.counts == {"not saved": 1}
        assert seen.seconds == {}


class _Twice(MemoryStore):
    """Runs a unit, and then once more, as PostgreSQL asks where two met."""

    async def run(self, work: Callable[[Unit], T], *, writes: bool = True, within: float | None = None) -> T:
        """Run it twice; what it says the second time is said."""

        def twice(unit: Unit) -> T:
            work(unit)
            return work(unit)

        return await super().run(twice, writes=writes, within=within)


async def test_a_unit_that_is_run_again_is_counted_once() -> None:
    """What the first run did was undone."""
    seen = ReadTelemetry()
    with world() as house:
        store = WatchedStore(_Twice(clock=house.clock, at_once=True), seen, house.clock)
        until = house.clock.now() + timedelta(seconds=30)
        held = iter(["slack/first", "slack/second"])
        await store.run(lambda unit: unit.deliveries.hold(next(held), until))
        assert seen.seconds == {(Surface.SLACK, "asked to wait"): [30.0]}


async def test_how_long_the_oldest_waits_is_noted_by_surface() -> None:
    """Of the platforms also that nothing waits."""
    seen = ReadTelemetry()
    with watched(seen) as house:
        await house.settle_in()
        watch = Watch(house.desk, MemoryKeyStore(today=FIRST_SLOT.date))
        await watch.note_waiting()
        assert seen.stands == {(Surface.SLACK, "waits"): 0.0, (Surface.DISCORD, "waits"): 0.0}
        house.chat.receipts = [NotOpen()]
        await house.until(FIRST_SLOT + timedelta(minutes=7))
        await watch.note_waiting()
        assert seen.stands[HERE, "waits"] == 420.0


async def test_what_is_not_ready_has_a_name() -> None:
    """And it is ready again by itself."""
    with watched(ReadTelemetry()) as house:
        watch = Watch(house.desk, MemoryKeyStore(today=FIRST_SLOT.date))
        assert await watch.lacks() == ()
        house.store.refuse(Trouble.AWAY)
        assert await watch.lacks() == ("database",)
        house.store.refuse(None)
        assert await watch.lacks() == ()


async def test_ticks_and_drains_are_timed_and_failures_counted() -> None:
    """What fails is raised as before."""
    seen, now = ReadTelemetry(), iter([1.0, 3.5, 4.0])

    async def tick(*given: str) -> str:
        if given:
            raise NotSaved
        return "done"

    act = timed(Work.TICK, tick, seen, lambda: next(now))
    assert await act() == "done"
    with pytest.raises(NotSaved):
        await act("badly")
    assert (seen.seconds[Work.TICK], seen.counts[Work.TICK]) == ([2.5], 1)


class _Three(ReadTelemetry):
    """Says when the loop was looked at three times."""

    def __init__(self) -> None:
        super().__init__()
        self.seen = asyncio.Event()

    def loop_lagged(self, seconds: float) -> None:
        """Keep it."""
        super().loop_lagged(seconds)
        if len(self.seconds["loop"]) == 3:
            self.seen.set()


async def test_a_loop_that_is_held_up_is_noticed() -> None:
    """A look that comes late says by how much."""
    telemetry, loop = _Three(), asyncio.get_running_loop()
    async with sampling(telemetry, every=0.001):
        until = loop.time() + 0.03
        while loop.time() < until:
            pass  # as a careless handler would hold it up
        await telemetry.seen.wait()
    assert max(telemetry.seconds["loop"]) >= 0.02


async def test_no_label_says_who_or_where() -> None:
    """Every label of every metric is a word of an enum: a workspace, a person, their words come nowhere."""
    registry = Registry()
    strange = Account(surface="slack", workspace="T0SECRET", user="U0SECRET")
    words = "seventeen lanterns in the harbour"
    with watched(registry) as house:
        house.open_to({"slack": house.chat})
        house.chat.capabilities = Capabilities(surface="slack", waits=False, hosted=True)
        await house.settle_in(strange)
        await house.say(words, strange)
        house.chat.receipts = [Later(wait=timedelta(seconds=30)), MaybeSent(), Unreachable()]
        await house.until(on(9, 12))
        await Watch(house.desk, MemoryKeyStore(today=FIRST_SLOT.date)).note_waiting()
    page = registry.page()
    assert page is not None
    assert 'reststop_deliveries_total{became="unreachable",surface="slack"}' in page
    for secret in ("SECRET", "T0", "U0", "lanterns", "harbour", "chat/", "team"):
        assert secret not in page
    known = {each.value for enum in (Surface, Became, Work) for each in enum}
    samples = [one for family in text_string_to_metric_families(page) for one in family.samples]
    labels = {label for sample in samples for label in sample.labels.items()}
    assert {value for name, value in labels if name != "le"} <= known
    assert {name for name, _ in labels} == {"surface", "became", "work", "le"}
