"""What those who watch a process are told: what it lacks, how long things wait, how late its loop comes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from typing import Final, TypeVar

from bot.errors import KeyProblem, NotSaved
from bot.ports.keys import KeyStore
from bot.ports.store import Unit
from bot.ports.telemetry import Surface, Telemetry, Work, surface_of
from bot.services.desk import Desk

LOOKS_WITHIN: Final = 2.0
"""Seconds in which the database has answered; later than that it does not answer."""
SAMPLED_EVERY: Final = 0.05
"""Seconds between two looks at how late the event loop comes. The rule: never more than 20 ms."""

R = TypeVar("R")


class Watch:
    """Looks at one house. Nothing of anybody is in what it tells."""

    def __init__(self, desk: Desk, keystore: KeyStore) -> None:
        """Look at what stands behind `desk`, and at the key store."""
        self._desk = desk
        self._keystore = keystore

    async def lacks(self) -> tuple[str, ...]:
        """Return what is not ready by its name: `database`, `key`. The content was whole at the start."""
        looks = {"database": self._database(), "key": self._key()}
        answers = await asyncio.gather(*looks.values())
        return tuple(name for name, is_there in zip(looks, answers, strict=True) if not is_there)

    async def note_waiting(self) -> None:
        """Note for each surface since when the oldest waits that could leave."""
        now = self._desk.clock.now()
        try:
            since = await self._desk.store.run(lambda unit: unit.deliveries.waiting_since(now), writes=False)
        except NotSaved:
            return  # it is counted; what was noted before stands
        longest = dict.fromkeys((Surface.SLACK, Surface.DISCORD), 0.0)
        for lane, at in since.items():
            surface = surface_of(lane)
            longest[surface] = max(longest.get(surface, 0.0), (now - at).total_seconds())
        for surface, seconds in longest.items():
            self._desk.telemetry.waits_since(surface, seconds)

    async def _database(self) -> bool:
        try:
            await self._desk.store.run(_look, writes=False, within=LOOKS_WITHIN)
        except NotSaved:
            return False
        return True

    async def _key(self) -> bool:
        try:
            await asyncio.to_thread(self._keystore.note, "kek/current")
        except (NotSaved, KeyProblem):
            return False
        return True


def timed(
    work: Work, act: Callable[..., Awaitable[R]], telemetry: Telemetry, seconds: Callable[[], float]
) -> Callable[..., Awaitable[R]]:
    """Return `act`, of which each time is noted how long it took, or that it failed."""

    async def taken(*given: str) -> R:
        began = seconds()
        try:
            result = await act(*given)
        except Exception:  # it is raised again, whatever it is
            telemetry.failed(work)
            raise
        telemetry.took(work, seconds() - began)
        return result

    return taken


@asynccontextmanager
async def sampling(telemetry: Telemetry, every: float = SAMPLED_EVERY) -> AsyncIterator[None]:
    """Note meanwhile, again and again, by how much the event loop comes late."""
    loop = asyncio.get_running_loop()
    next_look: list[asyncio.TimerHandle] = []

    def look(due: float) -> None:
        now = loop.time()
        telemetry.loop_lagged(max(0.0, now - due))
        next_look[:] = [loop.call_at(now + every, partial(look, now + every))]

    look(loop.time())
    try:
        yield
    finally:
        next_look[0].cancel()


def _look(unit: Unit) -> None:
    unit.notes.get("house/tenant")
