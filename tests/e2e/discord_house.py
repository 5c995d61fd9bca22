"""The house with its Discord surface: built, torn down and built again before a Discord that stays."""

from __future__ import annotations

from adapters.discord.api import Line, point_at
from adapters.discord.app import DiscordSurface, Patience
from adapters.discord.chat import DiscordChat
from adapters.discord.commands import Commands, reststop
from adapters.discord.gateway import GatewayOfDiscord, Watch
from adapters.discord.kept import Kept
from bot.app.house import House
from bot.app.settings import Settings
from bot.ports.vault import Secret
from bot.services.cards.help import COMMANDS as ABOUT
from bot.services.routes import COMMANDS
from bot.testing.faults import ArmedCrash
from bot.testing.time import ManualClock
from tests.e2e.platform_house import PlatformHouse, Surface
from tests.e2e.platform_records import Recorder
from tests.sim.discord import DiscordSim
from tests.sim.discord_surface import Unknown, at_once

PATIENT = Patience(moment=20.0)
"""Seconds before Discord is told to wait: more than a busy machine takes, while the clock stands still."""


class DiscordHouse(PlatformHouse):
    """One house after another on the same data folder, each connected by the gateway."""

    def __init__(
        self,
        discord: DiscordSim,
        *,
        settings: Settings,
        clock: ManualClock,
        crash: ArmedCrash,
        recorder: Recorder,
        seed: int,
    ) -> None:
        """Stand before `discord` once `build` was called; what the core says is told to `recorder`."""
        super().__init__(discord, settings=settings, clock=clock, crash=crash, recorder=recorder, seed=seed)
        self._discord = discord

    def surface_of(self, house: House) -> Surface:
        """Return Discord's surface, with the token of the bot."""
        point_at(self._discord.api_url, self._discord.gateway_url)
        token = Secret(self._discord.token)
        line = Line(token, self._clock, sleep=at_once)
        chat = DiscordChat(line, self._clock)
        surface = DiscordSurface(
            hear=self._hear,
            chat=chat,
            kept=Kept(self._clock, self._chance(0)),
            words=tuple(COMMANDS),
            patience=PATIENT,
        )
        self._discord.waits_for(surface.settled)
        gateway = GatewayOfDiscord(
            surface,
            token,
            self._clock,
            house.leases,
            strikes=line.strikes,
            application=self._discord.application_id,
            holder="under test",
            watch=Watch(look=0.02, finished_within=10),
            sleep=at_once,
        )

        async def connect() -> None:
            await Commands(line, reststop(COMMANDS, ABOUT), Unknown()).sync()
            await gateway.open()
            await self._discord.connected()

        async def disconnect() -> None:
            await gateway.close()
            await line.close()
            await self._discord.until(lambda: not self._discord.gateway.ready)

        return Surface("discord", chat, connect, disconnect)
