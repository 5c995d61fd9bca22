"""The surface under test: adapters.discord before a loopback Discord, by its gateway, its commands known."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass

from adapters.discord.answering.kept import Kept
from adapters.discord.app import DiscordSurface, Patience
from adapters.discord.line.api import Line, point_at
from adapters.discord.line.client import Sleep
from adapters.discord.line.gateway import GatewayOfDiscord, Watch
from adapters.discord.sending.chat import DiscordChat
from adapters.discord.setup.commands import Commands, reststop
from bot.app.system import SystemChance, SystemClock
from bot.ports.leases import Leases
from bot.ports.time import Clock
from bot.ports.vault import Secret
from bot.services.cards.help import COMMANDS as ABOUT
from bot.services.hosting.leases import NotedLeases
from bot.services.routes import COMMANDS
from bot.surface.outcome import Hear
from bot.testing.store import MemoryStore
from tests.sim.discord import DiscordSim

QUICK = Watch(look=0.02, finished_within=10)


@dataclass(frozen=True, slots=True)
class DiscordUnderTest:
    """What stands before Discord."""

    surface: DiscordSurface
    chat: DiscordChat
    line: Line
    gateway: GatewayOfDiscord


class Unknown:
    """Discord was told nothing yet, and nobody keeps what it is told."""

    async def known(self) -> str:
        """Return nothing."""
        return ""

    async def note(self, told: str) -> None:
        """Keep nothing."""


async def at_once(seconds: float) -> None:
    """Let others run."""
    del seconds
    await asyncio.sleep(0)


@asynccontextmanager
async def on_discord(
    sim: DiscordSim,
    hear: Hear,
    *,
    clock: Clock | None = None,
    words: Collection[str] = tuple(COMMANDS),
    patience: Patience | None = None,
    leases: Leases | None = None,
    kept: Kept | None = None,
    sleep: Sleep = at_once,
    watch: Watch = QUICK,
) -> AsyncIterator[DiscordUnderTest]:
    """Connect the surface to `sim`, until the block ends. Commands are there when it begins."""
    clock = clock or SystemClock()
    point_at(sim.api_url, sim.gateway_url)
    line = Line(Secret(sim.token), clock, sleep=sleep)
    chat = DiscordChat(line, clock, SystemChance())
    surface = DiscordSurface(
        hear=hear, chat=chat, kept=kept or Kept(clock, SystemChance()), words=words, patience=patience
    )
    sim.waits_for(surface.settled)
    store = MemoryStore(clock=clock)
    gateway = GatewayOfDiscord(
        surface,
        Secret(sim.token),
        clock,
        leases or NotedLeases(store, clock),
        strikes=line.strikes,
        application=sim.application_id,
        holder="under test",
        watch=watch,
        sleep=sleep,
    )
    try:
        await Commands(line, reststop(COMMANDS, ABOUT), Unknown()).sync()
        before = len(sim.gateway.ready)
        await gateway.open()
        await sim.connected(before + 1)
        yield DiscordUnderTest(surface, chat, line, gateway)
    finally:
        await asyncio.wait_for(surface.settled(), 10)
        await gateway.close()
        await line.close()
        store.close()
