"""The way in by HTTP: what Slack posts, and the two pages of an installation.

Whatever does not look like a signed request of Slack is answered with a bare 401 before anything of it is
parsed, and nothing of it is written down
(https://docs.slack.dev/authentication/verifying-requests-from-slack).
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from typing import Protocol

from aiohttp import web
from aiohttp.typedefs import Handler
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from adapters.slack.app import SlackSurface
from adapters.slack.limits import BODY_WITHIN, SIGNED_WITHIN
from adapters.slack.setup.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from bot.ports.time import Clock
from bot.ports.vault import Secret

_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_UNSIGNED = 401


class Installing(Protocol):
    """The pages of an installation: `adapters.slack.setup.oauth.InstallFlow`."""

    async def handle_installation(self, request: AsyncBoltRequest) -> BoltResponse:
        """Show the page that leads to Slack."""
        ...

    async def handle_callback(self, request: AsyncBoltRequest) -> BoltResponse:
        """Take what Slack sends back by the browser."""
        ...


def pages(
    *,
    clock: Clock,
    surface: SlackSurface | None = None,
    signing_secret: Secret | None = None,
    installing: Installing | None = None,
) -> list[web.RouteDef]:
    """Return what a server has for Slack; each of its pages may be missing.

    `surface` hears what is signed with `signing_secret`; without both nothing is heard.
    """
    found: list[web.RouteDef] = []
    if surface is not None and signing_secret is not None:
        found.append(web.post(EVENTS_PATH, _Posts(surface, signing_secret, clock).hear))
    if installing is not None:
        found.append(web.get(INSTALL_PATH, _page(installing.handle_installation)))
        found.append(web.get(REDIRECT_PATH, _page(installing.handle_callback)))
    return found


class _Posts:
    """What Slack posts: events, commands and interactions."""

    def __init__(self, surface: SlackSurface, secret: Secret, clock: Clock) -> None:
        self._surface = surface
        self._clock = clock
        self._verifier = SignatureVerifier(secret.reveal(), _Wall(clock))  # type: ignore[arg-type]  # asked for now() alone

    async def hear(self, request: web.Request) -> web.StreamResponse:
        body = await self._signed(request)
        if body is None:
            return web.Response(status=_UNSIGNED)
        # Slack's mark is on it: only now it is parsed. Bolt looks at the mark once more.
        asked = AsyncBoltRequest(body=body, query=request.query_string, headers=dict(request.headers))
        answer = await self._surface.app.async_dispatch(asked)
        if answer.status == _UNSIGNED:
            return web.Response(status=_UNSIGNED)
        return await to_aiohttp_response(answer)

    async def _signed(self, request: web.Request) -> str | None:
        """Return the body of a request that Slack signed a moment ago; None of any other."""
        at = request.headers.getall("X-Slack-Request-Timestamp", [])
        mark = request.headers.getall("X-Slack-Signature", [])
        if len(at) != 1 or len(mark) != 1 or (request.content_length or 0) > request.client_max_size:
            return None
        if not _TIMESTAMP.fullmatch(at[0]) or not _SIGNATURE.fullmatch(mark[0]):
            return None
        if abs(self._clock.now().timestamp() - int(at[0])) > SIGNED_WITHIN.total_seconds():
            return None
        try:
            async with asyncio.timeout(BODY_WITHIN):
                body = (await request.read()).decode("utf-8")
        except (TimeoutError, UnicodeDecodeError, web.HTTPRequestEntityTooLarge):
            return None
        return body if self._verifier.is_valid(body, at[0], mark[0]) else None


class _Wall:
    """The house's clock, as slack_sdk asks for it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def now(self) -> float:
        return self._clock.now().timestamp()


def _page(made: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]) -> Handler:
    async def show(request: web.Request) -> web.StreamResponse:
        # Of a stranger's request nothing but its address and cookie is looked at: no body is waited for.
        cookie = "; ".join(request.headers.getall("Cookie", []))
        asked = AsyncBoltRequest(body="", query=request.query_string, headers={"Cookie": cookie})
        return await to_aiohttp_response(await made(asked))

    return show
