"""Knowing when an app is done: all that was said to it is read, no handler at work, no request under way."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator

from tests.sim.common.flights import Flights
from tests.sim.discord.core import Core

_AT_WORK = (
    "discord.py: on_",
    "CommandTree-invoker",
    "discord-ui-view-dispatch-",
    "discord-ui-modal-dispatch-",
)
"""How the tasks are called in which discord.py runs what an app does with an event, until it has done it."""
_READS = "poll_event"
"""The coroutine of discord.py that reads a socket."""


class Settling:
    """Waits for an app to be done.

    That a frame has been read is known from a ping behind it. Where app and Discord share an event loop, the
    tasks are known in which discord.py runs handlers, and waited for. What else an app does by itself only
    the app knows: `idle`, if given, returns when it is done. An app in another process is known by its
    requests alone: interactions are waited for until they are answered or too late, and no more.
    """

    def __init__(self, core: Core, flights: Flights, idle: Callable[[], Awaitable[None]] | None) -> None:
        """Watch what `core` says, and the requests that come."""
        self._core = core
        self._flights = flights
        self.idle = idle

    async def settled(self, *, patience: float = 10.0) -> None:
        """Return when nothing is under way, as far as that can be known.

        What an app on this loop leaves unanswered is not waited for: that is for the clock. Nor is a handler
        or `idle` while a fault holds a request.

        Raises:
            TimeoutError: something still was after `patience` seconds of the wall clock.
        """
        async with asyncio.timeout(patience):
            while True:
                before = self._happened()
                await self._core.gateway.read()
                await self._flights.landed(_handlers)
                await self._core.pulse.until(lambda: self._flights.in_flight == 0, patience=patience)
                if self._core.gateway.ready and not _is_here():
                    await self._core.pulse.until(self._is_answered, patience=patience)
                if self.idle is not None and not self._flights.held:
                    await self.idle()
                is_done = self._flights.held or not _handlers()
                if before == self._happened() and self._flights.in_flight == 0 and is_done:
                    return

    def cut_off(self) -> None:
        """Let an app on this event loop end as `kill -9` would: no handler goes on, nothing is answered."""
        self._core.gateway.drop(resumable=False)
        for task in _handlers():
            task.cancel()

    def _happened(self) -> tuple[int, int]:
        return len(self._core.journal), self._core.gateway.said

    def _is_answered(self) -> bool:
        return not self._core.interactions.waiting or not self._core.gateway.ready


def _handlers() -> list[asyncio.Task[object]]:
    mine = asyncio.current_task()
    return [task for task in asyncio.all_tasks() if task.get_name().startswith(_AT_WORK) and task is not mine]


def _is_here() -> bool:
    """Whether somebody on this event loop reads from a gateway."""
    return any(name == _READS for task in asyncio.all_tasks() for name in _chain(task.get_coro()))


def _chain(coroutine: object) -> Iterator[str]:
    """The names of the coroutines that wait for each other, from the outermost in."""
    while coroutine is not None:
        yield getattr(coroutine, "__name__", "")
        coroutine = getattr(coroutine, "cr_await", None)
