"""Waiting for something to become true, without sleeping."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Pulse:
    """Beats whenever something came or changed; who waits looks again at each beat."""

    def __init__(self) -> None:
        """Begin still."""
        self._next = asyncio.Event()
        self.beats = 0

    def beat(self) -> None:
        """Let everyone who waits look again."""
        self.beats += 1
        self._next.set()
        self._next = asyncio.Event()

    async def until(self, is_true: Callable[[], bool], *, patience: float = 10.0) -> None:
        """Return when `is_true`.

        Raises:
            TimeoutError: it was not in `patience` seconds of the wall clock.
        """
        async with asyncio.timeout(patience):
            while not is_true():
                await self._next.wait()
