"""The surface under test: adapters.slack before a loopback Slack, by a socket, with one workspace's token."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler

from adapters.slack.app import Patience, SlackSurface
from adapters.slack.errors import TokenDead
from adapters.slack.line.api import Api
from adapters.slack.record import Record
from adapters.slack.sending.chat import SlackChat
from adapters.slack.sending.turns import Sleep
from bot.app.system import SystemClock
from bot.ports.time import Clock
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from bot.surface.outcome import Hear
from tests.json_types import Json
from tests.sim.slack import SlackSim, Workspace


class TokensOf:
    """The tokens of the workspaces of a loopback Slack, as it granted them."""

    def __init__(self, slack: SlackSim, *workspaces: Workspace) -> None:
        """Know `workspaces`, or the one of `slack` that has the usual name."""
        self._workspaces = {each.id: each for each in workspaces or (slack.workspace(),)}

    async def token(self, workspace: str) -> str:
        """Return the token that stands now."""
        return self._workspaces[workspace].bot_token

    async def record(self, workspace: str) -> Record:
        """Return what an installation says.

        Raises:
            TokenDead: there is none.
        """
        here = self._workspaces.get(workspace)
        if here is None:
            raise TokenDead
        return Record(
            workspace=workspace,
            token=Secret(here.bot_token),
            bot_user=here.team.bot_user,
            bot=here.team.bot_id,
            installed_at=datetime(2026, 1, 5, tzinfo=UTC),
        )

    def evict(self, workspace: str) -> None:
        """Keep asking the same Slack."""


@dataclass(frozen=True, slots=True)
class SlackUnderTest:
    """What stands before Slack."""

    surface: SlackSurface
    chat: SlackChat
    api: Api


async def _not_removed(payload: Json) -> None:
    del payload


@asynccontextmanager
async def on_slack(
    slack: SlackSim,
    hear: Hear,
    *,
    tokens: TokensOf | None = None,
    clock: Clock | None = None,
    words: Collection[str] = tuple(COMMANDS),
    patience: Patience | None = None,
    sleep: Sleep = asyncio.sleep,
    nap: Sleep = asyncio.sleep,
) -> AsyncIterator[SlackUnderTest]:
    """Connect the surface to `slack` by a socket, until the block ends; `nap` waits for a turn to post."""
    known = tokens or TokensOf(slack)
    api = Api(known, base_url=slack.url)
    chat = SlackChat(api, clock or SystemClock(), sleep=nap)
    surface = SlackSurface(
        hear=hear,
        api=api,
        chat=chat,
        installed=known,
        removed=_not_removed,
        words=words,
        patience=patience,
        sleep=sleep,
    )
    slack.waits_for(surface.settled)
    handler = AsyncSocketModeHandler(surface.app, slack.app_token, web_client=api.bare(), ping_interval=5)
    before = len(slack.sockets.connections)
    await handler.connect_async()  # type: ignore[no-untyped-call]  # ships no type for it
    await slack.connected(before + 1)
    try:
        yield SlackUnderTest(surface, chat, api)
    finally:
        await asyncio.wait_for(surface.settled(), 10)
        await handler.close_async()  # type: ignore[no-untyped-call]  # ships no type for it
        await api.close()
