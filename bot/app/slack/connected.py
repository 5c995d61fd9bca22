"""Slack's side of a house: its tokens, its way out, its ways in. Loaded only where one of them runs."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from adapters.slack.app import SlackSurface
from adapters.slack.errors import AppTokenWrong, TokenDead
from adapters.slack.line.api import Api, Tokenless
from adapters.slack.line.pace import Pace
from adapters.slack.record import Record
from adapters.slack.sending.chat import SlackChat
from adapters.slack.setup.manifest import INSTALL_PATH
from adapters.slack.setup.oauth import STATE_LABEL, install_flow
from adapters.slack.setup.one_of_several import LEASE_LABEL, OneOfSeveral
from adapters.slack.setup.tokens import App, Tokens
from adapters.slack.setup.workspaces import Workspaces
from adapters.slack.sockets import SocketsOfSlack, Watch
from adapters.slack.web import pages
from adapters.web.server import Page
from bot.app.platform import FINISHES_WITHIN, Platform, Start
from bot.app.platforms import HTTP, SOCKET
from bot.errors import BadSetting
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS


def connect(start: Start) -> Platform:
    """Return Slack put together; nothing is asked of it yet."""
    return Slack(start)


class Slack:
    """What a process has to do with Slack: a `Platform`."""

    def __init__(self, start: Start) -> None:
        """Put it together; nothing is asked of Slack yet."""
        house, settings, clock = start.house, start.settings, start.clock
        self._own: Record | None = None
        by_socket, by_http = SOCKET in start.roles.runs, HTTP in start.roles.runs
        sends_alone = "slack" in start.roles.sends_alone
        app = App(
            client_id=settings.slack_client_id or "", client_secret=_given(settings.slack_client_secret)
        )
        self._tokens = Tokens(
            house.installations,
            clock,
            client=self._bare,
            own=settings.slack_bot_token if by_socket or sends_alone else None,
            app=app if by_http or (sends_alone and settings.slack_client_id) else None,
            among=_among(start) if house.is_shared else None,
        )
        self._api = Api(self._tokens, base_url=settings.slack_api_url)
        pace = Pace(per_minute=settings.slack_per_minute) if settings.slack_per_minute else None
        self.chat = SlackChat(self._api, clock, pace=pace)
        self._workspaces = Workspaces(self._tokens, house.hear_of_workspace)
        signing = settings.slack_signing_secret if by_http else None
        self._surface = SlackSurface(
            hear=house.hear,
            api=self._api,
            chat=self.chat,
            installed=self._tokens,
            removed=self._workspaces.removed,
            words=COMMANDS,
            signing_secret=signing.reveal() if signing else None,
        )
        self._sockets: SocketsOfSlack | None = None
        if by_socket:
            watch = Watch(finished_within=FINISHES_WITHIN)
            token = _given(settings.slack_app_token)
            self._sockets = SocketsOfSlack(self._surface, self._api, token, clock, watch=watch)
        self.pages: list[Page] = []
        if by_http:
            flow = install_flow(
                app,
                self._workspaces,
                clock=clock,
                client=self._api.bare(),
                authorize_url=authorize_url(settings.slack_api_url),
                state_key=house.state_key(STATE_LABEL),
                new_id=lambda: start.chance.new_id().hex,
            )
            self.pages = pages(clock=clock, surface=self._surface, signing_secret=signing, installing=flow)

    async def open(self) -> None:
        """See that Slack takes the token that was set.

        Raises:
            BadSetting: it does not.
            SlackTrouble: Slack could not be asked.
        """
        if self._sockets is None:
            return
        try:
            self._own = await self._tokens.learn()
        except TokenDead:
            raise BadSetting(
                "Slack does not take SLACK_BOT_TOKEN. It stands at OAuth & Permissions, Bot User OAuth Token."
            ) from None

    async def begin(self, at: str) -> list[str]:
        """Let Slack in; return a line for each way. `at`: where its pages are listened for.

        Raises:
            BadSetting: the app token is wrong.
        """
        said: list[str] = []
        if self.pages:
            said.append(f"Slack: listening at {at}. It is added to a workspace at {INSTALL_PATH}.")
        if self._sockets is not None and self._own is not None:
            await self._workspaces.present(self._own)
            try:
                await self._sockets.open()
            except AppTokenWrong as problem:
                raise BadSetting(problem.sentence) from None
            is_there = (await self._sockets.health())["connected"]
            how = "connected to" if is_there else "not connected yet, and trying on, to"
            said.append(f"Slack: {how} {self._own.name or self._own.workspace}, Socket Mode.")
        return said

    async def end(self) -> None:
        """Take nothing more in; answer what was heard."""
        if self._sockets is not None:
            await self._sockets.close()
        with suppress(TimeoutError):
            async with asyncio.timeout(FINISHES_WITHIN):
                await self._surface.settled()
        await self._workspaces.close()

    async def close(self) -> None:
        """Let go of the line to Slack."""
        await self._api.close()

    async def health(self) -> Mapping[str, object]:
        """Return how the way in is; nothing of anybody is in it."""
        return await self._sockets.health() if self._sockets else {"mode": "http"}

    def _bare(self) -> Tokenless:
        return self._api.bare()


def _among(start: Start) -> OneOfSeveral:
    return OneOfSeveral(
        leases=start.house.leases,
        holder=start.chance.new_id().hex,
        key=start.house.state_key(LEASE_LABEL),
    )


def authorize_url(api_url: str) -> str:
    """Return where people agree to an installation: beside the Web API, at Slack's and at its stand-ins'."""
    return f"{api_url.removesuffix('/').removesuffix('/api')}/oauth/v2/authorize"


def _given(secret: Secret | None) -> Secret:
    return secret or Secret("")
