"""The other way to schedule: one APScheduler job for each person, on the same hundred thousand who are due.

Nothing in the product does it. The comparison is why the agenda is a table (docs/decisions, 0004).
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.events import EVENT_JOB_EXECUTED, EVENT_JOB_MISSED, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.services.delivery import agenda
from tests.bench.crowd import DUE, desk_over, make_crowd, raw
from tests.bench.harness import Figure, paired

TIMES_DEARER = 35
_PEOPLE = 100_000
_ROUNDS = 7


def figures() -> Iterator[Figure]:
    """Time the product's tick and the scheduler's round in turn; the jobs themselves do nothing."""
    with tempfile.TemporaryDirectory() as home, asyncio.Runner() as runner:
        folder = Path(home) / "data"
        make_crowd(folder, _PEOPLE)
        jobs = Jobs(_PEOPLE)
        runner.run(jobs.start())
        pairs: list[tuple[float, float]] = []
        with desk_over(folder) as (desk, clock):
            beside = raw(folder)
            for number in range(_ROUNDS):
                beside.execute("DELETE FROM deliveries")
                clock.move_to(DUE + timedelta(days=number))
                began = time.perf_counter()
                runner.run(agenda.tick(desk))
                mine = time.perf_counter() - began
                pairs.append((mine / _PEOPLE * 1e6, runner.run(jobs.round()) / _PEOPLE * 1e6))
            beside.close()
        runner.run(jobs.stop())
        yield paired(
            "job_per_person",
            pairs,
            n=_PEOPLE,
            unit="us",
            target=round(1 / TIMES_DEARER, 4),
            why=f"the tick beside one APScheduler job a person, to be {TIMES_DEARER} x dearer or more",
        )


class Jobs:
    """A scheduler with one job for each person, all of them due at once, again and again."""

    def __init__(self, people: int) -> None:
        """Add the jobs; none is due before `round`."""
        self._people = people
        self._far = datetime(2100, 1, 1, tzinfo=UTC)
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._left = 0
        self._done = asyncio.Event()
        self._scheduler.add_listener(self._ran, EVENT_JOB_EXECUTED | EVENT_JOB_MISSED)
        for number in range(people):
            self._scheduler.add_job(
                _nothing,
                IntervalTrigger(days=1, start_date=self._far, timezone=UTC),
                id=str(number),
                misfire_grace_time=None,
                coalesce=True,
            )

    async def start(self) -> None:
        """Start paused, so that a round begins when it is asked for."""
        self._scheduler.start(paused=True)

    async def round(self) -> float:
        """Make every job due, let the scheduler run them, and return the seconds until the last was done."""
        self._left, self._done = self._people, asyncio.Event()
        store = self._scheduler._jobstores["default"]  # noqa: SLF001 - the only way to make them due at one instant
        due = datetime.fromtimestamp(time.time() - 1, UTC)
        for job, _ in store._jobs:  # noqa: SLF001 - as above
            job.next_run_time = due
        store._jobs = [(job, due.timestamp()) for job, _ in store._jobs]  # noqa: SLF001 - as above
        store._jobs_index = {job.id: (job, due.timestamp()) for job, _ in store._jobs}  # noqa: SLF001 - as above
        began = time.perf_counter()
        self._scheduler.resume()
        await self._done.wait()
        took = time.perf_counter() - began
        self._scheduler.pause()
        return took

    async def stop(self) -> None:
        """End the scheduler."""
        self._scheduler.shutdown(wait=False)

    def _ran(self, _: JobExecutionEvent) -> None:
        self._left -= 1
        if self._left == 0:
            self._done.set()


async def _nothing() -> None:
    """Do what a check-in would do, which is nothing here."""
