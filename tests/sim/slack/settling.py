"""Knowing when an app is done: no request under way, no listener at work, nothing left to come."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from tests.sim.common.flights import Flights
from tests.sim.slack.core import Core

_AT_WORK = {"run_ack_function_asynchronously", "run_message_listeners", "to_runnable_function"}
"""Coroutines of slack_bolt and slack_sdk in which listeners run, until they have returned."""
_ON_SOCKET = {"receive_messages"}
"""The coroutine of slack_sdk that reads a socket, for as long as it is open."""
_SILENCE = 0.05
"""Seconds after which an app on this loop, with no listener at work, will not answer an envelope any more."""
_TURNS = 50
"""Turns of the loop that a frame needs at the most from the socket to a listener; ten in truth."""


class Settling:
    """Waits for an app to be done.

    Where app and Slack share an event loop, the tasks in which slack_bolt runs its listeners are known and
    waited for. What else an app does by itself only the app knows: `idle`, if given, returns when it is done.
    An app in another process is known by its requests alone; wait for what is expected with `SlackSim.until`.
    """

    def __init__(self, core: Core, flights: Flights, idle: Callable[[], Awaitable[None]] | None) -> None:
        """Watch what `core` sends, and the requests that come."""
        self._core = core
        self._flights = flights
        self.idle = idle

    async def settled(self, *, patience: float = 10.0) -> None:
        """Return when nothing is under way, as far as that can be known.

        What an app on this loop leaves without an acknowledgement is not waited for: that is for the clock.

        Raises:
            TimeoutError: something still was after `patience` seconds of the wall clock.
        """
        async with asyncio.timeout(patience):
            while True:
                came = len(self._core.journal)
                was_answered = await self._answered()
                await self._flights.landed(lambda: _tasks(_AT_WORK))
                if self.idle is not None:
                    await self.idle()
                if came == len(self._core.journal) and (not was_answered or self._is_quiet()):
                    return

    def cut_off(self) -> None:
        """Let an app on this event loop end as `kill -9` would: no listener goes on, nothing is answered."""
        self._core.sockets.abort()
        for task in _tasks(_AT_WORK):
            task.cancel()
        self._core.deliveries.give_up()

    def _is_quiet(self) -> bool:
        return self._flights.in_flight == 0 and self._core.deliveries.is_quiet

    async def _answered(self) -> bool:
        """Wait until everything has its answer; False if something will never have one."""
        while not self._is_quiet():
            try:
                await self._core.pulse.until(self._is_quiet, patience=_SILENCE)
            except TimeoutError:
                if await self._is_silent():
                    return False
        return True

    async def _is_silent(self) -> bool:
        """Whether an app on this loop has nothing more to say to what it got."""
        for _ in range(_TURNS):
            if self._flights.in_flight or _tasks(_AT_WORK) or not _tasks(_ON_SOCKET):
                return False
            await asyncio.sleep(0)
        return not self._is_quiet()


def _tasks(names: set[str]) -> list[asyncio.Task[object]]:
    """The tasks of this loop that run one of these coroutines."""
    return [task for task in asyncio.all_tasks() if getattr(task.get_coro(), "__name__", "") in names]
