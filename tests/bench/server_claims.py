"""Two processes on one PostgreSQL plan and claim at the same moment: no row is had twice.

Whoever plans and claims is a process of its own, with the product's own tick and the claim of its drains, as
fast as it can; both take lanes in the same order, so that they meet. Each writes down what it claimed, and
the parent compares. A million rows come in rounds: ten mornings of a hundred thousand people. `CLAIMS=n` sets
how many people.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from struct import Struct

from adapters.store.databases import ServerDatabases
from bot.domain.deliveries import Delivery
from bot.ports.store import Unit
from bot.services.delivery import agenda
from bot.testing.time import ManualClock
from tests.bench.crowd import DUE, LANES, desk_on, lane_of
from tests.bench.harness import Figure
from tests.bench.server_crowd import make_server_crowd, raw, store_over
from tests.postgres.server import Server, running

_PEOPLE = 100_000
_ROUNDS = 10
_PROCESSES = 2
_AT_ONCE = 1_000
"""Claimed in one unit: twenty times what a drain takes, so that the million is done today."""
_CLAIM = Struct(">16sI")


def figures() -> Iterator[Figure]:
    """Let two processes take everything; count what was planned or claimed twice, or not at all."""
    people = int(os.environ.get("CLAIMS", _PEOPLE))
    with running(fsync=True) as server:
        yield from _measured(server, people)


def _measured(server: Server, people: int) -> Iterator[Figure]:
    databases = make_server_crowd(server, people)
    claimed = wrong = planned_wrong = 0
    shares: list[int] = []
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, closing(raw(databases)) as beside:
        beside.autocommit = True
        for number in range(_ROUNDS):
            files = [Path(folder) / f"{each}.claims" for each in range(_PROCESSES)]
            _take(databases, number, files)
            told = [file.read_bytes() for file in files]
            parts = [set(_CLAIM.iter_unpack(each)) for each in told]
            total = sum(len(each) // _CLAIM.size for each in told)
            distinct = set().union(*parts)
            claimed += total
            shares += [len(each) // _CLAIM.size for each in told]
            wrong += total - len(distinct) + abs(people - len(distinct))
            found = beside.execute("SELECT count(*), count(DISTINCT agenda) FROM deliveries").fetchone()
            planned_wrong += sum(abs(people - each) for each in found or (0, 0))
            beside.execute("TRUNCATE deliveries")
            beside.execute("VACUUM ANALYZE agenda")
    took = (time.perf_counter() - began) / max(claimed, 1) * 1e6
    low, high = min(shares), max(shares)
    why = (
        f"{_PROCESSES} processes, {_ROUNDS} mornings, {low} to {high} rows to each of them;"
        f" {took:.1f} us a row with their starts"
    )
    for bench, figure in (("server_claims", wrong), ("server_plans", planned_wrong)):
        yield Figure(
            bench=bench,
            n=claimed,
            rounds=_ROUNDS,
            unit="rows twice or never",
            figure=figure,
            floor=0,
            ratio=figure,
            spread=(figure, figure),
            target=0,
            ok=figure == 0 and claimed == people * _ROUNDS,
            why=why,
        )


def _take(databases: ServerDatabases, number: int, files: list[Path]) -> None:
    """Let processes begin together on a morning, and wait for all of them."""
    known = [databases.main, databases.keys, str(number)]
    workers = [
        subprocess.Popen(
            [sys.executable, "-m", __name__, *known, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        for file in files
    ]
    try:
        for worker in workers:
            if worker.stdout is None or worker.stdout.readline() != b"ready\n":
                raise RuntimeError("a process did not get ready")
        for worker in workers:
            if worker.stdin is not None:
                worker.stdin.close()
        if any(code != 0 for code in [worker.wait() for worker in workers]):
            raise RuntimeError("a process failed")
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()


def _claim(unit: Unit, lane: str, now: datetime) -> Sequence[Delivery]:
    return unit.deliveries.claim(lane, now, _AT_ONCE)


def work(main: str, keys: str, number: str, file: str) -> None:
    """Be one of the processes: tick, then claim lane after lane until nothing is left; write down what."""
    with store_over(ServerDatabases(main, keys)) as store, Path(file).open("wb") as claims:
        clock = ManualClock(DUE + timedelta(days=int(number)))
        desk = desk_on(store, clock)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        sys.stdin.read()

        async def take() -> None:
            await agenda.tick(desk)
            left = {lane_of(each) for each in range(LANES)}
            while left:
                for lane in sorted(left):
                    found = await store.run(partial(_claim, lane=lane, now=clock.now()))
                    claims.writelines(
                        _CLAIM.pack(each.agenda.bytes, each.slot_on.toordinal()) for each in found
                    )
                    if not found:
                        left.discard(lane)

        asyncio.run(take())


if __name__ == "__main__":
    work(*sys.argv[1:])
