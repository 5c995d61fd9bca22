"""The ways in from a loopback Slack, to whatever core hears there."""

from __future__ import annotations

import hashlib
import hmac
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.slack.app import SlackSurface
from adapters.slack.line.api import Api
from adapters.slack.sending.chat import SlackChat
from adapters.slack.text import Payload
from adapters.slack.web import Installing, pages
from adapters.web.server import Server
from bot.app.system import SystemClock
from bot.ports.vault import Secret
from bot.services.routes import COMMANDS
from bot.surface.outcome import Hear
from tests.sim.slack import SlackSim
from tests.sim.slack_surface import TokensOf

SECRET = "sim-signing-secret"  # of the loopback Slack
Headers = dict[str, str]


def signed(body: bytes, *, at: str = "", secret: str = SECRET) -> Headers:
    """Return the headers with which Slack would sign `body`."""
    at = at or str(int(time.time()))
    mark = hmac.new(secret.encode(), b"v0:" + at.encode() + b":" + body, hashlib.sha256).hexdigest()
    return {
        "Content-Type": "application/json",
        "X-Slack-Request-Timestamp": at,
        "X-Slack-Signature": f"v0={mark}",
    }


@asynccontextmanager
async def surface_of(
    slack: SlackSim, hear: Hear, *, signing_secret: str | None = None
) -> AsyncIterator[tuple[SlackSurface, Api]]:
    """Give the surface, not connected to anything."""
    known = TokensOf(slack)
    api = Api(known, base_url=slack.url)

    async def removed(payload: Payload) -> None:
        """Keep no installations."""
        del payload

    surface = SlackSurface(
        hear=hear,
        api=api,
        chat=SlackChat(api, SystemClock()),
        installed=known,
        removed=removed,
        words=tuple(COMMANDS),
        signing_secret=signing_secret,
    )
    slack.waits_for(surface.settled)
    try:
        yield surface, api
    finally:
        await surface.settled()
        await api.close()


@asynccontextmanager
async def on_the_web(
    slack: SlackSim, hear: Hear, *, installing: Installing | None = None
) -> AsyncIterator[str]:
    """Serve the surface by HTTP, and let Slack deliver to it; give the address."""
    async with surface_of(slack, hear, signing_secret=slack.signing_secret) as (surface, _):
        secret = Secret(slack.signing_secret)
        web = Server(
            pages(clock=SystemClock(), surface=surface, signing_secret=secret, installing=installing)
        )
        url = f"http://127.0.0.1:{await web.open('127.0.0.1', 0)}"
        slack.deliver_to(f"{url}/slack/events")
        try:
            yield url
        finally:
            await web.close()
