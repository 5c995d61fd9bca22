"""A tiny app on slack_bolt, against which the loopback Slack is tried."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from tests.sim.slack import SlackSim, Workspace


def new_app(slack: SlackSim, workspace: Workspace) -> AsyncApp:
    """Return an app of one workspace, without listeners."""
    client = AsyncWebClient(token=workspace.bot_token, base_url=slack.url, retry_handlers=[])
    return AsyncApp(client=client, token=workspace.bot_token, signing_secret=slack.signing_secret)


@asynccontextmanager
async def on_socket(
    slack: SlackSim, app: AsyncApp, *, ping: float = 5
) -> AsyncIterator[AsyncSocketModeHandler]:
    """Run an app in Socket Mode."""
    handler = AsyncSocketModeHandler(app, slack.app_token, ping_interval=ping)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.connected()
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]
