"""Knowing when an app is done: no request under way, no listener at work, nothing left to come."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from tests.sim.slack.api import Api
from tests.sim.slack.core import Core

_LISTENERS = {"run_ack_function_asynchronously", "run_message_listeners", "to_runnable_function"}
"""Coroutines of slack_bolt and slack_sdk in which listeners run, until they have returned."""


class Settling:
    """Waits for an app to be done.

    Where app and Slack share an event loop, the tasks in which slack_bolt runs its listeners are known and
    waited for. What else an app does by itself only the app knows: `idle`, if given, returns when it is done.
    An app in another process is known by its requests alone; wait for what is expected with `SlackSim.until`.
    """

    def __init__(self, core: Core, api: Api, idle: Callable[[], Awaitable[None]] | None) -> None:
        """Watch what `core` sends and `api` gets."""
        self._core = core
        self._api = api
        self.idle = idle

    async def settled(self, *, patience: float = 10.0) -> None:
        """Return when nothing is under way, as far as that can be known.

        Raises:
            TimeoutError: something still was after `patience` seconds of the wall clock.
        """
        async with asyncio.timeout(patience):
            while True:
                came = len(self._core.journal)
                await self._core.pulse.until(self._is_quiet, patience=patience)
                await self._listeners_done()
                if self.idle is not None:
                    await self.idle()
                if came == len(self._core.journal) and self._is_quiet():
                    return

    def cut_off(self) -> None:
        """Let an app on this event loop end as `kill -9` would: no listener goes on, nothing is answered."""
        self._core.sockets.abort()
        for task in asyncio.all_tasks():
            if _is_listener(task):
                task.cancel()
        self._core.deliveries.give_up()

    def _is_quiet(self) -> bool:
        return self._api.in_flight == 0 and self._core.deliveries.is_quiet

    async def _listeners_done(self) -> None:
        """Wait for the listeners of slack_bolt; not for one whose request a fault holds back for good."""
        while True:
            work = [task for task in asyncio.all_tasks() if _is_listener(task)]
            if not work or self._api.held:
                return
            held = asyncio.get_running_loop().create_task(
                self._core.pulse.until(lambda: self._api.held > 0, patience=3600)
            )
            await asyncio.wait([*work, held], return_when=asyncio.FIRST_COMPLETED)
            held.cancel()


def _is_listener(task: asyncio.Task[object]) -> bool:
    return getattr(task.get_coro(), "__name__", "") in _LISTENERS
