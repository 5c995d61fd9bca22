"""Facts and tables: columns as wide as what stands in them asks for, rows that break over pages."""

from __future__ import annotations

from reportlab.platypus import Paragraph, Table

from adapters.documents.letters import Pen, width
from adapters.documents.styles import ACROSS, CELL, HAIR, HEAD, NAME, VALUE
from bot.domain.documents import Pairs, Rows

_NAMES = 0.3
"""What part of the line the names of facts take at most."""
_GAP = 10.0
"""Points between two columns."""
_LEAST = _GAP + 14
"""Points that a column has at least: it may hold one wide letter."""
_NARROWEST = 46.0
"""Points that a column needs to be read; with less for each, a row is told as facts."""
_LONG_NAME = 60
"""Letters of a name above which the line of names is not said again on each page."""


def facts(pen: Pen, pairs: Pairs) -> list[Table]:
    """Return each fact beside its name."""
    if not pairs.pairs:
        return []
    widest = max(width(name, NAME.fontName, NAME.fontSize) for name, _ in pairs.pairs) + _GAP
    names = max(min(widest, _NAMES * ACROSS), _LEAST)
    cells = [
        [Paragraph(pen.line(name, NAME.fontName), NAME), Paragraph(pen.markup(value, VALUE.fontName), VALUE)]
        for name, value in pairs.pairs
    ]
    return [_table(cells, [names, ACROSS - names], [("BOTTOMPADDING", (0, 0), (-1, -1), 2.5)])]


def table(pen: Pen, rows: Rows) -> list[Table]:
    """Return a table; one of too many columns becomes the facts of each row."""
    if not rows.head:
        return []
    if ACROSS / len(rows.head) < _NARROWEST:
        each = (facts(pen, Pairs(pairs=tuple(zip(rows.head, row, strict=True)))) for row in rows.rows)
        return [made for some in each for made in some]
    cells = [[Paragraph(pen.markup(name, HEAD.fontName), HEAD) for name in rows.head]]
    cells += [[Paragraph(pen.markup(cell, CELL.fontName), CELL) for cell in row] for row in rows.rows]
    short = all(len(name) <= _LONG_NAME for name in rows.head)
    looks = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.9, HEAD.textColor),
        ("LINEBELOW", (0, 1), (-1, -1), 0.5, HAIR),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 4.5),
        ("TOPPADDING", (0, 0), (-1, -1), 4.5),
    ]
    return [_table(cells, columns(rows), looks, again=1 if short else 0)]


def columns(rows: Rows) -> list[float]:
    """Return how wide each column is, in points: together a line.

    Those that ask for less than their part have it whole; the others share what is left.
    """
    columns = zip(rows.head, *rows.rows, strict=True)
    each = (max(width(text, HEAD.fontName, HEAD.fontSize) for text in texts) + _GAP for texts in columns)
    wishes = [max(wish, _LEAST) for wish in each]
    widths, left = dict[int, float](), ACROSS
    for at in sorted(range(len(wishes)), key=lambda at: wishes[at]):
        widths[at] = min(wishes[at], left / (len(wishes) - len(widths)))
        left -= widths[at]
    widths[at] += left
    return [widths[at] for at in range(len(wishes))]


def _table(
    cells: list[list[Paragraph]], widths: list[float], looks: list[tuple[object, ...]], again: int = 0
) -> Table:
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), _GAP),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        *looks,
    ]
    return Table(
        cells,
        colWidths=widths,
        style=style,
        repeatRows=again,
        splitInRow=1,
        hAlign="LEFT",
        spaceBefore=6,
        spaceAfter=3,
    )
