"""A small Discord over real HTTP: direct messages of one bot, and faults. For the way out, which needs no more."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from aiohttp import web

from bot.ports.time import Clock

BOT = {"id": "900", "username": "reststop", "discriminator": "0", "global_name": None, "avatar": None, "bot": True}
NONCE_HOLDS = timedelta(minutes=5)
TOKEN = "a-token-for-the-loopback"  # noqa: S105 - no real one


@dataclass(kw_only=True)
class Asked:
    """A request as it came."""

    method: str
    path: str
    body: dict[str, Any]


@dataclass(kw_only=True)
class Trouble:
    """What becomes of the next calls of a route; `cut` breaks the line, `accepted` after the work is done;
    `hangs` never answers."""

    route: str
    status: int = 0
    code: int = 0
    cut: bool = False
    hangs: bool = False
    accepted: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    body: object = None
    raw: bytes = b""
    times: int = 1


@dataclass(kw_only=True)
class Posted:
    """A message."""

    id: str
    channel: str
    at: datetime
    author: Mapping[str, object]
    body: dict[str, Any]
    file: bytes | None = None


class Refused(Exception):
    """An HTTP status and a number of Discord's."""

    def __init__(self, status: int, code: int) -> None:
        """Refuse."""
        super().__init__(status, code)
        self.status, self.code = status, code


