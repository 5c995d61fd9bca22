"""Answering the Web API: who may call what, how often, and what fails on purpose."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from tests.json_types import Json
from tests.sim.common.faults import break_off
from tests.sim.common.flights import Flights
from tests.sim.slack import methods_app, methods_chat, methods_files, methods_people, methods_views
from tests.sim.slack.answers import Refused
from tests.sim.slack.core import Core
from tests.sim.slack.faults import Fault
from tests.sim.slack.journal import Entry
from tests.sim.slack.methods import METHODS, Call, Method
from tests.sim.slack.requests import Sent, read_sent
from tests.sim.slack.tokens import Grant

ROOMS = (methods_app, methods_chat, methods_files, methods_people, methods_views)
"""Where the table of methods is filled."""


class Api:
    """The Web API of one loopback Slack."""

    def __init__(self, core: Core) -> None:
        """Answer for `core`."""
        self._core = core
        self.flights = Flights(core.pulse)

    async def method(self, request: web.Request) -> web.StreamResponse:
        """Answer one call of a method."""
        name = request.match_info["method"]
        sent = await read_sent(request)
        grant = self._core.tokens.grants.get(sent.token or "")
        workspace = grant.workspace if grant else ""
        entry = Entry(
            at=self._core.timers.clock.now(), method=name, workspace=workspace, args=sent.args, raw=sent.raw
        )
        return await self.answered(request, entry, lambda: self._answer(name, sent, entry))

    async def answered(
        self, request: web.Request, entry: Entry, answer: Callable[[], web.Response]
    ) -> web.StreamResponse:
        """Enter a request in the journal, and answer it unless it is to fail."""
        self._core.journal.entries.append(entry)
        with self.flights.request():
            fault = self._core.faults.next(entry.method)
            if fault is None:
                response: web.StreamResponse = answer()
            else:
                if fault.accepted:
                    answer()
                response = await self._failed(request, fault)
            entry.status = response.status
            return response

    async def _failed(self, request: web.Request, fault: Fault) -> web.StreamResponse:
        if fault.how == "ratelimited":
            return _too_many(fault.retry_after)
        if fault.how == "http_500":
            return web.Response(
                status=500, text="<html>Something went wrong</html>", content_type="text/html"
            )
        if fault.how == "error":
            return web.json_response({"ok": False, "error": fault.error})
        if fault.how == "garbled":
            return web.Response(text='{"ok": tr', content_type="application/json")
        if fault.how == "timeout":
            with self.flights.hold():
                await self._core.faults.hold()
        break_off(request)
        return web.Response(status=500)

    def _answer(self, name: str, sent: Sent, entry: Entry) -> web.Response:
        headers = {"X-Slack-Req-Id": self._core.ids.word("request", 16).lower()}
        try:
            found = _method(name)
            grant = self._authorized(found, sent.token)
            if grant is not None:
                headers["X-OAuth-Scopes"] = ",".join(sorted(grant.scopes))
                headers["X-Accepted-OAuth-Scopes"] = found.scope or ""
            call = Call(core=self._core, args=sent.args, token=grant)
            wait = self._core.limiter.take(entry.workspace, name, found.tier, sent.args.get("channel"))
            if wait is not None:
                entry.reply = {"ok": False, "error": "ratelimited"}
                return _too_many(wait)
            if found.scope is not None:
                call.need(found.scope)
            body: Json = {"ok": True, **found.handle(call)}
        except Refused as refused:
            body = refused.body()
        entry.reply = body
        return web.json_response(body, headers=headers)

    def _authorized(self, found: Method, token: str | None) -> Grant | None:
        if found.auth == "none":
            return None
        if found.auth == "app":
            if token != self._core.tokens.app_token:
                raise Refused("invalid_auth" if token else "not_authed")
            return None
        if token == self._core.tokens.app_token:
            raise Refused("not_allowed_token_type")
        return self._core.tokens.find(token)


def _method(name: str) -> Method:
    if name not in METHODS:
        raise Refused("unknown_method", req_method=name)
    return METHODS[name]


def _too_many(seconds: int) -> web.Response:
    body = {"ok": False, "error": "ratelimited"}
    return web.json_response(body, status=429, headers={"Retry-After": str(seconds)})
