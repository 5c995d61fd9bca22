"""Claims and marks on PostgreSQL alone, beside a Procrastinate job for each message: like with like.

Of a drain only what makes a letter leave once: each of twenty lanes is taken and claimed in units as those of
the product, and each message has its unit before it is sent and its unit after, in which the hold on the lane
is looked at. Nothing is chosen, drawn or sealed, and nobody is looked up; `server_drain` is the whole letter.
The jobs do nothing but be done. Both are in one process, twenty at a time, on the same server, which makes
every commit safe.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from bot.domain.deliveries import Delivery, DeliveryState
from bot.ports.store import Unit
from bot.services.delivery import agenda
from bot.services.delivery.deliveries import CLAIMED_AT_ONCE
from bot.services.delivery.holding import Hold
from bot.services.desk import Desk
from bot.testing.time import ManualClock
from tests.bench.crowd import DUE, LANES, desk_on, lane_of
from tests.bench.harness import Figure, paired
from tests.bench.server_crowd import make_server_crowd, store_over
from tests.bench.server_drain import TARGET, Jobs
from tests.postgres.server import Server, running

_PEOPLE = 1_000
_ROUNDS = 6
"""Mornings after the first, which is not measured."""


def figures() -> Iterator[Figure]:
    """Compare a message with a job."""
    with running(fsync=True) as server:
        yield asyncio.run(_measured(server))


async def _measured(server: Server) -> Figure:
    databases = make_server_crowd(server, _PEOPLE)
    jobs, pairs = Jobs(server.at(server.make())), list[tuple[float, float]]()
    await jobs.prepare()
    with store_over(databases) as store:
        clock = ManualClock(DUE)
        desk = replace(desk_on(store, clock), is_shared=True)
        for morning in range(_ROUNDS + 1):
            clock.move_to(DUE + timedelta(days=morning))
            await agenda.tick(desk)
            began = time.perf_counter()
            sent = await asyncio.gather(*(_drain(desk, lane_of(each)) for each in range(LANES)))
            mine = time.perf_counter() - began
            if sum(sent) != _PEOPLE:
                raise AssertionError("a message was not marked, or twice")
            theirs, _ = await jobs.round(_PEOPLE)
            if morning:
                pairs.append((mine / _PEOPLE * 1e6, theirs / _PEOPLE * 1e6))
    why = (
        "a message claimed and marked in the product's units, without its letter, beside a Procrastinate job"
    )
    return paired("server_marks", pairs, n=_PEOPLE, unit="us", target=TARGET, why=why)


async def _drain(desk: Desk, lane: str) -> int:
    """Claim and mark all of a lane; return how many there were."""
    hold, sent = Hold.on(desk, lane), 0
    claimed = await desk.store.run(partial(_take_up, desk=desk, lane=lane, hold=hold))
    while claimed:
        for delivery in claimed:
            sending = replace(delivery, state=DeliveryState.SENDING, tries=delivery.tries + 1)
            await hold.run(partial(_mark, delivery=sending))
            await hold.run(partial(_mark, delivery=replace(sending, state=DeliveryState.SENT)))
        sent += len(claimed)
        claimed = await hold.run(partial(_claim, desk=desk, lane=lane))
    return sent


def _take_up(unit: Unit, desk: Desk, lane: str, hold: Hold) -> Sequence[Delivery]:
    hold.take(unit)
    unit.deliveries.recover(lane)
    if unit.deliveries.in_doubt(lane, desk.clock.now()):
        raise AssertionError("nothing was in doubt")
    return _claim(unit, desk, lane)


def _claim(unit: Unit, desk: Desk, lane: str) -> Sequence[Delivery]:
    return unit.deliveries.claim(lane, desk.clock.now(), CLAIMED_AT_ONCE)


def _mark(unit: Unit, delivery: Delivery) -> None:
    unit.deliveries.save(delivery)
