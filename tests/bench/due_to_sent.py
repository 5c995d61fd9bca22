"""How late a check-in leaves that nothing else is in the way of: from its instant to the platform's door.

Two houses in one process: one with its own data folder and engine, one on a PostgreSQL server that makes
every commit safe, where each letter passes through a job. People are due one after another, each with a
moment of rest before; in between a bare timer of the event loop is due, which tells how late this machine is
by itself. The targets are for a machine that has nothing else to do.
"""

from __future__ import annotations

import asyncio
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from adapters.engine.distributed import DistributedEngine
from adapters.engine.embedded import EmbeddedEngine
from bot.app.cli.sim import story_settings
from bot.app.system import SystemClock
from bot.domain.agenda import AgendaKind
from bot.domain.recurrence import daily, parse_at
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.doors.addresses import Address
from tests.bench.harness import Figure
from tests.bench.people import NEVER, settle_in
from tests.bench.quiet_chat import SURFACE, QuietChat
from tests.bench.server_house import addresses, house_on, make_databases, server_settings
from tests.postgres.server import Server, running

EMBEDDED, DISTRIBUTED = 5.0, 15.0
"""Milliseconds, for the middle one of many."""
_SAMPLES = 30
_WARM = 3
"""The first are not counted."""
_REST = timedelta(seconds=0.6)
_GETS_READY = timedelta(seconds=8)
_PATIENCE = 30.0


def figures() -> Iterator[Figure]:
    """Measure both houses and the bare timer in turn."""
    with running(fsync=True) as server, tempfile.TemporaryDirectory() as folder:
        yield from asyncio.run(_measured(server, Path(folder)))


async def _measured(server: Server, home: Path) -> list[Figure]:
    clock, databases = SystemClock(), make_databases(server)
    places = addresses(_SAMPLES + _WARM, 5)
    alone, shared = QuietChat(), QuietChat()
    jobs = DistributedEngine(clock, databases.main, surfaces=(SURFACE,), ticks=True)
    async with (
        house_on(story_settings(home / "data"), clock, EmbeddedEngine(clock), {SURFACE: alone}) as by_itself,
        house_on(server_settings(home / "shared", databases), clock, jobs, {SURFACE: shared}) as of_several,
    ):
        houses = (by_itself, of_several)
        for house in houses:
            await settle_in(house, places, NEVER)
        start = datetime.now(UTC) + _GETS_READY
        dues = [start + 3 * number * _REST for number in range(len(places))]
        for house, later in zip(houses, (timedelta(), _REST), strict=True):
            await house.at_desk(
                partial(_set_due, places=places, dues=[due + later for due in dues]), writes=True
            )
            await house.start()
        if datetime.now(UTC) > start:
            raise AssertionError("getting ready took longer than there was time")
        idle = await _timers([due + 2 * _REST for due in dues])
        await alone.until(len(places), patience=_PATIENCE)
        await shared.until(len(places), patience=_PATIENCE)
    control = idle[_WARM:]
    embedded = _late(alone.came_at, dues)
    distributed = _late(shared.came_at, [due + _REST for due in dues])
    return [
        _figure("due_to_sent_embedded", embedded, control, EMBEDDED),
        _figure("due_to_sent_distributed", distributed, control, DISTRIBUTED),
    ]


def _set_due(desk: Desk, unit: Unit, places: Sequence[Address], dues: Sequence[datetime]) -> None:
    for place, due in zip(places, dues, strict=True):
        found = unit.people.by_index(desk.index(place.account))
        if found is None:
            raise LookupError("nobody lives there")
        row = unit.agenda.of(found[0].id, AgendaKind.CHECKIN)
        if row is None:
            raise LookupError("nothing comes to them")
        slot = f"{due:%H:%M}"
        rule = str(daily(parse_at(slot)))
        unit.agenda.put(replace(row, due_at=due, rule=rule, slot=slot, slot_on=due.date()))


async def _timers(dues: Sequence[datetime]) -> list[float]:
    """Return how many milliseconds late a sleep until each instant ended."""
    late = list[float]()
    for due in dues:
        await asyncio.sleep((due - datetime.now(UTC)).total_seconds())
        late.append((datetime.now(UTC) - due) / timedelta(milliseconds=1))
    return late


def _late(came: Sequence[datetime], dues: Sequence[datetime]) -> list[float]:
    late = [(at - due) / timedelta(milliseconds=1) for at, due in zip(came, dues, strict=True)]
    return late[_WARM:]


def _figure(bench: str, late: Sequence[float], control: Sequence[float], target: float) -> Figure:
    """Judge the middle one; the spread is that of single letters, in milliseconds as well."""
    p50, idle = statistics.median(late), statistics.median(control)
    tenths = statistics.quantiles(late, n=10)
    return Figure(
        bench=bench,
        n=1,
        rounds=len(late),
        unit="ms",
        figure=round(p50, 3),
        floor=round(idle, 3),
        ratio=round(p50 / target, 3),
        spread=(round(tenths[0], 3), round(tenths[-1], 3)),
        target=target,
        ok=p50 <= target,
        why="from due to sent, one at a time, beside a bare timer; the ratio is to the target, in ms",
    )