class SmallDiscord:
    """One bot, people, and a conversation with each."""

    def __init__(self, clock: Clock) -> None:
        """Begin empty."""
        self.clock = clock
        self.url = ""
        self.asked: list[Asked] = []
        self.messages: list[Posted] = []
        self.channels: dict[str, str] = {}
        self.closed: dict[str, int] = {}
        """Who cannot be written to, by channel, and with which number Discord says so."""
        self.application: dict[str, Any] = {}
        self.troubles: list[Trouble] = []
        self.over = asyncio.Event()
        self._nonces: dict[str, Posted] = {}
        self._next = 1000

    def fail(self, route: str, **how: Any) -> None:  # noqa: ANN401 - the fields of Trouble
        """Let the next calls of a route, as "POST messages", fail."""
        self.troubles.append(Trouble(route=route, **how))

    def calls(self, route: str) -> list[Asked]:
        """Return what was asked of a route."""
        return [each for each in self.asked if _route(each.method, each.path) == route]

    def texts(self, user: str) -> list[str]:
        """Return what stands in somebody's conversation, oldest first."""
        return [each.body.get("content") or "" for each in self.of(user)]

    def of(self, user: str) -> list[Posted]:
        """Return the messages in somebody's conversation."""
        return [each for each in self.messages if each.channel == self.channels.get(user)]

    def delete(self, message: Posted) -> None:
        """Delete a message, as its person may in their own client."""
        self.messages.remove(message)

    def lose_channel(self, user: str) -> None:
        """Let a conversation be none that Discord knows; it opens anew under another id."""
        del self.channels[user]

    def new_id(self) -> str:
        """Return an id."""
        self._next += 1
        return str(self._next)

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request."""
        body, files = await _read(request)
        asked = Asked(method=request.method, path=request.path.removeprefix("/api/v10"), body=body)
        self.asked.append(asked)
        route = _route(asked.method, asked.path)
        trouble = next((each for each in self.troubles if each.times and each.route in {route, "*"}), None)
        if trouble is None or trouble.accepted:
            answer = self._done(request, asked, files)
        if trouble is None:
            return answer
        trouble.times -= 1
        if trouble.hangs:
            await self.over.wait()
        if trouble.cut:
            _break_off(request)
            return web.Response()
        if trouble.raw:
            headers = {"Content-Type": "application/json"}
            return web.Response(status=trouble.status, body=trouble.raw, headers=headers)
        said = trouble.body if trouble.body is not None else {"message": "no", "code": trouble.code}
        return _json(trouble.status, said, trouble.headers)

    def _done(self, request: web.Request, asked: Asked, files: list[bytes]) -> web.Response:
        try:
            if request.headers.get("Authorization") != f"Bot {TOKEN}":
                raise Refused(401, 0)
            return _json(200, self._do(asked, files, request))
        except Refused as refused:
            return _json(refused.status, {"message": "no", "code": refused.code})

    def _do(self, asked: Asked, files: list[bytes], request: web.Request) -> object:
        parts = asked.path.strip("/").split("/")
        match asked.method, parts:
            case "GET", ["users", "@me"]:
                return BOT
            case "GET", ["oauth2", "applications", "@me"]:
                return _application() | self.application
            case "GET", ["gateway", "bot"]:
                start = {"total": 1000, "remaining": 993, "reset_after": 0, "max_concurrency": 1}
                return {"url": "wss://none", "shards": 1, "session_start_limit": start}
            case "POST", ["users", "@me", "channels"]:
                user = asked.body["recipient_id"]
                return {"id": self.channels.setdefault(user, self.new_id()), "type": 1}
            case "POST", ["channels", channel, "messages"]:
                return self._post(channel, asked.body)
            case "GET", ["channels", channel, "messages"]:
                self._channel(channel)
                page = [each for each in reversed(self.messages) if each.channel == channel]
                return [_shown(each) for each in page[: int(request.query["limit"])]]
            case "PATCH", ["channels", _, "messages", message]:
                found = self._message(message)
                found.body |= asked.body
                found.file = files[0] if files else found.file
                return _shown(found)
            case "DELETE", ["channels", _, "messages", message]:
                self.messages.remove(self._message(message))
                return None
        raise Refused(404, 0)

    def _post(self, channel: str, body: dict[str, Any]) -> object:
        self._channel(channel)
        first = self._nonces.get(body.get("nonce", "")) if body.get("enforce_nonce") else None
        if first is not None and self.clock.now() - first.at < NONCE_HOLDS:
            return _shown(self._message(first.id))
        posted = Posted(id=self.new_id(), channel=channel, at=self.clock.now(), author=BOT, body=dict(body))
        self.messages.append(posted)
        if "nonce" in body:
            self._nonces[body["nonce"]] = posted
        return _shown(posted)

    def _channel(self, channel: str) -> None:
        if channel in self.closed:
            raise Refused(403, self.closed[channel])
        if channel not in self.channels.values():
            raise Refused(404, 10003)

    def _message(self, message: str) -> Posted:
        found = next((each for each in self.messages if each.id == message), None)
        if found is None:
            raise Refused(404, 10008)
        return found


@asynccontextmanager
async def small_discord(clock: Clock) -> AsyncIterator[SmallDiscord]:
    """Serve one on a free port."""
    discord = SmallDiscord(clock)
    app = web.Application(client_max_size=32_000_000)
    app.router.add_route("*", "/{tail:.*}", discord.handle)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    discord.url = f"http://127.0.0.1:{runner.addresses[0][1]}/api/v10"
    try:
        yield discord
    finally:
        discord.over.set()
        await runner.cleanup()


def _route(method: str, path: str) -> str:
    """Return the name of a route: its method, and the last word of its path that is no id."""
    words = [part for part in path.strip("/").split("/") if not part.isdecimal()]
    return f"{method} {words[-1] if words[-1] != '@me' else path}"


async def _read(request: web.Request) -> tuple[dict[str, Any], list[bytes]]:
    if not request.content_type.startswith("multipart/"):
        raw = await request.read()
        return (json.loads(raw) if raw else {}), []
    body: dict[str, Any] = {}
    files: list[bytes] = []
    async for part in await request.multipart():
        data = bytes(await part.read())  # type: ignore[union-attr]  # no part here has parts
        if part.name == "payload_json":  # type: ignore[union-attr]
            body = json.loads(data)
        else:
            files.append(data)
    return body, files


def _json(status: int, body: object, headers: Mapping[str, str] | None = None) -> web.Response:
    own = {"Via": "1.1 loopback"} | dict(headers or {})
    if body is None:
        return web.Response(status=204, headers=own)
    if isinstance(body, str):
        return web.Response(status=status, text=body, content_type="text/html", headers=dict(headers or {}))
    return web.Response(
        status=status, body=json.dumps(body).encode(), headers=own | {"Content-Type": "application/json"}
    )


def _shown(message: Posted) -> dict[str, object]:
    shown = {name: message.body.get(name) for name in ("content", "components", "flags", "attachments")}
    return {
        **shown,
        "id": message.id,
        "channel_id": message.channel,
        "author": message.author,
        "timestamp": message.at.isoformat(),
    }


def _application() -> dict[str, object]:
    return {
        "id": "900",
        "name": "Reststop",
        "icon": None,
        "description": "",
        "rpc_origins": [],
        "bot_public": True,
        "bot_require_code_grant": False,
        "owner": BOT,
        "verify_key": "",
        "team": None,
        "flags": 0,
        "integration_types_config": {"0": {}, "1": {}},
        "interactions_endpoint_url": None,
    }


def _break_off(request: web.Request) -> None:
    """Break the connection with a TCP reset."""
    assert request.transport is not None
    sock = request.transport.get_extra_info("socket")
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
