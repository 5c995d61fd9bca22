"""Pictures whose pixels are the cells of a terminal, two in each: placed one by one, so that none is blurred.

No letter fits. From the top: the lightest step first, as on the page.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import assert_never

from adapters.figures.palettes import MARK_CELLS, MEDIAN_CELLS, RULE_CELLS
from bot.domain.charts import BalanceChart, Chart, Level, MarkChart

ACROSS = 58
"""Pixels: what a terminal of 60 columns shows without making it smaller."""
_EDGE = 2
"""Pixels before the first day: a short line there tells where a row is."""
_DAYS = ACROSS - _EDGE
"""Pixels for days: eight weeks, one each."""
_PITCH = 6
"""Pixels from one row to the next, three lines of a terminal; a half step lies between two rows."""
_DOT, _MANY = 3, 5
"""Pixels that a mark is tall, and that marks of one step are which share a place, where they are many."""
_PARTED = 3
"""Pixels: medians that are shorter touch."""
_DOTTED = 4
"""Pixels from one dot to the next where nothing was asked."""
_SQUARE = 4
"""Pixels from one square to the next, at least: one that is not filled has a hole that can be seen."""

_Pixel = tuple[int, int, int, int]
_CLEAR: _Pixel = (0, 0, 0, 0)


class _Grid:
    """Pixels, clear where nothing was put."""

    def __init__(self, across: int, down: int) -> None:
        self._rows = [[_CLEAR] * across for _ in range(down)]

    def put(self, across: Iterable[int], down: Iterable[int], colour: str) -> None:
        """Colour a block of pixels; what lies outside of the picture is left out."""
        red, green, blue = bytes.fromhex(colour[1:])
        self._set(across, down, (red, green, blue, 255))

    def clear(self, across: Iterable[int], down: Iterable[int]) -> None:
        """Let the ground be seen through a block of pixels."""
        self._set(across, down, _CLEAR)

    def _set(self, across: Iterable[int], down: Iterable[int], pixel: _Pixel) -> None:
        columns = [x for x in across if 0 <= x < len(self._rows[0])]
        for y in down:
            if 0 <= y < len(self._rows):
                for x in columns:
                    self._rows[y][x] = pixel

    def png(self) -> bytes:
        """Return the picture as it is stored."""
        raw = b"".join(b"\0" + bytes(part for pixel in row for part in pixel) for row in self._rows)
        size = struct.pack(">IIBBBBB", len(self._rows[0]), len(self._rows), 8, 6, 0, 0, 0)
        chunks = ((b"IHDR", size), (b"IDAT", zlib.compress(raw, 9)), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def draw(chart: Chart) -> bytes:
    """Return a chart as a PNG of few pixels, with no ground."""
    match chart:
        case MarkChart():
            return _marks(chart).png()
        case BalanceChart():
            return _balance(chart).png()
        case _:
            assert_never(chart)


def _marks(chart: MarkChart) -> _Grid:
    steps = len(chart.words)
    grid, columns = _Grid(ACROSS, steps * _PITCH), _Columns(chart.since, chart.until)
    for step in range(1, steps + 1):
        grid.put([0], _around(_down(steps - step), _DOT), RULE_CELLS)
    found = Counter((columns.place(dot.day), dot.step) for dot in chart.dots)
    most = max(found.values(), default=1)
    for (column, step), count in found.items():
        grid.put(columns.across(column), _around(_down(steps - step), _tall(count, most)), MARK_CELLS)
    for level in chart.levels:
        grid.put(columns.of(level), [_down(steps - level.median)], MEDIAN_CELLS)
    return grid


class _Columns:
    """Where a day stands: each has its own column where there is room, else some share one."""

    def __init__(self, since: date, until: date) -> None:
        self._since = since
        self._until = until
        self._days = (until - since).days + 1
        self._each = max(1, _DAYS // self._days)

    def place(self, day: date) -> int:
        """Return the column of a day."""
        number = (day - self._since).days
        return number if self._days <= _DAYS else number * _DAYS // self._days

    def across(self, column: int) -> range:
        """Return the pixels of a column, without the gap beside it where there is room for one."""
        left = _EDGE + column * self._each
        return range(left, left + min(_DOT, max(1, self._each - 1)))

    def of(self, level: Level) -> range:
        """Return the pixels of some days in a row; long ones end before the next ones begin."""
        first = self.across(self.place(level.since)).start
        after = self.across(self.place(level.until + timedelta(days=1))).start
        is_apart = after - first >= _PARTED and level.until < self._until
        return range(first, max(first + 1, after - is_apart))


def _tall(count: int, most: int) -> int:
    """Return how tall marks are that stand in one place; taller where they are more than half of the most."""
    return _MANY if count > 1 and 2 * count > most else _DOT


def _around(middle: int, tall: int) -> range:
    return range(middle - tall // 2, middle + tall // 2 + 1)


def _down(rows: float) -> int:
    """Return the middle of a row, counted from the top; half a row lies between two."""
    return int(rows * _PITCH) + _PITCH // 2


def _balance(chart: BalanceChart) -> _Grid:
    grid = _Grid(ACROSS, max(1, len(chart.rows)) * _PITCH)
    most = max((row.asked for row in chart.rows), default=0)
    each = min(_PITCH - 2, ACROSS // max(1, most))
    for place, row in enumerate(chart.rows):
        middle = _down(place)
        if row.asked == 0:
            grid.put(range(0, ACROSS, _DOTTED), [middle], RULE_CELLS)
        elif each >= _SQUARE:
            for number in range(row.asked):
                box = _Box(left=number * each, right=(number + 1) * each - 1, middle=middle)
                box.put(grid, is_full=number < row.met)
        else:
            met, asked = (ACROSS * count // most for count in (row.met, row.asked))
            _Box(left=0, right=met, middle=middle).put(grid, is_full=True)
            _Box(left=met, right=asked, middle=middle).put(grid, is_full=False)
    return grid


@dataclass(frozen=True, slots=True, kw_only=True)
class _Box:
    """Some of what was asked: filled where it was met, else its outline."""

    left: int
    right: int
    middle: int

    def put(self, grid: _Grid, *, is_full: bool) -> None:
        """Draw it, nothing where it has no width; a narrow one is a square."""
        wide = self.right - self.left
        if wide == 0:
            return
        down = _around(self.middle, min(wide, _DOT))
        grid.put(range(self.left, self.right), down, MARK_CELLS)
        if not is_full:
            grid.clear(range(self.left + 1, self.right - 1), down[1:-1])


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
