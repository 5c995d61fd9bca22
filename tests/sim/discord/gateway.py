"""The gateway: who is connected, and what is said to them.

https://docs.discord.com/developers/events/gateway, …/topics/opcodes-and-status-codes#gateway
"""

from __future__ import annotations

import json

from aiohttp import WSMsgType, web

from tests.json_types import Json
from tests.sim.common.pulse import Pulse
from tests.sim.discord.connections import COMPRESSIONS, Connection
from tests.sim.discord.ids import Ids
from tests.sim.discord.objects import guild_shape, user_shape
from tests.sim.discord.sessions import KNOWN, PRIVILEGED, Session
from tests.sim.discord.world import World

HEARTBEAT_MS = 41_250
_HEARTBEAT, _IDENTIFY, _RESUME, _RECONNECT, _INVALID, _HELLO, _ACK = 1, 2, 6, 7, 9, 10, 11
_NOT_AUTHENTICATED, _AUTHENTICATION_FAILED, _ALREADY_AUTHENTICATED, _INVALID_SEQ = 4003, 4004, 4005, 4007
_INVALID_SHARD, _INVALID_INTENTS, _DISALLOWED_INTENTS = 4010, 4013, 4014
_ENDS_SESSION = {1000, 1001}
"""The codes with which an app that closes gives up its session."""


