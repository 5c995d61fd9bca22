"""Processes that listen to a loopback Discord, and a surface that writes down what it hears."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import discord

from adapters.discord.hearing.inbound import Given, Said
from adapters.discord.line.api import point_at
from adapters.discord.line.gateway import GatewayOfDiscord, Watch
from adapters.discord.line.shards import Shards
from adapters.discord.line.strikes import Strikes
from bot.ports.leases import Leases
from bot.ports.vault import Secret
from bot.services.hosting.leases import NotedLeases
from bot.testing.store import MemoryStore, StoreShelf
from bot.testing.time import ManualClock
from tests.sim.discord import DiscordSim
from tests.unit.small_house import MONDAY

QUICK = Watch(look=0.01, deaf=60, finished_within=5)


@dataclass
class Noting:
    """Writes down what came, and takes its time with it where it is told to."""

    meanwhile: Callable[[], Awaitable[object]] | None = None
    came: list[str] = field(default_factory=list)
    found_in: list[list[str]] = field(default_factory=list)
    under_way: set[asyncio.Task[None]] = field(default_factory=set)

    async def take(self, given: Given, interaction: discord.Interaction) -> None:
        """Write down its id."""
        del interaction
        self.came.append(given.id)

    async def said(self, said: Said) -> None:
        """Write down the words, when there was time for it."""
        task = asyncio.create_task(self._note(said.content))
        self.under_way.add(task)
        await task

    async def edited(self, said: Said) -> None:
        """Write down the words as they are now."""
        self.came.append(f"now: {said.content}")

    async def deleted(self, application: str, channel: str, message: str) -> None:
        """Write down that something is gone."""
        assert application
        assert channel
        assert message
        self.came.append("gone")

    async def joined(self, server: str) -> None:
        """Write down where the bot is now."""
        self.came.append(f"in {server}")

    async def left(self, server: str) -> None:
        """Write down where it is no longer."""
        self.came.append(f"not in {server}")

    async def found(self, servers: Collection[str], is_heard: Callable[[str], bool]) -> None:
        """Write down where it is, as a session begins; each of them is heard of."""
        assert all(is_heard(server) for server in servers)
        self.found_in.append(sorted(servers))

    async def settled(self) -> None:
        """Wait until all is written down."""
        await asyncio.gather(*self.under_way)

    async def _note(self, words: str) -> None:
        if self.meanwhile is not None:
            await self.meanwhile()
        self.came.append(words)


class Hasty(ManualClock):
    """A clock on which a second goes by with each look."""

    def elapsed(self) -> float:
        """Return the seconds, one more than the last time."""
        self.spend(1)
        return super().elapsed()


@dataclass
class House:
    """A process that may listen, and what it shares with others: a clock and a database."""

    sim: DiscordSim
    clock: ManualClock = field(default_factory=lambda: ManualClock(MONDAY))
    shelf: StoreShelf = field(default_factory=StoreShelf)
    naps: list[float] = field(default_factory=list)
    holder: str = "one"
    surface: Noting = field(default_factory=Noting)
    store: MemoryStore = field(init=False)

    def __post_init__(self) -> None:
        """Open the database."""
        self.store = MemoryStore(clock=self.clock, shelf=self.shelf)

    def beside(self, holder: str) -> House:
        """Return another process on the same database."""
        return House(self.sim, self.clock, self.shelf, holder=holder)

    def leases(self) -> Leases:
        """Return its leases."""
        return NotedLeases(self.store, self.clock)

    def gateway(
        self, *, token: str = "", shards: Shards | None = None, watch: Watch = QUICK
    ) -> GatewayOfDiscord:
        """Return its way in, not opened yet."""
        point_at(self.sim.api_url, self.sim.gateway_url)
        return GatewayOfDiscord(
            self.surface,
            Secret(token or self.sim.token),
            self.clock,
            self.leases(),
            strikes=Strikes(self.clock),
            application=self.sim.application_id,
            holder=self.holder,
            shards=shards,
            watch=watch,
            sleep=self._nap,
        )

    @asynccontextmanager
    async def listening(
        self, *, shards: Shards | None = None, watch: Watch = QUICK
    ) -> AsyncIterator[GatewayOfDiscord]:
        """Listen until the block ends."""
        way = self.gateway(shards=shards, watch=watch)
        await way.open()
        try:
            yield way
        finally:
            async with asyncio.timeout(10):
                await way.close()

    async def _nap(self, seconds: float) -> None:
        self.naps.append(seconds)
        await asyncio.sleep(0.005)


async def is_connected(way: GatewayOfDiscord, sim: DiscordSim, count: int = 1) -> bool:
    """Wait until there are so many connections; whether that is known."""
    await sim.connected(count)
    await sim.gateway.read()
    return (await way.health())["connected"] is True


async def came(house: House, what: list[str]) -> bool:
    """Whether this came, once all that was said is read."""
    await house.sim.gateway.read()
    return house.surface.came == what


def running() -> list[str]:
    """Return what of the way in still runs, discord.py's own tasks included."""
    codes = [getattr(task.get_coro(), "cr_code", None) for task in asyncio.all_tasks()]
    files = [code.co_filename for code in codes if code is not None]
    return [file for file in files if "/discord/" in file and "tests" not in file]
