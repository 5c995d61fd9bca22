"""The console without a terminal: a plain stream of lines that always ends well."""

from __future__ import annotations

import asyncio
import io
import os
import subprocess
import sys
from collections.abc import Awaitable, Callable

import pytest

from adapters.console.app import ConsoleSurface
from adapters.console.chat import LineTalk, open_talk
from adapters.console.talk import Signal
from adapters.console.tones import Line
from bot.domain.people import Account
from bot.errors import ScreenGone
from bot.ports.chat import Letter, NotOpen
from bot.surface.inbound import CommandInvoked, InboundEvent
from bot.surface.outcome import QUIET, Outcome
from tests.contract.surface_samples import KIND, ROW, card, shows
from tests.e2e.console_harness import nothing_waits

ME = Account(surface="console", workspace="local", user="me")

SESSION = """
import asyncio, sys
from adapters.console.app import ConsoleSurface
from adapters.console.chat import open_talk
from bot.domain.people import Account
from bot.surface.inbound import CommandInvoked
from bot.surface.outcome import QUIET, answer
from tests.contract.surface_samples import WHOLE

async def hear(event):
    return answer(WHOLE) if isinstance(event, CommandInvoked) else QUIET

async def nothing_waits():
    pass

surface = ConsoleSurface(
    hear=hear, account=Account(surface="console", workspace="local", user="me"),
    talk=open_talk(sys.stdin, sys.stdout), new_id=iter(map(str, range(99))).__next__, arrived=nothing_waits,
)
asyncio.run(surface.run())
assert "prompt_toolkit" not in sys.modules
"""


class Shut(io.StringIO):
    """A screen whose reader leaves after some writes."""

    def __init__(self, writes: int) -> None:
        """Take `writes` writes."""
        super().__init__()
        self._left = writes

    def write(self, text: str) -> int:
        """Write, or fail as a closed pipe does."""
        self._left -= 1
        if self._left < 0:
            raise BrokenPipeError
        return super().write(text)


def surface_over(
    talk: LineTalk,
    hear: Callable[[InboundEvent], Awaitable[Outcome]],
    arrived: Callable[[], Awaitable[None]] = nothing_waits,
) -> ConsoleSurface:
    """Return a console over this talk."""
    return ConsoleSurface(hear=hear, account=ME, talk=talk, new_id=lambda: "e", arrived=arrived)


def started() -> subprocess.Popen[bytes]:
    """Start a session in a process of its own, with a pipe at each end."""
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", SESSION], stdin=pipe, stdout=pipe, stderr=pipe)


async def test_lines_are_read_one_by_one_when_they_are_wanted() -> None:
    """A line that nobody asked for yet stays in the pipe."""
    source = io.BytesIO(b"one\ntwo\n")
    talk = LineTalk(source, io.StringIO())
    with talk.session():
        assert await talk.command() == "one"
        assert source.tell() == len(b"one\n")
        assert await talk.field() == "two"
        assert await talk.command() is Signal.END
        assert await talk.command() is Signal.END


async def test_a_line_that_is_no_utf_8_is_read_all_the_same() -> None:
    """What cannot be read is replaced."""
    talk = LineTalk(io.BytesIO(b"caf\xe9\n"), io.StringIO())
    with talk.session():
        assert await talk.command() == "caf\ufffd"


async def test_an_input_that_fails_has_ended() -> None:
    """A terminal that hung up is no crash."""

    class Broken:
        def readline(self) -> bytes:
            raise OSError

    talk = LineTalk(Broken(), io.StringIO())
    with talk.session():
        assert await talk.command() is Signal.END


async def test_a_broken_screen_is_named() -> None:
    """The stream's own error does not pass."""
    with pytest.raises(ScreenGone):
        LineTalk(io.BytesIO(), Shut(0)).show([(Line("Here."),)])


@pytest.mark.parametrize("writes", range(5))
async def test_a_reader_who_leaves_ends_the_session_quietly(writes: int) -> None:
    """At whatever point the pipe breaks."""

    async def hear(event: InboundEvent) -> Outcome:
        del event
        return shows(card(KIND, ROW))

    surface = surface_over(LineTalk(io.BytesIO(b"checkin\n1\n1\n"), Shut(writes)), hear)
    await asyncio.wait_for(surface.run(), 20)
    assert await surface.send(Letter(key=b"k", to=ME, card=card(ROW))) == NotOpen()


async def test_a_letter_that_nobody_can_read_is_not_sent() -> None:
    """The screen breaks while the letter is written."""
    receipts: list[object] = []

    async def hear(event: InboundEvent) -> Outcome:
        if isinstance(event, CommandInvoked) and event.text == "start":
            receipts.append(await surface.send(Letter(key=b"k", to=ME, card=card(ROW))))
        return QUIET

    surface = surface_over(LineTalk(io.BytesIO(), Shut(0)), hear)
    await asyncio.wait_for(surface.run(), 20)
    assert receipts == [NotOpen()]


def test_a_piped_session_is_plain_and_ends_well() -> None:
    """No control codes, nothing on standard error, exit 0, and the terminal toolkit is never loaded."""
    with started() as process:
        out, err = process.communicate(b"3\n10\n2\n1 2\n", timeout=60)
    assert (process.returncode, err) == (0, b"")
    assert b"\x1b" not in out
    assert "[s] Set it down" in out.decode()


def test_leaving_does_not_wait_for_the_end_of_the_pipe() -> None:
    """`quit` ends the process while the other end still stands open."""
    with started() as process:
        assert process.stdin is not None
        process.stdin.write(b"quit\n")
        process.stdin.flush()
        assert process.wait(timeout=60) == 0


def test_a_reader_who_leaves_is_no_error() -> None:
    """As with `head`: exit 0 and not a word."""
    with started() as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(b"checkin\n")
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(timeout=60) == 0


def test_a_pipe_is_talked_to_as_a_pipe() -> None:
    """Signs that the stream cannot write are replaced."""
    reading, writing = os.pipe()
    with os.fdopen(reading) as stdin, io.TextIOWrapper(io.BytesIO(), encoding="ascii") as stdout:
        talk = open_talk(stdin, stdout)
        talk.show([(Line("café"),)])
        assert isinstance(stdout.buffer, io.BytesIO)
        assert stdout.buffer.getvalue() == b"\ncaf?\n"
    os.close(writing)
