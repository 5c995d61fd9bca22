"""The loopback Slack as a test holds it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from types import TracebackType
from typing import Self

from tests.sim.common.clock import Clock, WallClock
from tests.sim.common.loopback import Loopback
from tests.sim.slack.core import EVENTS, SIGNING_SECRET, Core
from tests.sim.slack.limiter import Limits
from tests.sim.slack.oauth import CLIENT_ID, CLIENT_SECRET
from tests.sim.slack.server import Server
from tests.sim.slack.settling import Settling
from tests.sim.slack.workspaces import Workspace

SCOPES = frozenset({"chat:write", "commands", "im:write", "im:history", "users:read", "dnd:read"})
"""What the app is granted, if nothing else is said."""


class SlackSim(Loopback):
    """A Slack on 127.0.0.1 with one app, started and stopped with `async with`."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        seed: int = 0,
        scopes: Collection[str] = SCOPES,
        events: Collection[str] = tuple(EVENTS),
        limits: Limits | None = None,
        rotates_tokens: bool = False,
        lints: bool = True,
        idle: Callable[[], Awaitable[None]] | None = None,
        port: int = 0,
    ) -> None:
        """Prepare a Slack.

        `clock`: None for the wall clock; any other stands still until it is moved, and then fires what is due
        (`advance`, or `moved` if somebody else moves it). `scopes` and `events` are what the app asks for.
        `limits`: None for no rate limits. Without `lints` it takes messages that Slack would refuse, and
        takes them faster. `idle` is waited for by `settled`.
        """
        self.core = Core(
            clock=clock or WallClock(),
            seed=seed,
            scopes=scopes,
            events=events,
            limits=limits,
            rotates_tokens=rotates_tokens,
            lints=lints,
        )
        self._port = port
        self._server = Server(self.core)
        settling = Settling(self.core, self._server.api.flights, idle)
        super().__init__(self.core.timers, self.core.pulse, settling)
        self._workspaces: dict[str, Workspace] = {}
        self.journal = self.core.journal
        self.faults = self.core.faults
        self.sockets = self.core.sockets
        self.limiter = self.core.limiter
        self.deliveries = self.core.deliveries
        self.app_token = self.core.tokens.app_token
        self.signing_secret = SIGNING_SECRET
        self.client_id = CLIENT_ID
        self.client_secret = CLIENT_SECRET

    async def __aenter__(self) -> Self:
        """Listen."""
        await self._server.start(self._port)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop."""
        await self.core.deliveries.close()
        await self._server.stop()

    @property
    def url(self) -> str:
        """The base of the Web API, as `AsyncWebClient(base_url=…)` takes it."""
        return f"{self.core.url}/api/"

    @property
    def authorize_url(self) -> str:
        """The page where a person agrees to an installation."""
        return f"{self.core.url}/oauth/v2/authorize"

    @property
    def app_id(self) -> str:
        """The id of the app."""
        return self.core.world.app_id

    def redirect_to(self, redirect_uri: str) -> None:
        """Set the redirect URL of the app's settings, for an app that sends none along."""
        self.core.oauth.redirect_uri = redirect_uri

    def deliver_to(self, request_url: str | None) -> None:
        """Deliver by signed HTTP to this URL from now on; None: over sockets."""
        self.core.deliveries.request_url = request_url

    async def verify_request_url(self) -> None:
        """Enter the request URL at Slack, which then tries it.

        Raises:
            AppFault: the app did not answer as it has to.
        """
        await self.core.deliveries.verify_url()

    def workspace(
        self, name: str = "Harbour", *, org: str | None = None, installed: bool = True
    ) -> Workspace:
        """Return the workspace of this name. On first mention it is made, with the app installed in it.

        A workspace of an organisation `org` gets an installation of its own too, unless one is there for all
        of it; for an org-wide one, make it with `installed=False` and call `install(org_wide=True)`.
        """
        if name not in self._workspaces:
            team = self.core.world.add_team(name, org)
            workspace = self._workspaces[name] = Workspace(self.core, team, self._after_act)
            if installed and self.core.tokens.installed_in(team) is None:
                workspace.install()
        return self._workspaces[name]

    async def connected(self, connections: int = 1) -> None:
        """Wait until so many sockets are open."""
        await self.until(lambda: len(self.sockets.connections) >= connections)

    async def _after_act(self) -> None:
        if self.settles:
            await self.settled()
