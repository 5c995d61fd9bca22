"""Tiny apps on the unmodified slack_bolt, against which the loopback Slack is tried."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web
from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from tests.json_types import Json
from tests.sim.slack import SlackSim, Workspace


def new_client(slack: SlackSim, token: str | None) -> AsyncWebClient:
    """Return a client that repeats nothing by itself."""
    return AsyncWebClient(token=token, base_url=slack.url, retry_handlers=[])


def new_app(slack: SlackSim, workspace: Workspace) -> AsyncApp:
    """Return an app of one workspace, without listeners."""
    client = new_client(slack, workspace.bot_token)
    return AsyncApp(client=client, signing_secret=slack.signing_secret)


@asynccontextmanager
async def on_socket(
    slack: SlackSim, app: AsyncApp, *, ping: float = 5
) -> AsyncIterator[AsyncSocketModeHandler]:
    """Run an app in Socket Mode."""
    handler = AsyncSocketModeHandler(app, slack.app_token, ping_interval=ping)
    before = len(slack.sockets.connections)
    await handler.connect_async()  # type: ignore[no-untyped-call]
    await slack.connected(before + 1)
    try:
        yield handler
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


@asynccontextmanager
async def over_http(slack: SlackSim, app: AsyncApp) -> AsyncIterator[str]:
    """Run an app behind a request URL; yields the address that it listens on."""
    runner = web.AppRunner(app.web_app("/slack/events"), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    base = f"http://127.0.0.1:{runner.addresses[0][1]}"
    slack.deliver_to(f"{base}/slack/events")
    try:
        yield base
    finally:
        await runner.cleanup()


class Heard:
    """Everything that came over a socket, as slack_sdk parsed it."""

    def __init__(self, handler: AsyncSocketModeHandler) -> None:
        """Listen along."""
        self.requests: list[SocketModeRequest] = []
        handler.client.socket_mode_request_listeners.insert(0, self._note)

    async def _note(self, _client: object, request: SocketModeRequest) -> None:
        self.requests.append(request)

    @property
    def last(self) -> Json:
        """The payload that came last."""
        return self.requests[-1].payload


def plain(text: str) -> Json:
    """Return a text object."""
    return {"type": "plain_text", "text": text}


def button(action_id: str, words: str, value: str = "v") -> Json:
    """Return a button."""
    return {"type": "button", "action_id": action_id, "text": plain(words), "value": value}


def row(*elements: Json, block_id: str = "row") -> Json:
    """Return a row of controls."""
    return {"type": "actions", "block_id": block_id, "elements": list(elements)}


def modal(*blocks: Json, callback_id: str = "form", submit: bool = True, **more: object) -> Json:
    """Return a modal."""
    view: Json = {
        "type": "modal",
        "title": plain("Title"),
        "callback_id": callback_id,
        "blocks": list(blocks),
    }
    return view | ({"submit": plain("Keep")} if submit else {}) | more


def field(block_id: str, label: str, **element: object) -> Json:
    """Return an input for text."""
    text = {"type": "plain_text_input", "action_id": "typed", **element}
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": text}


def section(words: str, **more: object) -> Json:
    """Return a text."""
    return {"type": "section", "text": plain(words), **more}
