"""How a terminal is talked with: lines that come and go, and what may come in place of one."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from enum import Enum, StrEnum, auto
from typing import Protocol

from adapters.console.tones import Group

CANCEL = "/cancel"
DOT = "."


class Look(StrEnum):
    """How a terminal is written to."""

    COLOURED = "coloured"
    PLAIN = "plain"
    """Without colour, weight or drawing."""
    LINES = "lines"
    """Plain, and line after line: the cursor never goes back, and nothing that was written changes."""


class Signal(Enum):
    """What may come in place of a line."""

    END = auto()
    """The input ended: nothing comes any more."""
    STOP = auto()
    """Ctrl-C, or `/cancel` in a long text."""


class Talk(Protocol):
    """How lines come and go. What is typed comes back as `kept` leaves it."""

    @property
    def edits(self) -> bool:
        """Whether a text that stands can be edited in its place."""
        ...

    @property
    def width(self) -> int:
        """How wide to draw now, in columns."""
        ...

    @property
    def draws(self) -> bool:
        """Whether a picture can be drawn; else its words stand alone."""
        ...

    def session(self) -> AbstractContextManager[None]:
        """Hold input and output for as long as the session runs."""
        ...

    def show(self, groups: Sequence[Group]) -> None:
        """Show groups of lines with a blank line between them.

        Raises:
            ScreenGone: nobody reads any more.
        """
        ...

    async def command(self) -> str | Signal:
        """Return the next line at the prompt."""
        ...

    async def field(self, standing: str = "") -> str | Signal:
        """Return the next line of a form, `standing` there to be edited. It is never remembered."""
        ...

    async def text(self, standing: str) -> str | Signal:
        """Return some lines, which a line with only a dot ends; `standing` is there to be edited."""
        ...
