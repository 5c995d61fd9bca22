"""Discord's side of a house: its line, its way out, its way in. Loaded only where one of them runs."""

from __future__ import annotations

import logging
from collections.abc import Mapping

from adapters.discord.answering.kept import Kept
from adapters.discord.app import DiscordSurface
from adapters.discord.errors import DiscordTrouble, IntentsRefused, ShardsWrong, TokenDead
from adapters.discord.hearing.servers import Servers
from adapters.discord.line.gateway import GatewayOfDiscord, Watch
from adapters.discord.line.shards import Shards
from adapters.discord.sending.chat import DiscordChat
from bot.app.discord.line import WRONG_TOKEN, commands_of, line_of
from bot.app.platform import FINISHES_WITHIN, Platform, Start
from bot.errors import BadSetting, NotSaved
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS

_TOLD = "discord/commands"
"""The note of what Discord was told of the commands."""
_HOLDER = "house"
"""Who holds a shard, of a data folder: what a killed process held is at once this one's. Of several processes
each has a name of its own."""

_log = logging.getLogger(__name__)


def connect(start: Start) -> Platform:
    """Return Discord put together; nothing is asked of it yet."""
    return Discord(start)


class Discord:
    """What a process has to do with Discord: a `Platform`."""

    pages = ()
    """Discord is called from here, and calls nobody."""

    def __init__(self, start: Start) -> None:
        """Put it together; nothing is asked of Discord yet."""
        house, settings, clock = start.house, start.settings, start.clock
        self._house = house
        self._clock = clock
        self._token = settings.discord_token or Secret("")
        self._shards = Shards.read(settings.discord_shards)
        self._line = line_of(settings, clock)
        self.chat = DiscordChat(self._line, clock, start.chance)
        self._surface = DiscordSurface(
            hear=house.hear,
            chat=self.chat,
            kept=Kept(clock, start.chance),
            words=tuple(COMMANDS),
            servers=Servers(house.hear_of_workspace, house.organisations),
        )
        self._commands = commands_of(self._line, house.noted(_TOLD))
        self._holder = start.chance.new_id().hex if house.is_shared else _HOLDER
        self._gateway: GatewayOfDiscord | None = None
        self._name = ""

    async def open(self) -> None:
        """See that Discord takes the token that was set.

        Raises:
            BadSetting: it does not.
            DiscordTrouble: Discord could not be asked.
        """
        try:
            application = await self._line.application()
        except TokenDead:
            raise BadSetting(WRONG_TOKEN) from None
        self._name = application.name
        self._gateway = GatewayOfDiscord(
            self._surface,
            self._token,
            self._clock,
            self._house.leases,
            strikes=self._line.strikes,
            application=str(application.id),
            holder=self._holder,
            shards=self._shards,
            watch=Watch(finished_within=FINISHES_WITHIN),
        )

    async def begin(self, at: str) -> list[str]:
        """Tell Discord of the commands where they are news to it, and let it in; return a line for each.

        Raises:
            BadSetting: it lets the bot listen to nothing, or not to these shards.
        """
        del at
        said: list[str] = []
        try:
            await self._commands.sync()
        except (DiscordTrouble, NotSaved) as problem:
            _log.warning("Discord was not told of the commands: %s", type(problem).__name__)
            said.append("Discord: it was not told of the commands. `reststop discord sync` says why.")
        if self._gateway is not None:
            try:
                await self._gateway.open()
            except TokenDead:
                raise BadSetting(WRONG_TOKEN) from None
            except (IntentsRefused, ShardsWrong) as problem:
                raise BadSetting(problem.sentence) from None
            said.append(f"Discord: {self._how(await self._gateway.health())} {self._name}{self._part()}.")
        return said

    async def health(self) -> Mapping[str, object]:
        """Return how the way in is; nothing of anybody is in it."""
        return await self._gateway.health() if self._gateway else {"connected": False}

    async def end(self) -> None:
        """Take nothing more in; answer what was heard."""
        if self._gateway is not None:
            await self._gateway.close()

    async def close(self) -> None:
        """Let go of the line to Discord."""
        await self._line.close()

    def _how(self, health: Mapping[str, object]) -> str:
        if health["connected"]:
            return "connected as"
        if health["waiting"]:
            return "waiting for another process to leave, as"
        return "not connected yet, and trying on, as"

    def _part(self) -> str:
        shards = self._shards
        if shards.count == 1:
            return ""
        return f", shards {', '.join(map(str, shards.ids))} of {shards.count}"
