"""The files of databases on a server, seen to once a day beside all else: no tick waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Final

from bot.errors import ReststopError
from bot.ports.time import Clock

AGAIN_AFTER: Final = timedelta(hours=1)
"""When it is tried again, where it could not be done."""

_log = logging.getLogger(__name__)


class Tending:
    """Sees to them in a thread of its own."""

    def __init__(self, tend: Callable[[Callable[[], bool]], None], clock: Clock) -> None:
        """`tend` does it, and asks what it is given whether to end."""
        self._tend = tend
        self._clock = clock
        self._not_before: datetime | None = None
        self._task: asyncio.Task[None] | None = None
        self._is_over = False

    def begin(self) -> None:
        """Begin, unless it goes on still, was done today, or could not be done within the last hour."""
        now = self._clock.now()
        is_ahead = self._not_before is not None and now < self._not_before
        if is_ahead or self._is_over or (self._task is not None and not self._task.done()):
            return
        self._not_before = datetime.combine(now.date() + timedelta(days=1), time(), now.tzinfo)
        self._task = asyncio.get_running_loop().create_task(self._once())

    async def stop(self) -> None:
        """End it where it is; what was done of it stays."""
        self._is_over = True
        if self._task is not None:
            await asyncio.wait({self._task})

    async def _once(self) -> None:
        try:
            await asyncio.to_thread(self._tend, lambda: self._is_over)
        except ReststopError as problem:
            self._not_before = self._clock.now() + AGAIN_AFTER
            if not self._is_over:
                _log.warning("the databases' files were not seen to: %s", type(problem).__name__)
