"""Procrastinate as it is used here: a job says that somebody is to look at a lane, or at the agenda, now.

One job a lane: `lock` lets one process drain it at a time, `queueing_lock` lets one more wait. Rows of our
own are the truth; a job that is lost is found missing by the next tick. It has a schema of its own, `jobs`.
https://procrastinate.readthedocs.io/
"""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import Final

import psycopg
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.schema import SchemaManager

from bot.errors import NotSaved, SchemaBehind

AGENDA: Final = "agenda"
"""The queue of whoever ticks; a lane's queue is named as its surface."""

_SCHEMA: Final = "jobs"
_OPTIONS: Final = f"-c search_path={_SCHEMA}"
_CONNECTIONS: Final = 8
STALLED_AFTER: Final = timedelta(seconds=30)
"""How long without a sign of life after which a worker is taken for dead (docs/operations.md)."""
_LOOKS_EVERY: Final = 0.25
"""Seconds between looks for jobs. A new one is told at once; one that waited for its lane is not."""
_OPENS_WITHIN: Final = 10.0
_PREPARING: Final = 7_267_003
"""The number of the lock of whoever makes the schema; the store has others (`adapters.store`)."""
_KEPT_ALIVE: Final = {
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
"""As of the store's lines: one to a machine that is gone is cut after some ten seconds."""
_KNOWN: Final = (
    "SELECT queueing_lock FROM procrastinate_jobs WHERE status = 'todo' AND queueing_lock = ANY(%(locks)s)"
)
_IS_THERE: Final = "SELECT to_regclass('jobs.procrastinate_jobs') IS NOT NULL AS there"

# It would say what a job was called with. Ours never fail, and we say what there is to say.
logging.getLogger("procrastinate").setLevel(logging.CRITICAL)


def prepare(address: str) -> bool:
    """Make the schema of jobs in the database at `address`, once; whether it was made now.

    Raises:
        NotSaved: the database was not available.
    """
    try:
        with psycopg.connect(_plain(address), options=_OPTIONS, connect_timeout=5) as database:
            database.execute(f"SELECT pg_advisory_xact_lock({_PREPARING})")
            found = database.execute(_IS_THERE).fetchone()
            if found is not None and found[0]:
                return False
            database.execute(f"CREATE SCHEMA IF NOT EXISTS {_SCHEMA}")
            database.execute(SchemaManager.get_schema())
    except psycopg.Error as problem:
        raise _not_now(problem) from None
    return True


def queue_of(lane: str) -> str:
    """Return the queue in which a lane's jobs wait: that of its surface."""
    return lane.partition("/")[0]


class Jobs:
    """The jobs of one database, to call others with and to be called."""

    def __init__(
        self,
        address: str,
        *,
        drain: Callable[[str], Awaitable[None]],
        tick: Callable[[], None],
        stalled_after: timedelta = STALLED_AFTER,
    ) -> None:
        """Call `drain` and `tick` where a job of this process's queues says so."""
        self._stalled_after = stalled_after.total_seconds()
        connector = PsycopgConnector(
            conninfo=_plain(address),
            kwargs={"options": _OPTIONS, **_KEPT_ALIVE},
            min_size=1,
            max_size=_CONNECTIONS,
            timeout=_OPENS_WITHIN,
        )
        self._app = App(connector=connector)

        @self._app.task(name="drain")
        async def run_drain(lane: str) -> None:
            await drain(lane)

        @self._app.task(name="tick")
        async def run_tick() -> None:
            tick()

        self._drain, self._tick = run_drain, run_tick

    async def open(self) -> None:
        """Connect.

        Raises:
            NotSaved: the database was not available.
            SchemaBehind: there are no jobs in it; `prepare` makes them.
        """
        async with _translated():
            await self._app.open_async()
            found = await self._app.connector.execute_query_one_async(_IS_THERE)
        if not found["there"]:
            await self._app.close_async()
            raise SchemaBehind

    async def close(self) -> None:
        """Let go of all connections."""
        async with _translated():
            await self._app.close_async()

    async def call_drains(self, lanes: Collection[str]) -> None:
        """Let somebody drain these lanes; where one waits to, that is enough.

        Raises:
            NotSaved: the database was not available; called again, it goes on.
        """
        calls = [self._drain_of(lane) for lane in sorted(lanes)]
        async with _translated():
            if len(calls) > 1:
                calls = await self._new(calls)
                with suppress(AlreadyEnqueued):  # somebody called one meanwhile: each by itself, then
                    if calls:
                        await self._app.job_manager.batch_defer_jobs_async(jobs=calls)
                    return
            for call in calls:
                with suppress(AlreadyEnqueued):
                    await self._app.job_manager.defer_job_async(job=call)

    async def call_tick(self) -> None:
        """Let somebody tick.

        Raises:
            NotSaved: the database was not available.
        """
        async with _translated():
            with suppress(AlreadyEnqueued):
                await self._tick.configure(queue=AGENDA, queueing_lock=AGENDA).defer_async()

    async def work(self, queues: Collection[str], *, at_once: int) -> None:
        """Do the jobs of some queues, so many at a time, until cancelled; those that run are finished then.

        Raises:
            NotSaved: the database is not available.
        """
        async with _translated():
            await self._app.run_worker_async(
                queues=sorted(queues),
                concurrency=at_once,
                delete_jobs="always",
                install_signal_handlers=False,
                fetch_job_polling_interval=_LOOKS_EVERY,
                update_heartbeat_interval=self._stalled_after / 3,
                stalled_worker_timeout=self._stalled_after,
            )

    async def sweep(self) -> None:
        """End the jobs of workers that are taken for dead, so that others may have their lanes, and do.

        Raises:
            NotSaved: the database was not available.
        """
        manager = self._app.job_manager
        async with _translated():
            for job in await manager.get_stalled_jobs(seconds_since_heartbeat=self._stalled_after):
                if job.lock is not None:  # called first: whoever ends between the two leaves nobody waiting
                    await self.call_drains({job.lock})
                with suppress(ConnectorException):  # another process was quicker
                    await manager.finish_job(job, status=Status.FAILED, delete_job=True)

    def _drain_of(self, lane: str) -> Job:
        deferrer = self._drain.configure(queue=queue_of(lane), lock=lane, queueing_lock=lane)
        return deferrer.job.evolve(task_kwargs={"lane": lane})

    async def _new(self, calls: Sequence[Job]) -> list[Job]:
        rows = await self._app.connector.execute_query_all_async(
            _KNOWN, locks=[call.queueing_lock for call in calls]
        )
        known = {row["queueing_lock"] for row in rows}
        return [call for call in calls if call.queueing_lock not in known]


@asynccontextmanager
async def _translated() -> AsyncIterator[None]:
    try:
        yield
    except (psycopg.Error, ConnectorException, OSError) as problem:
        raise _not_now(problem) from None


def _not_now(problem: BaseException) -> NotSaved:
    refused = NotSaved()
    refused.add_note(type(problem.__cause__ or problem).__name__)
    return refused


def _plain(address: str) -> str:
    """Return an address as PostgreSQL's own library reads it."""
    scheme, _, rest = address.partition("://")
    return f"{scheme.partition('+')[0]}://{rest}"
