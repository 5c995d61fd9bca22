"""The way in by HTTP: what Slack posts, the two pages of an installation, and a page for those who watch.

Whatever does not look like a signed request of Slack is answered with a bare 401 before anything of it is
parsed, and nothing of it is written down
(https://docs.slack.dev/authentication/verifying-requests-from-slack).
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Protocol

from aiohttp import web
from aiohttp.typedefs import Handler
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.signature import SignatureVerifier

from adapters.slack.app import SlackSurface
from adapters.slack.limits import BODY_BYTES, BODY_WITHIN, FINISHED_WITHIN, REST_WITHIN, SIGNED_WITHIN
from adapters.slack.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from bot.errors import place_of
from bot.ports.time import Clock
from bot.ports.vault import Secret

_log = logging.getLogger(__name__)

_SILENT = logging.getLogger(f"{__name__}.http")
"""aiohttp's own: of a request that is no HTTP it would print the bytes, whatever level is set."""
_SILENT.disabled = True

HEALTH_PATH = "/health"
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}", re.ASCII)
_TIMESTAMP = re.compile(r"[0-9]{1,12}", re.ASCII)
_UNSIGNED = 401

Health = Callable[[], Awaitable[Mapping[str, object]]]
"""Says how a way in is; nothing of anybody is in it."""


class Installing(Protocol):
    """The pages of an installation: `adapters.slack.oauth.InstallFlow`."""

    async def handle_installation(self, request: AsyncBoltRequest) -> BoltResponse:
        """Show the page that leads to Slack."""
        ...

    async def handle_callback(self, request: AsyncBoltRequest) -> BoltResponse:
        """Take what Slack sends back by the browser."""
        ...


class WebOfSlack:
    """A small server. What it is not given, it does not have: each of its pages may be missing."""

    def __init__(
        self,
        *,
        clock: Clock,
        surface: SlackSurface | None = None,
        signing_secret: Secret | None = None,
        installing: Installing | None = None,
        health: Health | None = None,
        finished_within: float = FINISHED_WITHIN,
    ) -> None:
        """Let `surface` hear what is signed with `signing_secret`; without both nothing is heard."""
        self._surface = surface
        self._finished_within = finished_within
        app = web.Application(client_max_size=BODY_BYTES, middlewares=[_bare])
        if surface is not None and signing_secret is not None:
            app.router.add_post(EVENTS_PATH, _Posts(surface, signing_secret, clock).hear)
        if installing is not None:
            app.router.add_get(INSTALL_PATH, _page(installing.handle_installation))
            app.router.add_get(REDIRECT_PATH, _page(installing.handle_callback))
        if health is not None:
            app.router.add_get(HEALTH_PATH, _state(health))
        self._runner = web.AppRunner(
            app,
            access_log=None,
            logger=_SILENT,
            shutdown_timeout=finished_within,
            handle_signals=False,
            lingering_time=REST_WITHIN,
        )

    async def open(self, host: str, port: int) -> int:
        """Listen; return the port, which is a free one for 0.

        Raises:
            OSError: the address is taken, or none of this machine's.
        """
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        return int(self._runner.addresses[0][1])

    async def close(self) -> None:
        """Take in nothing more, and let what runs be finished and answered."""
        await self._runner.cleanup()
        if self._surface is not None:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._finished_within):
                    await self._surface.settled()


class _Posts:
    """What Slack posts: events, commands and interactions."""

    def __init__(self, surface: SlackSurface, secret: Secret, clock: Clock) -> None:
        self._surface = surface
        self._clock = clock
        self._verifier = SignatureVerifier(secret.reveal(), _Wall(clock))  # type: ignore[arg-type]

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
        if len(at) != 1 or len(mark) != 1 or (request.content_length or 0) > BODY_BYTES:
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


def _state(health: Health) -> Handler:
    async def say(_: web.Request) -> web.StreamResponse:
        return web.json_response({"slack": dict(await health())}, headers={"Cache-Control": "no-store"})

    return say


@web.middleware
async def _bare(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Say of what goes wrong its number and nothing else; a fault is logged by its type."""
    try:
        return await handler(request)
    except web.HTTPException as problem:
        return web.Response(status=problem.status)
    except Exception as fault:  # noqa: BLE001 - the one net: aiohttp would print the request with it
        _log.error("a request was not answered: %s at %s", type(fault).__name__, place_of(fault))
        return web.Response(status=500)
