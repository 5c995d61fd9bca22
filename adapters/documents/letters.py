"""The letters of a document: the DejaVu fonts, and what of a text they can write."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from importlib.util import find_spec
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont

from bot.surface.text import shown

PLAIN, BOLD, SERIF = "DejaVuSans", "DejaVuSans-Bold", "DejaVuSerif"
"""The faces: ours, our headings, and somebody's own words."""
MISSING = "\u25a1"
"""Stands in a text for a sign that cannot be written."""

_RIGHT_TO_LEFT = {"R", "AL", "AN"}
"""Scripts that we have letters for and no way to join or turn round: they would be there, and wrong."""
_JOINER = "\u200d"
_UNSEEN = re.compile("[\u034f\u200c\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
"""Variations of the sign before them, which is read without them."""
_SPACES = re.compile(r"[^\S\n\u00a0]")
_INDENT = re.compile("(?m)^ +")


class Pen:
    """Writes the texts of one document, and counts what it could not write."""

    def __init__(self) -> None:
        """A new one for each document."""
        self.unwritten = 0

    def markup(self, text: str, face: str) -> str:
        """Return a text as ReportLab's paragraphs read it: its lines, its indents, and nothing as a tag."""
        plain = _INDENT.sub(
            lambda found: "\u00a0" * len(found.group()), _SPACES.sub(" ", self._written(text))
        )
        has = _signs(face)
        runs = groupby(plain, lambda sign: sign == "\n" or sign in has)
        return "".join(_tagged("".join(signs), "" if in_face else PLAIN) for in_face, signs in runs)

    def line(self, text: str, face: str) -> str:
        """Return a text on one line."""
        return self.markup(" ".join(text.split()), face)

    def _written(self, text: str) -> str:
        """Return a text in which one sign stands for each that cannot be written, and count them."""
        clean = _UNSEEN.sub("", shown(text))
        if clean.isascii():
            return clean
        written, before = list[str](), ""
        for sign in clean:
            goes_on = before == _JOINER or unicodedata.category(sign).startswith("M")
            if sign != _JOINER and not (goes_on and written[-1:] == [MISSING]):
                can = _can_write(sign)
                written.append(sign if can else MISSING)
                self.unwritten += not can
            before = sign
        return "".join(written)


def width(text: str, face: str, size: float) -> float:
    """Return how wide the widest line of a text is, in points."""
    _ready()
    return max((float(stringWidth(line, face, size)) for line in text.splitlines()), default=0.0)


@cache
def _ready() -> None:
    for face in (PLAIN, BOLD, SERIF):
        registerFont(TTFont(face, _folder() / f"{face}.ttf"))


def _folder() -> Path:
    """Return where matplotlib keeps its fonts, without importing it.

    Raises:
        LookupError: matplotlib is not installed, or has no file of its own.
    """
    found = find_spec("matplotlib")
    if found is None or found.origin is None:
        raise LookupError("the fonts of matplotlib are not here")
    return Path(found.origin).parent / "mpl-data" / "fonts" / "ttf"


@cache
def _signs(face: str) -> frozenset[str]:
    _ready()
    font = TTFont(face, _folder() / f"{face}.ttf")
    return frozenset(map(chr, font.face.charToGlyph))


def _can_write(sign: str) -> bool:
    return sign.isspace() or (sign in _signs(PLAIN) and unicodedata.bidirectional(sign) not in _RIGHT_TO_LEFT)


def _tagged(text: str, face: str) -> str:
    marked = escape(text).replace("\n", "<br/>")
    return f'<font name="{face}">{marked}</font>' if face else marked
