"""Many people at once in Discord: how long the slowest answers take, and how many a second there are.

Both apps are processes of their own, each before a loopback Discord of its own in this one, and so many
things are on their way at any time. Ours reads its real store, or writes it, before it answers.
"""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import count, cycle
from pathlib import Path

from tests.bench.discord_ground import Typist, echo, reststop
from tests.bench.discord_people import crowd, enrol
from tests.bench.ground import STARTS_WITHIN
from tests.bench.harness import Figure, paired
from tests.bench.people import NEVER
from tests.bench.turns import p99
from tests.sim.discord import DiscordSim, User

AT_MOST = 1_000.0
"""Milliseconds within which the slowest in a hundred is answered."""
_PEOPLE = 100
_AT_ONCE = 64
_N = 1_000
_ROUNDS = 5
_READS, _WRITES = ("settings",), ("pause", "resume")


def figures() -> Iterator[Figure]:
    """Compare commands that read, and commands that write."""
    yield from asyncio.run(_measured())


async def _measured() -> list[Figure]:
    async with AsyncExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        ours = await stack.enter_async_context(_ours(home))
        floor = await stack.enter_async_context(_floor(home))
        return [
            *await _compared("read", _READS, ours, floor),
            *await _compared("write", _WRITES, ours, floor),
        ]


class Crowd:
    """Many people before one Discord."""

    def __init__(self, discord: DiscordSim) -> None:
        """Gather before `discord`."""
        self.users = crowd(discord, _PEOPLE)
        self._typist = Typist(discord)

    async def round(self, words: tuple[str, ...]) -> tuple[float, list[float]]:
        """Return the microseconds of each command, as they go side by side, and the milliseconds of each."""
        turns, numbers, times = cycle(_turns(self.users, words)), count(), list[float]()

        async def type_on() -> None:
            while next(numbers) < _N:
                times.append(await self._typist.command(*next(turns)) * 1e3)

        began = time.perf_counter()
        await asyncio.gather(*(type_on() for _ in range(_AT_ONCE)))
        return (time.perf_counter() - began) / _N * 1e6, times


def _turns(users: list[User], words: tuple[str, ...]) -> list[tuple[User, str]]:
    return [(user, word) for word in words for user in users]


@asynccontextmanager
async def _ours(home: Path) -> AsyncIterator[Crowd]:
    async with DiscordSim(lints=False) as discord:
        await asyncio.to_thread(enrol, home / "data", discord, crowd(discord, _PEOPLE), NEVER)
        async with reststop(discord, home, "discord", "engine"):
            await discord.until(lambda: bool(discord.gateway.ready), patience=STARTS_WITHIN)
            yield Crowd(discord)


@asynccontextmanager
async def _floor(home: Path) -> AsyncIterator[Crowd]:
    async with DiscordSim(lints=False) as discord, echo(discord, home):
        await discord.until(lambda: bool(discord.gateway.ready), patience=STARTS_WITHIN)
        yield Crowd(discord)


async def _compared(name: str, words: tuple[str, ...], ours: Crowd, floor: Crowd) -> list[Figure]:
    paces: list[tuple[float, float]] = []
    slowest: list[tuple[float, float]] = []
    for number in range(_ROUNDS + 1):
        (mine, my_times), (theirs, their_times) = await ours.round(words), await floor.round(words)
        if number:  # the first one warms up
            paces.append((mine, theirs))
            slowest.append((p99(my_times), p99(their_times)))
    why = f"/reststop {' and '.join(words)} with {_AT_ONCE} in flight, beside discord.py that echoes"
    last = paired(
        f"discord_crowd_{name}_p99", slowest, n=_N, unit="ms", why=f"{why}; {AT_MOST:.0f} ms at most"
    )
    return [
        paired(f"discord_crowd_{name}", paces, n=_N, unit="us", why=why),
        last.judged(ok=last.figure < AT_MOST),
    ]
