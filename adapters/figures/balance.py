"""How the inner domains stand beside each other: a ring for each question asked, full where it was met."""

from __future__ import annotations

from matplotlib.axes import Axes

from adapters.figures.page import HIGH, MARGIN, RIGHT, Page, wrapped
from adapters.figures.palettes import Palette
from adapters.figures.spans import in_words
from bot.domain.charts import BalanceChart, BalanceRow

HEADING = "What was asked, and what you answered"
FOOT = "No row needs to be full."
_NAME, _COUNT = 13.0, 12.0
_NAME_SIGNS = 22
_BOTTOM = HIGH - 84
_WIDEST = 36.0
"""Pixels that a ring is wide where there are few."""
_NARROWEST = 9.0
"""Pixels: rings that would be smaller are bars."""
_GAP = 1.4
"""From one ring to the next, in rings."""


def draw(chart: BalanceChart, palette: Palette) -> bytes:
    """Return the page as a PNG."""
    page = Page(palette, heading=HEADING, foot=FOOT)
    page.explain(f"{in_words(chart.since, chart.until)}. A ring is a question, a full one was answered.")
    names = [wrapped(row.name, _NAME_SIGNS) for row in chart.rows]
    counts = [_count(row) for row in chart.rows]
    left = MARGIN + page.widest(names, _NAME) + 32
    right = RIGHT - page.widest(counts, _COUNT) - 32
    high = (_BOTTOM - page.top) / max(1, len(chart.rows))
    most = max((row.asked for row in chart.rows), default=0)
    wide = min(_WIDEST, (right - left) / _GAP / max(1, most))
    count_at = min(right, left + most * wide * _GAP) + 24
    axes = page.plot(left, _BOTTOM)
    axes.set_xlim(0, RIGHT - left)
    axes.set_ylim(_BOTTOM - page.top, 0)
    for place, (row, name, count) in enumerate(zip(chart.rows, names, counts, strict=True)):
        middle = (place + 0.5) * high
        level = page.top + middle - 1
        page.words(left - 32, level, name, size=_NAME, side="right")
        page.words(count_at, level, count, size=_COUNT, colour=palette.quiet)
        if wide >= _NARROWEST:
            _rings(axes, row, middle, wide, palette)
        else:
            _bar(axes, row, middle, (right - left) / most, palette)
    return page.png()


def _rings(axes: Axes, row: BalanceRow, middle: float, wide: float, palette: Palette) -> None:
    """Draw one ring for each question, the answered ones first and full."""
    across = [wide / 2 + number * wide * _GAP for number in range(row.asked)]
    edge = max(1.5, wide / 12)
    for some, face in ((across[: row.met], palette.mark), (across[row.met :], "none")):
        axes.plot(
            some, [middle] * len(some), "o", markersize=(wide - edge) * 72 / 100, markerfacecolor=face,
            markeredgecolor=palette.mark, markeredgewidth=edge * 72 / 100, clip_on=False,
        )  # fmt: skip


def _bar(axes: Axes, row: BalanceRow, middle: float, each: float, palette: Palette) -> None:
    """Draw one long ring for all questions, full as far as they were answered."""
    for count, face in ((row.met, palette.mark), (row.asked, "none")):
        axes.barh(
            middle, count * each, height=_WIDEST * 0.7, facecolor=face, edgecolor=palette.mark, linewidth=1.5
        )


def _count(row: BalanceRow) -> str:
    return f"{row.met} of {row.asked}" if row.asked else "not asked"
