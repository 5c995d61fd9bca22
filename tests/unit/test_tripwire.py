"""No test reaches another machine, and one that tried would be seen."""

from __future__ import annotations

import asyncio
import socket

import pytest

from tests.tripwire import is_here, tripwire

ELSEWHERE = "192.0.2.1"
"""An address that is kept for examples: it is nobody's."""


def test_a_line_to_another_machine_is_refused_and_seen() -> None:
    """Before a byte leaves; a look for a name as well."""
    with tripwire() as reached, socket.socket() as line:
        with pytest.raises(OSError, match="unreachable"):
            line.connect((ELSEWHERE, 443))
        assert line.connect_ex((ELSEWHERE, 443)) != 0
        with pytest.raises(socket.gaierror):
            socket.getaddrinfo("reststop.example", 443)
    assert reached == [ELSEWHERE, ELSEWHERE, "the name reststop.example"]


async def test_a_line_of_the_event_loop_is_seen_too() -> None:
    """As the libraries of platforms open theirs."""
    with tripwire() as reached, pytest.raises(OSError, match="unreachable"):
        await asyncio.open_connection(ELSEWHERE, 443)
    assert reached == [ELSEWHERE]


@pytest.mark.parametrize("host", ["127.0.0.1", "127.9.9.9", "::1", "localhost", None])
def test_this_machine_is_known(host: str | None) -> None:
    """By any of its addresses, and by the one name that nobody is asked for."""
    assert is_here(host)


@pytest.mark.parametrize("host", ["10.0.0.1", "2001:db8::1", "localhost.example", b"a.example"])
def test_another_machine_is_known(host: str | bytes) -> None:
    """By any address or name of its own."""
    assert not is_here(host)
