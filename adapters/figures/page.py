"""A page with a heading, a foot and room between them, measured in pixels from the top left."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from adapters.figures.palettes import Palette

WIDE, HIGH = 1200, 675
MARGIN = 56
RIGHT = WIDE - MARGIN
_DPI = 100
_FONT = "DejaVu Sans"
_HEADINGS = ((24, 56), (19, 76), (15, 96))
"""How large a heading is, and how many signs stand in a line: the first with which two lines are enough."""
_LINES = 2
_FIRST, _FOOT = 78, HIGH - 32
"""Where the first line of a heading stands, and the last line of the page."""
_QUIET = 11.5


class Page:
    """What is drawn on. Text is taken as it is, whatever signs are in it."""

    def __init__(self, palette: Palette, *, heading: str, foot: str) -> None:
        """Begin with a heading, and a quiet line at the foot."""
        self.palette = palette
        self._figure = Figure(figsize=(WIDE / _DPI, HIGH / _DPI), dpi=_DPI, facecolor=palette.ground)
        FigureCanvasAgg(self._figure)
        size, lines = _set(heading)
        for number, line in enumerate(lines):
            self._below = _FIRST + round(number * size * 1.8)
            self.words(MARGIN, self._below, line, size=size, down="baseline")
        self._below += 36
        self.top = self._below + 36
        """Where the room below the heading begins."""
        self.words(MARGIN, _FOOT, foot, size=_QUIET, colour=palette.quiet, down="baseline")

    def explain(self, text: str) -> None:
        """Write a quiet line below the heading."""
        self.words(MARGIN, self._below, text, size=_QUIET, colour=self.palette.quiet, down="baseline")

    def words(
        self,
        across: float,
        down_at: float,
        text: str,
        *,
        size: float,
        colour: str | None = None,
        side: Literal["left", "center", "right"] = "left",
        down: Literal["baseline", "center_baseline"] = "center_baseline",
    ) -> None:
        """Write on the page, in ink where no colour is named."""
        self._figure.text(
            across / WIDE, 1 - down_at / HIGH, text, color=colour or self.palette.ink, ha=side, va=down,
            linespacing=1.3, parse_math=False, fontproperties=font(size),
        )  # fmt: skip

    def plot(self, left: float, bottom: float) -> Axes:
        """Return room to draw in, from below the heading down to `bottom`; without a frame or names."""
        axes = self._figure.add_axes(
            (left / WIDE, 1 - bottom / HIGH, (RIGHT - left) / WIDE, (bottom - self.top) / HIGH)
        )
        axes.set_axis_off()
        return axes

    def widest(self, texts: Iterable[str], size: float) -> float:
        """Return how many pixels the widest of some texts needs."""
        return max((self._wide(text, size) for text in texts), default=0.0)

    def _wide(self, text: str, size: float) -> float:
        written = self._figure.text(0, 0, text, fontproperties=font(size), parse_math=False)
        wide = written.get_window_extent().width
        written.remove()
        return wide

    def png(self) -> bytes:
        """Return the page as it is stored, with no day and no name of a program in it."""
        into = io.BytesIO()
        self._figure.savefig(into, format="png", metadata={"Software": None})
        return into.getvalue()


def font(size: float) -> FontProperties:
    """Return the letters of a page, which come with matplotlib, so that every machine draws the same."""
    return FontProperties(family=_FONT, size=size)


def wrapped(text: str, width: int) -> str:
    """Return a text in lines of at most so many signs."""
    return "\n".join(textwrap.wrap(text, width))


def _set(heading: str) -> tuple[int, list[str]]:
    """Return a size and the lines of a heading; the smallest size takes as many lines as it needs."""
    for size, width in _HEADINGS:
        lines = textwrap.wrap(heading, width)
        if len(lines) <= _LINES:
            return size, lines
    return _HEADINGS[-1][0], lines
