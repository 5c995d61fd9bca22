"""The engine inside one process: one task ticks, and each lane with work has a task of its own."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from functools import partial

from adapters.engine.heartbeat import Heartbeat
from adapters.engine.turns import Turns
from bot.ports.engine import Drain, Tick, pause_after
from bot.ports.time import Clock

_log = logging.getLogger(__name__)

HEARTBEAT = timedelta(seconds=30)
GATHERS = 0.02
"""Seconds in which wakes become one tick: whoever wrote is answered first, and hundreds at once cost one."""

_AT_A_TIME = 50
"""Lanes that are woken before others get a turn on the loop, so that a thousand at once stop nobody."""


class EmbeddedEngine:
    """Keeps the promises of `bot.ports.engine.Engine` on the running event loop, in memory only.

    The heartbeat is for what nobody told this process: rows that another one wrote. Everything else
    comes by a wake or at an instant that was asked for.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        heartbeat: timedelta = HEARTBEAT,
        pause: Callable[[int], timedelta] = pause_after,
    ) -> None:
        """Prepare to start. No wait outlasts `heartbeat` unseen, so that a jump of the clock is noticed."""
        self._clock = clock
        self._heartbeat = heartbeat
        self._pause = pause
        self._heart = Heartbeat(every=heartbeat, beat=self.wake)
        self._ticks = self._turns(self._tick_once, "a tick")
        self._lanes: dict[str, Turns] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._work: tuple[Tick, Drain] | None = None
        self._ended = False
        self._gathering: asyncio.TimerHandle | None = None

    async def start(self, tick: Tick, drain: Drain) -> None:
        """Begin; the first tick comes at once, before the heartbeat is up."""
        if self._work is not None or self._ended:
            raise RuntimeError("an engine is started once")
        self._work = (tick, drain)
        self._ticks.wake()
        self._spawn(self._ticks.run())
        for lane in self._lanes:
            self._spawn(self._run_lane(lane))
        await self._heart.start()

    def wake(self, lane: str | None = None) -> None:
        """Tick soon; with a lane, drain it soon."""
        if self._ended:
            return
        if lane is None:
            self._tick_soon()
            return
        if lane not in self._lanes:
            self._lanes[lane] = self._turns(partial(self._drain_once, lane), "a drain")
            if self._work is not None:
                self._spawn(self._run_lane(lane))
        self._lanes[lane].wake()

    async def catch_up(self, lane: str) -> None:
        """Tick, then drain a lane, and return when both are done."""
        if self._work is None:
            return
        await self._ticks.taken()
        if not self._ended:
            self.wake(lane)
            await self._lanes[lane].taken()

    async def stop(self) -> None:
        """End, and wait for the tick and the drains that run.

        Raises:
            BaseException: what ended a tick or drain past all handling, as a crash point does.
        """
        self._end()
        self._heart.stop()
        if self._tasks:
            done, _ = await asyncio.wait(self._tasks)
            for task in done:
                task.result()

    def _tick_soon(self) -> None:
        if self._work is None:
            self._ticks.wake()
        elif self._gathering is None:
            self._gathering = asyncio.get_running_loop().call_later(GATHERS, self._gathered)

    def _gathered(self) -> None:
        self._gathering = None
        self._ticks.wake()

    def _turns(self, act: Callable[[], Coroutine[None, None, datetime | None]], name: str) -> Turns:
        return Turns(act, name=name, clock=self._clock, look_again=self._heartbeat, pause=self._pause)

    def _begun(self) -> tuple[Tick, Drain]:
        if self._work is None:
            raise RuntimeError("this engine was not started")
        return self._work

    async def _tick_once(self) -> datetime | None:
        tick, _ = self._begun()
        ticked = await tick()
        for nth, lane in enumerate(sorted(ticked.lanes), start=1):
            self.wake(lane)
            if nth % _AT_A_TIME == 0:
                await asyncio.sleep(0)
        return ticked.next_at

    async def _drain_once(self, lane: str) -> datetime | None:
        _, drain = self._begun()
        return await drain(lane)

    async def _run_lane(self, lane: str) -> None:
        await self._lanes[lane].run(until_idle=True)
        del self._lanes[lane]  # in the same step in which it was found idle: no wake falls in between

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._left)

    def _left(self, task: asyncio.Task[None]) -> None:
        ending = None if task.cancelled() else task.exception()
        if ending is not None:
            _log.critical("the engine ended: %s", type(ending).__name__)
        if task.cancelled() or ending is not None:
            self._end()  # half an engine is worse than none; `stop` tells why it ended
        else:
            self._tasks.discard(task)

    def _end(self) -> None:
        self._ended = True
        if self._gathering is not None:
            self._gathering.cancel()
        for turns in (self._ticks, *self._lanes.values()):
            turns.close()
