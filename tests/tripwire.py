"""A tripwire around everything that a test's process does: it reaches this machine, and no other."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


def is_here(host: object) -> bool:
    """Whether a host is this machine, by an address or the one name that needs nobody to look it up."""
    text = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host or "localhost")
    try:
        return ipaddress.ip_address(text.partition("%")[0]).is_loopback
    except ValueError:
        return text == "localhost"


def goes_out(line: socket.socket, address: object) -> bool:
    """Whether a line to this address would leave the machine."""
    return isinstance(address, tuple) and line.family != socket.AF_UNIX and not is_here(address[0])


@contextmanager
def tripwire() -> Iterator[list[str]]:
    """Refuse every line to another machine, and every look for one, and yield the list of those tried.

    What is refused is an unreachable network, so that whoever tried goes on as on a day without one.
    """
    reached: list[str] = []
    connect, connect_ex, look = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def guarded_connect(line: socket.socket, address: tuple[str, int]) -> None:
        if goes_out(line, address):
            reached.append(address[0])
            raise OSError(errno.ENETUNREACH, os.strerror(errno.ENETUNREACH))
        connect(line, address)

    def guarded_connect_ex(line: socket.socket, address: tuple[str, int]) -> int:
        if goes_out(line, address):
            reached.append(address[0])
            return errno.ENETUNREACH
        return connect_ex(line, address)

    def guarded_look(host: str | None, *rest: int, **more: int) -> list[tuple[object, ...]]:
        if not is_here(host):
            reached.append(f"the name {host}")
            raise socket.gaierror(socket.EAI_NONAME, "no name is looked up here")
        return [*look(host, *rest, **more)]

    with pytest.MonkeyPatch.context() as wire:
        wire.setattr(socket.socket, "connect", guarded_connect)
        wire.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        wire.setattr(socket, "getaddrinfo", guarded_look)
        yield reached
