"""Engine: what makes time pass. It ticks when something is due and drains the lanes that were woken."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """What a tick found: lanes with something to send, and when the agenda wants to be asked again."""

    lanes: frozenset[str]
    next_at: datetime | None


Tick = Callable[[], Awaitable[Ticked]]
Drain = Callable[[str], Awaitable[datetime | None]]
"""Drains one lane; returns when what it held back may be tried again, or None."""


class Engine(Protocol):
    """Contract: tests/contract/engine_contract.py.

    A tick never waits for a lane. Two drains of one lane never overlap; lanes do not wait for each
    other. A wake during a tick ticks once more.
    """

    async def start(self, tick: Tick, drain: Drain) -> None:
        """Begin; the first tick comes at once."""
        ...

    def wake(self, lane: str | None = None) -> None:
        """Tick soon, because the agenda changed; with a lane, drain it soon."""
        ...

    async def stop(self) -> None:
        """End: what is being sent is finished, nothing new begins."""
        ...
