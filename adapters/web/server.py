"""A small server: the pages that platforms bring along, and one for those who watch the process.

Of what goes wrong it says the number and nothing else, and nothing of a request is written down. What is no
HTTP at all aiohttp answers before that, to who sent it. What serves, and which version, nobody is told.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.errors import place_of

_log = logging.getLogger(__name__)

_SILENT = logging.getLogger(f"{__name__}.http")
"""aiohttp's own: of a request that is no HTTP it would print the bytes, whatever level is set."""
_SILENT.disabled = True

HEALTH_PATH = "/health"
BODY_BYTES = 2_000_000
"""Bytes of a request: a form of Slack's with all that can be typed into it, encoded, is a third of that."""
REST_WITHIN = 0.5
"""Seconds in which the rest of a body comes that was refused before it was read; then the line is cut."""
FINISHED_WITHIN = 10.0
"""Seconds that what runs has to be finished when the server closes."""

Page = web.RouteDef
"""A method, a path, and who answers there."""
Health = Callable[[], Awaitable[Mapping[str, object]]]
"""Says how the ways into each platform are; nothing of anybody is in it."""


class Server:
    """What it is not given, it does not have: a bare 404."""

    def __init__(
        self,
        pages: Iterable[Page],
        *,
        health: Health | None = None,
        finished_within: float = FINISHED_WITHIN,
    ) -> None:
        """Serve `pages`, and what `health` says; nothing is listened for yet."""
        app = web.Application(client_max_size=BODY_BYTES, middlewares=[_bare])
        app.router.add_routes(pages)
        app.on_response_prepare.append(_unnamed)
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
        """Take in nothing more, and let what runs be answered."""
        await self._runner.cleanup()


def _state(health: Health) -> Handler:
    async def say(_: web.Request) -> web.StreamResponse:
        return web.json_response(dict(await health()), headers={"Cache-Control": "no-store"})

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
