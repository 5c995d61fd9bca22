"""Something done in Discord: from its event to its first answer, beside the smallest app of discord.py.

Both are processes of their own, each before a loopback Discord of its own in this one, and are asked in turn,
one thing at a time, with a moment of quiet in between, as it is between people: what follows an answer is
done by then. Ours reads or writes its real store before it answers.
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from itertools import cycle
from pathlib import Path

from tests.bench.discord_ground import Typist, echo, reststop
from tests.bench.discord_people import crowd, enrol
from tests.bench.ground import STARTS_WITHIN
from tests.bench.harness import Figure
from tests.bench.people import NEVER
from tests.bench.turns import N, compared
from tests.sim.discord import DiscordSim

TARGET = 2.0
AT_MOST = 1_000.0
"""Milliseconds within which everything is answered; Discord waits for three thousand."""
READS, WRITES = ("settings",), ("pause", "resume")
OPENS = "write"
_QUIET = 0.005
"""Seconds between two acts."""
_WORDS = "The bell rang twice, and nobody had to run."
_BESIDE = "beside discord.py that echoes"


def figures() -> Iterator[Figure]:
    """Compare commands that read and that write, a form that opens, and a form that is sent."""
    yield from asyncio.run(_measured())


async def _measured() -> list[Figure]:
    with tempfile.TemporaryDirectory() as folder:
        async with _ours(Path(folder)) as ours, _floor(Path(folder)) as floor:
            return [
                *await _both("read", ours, floor, partial(_types, READS), f"/reststop {READS[0]} answered"),
                *await _both(
                    "write", ours, floor, partial(_types, WRITES), "/reststop pause, resume answered"
                ),
                *await _both("opens", ours, floor, _opens, f"/reststop {OPENS} answered by a form"),
                *await _both("form", ours, floor, _sends, "a form with a sentence sent, kept and answered"),
            ]


class Seat:
    """One person before one Discord."""

    def __init__(self, discord: DiscordSim) -> None:
        """Sit down before `discord`."""
        [self.user] = crowd(discord, 1)
        self._typist = Typist(discord)

    async def command(self, path: str) -> float:
        """Type a command; return the milliseconds until it was answered."""
        await asyncio.sleep(_QUIET)
        return await self._typist.command(self.user, path) * 1e3

    async def send(self) -> float:
        """Send the form that is open; return the milliseconds until it was answered."""
        await asyncio.sleep(_QUIET)
        return await self._typist.submit(self.user, _WORDS) * 1e3


@asynccontextmanager
async def _ours(home: Path) -> AsyncIterator[Seat]:
    """Give the product, with somebody who has chosen an hour."""
    async with DiscordSim(lints=False) as discord:
        await asyncio.to_thread(enrol, home / "data", discord, crowd(discord, 1), NEVER)
        async with reststop(discord, home, "discord", "engine"):
            await discord.until(lambda: bool(discord.gateway.ready), patience=STARTS_WITHIN)
            yield Seat(discord)


@asynccontextmanager
async def _floor(home: Path) -> AsyncIterator[Seat]:
    async with DiscordSim(lints=False) as discord, echo(discord, home):
        await discord.until(lambda: bool(discord.gateway.ready), patience=STARTS_WITHIN)
        yield Seat(discord)


_Round = Callable[[Seat], Awaitable[list[float]]]


async def _both(name: str, ours: Seat, floor: Seat, done: _Round, what: str) -> list[Figure]:
    return await compared(
        f"discord_answer_{name}",
        partial(done, ours),
        partial(done, floor),
        target=TARGET,
        at_most=AT_MOST,
        why=f"{what}, {_BESIDE}",
    )


async def _types(words: tuple[str, ...], seat: Seat) -> list[float]:
    word = cycle(words)
    return [await seat.command(next(word)) for _ in range(N)]


async def _opens(seat: Seat) -> list[float]:
    times = []
    for _ in range(N):
        times.append(await seat.command(OPENS))
        seat.user.close()
    return times


async def _sends(seat: Seat) -> list[float]:
    times = []
    for _ in range(N):
        await seat.command(OPENS)
        times.append(await seat.send())
    return times
