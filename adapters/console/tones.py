"""How lines look: gentle colours from the terminal's own palette, or none. Meaning is in the words alone."""

# ruff: noqa: PLC0415 - a pipe never loads prompt_toolkit: it is imported where colour is wanted

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TextIO

from adapters.console.errors import let_go, translate_errors
from adapters.console.pictures import Cells
from bot.errors import ScreenGone

if TYPE_CHECKING:
    from prompt_toolkit.styles import Style

Tone = Literal["plain", "title", "quiet", "own"]

_TONES = {"title": "bold", "quiet": "dim", "own": "italic", "key": "ansimagenta", "aside": "dim italic"}
"""Weights, and the one colour of the palette that is read on a light ground as well as on a dark one."""
_KEYS = re.compile(r"(\[(?:\d\d|\d|[a-z])\])(?= )")
"""A key before its label, as the terminal draws it: `[1] yes`."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the screen. A line of a picture has `cells` and no words."""

    text: str = field(repr=False)
    tone: Tone = "plain"
    cells: Cells = ()


Group = tuple[Line, ...]
"""Lines that stand together; a blank line comes between groups."""


class Paper:
    """Prints lines with their tones, or plain where colour is not wanted."""

    def __init__(self, out: TextIO, *, plain: bool) -> None:
        """Print on `out`; `plain` uses neither colour nor weight."""
        self._out = out
        self._plain = plain

    @property
    def draws(self) -> bool:
        """Whether a picture can be drawn on it."""
        return not self._plain

    def show(self, groups: Sequence[Group], *, is_apart: bool) -> None:
        """Print groups with a blank line before each; none before the first if it stands apart."""
        if groups:
            self._print([piece for line in spaced(groups, is_apart=is_apart) for piece in toned(line)])

    def aside(self, words: str) -> None:
        """Print something that nobody said."""
        self._print([("", "\n  "), ("class:aside", f"({words})"), ("", "\n")])

    def write(self, words: str) -> None:
        """Print as it is."""
        self._print([("", words)])

    def end_line(self) -> None:
        """End a line that somebody broke off, if anybody still reads."""
        with suppress(ScreenGone):
            self.write("\n")

    def _print(self, pieces: Sequence[tuple[str, str]]) -> None:
        try:
            with translate_errors():
                if self._plain or all(not look for look, _ in pieces):
                    self._out.write("".join(text for _, text in pieces))
                    self._out.flush()
                else:
                    self._paint(pieces)
        except ScreenGone:
            let_go(self._out)
            raise

    def _paint(self, pieces: Sequence[tuple[str, str]]) -> None:
        from prompt_toolkit import print_formatted_text
        from prompt_toolkit.formatted_text import FormattedText

        print_formatted_text(
            FormattedText(pieces), style=style(plain=False), file=self._out, end="", flush=True
        )


def style(*, plain: bool) -> Style:
    """Return how tones look; all the same where it is plain."""
    from prompt_toolkit.styles import Style

    return Style.from_dict({} if plain else _TONES)


def toned(line: Line) -> list[tuple[str, str]]:
    """Return a line in pieces, each with its look: keys to press stand out from the words beside them."""
    if line.cells:
        return [*line.cells, ("", "\n")]
    tone = f"class:{line.tone}"
    if line.tone == "own":  # a person's own words hold no keys
        return [(tone, line.text), ("", "\n")]
    looks = (tone, "class:key")
    pieces = _KEYS.split(line.text)  # words and keys, in turn
    return [*((looks[n % 2], piece) for n, piece in enumerate(pieces) if piece), ("", "\n")]


def spaced(groups: Sequence[Group], *, is_apart: bool) -> list[Line]:
    """Return the lines of `groups`, a blank one before each; none before the first if it stands apart."""
    lines: list[Line] = []
    for group in groups:
        if lines or not is_apart:
            lines.append(Line(""))
        lines += group
    return lines
