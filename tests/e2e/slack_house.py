"""The house with its Slack surface: built, torn down and built again before a Slack that stays."""

from __future__ import annotations

from adapters.slack.api import Api
from adapters.slack.app import Patience, SlackSurface
from adapters.slack.chat import SlackChat
from adapters.slack.sockets import SocketsOfSlack
from adapters.slack.tokens import Tokens
from adapters.slack.workspaces import Workspaces
from bot.app.house import House
from bot.app.settings import Settings
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from bot.testing.faults import ArmedCrash
from bot.testing.time import ManualClock
from tests.e2e.platform_house import PlatformHouse, Surface
from tests.e2e.platform_records import Recorder
from tests.sim.slack import SlackSim

WORKSPACE = "Harbour"
PATIENT = Patience(moment=20.0, acked=20.0)
"""Seconds before people are told to wait: more than a busy machine takes, while the clock stands still."""


class SlackHouse(PlatformHouse):
    """One house after another on the same data folder, each connected by a socket."""

    def __init__(
        self,
        slack: SlackSim,
        *,
        settings: Settings,
        clock: ManualClock,
        crash: ArmedCrash,
        recorder: Recorder,
        seed: int,
    ) -> None:
        """Stand before `slack` once `build` was called; what the core says is told to `recorder`."""
        super().__init__(slack, settings=settings, clock=clock, crash=crash, recorder=recorder, seed=seed)
        self._slack = slack

    def surface_of(self, house: House) -> Surface:
        """Return Slack's surface, with the token of the workspace."""
        tokens = Tokens(
            house.installations,
            self._clock,
            client=lambda: api.bare(),  # noqa: PLW0108 - each needs the other
            own=Secret(self._slack.workspace(WORKSPACE).bot_token),
        )
        api = Api(tokens, base_url=self._slack.url)
        chat = SlackChat(api, self._clock, sleep=self._pass)
        workspaces = Workspaces(tokens, house.hear_of_workspace)
        surface = SlackSurface(
            hear=self._hear,
            api=api,
            chat=chat,
            installed=tokens,
            removed=workspaces.removed,
            words=tuple(COMMANDS),
            patience=PATIENT,
        )
        self._slack.waits_for(surface.settled)
        sockets = SocketsOfSlack(surface, api, Secret(self._slack.app_token), self._clock)

        async def connect() -> None:
            await workspaces.present(await tokens.learn())
            await sockets.open()
            await self._slack.connected()

        async def disconnect() -> None:
            await sockets.close()
            await workspaces.close()
            await api.close()
            await self._slack.until(lambda: not self._slack.sockets.connections)

        return Surface("slack", chat, connect, disconnect)
