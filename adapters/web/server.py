"""A small server: the pages that platforms bring along, and one for those who watch the process.

Of what goes wrong it says the number and nothing else, and nothing of a request is written down. What is no
HTTP at all aiohttp answers before that, to who sent it. What serves, and which version, nobody is told.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import place_of

_log = logging.getLogger(__name__)

_SILENT = logging.getLogger(f"{__name__}.http")
"""aiohttp's own: of a request that is no HTTP it would print the bytes, whatever level is set."""
_SILENT.disabled = True

HEALTH_PATH, LIVES_PATH, READY_PATH, METRICS_PATH = "/health", "/healthz", "/readyz", "/metrics"
METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8"
BODY_BYTES = 2_000_000
"""Bytes of a request: a form of Slack's with all that can be typed into it, encoded, is a third of that."""
REST_WITHIN = 0.5
"""Seconds in which the rest of a body comes that was refused before it was read; then the line is cut."""
FINISHED_WITHIN = 10.0
"""Seconds that what runs has to be finished when the server closes."""

_FRESH = {"Cache-Control": "no-store"}

Page = web.RouteDef
"""A method, a path, and who answers there."""
Health = Callable[[], Awaitable[Mapping[str, object]]]
"""Says how the ways into each platform are; nothing of anybody is in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """What those are told who watch a process. Nothing of anybody is in it."""

    health: Health
    lacks: Callable[[], Awaitable[Collection[str]]]
    """Says what is not ready, by its name."""
    metrics: Callable[[], Awaitable[str | None]]
    """Says all metrics as Prometheus reads them; None where there are none."""
    no_metrics: str = ""
    """What is said then."""


class Server:
    """What it is not given, it does not have: a bare 404."""

    def __init__(
        self,
        pages: Iterable[Page],
        *,
        watched: Watched | None = None,
        finished_within: float = FINISHED_WITHIN,
    ) -> None:
        """Serve `pages`, and those for who watches; nothing is listened for yet."""
        app = web.Application(client_max_size=BODY_BYTES, middlewares=[_bare])
        app.router.add_routes(pages)
        app.on_response_prepare.append(_unnamed)
        if watched is not None:
            app.router.add_get(HEALTH_PATH, _state(watched))
            app.router.add_get(LIVES_PATH, _lives)
            app.router.add_get(READY_PATH, _readiness(watched))
            app.router.add_get(METRICS_PATH, _metrics(watched))
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
        """Take in nothing more, and let what runs be answered."""
        await self._runner.cleanup()


def _state(watched: Watched) -> Handler:
    async def say(_: web.Request) -> web.StreamResponse:
        return web.json_response(dict(await watched.health()), headers=_FRESH)

    return say


async def _lives(_: web.Request) -> web.StreamResponse:
    """Say that the loop answers; it looks at nothing else, or a database gone would restart every process."""
    return web.Response(text="alive\n", headers=_FRESH)


def _readiness(watched: Watched) -> Handler:
    async def say(_: web.Request) -> web.StreamResponse:
        lacks = sorted(await watched.lacks())
        return web.json_response(
            {"ready": not lacks, "lacks": lacks}, status=503 if lacks else 200, headers=_FRESH
        )

    return say


def _metrics(watched: Watched) -> Handler:
    async def say(_: web.Request) -> web.StreamResponse:
        page = await watched.metrics()
        if page is None:
            return web.Response(status=501, text=f"{watched.no_metrics}\n", headers=_FRESH)
        return web.Response(body=page.encode(), headers={**_FRESH, "Content-Type": METRICS_TYPE})

    return say


async def _unnamed(_: web.Request, answer: web.StreamResponse) -> None:
    answer.headers.pop("Server", None)


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
