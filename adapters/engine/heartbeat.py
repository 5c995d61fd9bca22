"""The heartbeat: APScheduler with one job that says "look again", and nothing else."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import UTC, timedelta
from typing import Protocol


class _Scheduler(Protocol):
    """The two methods of an `AsyncIOScheduler` that are called here; the package ships no types."""

    def start(self) -> None: ...

    def shutdown(self, *, wait: bool) -> None: ...


class Heartbeat:
    """Calls `beat` on the event loop, again and again, `every` so long; the first comes after one wait."""

    def __init__(self, *, every: timedelta, beat: Callable[[], None]) -> None:
        """Prepare to beat; `beat` is quick and never raises."""
        self._every = every
        self._beat = beat
        self._scheduler: _Scheduler | None = None
        self._stopped = False

    async def start(self) -> None:
        """Begin to beat. APScheduler takes some 60 ms to import: a thread does it, so the loop is free."""
        scheduler = await asyncio.to_thread(self._build)
        if self._stopped:
            return
        scheduler.start()
        self._scheduler = scheduler

    def stop(self) -> None:
        """Beat no more, from the loop's next round on; a second call does nothing."""
        self._stopped = True
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=False)
            self._scheduler = None

    def _build(self) -> _Scheduler:
        from apscheduler.schedulers.asyncio import AsyncIOScheduler  # noqa: PLC0415 - see start
        from apscheduler.triggers.interval import IntervalTrigger  # noqa: PLC0415 - see start

        scheduler = AsyncIOScheduler(timezone=UTC)
        scheduler.add_job(
            self._on_the_loop,
            IntervalTrigger(seconds=self._every.total_seconds(), timezone=UTC),
            max_instances=1,
            coalesce=True,
            misfire_grace_time=None,  # its default drops a beat that is more than a second late
        )
        built: _Scheduler = scheduler
        return built

    async def _on_the_loop(self) -> None:
        """Beat. A plain function would be run in a thread, where nothing may touch an asyncio event."""
        self._beat()
