"""Answering the API: who may ask what, how often, and what fails on purpose."""

from __future__ import annotations

import json
from collections.abc import Mapping

from aiohttp import web

from tests.sim.common.faults import break_off
from tests.sim.common.flights import Flights
from tests.sim.discord import routes_app, routes_channels, routes_interactions, routes_people
from tests.sim.discord.answers import Refused, not_found, unauthorized
from tests.sim.discord.core import Core
from tests.sim.discord.faults import Fault
from tests.sim.discord.journal import Entry
from tests.sim.discord.limiter import Reply
from tests.sim.discord.requests import Sent, read_sent
from tests.sim.discord.routes import Call, Route, find

ROOMS = (routes_app, routes_people, routes_channels, routes_interactions)
"""Where the table of routes is filled."""
_VIA = {"Via": "1.1 google"}
"""Stands on every answer; without it discord.py takes a 429 for a ban of Cloudflare's."""


class Api:
    """The API of one loopback Discord."""

    def __init__(self, core: Core) -> None:
        """Answer for `core`."""
        self._core = core
        self.flights = Flights(core.pulse)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        path = "/" + request.match_info["path"]
        found, params = find(request.method, path) or (None, {})
        try:
            sent = await read_sent(request)
        except ValueError:
            return _json(400, {"message": "400: Bad Request", "code": 50109})
        entry = Entry(
            at=self._core.timers.clock.now(),
            route=found.name if found else f"{request.method} {path}",
            path=path,
            params=params,
            query=dict(request.query),
            args=sent.body,
            raw=sent.raw,
            files=dict(sent.files.values()),
        )
        self._core.journal.entries.append(entry)
        with self.flights.request():
            response = await self._unless_it_fails(request, found, sent, entry)
            entry.status = response.status
            return response

    async def _unless_it_fails(
        self, request: web.Request, found: Route | None, sent: Sent, entry: Entry
    ) -> web.StreamResponse:
        fault = self._core.faults.next(entry.route)
        if fault is None:
            return self._answer(request, found, sent, entry)
        done = self._answer(request, found, sent, entry) if fault.accepted else None
        if fault.how == "slow":
            with self.flights.hold():
                await self._core.faults.hold()
            return done or self._answer(request, found, sent, entry)
        if fault.how == "status":
            self._core.limiter.answered(fault.status)
            return _failed(fault)
        if fault.how == "reset":
            break_off(request)
        elif request.transport is not None:
            request.transport.close()
        return web.Response(status=500)

    def _answer(self, request: web.Request, found: Route | None, sent: Sent, entry: Entry) -> web.Response:
        limiter = self._core.limiter
        asked = found.asked(entry.params) if found else None
        too_many = limiter.take(asked) if asked else None
        if too_many is not None:
            entry.reply = too_many.body
            limiter.answered(too_many.status, too_many.headers)
            return _instead(too_many)
        try:
            if found is None:
                raise not_found()
            if not found.by_token and request.headers.get("Authorization") != f"Bot {self._core.token}":
                raise unauthorized()
            call = Call(
                core=self._core, params=entry.params, query=entry.query, body=sent.body, files=sent.files
            )
            entry.reply = found.handle(call)
            status = found.status if entry.reply is not None else 204
        except Refused as refused:
            status, entry.reply = refused.status, refused.body()
        headers = limiter.headers(asked) if asked else {}
        limiter.answered(status, headers)
        return _json(status, entry.reply, headers)


def _json(status: int, body: object, headers: Mapping[str, str] | None = None) -> web.Response:
    told = _VIA | dict(headers or {})
    if body is None:
        return web.Response(status=status, headers=told)
    told["Content-Type"] = "application/json"  # exactly so: discord.py reads JSON in no other
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return web.Response(status=status, body=raw, headers=told)


def _failed(fault: Fault) -> web.Response:
    if isinstance(fault.body, str):
        return web.Response(
            status=fault.status, text=fault.body, content_type="text/html", headers=fault.headers
        )
    return _json(fault.status, fault.body, fault.headers)


def _instead(reply: Reply) -> web.Response:
    """What a limit answers; the page of a ban comes from before Discord, and has no `Via`."""
    if reply.page:
        return web.Response(
            status=reply.status, text=reply.page, content_type="text/html", headers=dict(reply.headers)
        )
    return _json(reply.status, reply.body, reply.headers)
