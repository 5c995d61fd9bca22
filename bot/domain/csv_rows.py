"""A table as CSV that a spreadsheet opens as words: no cell of it is ever worked out."""

from __future__ import annotations

import csv
import io

from bot.domain.documents import Rows

_BEGINS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would take for a formula, or for the end of a cell before it."""
_WIDE = str.maketrans("\uff1d\uff0b\uff0d\uff20", "=+-@")
"""The same signs as East Asian keyboards write them, which some spreadsheets read alike."""


def as_csv(table: Rows) -> bytes:
    """Return the table in UTF-8, comma-separated, every cell in quotes, lines ended as RFC 4180 wants them.

    It begins with a byte order mark: without one Excel reads it in the letters of its own country, and
    "whānau" is broken.
    """
    page = io.StringIO(newline="")
    writer = csv.writer(page, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in (table.head, *table.rows))
    return page.getvalue().encode("utf-8-sig", "replace")


def guarded(cell: str) -> str:
    """Return a cell behind an apostrophe, which spreadsheets read as "text", if it would begin a formula.

    Spaces and signs that nobody sees do not hide its beginning.
    """
    seen = cell.lstrip(" \n\u00a0\u200b\u200e\u200f\u2060\ufeff").translate(_WIDE)
    return f"'{cell}" if seen.startswith(_BEGINS) else cell
