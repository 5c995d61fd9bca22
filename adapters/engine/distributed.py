"""The engine of several processes on one PostgreSQL: each may tick, and one at a time drains a lane."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Coroutine
from datetime import datetime, timedelta
from typing import Final

from adapters.engine.heartbeat import Heartbeat
from adapters.engine.jobs import AGENDA, STALLED_AFTER, Jobs, queue_of
from adapters.engine.turns import Turns, seconds, set_within
from bot.ports.engine import Drain, Tick, pause_after
from bot.ports.time import Clock

_log = logging.getLogger(__name__)

HEARTBEAT: Final = timedelta(seconds=30)
SWEEP: Final = timedelta(minutes=1)
"""How often the jobs of dead processes are looked for."""
GATHERS: Final = 0.02
"""Seconds in which wakes become one call: the first of them goes at once."""
AT_ONCE: Final = 1_000
"""Lanes that one process drains at a time: each of them mostly waits for its platform."""


class DistributedEngine:
    """Keeps the promises of `bot.ports.engine.Engine` where the databases are on a server.

    A process that ticks does so by its own timer and heartbeat, as the embedded one; several may, and each
    due row is taken by one of them. A process that does not tick calls one that does. Lanes are called and
    drained by jobs (`adapters.engine.jobs`), in the processes that have their surface.
    """

    def __init__(
        self,
        clock: Clock,
        address: str,
        *,
        surfaces: Collection[str],
        ticks: bool,
        heartbeat: timedelta = HEARTBEAT,
        pause: Callable[[int], timedelta] = pause_after,
        stalled_after: timedelta = STALLED_AFTER,
    ) -> None:
        """Prepare to start on the database at `address`: drain lanes of `surfaces`; with `ticks`, tick."""
        self._clock = clock
        self._queues = frozenset(surfaces) | (frozenset({AGENDA}) if ticks else frozenset())
        self._does_tick = ticks
        self._pause = pause
        self._jobs = Jobs(address, drain=self._drain_by_job, tick=self.wake, stalled_after=stalled_after)
        self._sweeps_every = min(SWEEP, stalled_after)
        self._heart = Heartbeat(every=heartbeat, beat=self.wake)

        def turns(act: Callable[[], Coroutine[None, None, datetime | None]], name: str) -> Turns:
            return Turns(act, name=name, clock=clock, look_again=heartbeat, pause=pause)

        self._ticks = turns(self._tick_once, "a tick")
        self._calls = turns(self._call, "calling a lane")
        self._sweeps = turns(self._sweep, "a sweep")
        self._work: tuple[Tick, Drain] | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._worker: asyncio.Task[None] | None = None
        self._closed = asyncio.Event()
        self._wanted: set[str] = set()
        self._wants_tick = False
        self._is_in_call = False
        self._held: dict[str, datetime] = {}
        self._awaited: defaultdict[str, list[asyncio.Future[None]]] = defaultdict(list)
        self._pausing: set[str] = set()
        self._gathering: asyncio.TimerHandle | None = None
        self._called_at = 0.0
        self._failure: BaseException | None = None

    async def start(self, tick: Tick, drain: Drain) -> None:
        """Begin; where this process ticks, the first tick comes at once.

        Raises:
            RuntimeError: it was started or stopped before.
            NotSaved, SchemaBehind: the database is not there, or was not prepared.
        """
        if self._work is not None or self._closed.is_set():
            raise RuntimeError("an engine is started once")
        self._work = (tick, drain)
        await self._jobs.open()
        self._calls.wake()
        self._spawn(self._calls.run())
        self.wake()
        if self._does_tick:
            self._spawn(self._ticks.run())
            self._sweeps.wake()
            self._spawn(self._sweeps.run())
            await self._heart.start()
        if self._queues:
            self._worker = self._spawn(self._do_jobs())

    def wake(self, lane: str | None = None) -> None:
        """Tick soon, here or in another process; with a lane, let it be drained soon."""
        if self._closed.is_set():
            return
        if lane is not None:
            self._wanted.add(lane)
        elif self._does_tick:
            self._ticks.wake()
            return
        else:
            self._wants_tick = True
        self._call_soon()

    @property
    def is_calling(self) -> bool:
        """Whether somebody is still to be called."""
        return not self._closed.is_set() and bool(self._wanted or self._wants_tick or self._is_in_call)

    @property
    def is_working(self) -> bool:
        """Whether this process does jobs."""
        return self._worker is not None and not self._closed.is_set()

    async def catch_up(self, lane: str) -> None:
        """Tick, then drain a lane of this process, and return when both are done."""
        if self._work is None or self._closed.is_set():
            return
        if self._does_tick:
            await self._ticks.taken()
        if self._closed.is_set() or queue_of(lane) not in self._queues or lane in self._pausing:
            return
        done = asyncio.get_running_loop().create_future()
        self._awaited[lane].append(done)
        self.wake(lane)
        await done

    async def stop(self) -> None:
        """End, and wait for the tick and the drains that run.

        Raises:
            BaseException: what ended a tick or drain past all handling, as a crash point does.
        """
        is_open = self._work is not None and not self._closed.is_set()
        self._end()
        self._heart.stop()
        if self._worker is not None:
            self._worker.cancel()
        if self._tasks:
            await asyncio.wait(self._tasks)
        if is_open:
            await self._jobs.close()
        if self._failure is not None:
            raise self._failure

    async def _tick_once(self) -> datetime | None:
        tick, _ = self._begun()
        ticked = await tick()
        self._wanted.update(ticked.lanes)
        if ticked.lanes:
            self._call_soon()
        return ticked.next_at

    async def _call(self) -> datetime | None:
        """Call whoever drains the lanes that are wanted, and those that were held back until now."""
        self._called_at = seconds()
        now = self._clock.now()
        self._wanted.update(lane for lane, until in self._held.items() if until <= now)
        lanes, wants_tick = frozenset(self._wanted), self._wants_tick
        for lane in lanes:
            self._held.pop(lane, None)
        # Whoever wakes from here on wakes for what these calls may come too early for.
        self._wanted, self._wants_tick, self._is_in_call = set(), False, True
        try:
            if wants_tick:
                await self._jobs.call_tick()
            if lanes:
                await self._jobs.call_drains(lanes)
        except BaseException:  # whatever ended the call, what it was for is wanted still
            self._wanted |= lanes
            self._wants_tick |= wants_tick
            raise
        finally:
            self._is_in_call = False
        return min(self._held.values(), default=None)

    async def _sweep(self) -> datetime | None:
        await self._jobs.sweep()
        return self._clock.now() + self._sweeps_every

    async def _do_jobs(self) -> None:
        """Work until cancelled; where the database was away, begin again."""
        failures = 0
        while not self._closed.is_set():
            began = seconds()
            try:
                await self._jobs.work(self._queues, at_once=AT_ONCE)
            except asyncio.CancelledError:
                return
            except Exception as problem:  # noqa: BLE001 - whatever it meets, time goes on passing
                failures = 1 if seconds() - began > SWEEP.total_seconds() else failures + 1
                _log.warning("doing jobs failed: %s", type(problem).__name__)
                await set_within(self._closed, self._pause(failures))

    async def _drain_by_job(self, lane: str) -> None:
        """Drain a lane, again after each failure and its pause, until it is done or this process ends."""
        failures = 0
        while not self._closed.is_set():
            awaited = self._awaited.pop(lane, [])
            try:
                held_until = await self._drain_once(lane)
            except Exception as problem:  # noqa: BLE001 - as above
                failures += 1
                pause = self._pause(failures)
                # By its type alone: the text of an error may quote what a person wrote.
                _log.warning(
                    "a drain failed: %s; again in %g s", type(problem).__name__, pause.total_seconds()
                )
                self._pausing.add(lane)
                _release([*awaited, *self._awaited.pop(lane, [])])
                await set_within(self._closed, pause)
                self._pausing.discard(lane)
                continue
            except BaseException as ending:  # noqa: BLE001 - told by `stop`, and not to Procrastinate's log
                self._failure = ending
                _log.critical("the engine ended: %s", type(ending).__name__)
                self._end()  # half an engine is worse than none; `stop` tells why it ended
                _release(awaited)
                return
            self._hold(lane, held_until)
            _release(awaited)
            return

    async def _drain_once(self, lane: str) -> datetime | None:
        _, drain = self._begun()
        held_until = await drain(lane)
        if held_until is not None and held_until.utcoffset() is None:
            raise ValueError("an instant has an offset")
        return held_until

    def _hold(self, lane: str, until: datetime | None) -> None:
        self._held.pop(lane, None)
        if until is not None:
            self._held[lane] = until
            self._calls.wake()

    def _call_soon(self) -> None:
        """Call at once, where nobody was called just now; otherwise all of this moment together."""
        if self._work is None or self._gathering is not None:
            return
        wait = self._called_at + GATHERS - seconds()
        if wait <= 0:
            self._calls.wake()
        else:
            self._gathering = asyncio.get_running_loop().call_later(wait, self._gathered)

    def _gathered(self) -> None:
        self._gathering = None
        self._calls.wake()

    def _begun(self) -> tuple[Tick, Drain]:
        if self._work is None:
            raise RuntimeError("this engine was not started")
        return self._work

    def _spawn(self, work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._left)
        return task

    def _left(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        ending = None if task.cancelled() else task.exception()
        if ending is not None:
            _log.critical("the engine ended: %s", type(ending).__name__)
            self._failure = ending
            self._end()

    def _end(self) -> None:
        self._closed.set()
        if self._gathering is not None:
            self._gathering.cancel()
        for turns in (self._ticks, self._calls, self._sweeps):
            turns.close()
        for waiting in self._awaited.values():
            _release(waiting)


def _release(awaited: Collection[asyncio.Future[None]]) -> None:
    for each in awaited:
        if not each.done():
            each.set_result(None)
