"""Discord keeps the surface contract: the real library, and somebody before a loopback Discord."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest

from adapters.discord.sending.chat import DISCORD
from bot.domain.people import Account
from bot.surface.outcome import Hear
from tests.contract.platform_stage import PlatformStage
from tests.contract.surface_contract import HostedSurfaceContract
from tests.contract.surface_samples import ZONE
from tests.contract.surface_stage import OpenStage
from tests.e2e.discord_hands import Hands
from tests.sim.discord import DiscordSim, Guild
from tests.sim.discord_surface import on_discord


class DiscordStage(PlatformStage):
    """One person before Discord."""

    capabilities = DISCORD
    tells_when_closed = False
    """Discord tells nobody that a modal was closed
    (https://discord.com/developers/docs/interactions/receiving-and-responding)."""

    def __init__(
        self, hear: Hear, discord: DiscordSim, opened: AsyncExitStack, guild: Guild | None = None
    ) -> None:
        """Sit before `discord`, with a surface that stands until `opened` is closed.

        Commands are given in `guild`, or in the direct conversation, which is no organisation's.
        """
        self._discord = discord
        self._guild = guild
        self.organisation = f"discord/{guild.id}" if guild else ""
        self._opened = opened
        self._user = discord.user("ana")
        account = Account(surface="discord", workspace=discord.application_id, user=self._user.id)
        super().__init__(hear, Hands(self._user, guild), account, discord)

    @property
    def links(self) -> list[str]:
        """Where its links lead, and the names of their files."""
        return [*self._user.links, *(file.name for file in self._user.files)]

    async def put_in_charge(self) -> None:
        """Be given Manage Server, also where somebody then writes from elsewhere."""
        self._user.manage(self._guild or self._discord.guild())

    async def arrive(self) -> None:
        """Begin, and name the zone: Discord knows of none."""
        stands = await self._opened.enter_async_context(on_discord(self._discord, self.hear))
        self.chat = stands.chat
        await self._user.command("start", guild=self._guild, zone=ZONE)
        await self.settled()


class TestDiscord(HostedSurfaceContract):
    """Discord, over its gateway."""

    @pytest.fixture(params=["direct", "server"])
    async def open_stage(self, request: pytest.FixtureRequest) -> AsyncIterator[OpenStage]:
        """Open bots on a Discord of each test's own, and act in the conversation with it or in a server."""
        async with AsyncExitStack() as opened:
            discord = await opened.enter_async_context(DiscordSim())
            guild = discord.guild() if request.param == "server" else None
            yield lambda hear: DiscordStage(hear, discord, opened, guild)
