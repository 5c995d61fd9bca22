"""The marks of one kind on a page: a dot for each, nothing that joins them, and short lines for medians."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from matplotlib.axes import Axes
from matplotlib.patheffects import withStroke

from adapters.figures.page import HIGH, MARGIN, RIGHT, Page, font, wrapped
from adapters.figures.palettes import Palette
from adapters.figures.spans import in_words, ticks
from adapters.figures.spots import PILE, Spot, piled
from bot.domain.charts import Level, MarkChart

FOOT = "On the days you answered. Personal markers, not a validated test."
NONE = "No marks on these days."
_WORDS, _LABEL, _DAY = 13.0, 11.0, 11.0
_WORD_SIGNS = 15
_LABELS = ("median {median}, n {n}", "{median}\nn {n}")
_BESIDE = 16
"""Pixels between two labels."""
_BOTTOM = HIGH - 108
_ABOVE, _BELOW = 0.62, 0.5
"""Room over the lightest step, for what is written above a line, and under the heaviest; in steps."""
_SIZES = ((60, 14.0), (130, 11.0), (400, 8.0))
"""Up to so many days a dot is so many pixels wide."""
_SMALLEST = 6.0
_MIDDLE = 3.5
"""Where it is said that there is nothing: between two lines."""


def draw(chart: MarkChart, palette: Palette) -> bytes:
    """Return the page as a PNG."""
    page = Page(palette, heading=chart.ask, foot=FOOT)
    words = [wrapped(word, _WORD_SIGNS) for word in chart.words]
    left = MARGIN + page.widest(words, _WORDS) + 22
    axes = page.plot(left, _BOTTOM)
    days = (chart.until - chart.since).days + 1
    axes.set_xlim(-0.5, days - 0.5)
    axes.set_ylim(1 - _BELOW, len(words) + _ABOVE)
    _steps(axes, words, palette)
    _days(axes, chart, palette)
    dots = _dots(axes, chart, each=(RIGHT - left) / days)
    axes.plot(
        [spot.across for spot in dots.spots], [spot.up for spot in dots.spots], "o", color=palette.mark,
        markersize=dots.wide * 72 / 100, markeredgewidth=0, alpha=0.8, zorder=2, clip_on=False,
    )  # fmt: skip
    labels = _labels(page, chart.levels, dots.each)
    _medians(axes, chart, dots, labels, palette)
    page.explain(" ".join(_said(chart, are_labelled=bool(labels))))
    if not chart.dots:
        between = _BOTTOM - _step_high(axes) * (_MIDDLE - 1 + _BELOW)
        page.words((left + RIGHT) / 2, between, NONE, size=_WORDS, side="center")
    return page.png()


def _steps(axes: Axes, words: Sequence[str], palette: Palette) -> None:
    """Draw a faint line for each step, and write its word before it."""
    for step, word in enumerate(words, start=1):
        axes.axhline(step, color=palette.rule, linewidth=1.2, zorder=1)
        axes.annotate(
            word, (0, step), (-16, 1), xycoords=("axes fraction", "data"), textcoords="offset pixels",
            color=palette.ink, ha="right", va="center_baseline", fontproperties=font(_WORDS),
            linespacing=1.1, parse_math=False, annotation_clip=False,
        )  # fmt: skip


def _days(axes: Axes, chart: MarkChart, palette: Palette) -> None:
    """Name some days below the steps."""
    for day, name in ticks(chart.since, chart.until):
        across = (day - chart.since).days
        axes.annotate(
            name, (across, 0), (0, -26), xycoords=("data", "axes fraction"), textcoords="offset pixels",
            color=palette.quiet, ha="center", va="baseline", fontproperties=font(_DAY), annotation_clip=False,
        )  # fmt: skip
        axes.plot(
            [across, across], [0, -0.014], color=palette.quiet, linewidth=1, clip_on=False,
            transform=axes.get_xaxis_transform(),
        )  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dots:
    """The dots as they were drawn: `wide` pixels each, a day `each` pixels wide."""

    spots: tuple[Spot, ...] = field(repr=False)
    wide: float
    each: float

    def above(self, level: Level, first: int, last: int, step_high: float) -> float:
        """Return how many pixels above a median the dots of its own step reach."""
        near = (
            spot.up - level.median
            for spot in self.spots
            if first <= spot.across <= last and abs(spot.up - level.median) <= PILE
        )
        return max(near, default=0.0) * step_high + self.wide / 2


def _dots(axes: Axes, chart: MarkChart, *, each: float) -> _Dots:
    days = (chart.until - chart.since).days + 1
    wide = next((size for most, size in _SIZES if days <= most), _SMALLEST)
    together, apart = max(1, round(wide / each)), wide / _step_high(axes)
    spots = piled(chart.dots, chart.since, together=together, apart=apart)
    return _Dots(spots=spots, wide=wide, each=each)


def _medians(axes: Axes, chart: MarkChart, dots: _Dots, labels: Sequence[str], palette: Palette) -> None:
    """Draw the medians, and write above each what it is; nothing without labels."""
    edge = withStroke(linewidth=4.5, foreground=palette.ground)
    is_dense = dots.wide == _SMALLEST
    for level, label in zip(chart.levels, labels or [""] * len(chart.levels), strict=True):
        first, last = ((day - chart.since).days for day in (level.since, level.until))
        inset = min(0.25 * (last - first), 5 / dots.each) - 0.5
        axes.plot(
            [first + inset, last - inset], [level.median] * 2, color=palette.median, linewidth=2.4,
            solid_capstyle="butt", zorder=3, clip_on=False, path_effects=[edge] if is_dense else [],
        )  # fmt: skip
        above = dots.above(level, first, last, _step_high(axes)) + 5
        axes.annotate(
            label, ((first + last) / 2, level.median), (0, above), textcoords="offset pixels",
            color=palette.median, ha="center", va="bottom", fontproperties=font(_LABEL), linespacing=1.15,
            path_effects=[edge], zorder=4, annotation_clip=False,
        )  # fmt: skip


def _labels(page: Page, levels: Sequence[Level], each: float) -> list[str]:
    """Return what to write at each median, in the first manner that fits them all; nothing if none does."""
    room = min((((level.until - level.since).days + 1) * each for level in levels), default=0)
    for form in _LABELS:
        found = [form.format(median=f"{level.median:g}", n=level.n) for level in levels]
        if page.widest(found, _LABEL) < room - _BESIDE:
            return found
    return []


def _said(chart: MarkChart, *, are_labelled: bool) -> Iterator[str]:
    """Say which days these are and what is drawn; and n, where a median has no label."""
    yield f"{in_words(chart.since, chart.until)}."
    if not chart.levels:
        if chart.dots:
            yield "A dot is a mark."
        return
    lengths = {(level.until - level.since).days + 1 for level in chart.levels}
    weeks = f" of {lengths.pop() // 7} weeks" if len(lengths) == 1 else ""
    fewest, most = (pick(level.n for level in chart.levels) for pick in (min, max))
    of = "" if are_labelled else f", n {fewest}" if fewest == most else f", n {fewest} to {most}"
    yield f"A dot is a mark, a line the median{weeks}{of}."


def _step_high(axes: Axes) -> float:
    """Return how many pixels lie between two steps."""
    low, high = axes.get_ylim()
    return axes.get_window_extent().height / (high - low)