class Gateway:
    """Everybody who listens, and the sessions that may be taken up again."""

    def __init__(self, world: World, ids: Ids, pulse: Pulse, token: str) -> None:
        """Begin with nobody, who identify with `token`."""
        self._world = world
        self._ids = ids
        self._pulse = pulse
        self._token = token
        self._refusals = 0
        self._last: dict[str, tuple[Json, str | None]] = {}
        self.url = ""
        self.privileged = PRIVILEGED
        """The intents that are not switched on for the app; 0 after somebody switched all on."""
        self.connections: list[Connection] = []
        self.sessions: dict[str, Session] = {}
        self.opened = 0
        """How many connections there ever were."""
        self.identified = 0
        self.resumed = 0
        self.said = 0
        """How many events were ever dispatched."""

    @property
    def ready(self) -> list[Connection]:
        """The connections that hear events now."""
        return [each for each in self.connections if each.is_open and each.session is not None]

    # What happens at it

    def dispatch(self, event: str, data: Json, *, guild: str | None) -> None:
        """Say an event to every session that is to hear it; one that is cut off hears it when it resumes."""
        self._last[event] = (data, guild)
        self.said += 1
        for session in self.sessions.values():
            if session.hears(event, guild):
                session.dispatch(event, session.seen_as(event, data, guild, self._world.bot.id))
        self._pulse.beat()

    def repeat(self, event: str, **otherwise: object) -> None:
        """Say the last event of this name once more, as it happens around a lost connection.

        `otherwise` is what it says of these fields in place of what was said.
        """
        data, guild = self._last[event]
        self.dispatch(event, data | otherwise, guild=guild)

    def drop(self, *, resumable: bool = True) -> None:
        """Break every connection without a word; what is not resumable is forgotten."""
        for connection in self.connections:
            connection.abort()
            if connection.session is not None:
                connection.session.connection = None
        if not resumable:
            self.sessions.clear()
        self._pulse.beat()

    def close(self, code: int) -> None:
        """Close every connection with a code."""
        for connection in self.connections:
            connection.close(code)

    def ask_reconnect(self) -> None:
        """Ask everybody to connect anew and resume (op 7)."""
        self._say_to_all({"op": _RECONNECT, "d": None, "s": None, "t": None})

    def invalid_session(self, *, resumable: bool = False) -> None:
        """Tell everybody that their session is no more, or is to be resumed (op 9)."""
        self._say_to_all({"op": _INVALID, "d": resumable, "s": None, "t": None})
        if not resumable:
            for connection in self.connections:
                self._forget(connection)

    def refuse(self, times: int = 1_000_000) -> None:
        """Take no connection, so many times; 0 to take them again."""
        self._refusals = times

    async def read(self) -> None:
        """Wait until all that was said has been read at the other end."""
        asked = self.ready
        for connection in asked:
            connection.ask()
        await self._pulse.until(lambda: all(each.is_read for each in asked), patience=60)

    async def stop(self) -> None:
        """Close everything."""
        for connection in list(self.connections):
            await connection.socket.close(code=1001)

    # One connection

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Be the server of one connection until it ends."""
        if self._refusals > 0:
            self._refusals -= 1
            return web.Response(status=503, text="upstream connect error", headers={"Via": "1.1 google"})
        if request.query.get("compress", "") not in COMPRESSIONS:
            return web.Response(status=400, text="this gateway does not speak that compression")
        socket = web.WebSocketResponse(autoping=False)
        await socket.prepare(request)
        connection = Connection(socket, request)
        self.connections.append(connection)
        self.opened += 1
        connection.say({"op": _HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}, "s": None, "t": None})
        self._pulse.beat()
        try:
            async for message in socket:
                if message.type == WSMsgType.PONG:
                    connection.told(bytes(message.data))
                elif message.type == WSMsgType.PING and connection.is_open:
                    await socket.pong(message.data)
                elif message.type == WSMsgType.TEXT and connection.is_open:
                    self._hear(connection, json.loads(message.data))
                self._pulse.beat()
        finally:
            self._left(connection)
            await connection.end()
            self._pulse.beat()
        return socket

    def _left(self, connection: Connection) -> None:
        self.connections.remove(connection)
        session = connection.session
        if session is None or session.connection is not connection:
            return
        session.connection = None
        if connection.socket.close_code in _ENDS_SESSION and not connection.is_closing:
            self.sessions.pop(session.id, None)

    def _hear(self, connection: Connection, frame: Json) -> None:
        match frame["op"]:
            case 1:
                connection.say({"op": _ACK, "d": None, "s": None, "t": None})
            case 2 if connection.session is None:
                self._identify(connection, frame["d"])
            case 6 if connection.session is None:
                self._resume(connection, frame["d"])
            case 2 | 6:
                connection.close(_ALREADY_AUTHENTICATED)
            case _ if connection.session is None:
                connection.close(_NOT_AUTHENTICATED)
            case _:
                pass  # presences and requests of members are taken and not answered

    def _identify(self, connection: Connection, asked: Json) -> None:
        number, shards = asked.get("shard") or (0, 1)
        if asked.get("token") != self._token:
            connection.close(_AUTHENTICATION_FAILED)
        elif asked["intents"] & ~KNOWN:
            connection.close(_INVALID_INTENTS)
        elif asked["intents"] & self.privileged:
            connection.close(_DISALLOWED_INTENTS)
        elif not 0 <= number < shards:
            connection.close(_INVALID_SHARD)
        else:
            self.identified += 1
            session = Session(
                id=self._ids.word("session", 32),
                shard=(number, shards),
                intents=asked["intents"],
                connection=connection,
            )
            connection.session = self.sessions[session.id] = session
            self._greet(session, has_shard="shard" in asked)

    def _greet(self, session: Session, *, has_shard: bool) -> None:
        here = [
            guild
            for guild in self._world.guilds.values()
            if self._world.bot.id in guild.members
            and (int(guild.id) >> 22) % session.shard[1] == session.shard[0]
        ]
        ready: Json = {
            "v": 10,
            "user": user_shape(self._world.bot) | {"verified": True, "mfa_enabled": False, "email": None},
            "guilds": [{"id": guild.id, "unavailable": True} for guild in here],
            "session_id": session.id,
            "resume_gateway_url": self.url,
            "session_type": "normal",
            "private_channels": [],
            "application": {"id": self._world.application_id, "flags": 0},
        }
        session.dispatch("READY", ready | ({"shard": list(session.shard)} if has_shard else {}))
        for guild in here:
            if session.hears("GUILD_CREATE", guild.id):
                session.dispatch("GUILD_CREATE", guild_shape(guild, self._world))

    def _resume(self, connection: Connection, asked: Json) -> None:
        session = self.sessions.get(asked.get("session_id") or "")
        if asked.get("token") != self._token:
            connection.close(_AUTHENTICATION_FAILED)
            return
        seq = asked.get("seq")
        if session is not None and isinstance(seq, int) and seq > session.seq:
            connection.close(_INVALID_SEQ)
            return
        missed = session.missed_since(seq) if session is not None and isinstance(seq, int) else None
        if session is None or missed is None:
            connection.say({"op": _INVALID, "d": False, "s": None, "t": None})
            return
        if session.connection is not None:
            session.connection.close(4000)
        self.resumed += 1
        session.connection, connection.session = connection, session
        for frame in missed:
            connection.say(frame)
        session.dispatch("RESUMED", {"_trace": []})

    def _forget(self, connection: Connection) -> None:
        if connection.session is not None:
            self.sessions.pop(connection.session.id, None)
            connection.session = None

    def _say_to_all(self, frame: Json) -> None:
        for connection in self.connections:
            connection.say(frame)
