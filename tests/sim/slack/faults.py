"""Switches that make the loopback Slack fail as the real one does now and then."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Literal

How = Literal["ratelimited", "http_500", "timeout", "reset", "error"]


@dataclass(slots=True, kw_only=True)
class Fault:
    """What becomes of the next `times` calls.

    With `accepted` a call does its work and only the answer is lost; else nothing happens.
    """

    how: How
    times: int
    accepted: bool
    retry_after: int
    error: str


class Faults:
    """The switches, by method. Beside Web API methods: "response_url", "upload", and "*" for all."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_method: dict[str, list[Fault]] = {}
        self._released = asyncio.Event()

    def fail(
        self,
        method: str,
        how: How,
        *,
        times: int = 1,
        accepted: bool = False,
        retry_after: int = 30,
        error: str = "internal_error",
    ) -> None:
        """Let the next `times` calls of `method` fail.

        `ratelimited`: 429 with Retry-After. `http_500`: an HTML page. `timeout`: no answer until `release`.
        `reset`: the connection breaks. `error`: {"ok": false} with the word `error`.
        """
        fault = Fault(how=how, times=times, accepted=accepted, retry_after=retry_after, error=error)
        self._by_method.setdefault(method, []).append(fault)

    def next(self, method: str) -> Fault | None:
        """Return what is to become of a call that has just come, and count it."""
        for key in (method, "*"):
            for fault in self._by_method.get(key, []):
                if fault.times > 0:
                    fault.times -= 1
                    return fault
        return None

    def clear(self) -> None:
        """Fail no more."""
        self._by_method.clear()

    def release(self) -> None:
        """Break off the calls that a `timeout` holds."""
        self._released.set()
        self._released = asyncio.Event()

    async def hold(self) -> None:
        """Wait for `release`."""
        await self._released.wait()
