"""One WebSocket to the gateway: frames in order, compressed as it was asked for."""

from __future__ import annotations

import asyncio
import json
import zlib
from typing import TYPE_CHECKING

from aiohttp import web

from tests.json_types import Json

if TYPE_CHECKING:
    from tests.sim.discord.sessions import Session

COMPRESSIONS = {"", "zlib-stream"}
"""What this gateway speaks; the real one speaks zstd-stream too."""


class Connection:
    """An open connection."""

    def __init__(self, socket: web.WebSocketResponse, request: web.Request) -> None:
        """Speak over `socket`, from the first frame on."""
        self.socket = socket
        self.request = request
        self.session: Session | None = None
        self.is_broken = False
        """Whether this side broke it."""
        self.is_closing = False
        self._asked = 0
        self._told = 0
        self._packer = zlib.compressobj() if request.query.get("compress") == "zlib-stream" else None
        self._outbox: asyncio.Queue[Json | int | bytes] = asyncio.Queue()
        """What is to be sent: a frame; a number, with which to close; bytes, of a ping."""
        self._writer = asyncio.get_running_loop().create_task(self._write())

    @property
    def is_open(self) -> bool:
        """Whether it can be written to."""
        return not (self.socket.closed or self.is_broken or self.is_closing)

    @property
    def is_read(self) -> bool:
        """Whether all that was said before the last `ask` was read at the other end, or never will be."""
        return self._told == self._asked or not self.is_open

    def say(self, frame: Json) -> None:
        """Send a frame, after those before it."""
        self._outbox.put_nowait(frame)

    def ask(self) -> None:
        """Send a ping after all that was said; who answers it has read that."""
        self._asked += 1
        self._outbox.put_nowait(str(self._asked).encode())

    def told(self, answer: bytes) -> None:
        """Take the answer to a ping."""
        self._told = max(self._told, int(answer or b"0"))

    def close(self, code: int) -> None:
        """Close it with a code, after all that was said."""
        self.is_closing = True
        self._outbox.put_nowait(code)

    def abort(self) -> None:
        """Break it without a word, as a network does."""
        self.is_broken = True
        if self.request.transport is not None:
            self.request.transport.abort()

    async def end(self) -> None:
        """Send nothing more."""
        self._writer.cancel()
        await asyncio.gather(self._writer, return_exceptions=True)

    async def _write(self) -> None:
        while True:
            what = await self._outbox.get()
            try:
                if isinstance(what, int):
                    await self.socket.close(code=what)
                elif isinstance(what, bytes):
                    await self.socket.ping(what)
                else:
                    await self._send(what)
            except ConnectionError:
                self.is_broken = True

    async def _send(self, frame: Json) -> None:
        text = json.dumps(frame)
        if self._packer is None:
            await self.socket.send_str(text)
        else:
            packed = self._packer.compress(text.encode()) + self._packer.flush(zlib.Z_SYNC_FLUSH)
            await self.socket.send_bytes(packed)
