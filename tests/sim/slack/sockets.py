"""Socket Mode: WebSocket connections, envelopes and their acknowledgements.

https://docs.slack.dev/apis/events-api/using-socket-mode
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from aiohttp import WSCloseCode, WSMsgType, web

from tests.json_types import Json
from tests.sim.common.pulse import Pulse
from tests.sim.slack.ids import Ids

MOST_CONNECTIONS = 10
"""Of one app at a time."""

Reason = Literal["warning", "refresh_requested", "link_disabled", "too_many_websockets"]


@dataclass(eq=False, slots=True)
class Connection:
    """One open WebSocket. A deaf one answers nothing more, pings neither, though it stays open."""

    socket: web.WebSocketResponse
    request: web.Request
    is_deaf: bool = False
    is_broken: bool = False
    """Whether this side broke it."""
    unanswered: set[str] = field(default_factory=set)

    @property
    def is_open(self) -> bool:
        """Whether it can be written to."""
        return not (self.socket.closed or self.is_deaf or self.is_broken)


class Sockets:
    """The connections of the app. Each envelope goes to one of them, by turns."""

    def __init__(self, ids: Ids, app_id: str, pulse: Pulse) -> None:
        """Begin with none.

        `on_ack` is called with what comes back: envelope id, payload, raw body. `on_lost` is called with the
        ids of envelopes that nobody will answer, since the app at the other end is gone without a farewell.
        """
        self._ids = ids
        self._app_id = app_id
        self._pulse = pulse
        self._tickets: set[str] = set()
        self._turn = 0
        self.most = MOST_CONNECTIONS
        self.opened = 0
        """How many connections were ever greeted."""
        self.connections: list[Connection] = []
        self.on_ack: Callable[[str, Json | None, bytes], None] = lambda *_: None
        self.on_lost: Callable[[set[str]], None] = lambda *_: None

    @property
    def hears(self) -> bool:
        """Whether there is a connection, and every one of them works."""
        return bool(self.connections) and all(each.is_open for each in self.connections)

    def ticket(self) -> str:
        """Return a new ticket, good for one connection."""
        ticket = self._ids.word("ticket", 16)
        self._tickets.add(ticket)
        return ticket

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Be the server of one connection until it ends."""
        ticket = request.query.get("ticket", "")
        if ticket not in self._tickets:
            return web.Response(status=404)
        self._tickets.discard(ticket)
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        if len(self.connections) >= self.most:
            await self._say(socket, {"type": "disconnect", "reason": "too_many_websockets"})
            await socket.close()
            return socket
        connection = Connection(socket, request)
        self.connections.append(connection)
        try:
            await self._greet(socket)
            self.opened += 1
            self._pulse.beat()
            await self._listen(connection)
        finally:
            self.connections.remove(connection)
            if socket.close_code == WSCloseCode.ABNORMAL_CLOSURE and not connection.is_broken:
                self.on_lost(connection.unanswered)
            self._pulse.beat()
        return socket

    async def _greet(self, socket: web.WebSocketResponse) -> None:
        hello: Json = {"type": "hello", "num_connections": len(self.connections)}
        hello["connection_info"] = {"app_id": self._app_id}
        hello["debug_info"] = {"host": "applink-sim", "build_number": 1, "approximate_connection_time": 18060}
        await self._say(socket, hello)
        await socket.ping(b"Ping from the loopback Slack")

    async def _listen(self, connection: Connection) -> None:
        async for message in connection.socket:
            if connection.is_deaf:
                continue
            if message.type == WSMsgType.PING:
                await connection.socket.pong(message.data)
            elif message.type == WSMsgType.TEXT:
                answer = json.loads(message.data)
                connection.unanswered.discard(answer["envelope_id"])
                self.on_ack(answer["envelope_id"], answer.get("payload"), message.data.encode())

    async def send(self, envelope: Json) -> bool:
        """Send an envelope over one connection; False if there is none that is open."""
        self._turn += 1
        while alive := [each for each in self.connections if not (each.socket.closed or each.is_broken)]:
            connection = alive[self._turn % len(alive)]
            connection.unanswered.add(envelope["envelope_id"])
            if connection.is_deaf:
                return True
            try:
                await self._say(connection.socket, envelope)
            except ConnectionResetError:
                connection.is_broken = True
            else:
                return True
        return False

    async def disconnect(self, reason: Reason = "refresh_requested") -> None:
        """Ask the app to connect anew, on every connection."""
        for connection in list(self.connections):
            frame: Json = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-sim"}}
            await self._say(connection.socket, frame)

    def abort(self) -> None:
        """Break every connection without a word, as a network does."""
        for connection in self.connections:
            connection.is_broken = True
            transport = connection.request.transport
            if transport is not None:
                transport.abort()

    def go_deaf(self) -> None:
        """Leave every connection open but answer nothing on it any more: half-open, as after a lost route."""
        for connection in self.connections:
            connection.is_deaf = True

    async def close(self) -> None:
        """Close every connection."""
        for connection in list(self.connections):
            await connection.socket.close()

    async def _say(self, socket: web.WebSocketResponse, frame: Json) -> None:
        await socket.send_str(json.dumps(frame))
