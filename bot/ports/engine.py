"""Engine: what makes time pass. It ticks when something is due and drains the lanes that were woken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What a tick found: lanes with something to send, and when the agenda wants to be asked again."""

    lanes: frozenset[str]
    next_at: datetime | None


Tick = Callable[[], Awaitable[Ticked]]
Drain = Callable[[str], Awaitable[datetime | None]]
"""Drains one lane; returns when what it held back may be tried again, or None."""


def pause_after(failures: int) -> timedelta:
    """Return how long to leave alone what failed so often in a row (1 or more): 1 s, doubling up to 60 s."""
    doublings = min(failures - 1, 6)  # 2**6 s is past the longest; a month of failures is no huge number
    return min(FIRST_PAUSE * (1 << doublings), LONGEST_PAUSE)


class Engine(Protocol):
    """Contract: tests/contract/engine_contract.py.

    A tick never waits for a lane. Two drains of one lane never overlap; lanes do not wait for each
    other. A wake during a tick ticks once more, a wake during a drain drains that lane once more.

    An instant that a tick or a drain returned is never acted on early. It stands until the next run
    of the same tick or lane says something else, and one that is past means "again, now".

    An exception ends neither: it is logged by its type alone, and that tick or that lane is left alone
    for `pause_after` so many failures, whoever wakes it meanwhile, and then tried again.
    """

    async def start(self, tick: Tick, drain: Drain) -> None:
        """Begin, once; the first tick comes at once.

        Raises:
            RuntimeError: this engine was started or stopped before.
        """
        ...

    def wake(self, lane: str | None = None) -> None:
        """Tick soon, because the agenda changed; with a lane, drain it soon.

        Called on the event loop. Before `start` it is remembered, after `stop` it does nothing.
        """
        ...

    async def catch_up(self, lane: str) -> None:
        """Tick, then drain a lane, and return when both are done: for somebody who has just come.

        Before `start` and after `stop` it does nothing. A tick or drain that fails counts as done.
        """
        ...

    async def stop(self) -> None:
        """End: what is being sent is finished, nothing new begins. A second call does nothing."""
        ...
