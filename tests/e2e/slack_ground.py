"""A loopback Slack with one workspace, as ground for stories; a surface connects to it by a socket."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from itertools import count

from adapters.slack.app import Patience, SlackSurface
from adapters.slack.line.api import Api, Tokenless
from adapters.slack.sending.chat import SlackChat
from adapters.slack.setup.tokens import Tokens
from adapters.slack.setup.workspaces import Workspaces
from adapters.slack.sockets import SocketsOfSlack
from bot.app.house import House
from bot.domain.people import Account
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from bot.surface.outcome import Hear
from bot.testing.time import ManualClock
from tests.e2e.platform_ground import Pass
from tests.e2e.slack_hands import Hands
from tests.e2e.slack_rooms import SlackRooms
from tests.sim.slack import SlackSim
from tests.sim.slack.sim import SCOPES

WORKSPACE = "Harbour"
PATIENT = Patience(moment=20.0, acked=20.0)
"""Seconds before people are told to wait: more than a busy machine takes, while the clock stands still."""
SHUT = "channel_not_found"
"""What Slack says where somebody cannot be written to."""
FAR_APART = 100_000
_SLACKS = count()
"""Each story has a Slack of its own. Where it goes on with the data of another, its people are the same, and
what they do is not."""


class SlackGround:
    """A Slack. Who shuts direct messages out is played by what Slack answers to the whole workspace."""

    surface = "slack"

    def __init__(self, clock: ManualClock, seed: int, *, scopes: Collection[str]) -> None:
        """Prepare it; `scopes` are what the app is granted."""
        self._clock = clock
        self._hands: dict[str, Hands] = {}
        self.has_files = "files:write" in scopes
        self.loopback = SlackSim(clock=clock, seed=seed, scopes=scopes)
        self.loopback.core.ids.skip(next(_SLACKS) * FAR_APART, "trigger", "Ev", "V")

    @cached_property
    def rooms(self) -> SlackRooms:
        """The channels of the workspace."""
        return SlackRooms(self.loopback.workspace(WORKSPACE), self.hands)

    async def begin(self) -> None:
        """Listen."""
        await self.loopback.__aenter__()

    async def end(self) -> None:
        """Stop."""
        await self.loopback.__aexit__(None, None, None)

    def front(self, house: House, hear: Hear, passes: Pass) -> SlackFront:
        """Return a surface that has the token of the workspace."""
        return SlackFront(self.loopback, house, hear, passes, self._clock)

    def hands(self, who: str) -> Hands:
        """Return the hands of somebody, whose clock shows UTC."""
        if who not in self._hands:
            user = self.loopback.workspace(WORKSPACE).user(who, tz="UTC")
            self._hands[who] = Hands(user)
        return self._hands[who]

    def account(self, who: str) -> Account:
        """Return by which account somebody comes."""
        workspace = self.loopback.workspace(WORKSPACE).id
        return Account(surface=self.surface, workspace=workspace, user=self.hands(who).id)

    def shut(self, who: str) -> None:
        """Let nobody be written to."""
        del who
        self.loopback.faults.fail("chat.postMessage", "error", times=1_000_000, error=SHUT)

    def let_in(self, who: str) -> None:
        """Let everybody be written to."""
        del who
        self.loopback.faults.clear()

    async def remove_app(self) -> None:
        """Remove the app from the workspace."""
        await self.loopback.workspace(WORKSPACE).uninstall()

    async def command(self, who: str, text: str, *, told_of: str) -> None:
        """Let somebody type a command; Slack tells the zone, as most surfaces do."""
        del told_of
        await self.hands(who).command(text)


class SlackFront:
    """The surface before one house."""

    def __init__(self, slack: SlackSim, house: House, hear: Hear, passes: Pass, clock: ManualClock) -> None:
        """Put it together."""
        self._slack = slack
        own = Secret(slack.workspace(WORKSPACE).bot_token)
        self._tokens = Tokens(house.installations, clock, client=self._bare, own=own)
        self._api = Api(self._tokens, base_url=slack.url)
        self.chat = SlackChat(self._api, clock, sleep=passes)
        self._workspaces = Workspaces(self._tokens, house.hear_of_workspace)
        surface = SlackSurface(
            hear=hear,
            api=self._api,
            chat=self.chat,
            installed=self._tokens,
            removed=self._workspaces.removed,
            words=tuple(COMMANDS),
            patience=PATIENT,
        )
        slack.waits_for(surface.settled)
        self._sockets = SocketsOfSlack(surface, self._api, Secret(slack.app_token), clock)

    def _bare(self) -> Tokenless:
        return self._api.bare()

    async def open(self) -> None:
        """Connect with the token of the workspace."""
        await self._workspaces.present(await self._tokens.learn())
        await self._sockets.open()
        await self._slack.connected()

    async def close(self) -> None:
        """Disconnect."""
        await self._sockets.close()
        await self._workspaces.close()
        await self._api.close()
        await self._slack.until(lambda: not self._slack.sockets.connections)


GRANTED = SCOPES | {"files:write"}
"""What the app is granted, if a story says nothing else."""
