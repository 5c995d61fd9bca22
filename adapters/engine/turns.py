"""Turns: one activity that is run again and again, never twice at a time. A tick is one, a lane is one."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from datetime import datetime, timedelta

from bot.ports.time import Clock

_log = logging.getLogger(__name__)

_IN_ONE_BREATH = 100
"""So many turns within a second, and there is a pause: nothing spins, whatever it returns or wakes."""


class Turns:
    """Runs `act` when woken, and at the instant that `act` returned last.

    A wake during a turn is one more turn. After a failure comes a pause, and wakes wait for its end.
    Everything happens on one event loop.
    """

    def __init__(
        self,
        act: Callable[[], Awaitable[datetime | None]],
        *,
        name: str,
        clock: Clock,
        look_again: timedelta,
        pause: Callable[[int], timedelta],
    ) -> None:
        """Prepare; `name` is what a log line calls `act`.

        The clock is read at least every `look_again`, since it may have jumped. `pause` tells how long
        to wait after so many failures in a row.
        """
        self._act = act
        self._name = name
        self._clock = clock
        self._look_again = look_again
        self._pause = pause
        self._woken = asyncio.Event()
        self._closed = asyncio.Event()
        self._awaited: list[asyncio.Future[None]] = []
        self._is_pausing = False
        self._next_at: datetime | None = None
        self._failures = 0
        self._breath_began = 0.0
        self._turns_in_it = 0

    def wake(self) -> None:
        """Take a turn soon."""
        self._woken.set()

    async def taken(self) -> None:
        """Take a turn, and wait for the end of one that begins after this call, whatever comes of it.

        In the pause after a failure nobody is kept waiting.
        """
        if not self._closed.is_set() and not self._is_pausing:
            ended = asyncio.get_running_loop().create_future()
            self._awaited.append(ended)
            self.wake()
            await ended

    def close(self) -> None:
        """Begin no turn any more; one that runs is finished."""
        self._closed.set()
        self._woken.set()
        _release(self._awaited)

    async def run(self, *, until_idle: bool = False) -> None:
        """Take turns until closed; with `until_idle`, until there is nothing to do and nothing to wait for.

        When this returns, nothing has happened on the loop since that was found to be so.
        """
        self._breath_began = seconds()
        while not self._closed.is_set():
            if self._woken.is_set() or self._is_due():
                self._woken.clear()
                await self._take_turn()
            elif until_idle and self._next_at is None:
                return
            else:
                await self._wait()

    def _is_due(self) -> bool:
        return self._next_at is not None and self._next_at <= self._clock.now()

    async def _take_turn(self) -> None:
        try:
            self._next_at = await self._act_once()
        except asyncio.CancelledError as cancelled:
            if _is_cancelling_us():
                raise
            await self._failed(cancelled)  # something that `act` waited for was cancelled, not we
        except Exception as failure:  # noqa: BLE001 - whatever a tick or a drain meets, time goes on passing
            await self._failed(failure)
        else:
            self._failures = 0
            await self._breathe()

    async def _act_once(self) -> datetime | None:
        awaited, self._awaited = self._awaited, []
        try:
            next_at = await self._act()
        finally:
            _release(awaited)
        if next_at is not None and next_at.utcoffset() is None:
            raise ValueError("an instant has an offset")
        return next_at

    async def _failed(self, failure: BaseException) -> None:
        self._failures += 1
        pause = self._pause(self._failures)
        # By its type alone: the text of an error may quote what a person wrote.
        _log.warning(
            "%s failed: %s; again in %g s", self._name, type(failure).__name__, pause.total_seconds()
        )
        self._woken.set()
        self._is_pausing = True
        _release(self._awaited)
        await set_within(self._closed, pause)
        self._is_pausing = False

    async def _breathe(self) -> None:
        await asyncio.sleep(0)  # an act that waits for nothing leaves the loop to others all the same
        self._turns_in_it += 1
        if self._turns_in_it == _IN_ONE_BREATH:
            if seconds() - self._breath_began < 1:
                await set_within(self._closed, self._pause(1))
            self._breath_began, self._turns_in_it = seconds(), 0

    async def _wait(self) -> None:
        """Wait for a wake or the next instant; a wake-up for nothing is harmless, the loop looks again."""
        delay = self._look_again
        if self._next_at is not None:
            delay = min(delay, self._next_at - self._clock.now())
        await set_within(self._woken, delay)


def _release(awaited: Iterable[asyncio.Future[None]]) -> None:
    for ended in awaited:
        if not ended.done():  # who waited may have been cancelled
            ended.set_result(None)


def seconds() -> float:
    """Return the event loop's own time."""
    return asyncio.get_running_loop().time()


def _is_cancelling_us() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def set_within(event: asyncio.Event, limit: timedelta) -> None:
    """Return when `event` is set, or after `limit`."""
    with suppress(TimeoutError):
        async with asyncio.timeout(limit.total_seconds()):
            await event.wait()
