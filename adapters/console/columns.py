"""How wide words stand on a terminal, and where its lines break: by columns, never by characters."""

from __future__ import annotations

import re
from unicodedata import category, combining, east_asian_width

_WIDE = frozenset("WF")
_CLOSING = frozenset({"Pe", "Pf", "Po"})
_OPENING = frozenset({"Ps", "Pi"})
_PIECE = re.compile(r" +|[^ ]+")


def columns(text: str) -> int:
    """Return how many columns `text` takes. A sign that joins the one before it takes none."""
    return len(text) if text.isascii() else sum(_width(char) for char in text)


def broken(line: str, width: int) -> list[str]:
    """Return `line` in rows of up to `width` columns; none for an empty line.

    It breaks between words, and between signs that are written without spaces. What cannot be broken
    stays whole and is left to the terminal: an address can be copied, and nothing is lost.
    """
    rows: list[str] = []
    row = ""
    for piece in _pieces(line):
        if not row.strip() or columns(row + piece.rstrip(" ")) <= width:
            row += piece
        else:
            rows.append(row.rstrip(" "))
            row = piece.lstrip(" ")
    return [*rows, row.rstrip(" ")] if row.strip(" ") else rows


def _pieces(line: str) -> list[str]:
    """Return `line` in pieces that stay whole: spaces, words, and signs that may part from the next."""
    pieces: list[str] = []
    for piece in _PIECE.findall(line):
        start = 0
        for at in range(1, len(piece)):
            if _may_part(piece[at - 1], piece[at]):
                pieces.append(piece[start:at])
                start = at
        pieces.append(piece[start:])
    return pieces


def _may_part(before: str, after: str) -> bool:
    """Whether a line may end between two signs that stand side by side.

    Wide scripts break anywhere but before a closing sign and after an opening one.
    """
    if before.isascii() or after.isascii() or not (_is_wide(before) and _is_wide(after)):
        return False
    return category(after) not in _CLOSING and category(before) not in _OPENING


def _is_wide(char: str) -> bool:
    """Whether a sign fills two columns and stands for itself: no mark, no shade of the one before."""
    return _width(char) == 2 and category(char) != "Sk"  # noqa: PLR2004 - two columns


def _width(char: str) -> int:
    if combining(char) or category(char) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(char) in _WIDE else 1
