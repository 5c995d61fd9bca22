"""Switches that make a loopback platform fail as the real one does now and then."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from aiohttp import web


class Counted(Protocol):
    """A fault that is due so many times more."""

    times: int


F = TypeVar("F", bound=Counted)


class Switches(Generic[F]):
    """What is to become of the next calls, by the words with which a test named them."""

    def __init__(self, is_meant: Callable[[str, str], bool]) -> None:
        """Begin with none. `is_meant` says whether a call of this name is meant by those words."""
        self._is_meant = is_meant
        self._set: list[tuple[str, F]] = []
        self._released = asyncio.Event()

    def add(self, meant: str, fault: F) -> None:
        """Let a fault befall the next calls that are meant."""
        self._set.append((meant, fault))

    def next(self, name: str) -> F | None:
        """Return what is to become of a call that has just come, and count it."""
        for meant, fault in self._set:
            if fault.times > 0 and self._is_meant(meant, name):
                fault.times -= 1
                return fault
        return None

    def clear(self) -> None:
        """Fail no more."""
        self._set.clear()

    def release(self) -> None:
        """Let the calls go on that are held."""
        self._released.set()
        self._released = asyncio.Event()

    async def hold(self) -> None:
        """Wait for `release`."""
        await self._released.wait()


def break_off(request: web.Request) -> None:
    """Break the connection of a request with a TCP reset."""
    if request.transport is None:
        return
    sock = request.transport.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    request.transport.abort()
