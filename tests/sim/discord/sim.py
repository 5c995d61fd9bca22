"""The loopback Discord as a test holds it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from types import TracebackType
from typing import Self

from tests.sim.common.clock import MovedClock, WallClock
from tests.sim.common.loopback import Loopback
from tests.sim.discord.actors import User
from tests.sim.discord.core import Core
from tests.sim.discord.guilds import Guild
from tests.sim.discord.interactions import Interaction
from tests.sim.discord.limiter import Limits
from tests.sim.discord.server import Server
from tests.sim.discord.settling import Settling


class DiscordSim(Loopback):
    """A Discord on 127.0.0.1 with one app, started and stopped with `async with`."""

    def __init__(
        self,
        *,
        clock: MovedClock | None = None,
        seed: int = 0,
        limits: Limits | None = None,
        lints: bool = True,
        idle: Callable[[], Awaitable[None]] | None = None,
        port: int = 0,
    ) -> None:
        """Prepare a Discord.

        `clock`: None for the wall clock; any other stands still until it is moved, and then fires what is due
        (`advance`, or `moved` if somebody else moves it). `limits`: None for no rate limits. Without `lints`
        it takes bodies that Discord would refuse, and takes them faster. `idle` is waited for by `settled`.
        """
        self.core = Core(clock=clock or WallClock(), seed=seed, limits=limits, lints=lints)
        self._port = port
        self._server = Server(self.core)
        settling = Settling(self.core, self._server.api.flights, idle)
        super().__init__(self.core.timers, self.core.pulse, settling)
        self._guilds: dict[str, Guild] = {}
        self._users: dict[str, User] = {}
        self.journal = self.core.journal
        self.faults = self.core.faults
        self.gateway = self.core.gateway
        self.limiter = self.core.limiter
        self.interactions = self.core.interactions
        self.token = self.core.token
        self.application_id = self.core.world.application_id

    async def __aenter__(self) -> Self:
        """Listen."""
        await self._server.start(self._port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        await self._server.stop()

    @property
    def api_url(self) -> str:
        """The base of the API, as `discord.http.Route.BASE` takes it."""
        return f"{self.core.url}/api/v10"

    @property
    def gateway_url(self) -> str:
        """The gateway, as `discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY` takes it (a yarl.URL of it)."""
        return self.core.gateway.url

    def guild(self, name: str = "Harbour") -> Guild:
        """Return the guild of this name, which is made on first mention, with the app in it."""
        if name not in self._guilds:
            self._guilds[name] = Guild(self.core, self.core.world.add_guild(name), self._after_act)
        return self._guilds[name]

    def user(
        self, name: str, *, dms: bool = True, guilds: Sequence[Guild] | None = None, locale: str = "en-GB"
    ) -> User:
        """Return the user of this name, who is made on first mention.

        They are in `guilds`; if none is said, in the one called Harbour.
        """
        if name not in self._users:
            record = self.core.world.add_user(name, locale=locale)
            record.takes_dms = dms
            for guild in [self.guild()] if guilds is None else guilds:
                guild.record.members.add(record.id)
            self._users[name] = User(self.core, record, self._after_act)
        return self._users[name]

    async def connected(self, connections: int = 1) -> None:
        """Wait until so many connections hear events."""
        await self.until(lambda: len(self.gateway.ready) >= connections)

    async def _after_act(self, interaction: Interaction | None) -> None:
        if self.settles:
            await self.settled()
        elif interaction is not None:
            await self.until(lambda: interaction.is_over)
