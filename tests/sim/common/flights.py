"""Requests that are under way to a loopback platform, and the work of an app that makes them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.sim.common.pulse import Pulse


class Flights:
    """Counts what has no answer yet."""

    def __init__(self, pulse: Pulse) -> None:
        """Begin with none; each that comes, goes or is held is a beat of `pulse`."""
        self._pulse = pulse
        self.in_flight = 0
        """Requests that have no answer yet; those that a fault holds do not count."""
        self.held = 0
        """Requests that a fault holds."""

    @contextmanager
    def request(self) -> Iterator[None]:
        """Count a request until it is answered."""
        self.in_flight += 1
        self._pulse.beat()
        try:
            yield
        finally:
            self.in_flight -= 1
            self._pulse.beat()

    @contextmanager
    def hold(self) -> Iterator[None]:
        """Count a request that is under way as held meanwhile."""
        self.in_flight -= 1
        self.held += 1
        self._pulse.beat()
        try:
            yield
        finally:
            self.in_flight += 1
            self.held -= 1

    async def landed(self, work: Callable[[], list[asyncio.Task[object]]]) -> None:
        """Wait until there is no `work` of an app any more; not for one whose request is held."""
        while (tasks := work()) and not self.held:
            held = asyncio.get_running_loop().create_task(
                self._pulse.until(lambda: self.held > 0, patience=3600)
            )
            await asyncio.wait([*tasks, held], return_when=asyncio.FIRST_COMPLETED)
            held.cancel()
