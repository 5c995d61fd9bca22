"""Typed line by line, as a screen reader wants it: the terminal echoes, and nothing goes back."""

from __future__ import annotations

import asyncio
import io
import signal
from collections.abc import Iterator
from contextlib import contextmanager

from adapters.console.chat import LineTalk
from adapters.console.talk import Signal
from adapters.console.tones import Line
from tests.e2e.console_harness import FedInput

PATIENCE = 20.0
"""Seconds after which a test gives up: an upper bound, never a wait."""


class Chair:
    """A keyboard whose lines a test types, and a screen."""

    def __init__(self) -> None:
        """Sit down."""
        self.keys = FedInput()
        self.screen = io.StringIO()
        self.talk = LineTalk(self.keys, self.screen, is_typed=True)

    def type(self, *lines: bytes) -> None:
        """Type lines with their ends; an empty one is Ctrl-D."""
        for line in lines:
            self.keys.put(line)


@contextmanager
def a_chair() -> Iterator[Chair]:
    """Sit in one session."""
    chair = Chair()
    with chair.talk.session():
        try:
            yield chair
        finally:
            chair.type(b"")  # lets the reading thread go


async def test_the_terminal_echoes_what_is_typed() -> None:
    """So the answer follows on the next line, with no blank one between."""
    with a_chair() as chair:
        chair.type(b"write\n")
        assert await chair.talk.command() == "write"
        chair.talk.show([(Line("Here."),)])
        assert chair.screen.getvalue() == "> Here.\n"  # the terminal itself wrote "write" and its end


async def test_ctrl_d_leaves_a_form_and_not_the_session() -> None:
    """What is typed after it is heard."""
    with a_chair() as chair:
        chair.type(b"", b"", b"words\n")
        assert await chair.talk.field() is Signal.STOP
        assert await chair.talk.text("") is Signal.STOP
        assert await chair.talk.command() == "words"


async def test_ctrl_d_at_the_prompt_is_the_end() -> None:
    """And below a text it ends the text."""
    with a_chair() as chair:
        chair.type(b"one\n", b"", b"")
        assert await chair.talk.text("") == "one"
        assert await chair.talk.command() is Signal.END


async def test_ctrl_c_stops_what_is_under_way() -> None:
    """The line after it is the next one, whole."""
    with a_chair() as chair:
        text = asyncio.create_task(chair.talk.text(""))
        await asyncio.wait_for(chair.keys.is_wanted.wait(), PATIENCE)
        signal.raise_signal(signal.SIGINT)
        assert await asyncio.wait_for(text, PATIENCE) is Signal.STOP
        chair.type(b"write\n")
        assert await chair.talk.command() == "write"
        assert chair.screen.getvalue() == "> \n> "


async def test_ctrl_c_below_a_line_ends_the_line_it_stands_on() -> None:
    """What was typed of it stays where it is."""
    with a_chair() as chair:
        text = asyncio.create_task(chair.talk.text(""))
        await asyncio.wait_for(chair.keys.is_wanted.wait(), PATIENCE)
        chair.type(b"one\n")
        await asyncio.wait_for(chair.keys.is_wanted.wait(), PATIENCE)
        signal.raise_signal(signal.SIGINT)
        assert await asyncio.wait_for(text, PATIENCE) is Signal.STOP
        assert chair.screen.getvalue() == "> \n"
