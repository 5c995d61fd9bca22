"""A loopback Discord with one server, as ground for stories; a surface connects to it by its gateway."""

from __future__ import annotations

from itertools import count

from adapters.discord.answering.kept import Kept
from adapters.discord.app import DiscordSurface, Patience
from adapters.discord.hearing.servers import Servers
from adapters.discord.line.api import Line, point_at
from adapters.discord.line.gateway import GatewayOfDiscord
from adapters.discord.sending.chat import DiscordChat
from adapters.discord.setup.commands import Commands, reststop
from bot.app.house import House
from bot.app.system import SystemChance
from bot.domain.people import Account
from bot.ports.vault import Secret
from bot.services.cards.help import COMMANDS as ABOUT
from bot.services.hosting.leases import NotedLeases
from bot.services.routes import COMMANDS
from bot.surface.outcome import Hear
from bot.testing.store import MemoryStore
from bot.testing.time import ManualClock
from tests.e2e.discord_hands import Hands
from tests.e2e.discord_rooms import DiscordRooms
from tests.e2e.platform_ground import Pass
from tests.e2e.platform_rooms import Rooms
from tests.sim.discord import DiscordSim
from tests.sim.discord_surface import QUICK, Unknown, at_once

PATIENT = Patience(moment=20.0)
"""Seconds before people are told to wait: more than a busy machine takes, while the clock stands still."""
ZONE = "UTC"
FAR_APART = 1 << 20
_DISCORDS = count(1)
"""Each story has a Discord of its own. Where it goes on with the data of another, its people are the same,
and what they do is not."""


class DiscordGround:
    """A Discord. It knows nobody's zone: who has one in a story that is told of another surface names it."""

    surface = "discord"
    has_files = True

    def __init__(self, clock: ManualClock, seed: int) -> None:
        """Prepare it."""
        self._clock = clock
        self._hands: dict[str, Hands] = {}
        self.loopback = DiscordSim(clock=clock, seed=seed)
        self.loopback.core.ids.skip(next(_DISCORDS) * FAR_APART)

    @property
    def rooms(self) -> Rooms:
        """The channels of its server."""
        return DiscordRooms(self.loopback, self.hands)

    async def begin(self) -> None:
        """Listen."""
        await self.loopback.__aenter__()

    async def end(self) -> None:
        """Stop."""
        await self.loopback.__aexit__(None, None, None)

    def front(self, house: House, hear: Hear, passes: Pass) -> DiscordFront:
        """Return a surface that has the token of the bot; its turns are given at once."""
        del passes
        return DiscordFront(self.loopback, house, hear, self._clock)

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, who types commands in the server."""
        if who not in self._hands:
            self._hands[who] = Hands(self.loopback.user(who), self.loopback.guild())
        return self._hands[who]

    def account(self, who: str) -> Account:
        """Return by which account somebody comes."""
        application = self.loopback.application_id
        return Account(surface=self.surface, workspace=application, user=self.hands(who).id)

    def shut(self, who: str) -> None:
        """Let somebody take no direct messages."""
        self.hands(who).user.close_dms()

    def let_in(self, who: str) -> None:
        """Let them take those again."""
        self.hands(who).user.open_dms()

    async def remove_app(self) -> None:
        """Put the bot out of the server."""
        await self.loopback.guild().remove_app()

    async def command(self, who: str, text: str, *, told_of: str) -> None:
        """Let somebody type a command."""
        is_told_elsewhere = text == "start" and told_of != self.surface
        options = {"zone": ZONE} if is_told_elsewhere else {}
        await self.hands(who).command(text, room=None, **options)


class DiscordFront:
    """The surface before one house."""

    def __init__(self, discord: DiscordSim, house: House, hear: Hear, clock: ManualClock) -> None:
        """Put it together.

        Its leases are not kept in the house: they are held anew by the wall clock, and a story that ends the
        house at its next commit means one of its own.
        """
        self._discord = discord
        self._leases = MemoryStore(clock=clock)
        point_at(discord.api_url, discord.gateway_url)
        self._line = Line(Secret(discord.token), clock, sleep=at_once)
        self.chat = DiscordChat(self._line, clock, SystemChance())
        surface = DiscordSurface(
            hear=hear,
            chat=self.chat,
            kept=Kept(clock, SystemChance()),
            words=tuple(COMMANDS),
            servers=Servers(house.hear_of_workspace, house.organisations),
            patience=PATIENT,
        )
        discord.waits_for(surface.settled)
        self._commands = Commands(self._line, reststop(COMMANDS, ABOUT), Unknown())
        self._gateway = GatewayOfDiscord(
            surface,
            Secret(discord.token),
            clock,
            NotedLeases(self._leases, clock),
            strikes=self._line.strikes,
            application=discord.application_id,
            holder="house",
            watch=QUICK,
            sleep=at_once,
        )

    async def open(self) -> None:
        """Tell Discord of the commands where they are news, and connect."""
        await self._commands.sync()
        await self._gateway.open()
        await self._discord.connected()

    async def close(self) -> None:
        """Disconnect."""
        await self._gateway.close()
        await self._line.close()
        self._leases.close()
        await self._discord.until(lambda: not self._discord.gateway.connections)
