"""Invented charts: what somebody's weeks may look like, and what is at the edge of that."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.charts import BalanceChart, BalanceRow, Chart, Dot, Level, MarkChart
from bot.domain.marks import CONNECTION, ENERGY, MarkKind

UNTIL = date(2026, 11, 29)
_WINDOW = 28
_STEPS = (3, 4, 2, 5, 3, 3, 1, 4, 3, 2, 4)
"""In turn, and of a length with which no week repeats the one before."""

LONG = MarkKind(
    name="long",
    ask="How close was what you could do today to how you would want to work, had there been room for it, "
    "and for $everything_else^2 that is on your mind?",
    words=(
        "a very long way off from it",
        "rather far away",
        "somewhere $in$ between",
        "fairly close",
        "unbelievablyclosetoit",
    ),
)


def marks(
    kind: MarkKind, days: int, *, steps: tuple[int, ...] = _STEPS, every: int = 2, medians: bool = True
) -> MarkChart:
    """Return marks up to `UNTIL`, one on every so many days, or none."""
    since = UNTIL - timedelta(days=days - 1)
    dots = tuple(
        Dot(day=since + timedelta(days=number), step=steps[number // every % len(steps)])
        for number in (range(0, days, every) if every else ())
    )
    ends = (UNTIL - timedelta(days=_WINDOW * place) for place in range(days // _WINDOW if medians else 0))
    levels = tuple(_level(dots, end) for end in ends)
    return MarkChart(ask=kind.ask, words=kind.words, dots=dots, levels=levels[::-1], since=since, until=UNTIL)


def balance(*rows: tuple[str, int, int]) -> BalanceChart:
    """Return topics with how often each was asked about, and how often it was met."""
    return BalanceChart(
        rows=tuple(BalanceRow(name=name, asked=asked, met=met) for name, asked, met in rows),
        since=UNTIL - timedelta(days=83),
        until=UNTIL,
    )


def _level(dots: tuple[Dot, ...], end: date) -> Level:
    since = end - timedelta(days=_WINDOW - 1)
    found = sorted(dot.step for dot in dots if since <= dot.day <= end)
    middle = (found[(len(found) - 1) // 2] + found[len(found) // 2]) / 2
    return Level(since=since, until=end, median=middle, n=len(found))


WEEKS = marks(ENERGY, 56)
"""The last four weeks and the four before."""
TOPICS = balance(("Self", 8, 6), ("Thoughts", 7, 5), ("Emotions", 9, 2), ("Actions", 6, 6), ("Meaning", 5, 0))
CHARTS: dict[str, Chart] = {
    "eight weeks": WEEKS,
    "twelve weeks": marks(CONNECTION, 84),
    "a year": marks(ENERGY, 364),
    "three years, each day": marks(ENERGY, 1092, every=1),
    "no marks": marks(ENERGY, 56, every=0, medians=False),
    "one mark": marks(ENERGY, 10, every=99, medians=False),
    "one day": marks(CONNECTION, 1, medians=False),
    "always the lightest step": marks(ENERGY, 56, steps=(5,), every=1),
    "always the heaviest step": marks(ENERGY, 1092, steps=(1,), every=1),
    "long words": marks(LONG, 56),
    "topics": TOPICS,
    "nothing asked": balance(("Self", 0, 0), ("Thoughts", 0, 0)),
    "no topics": balance(),
    "asked very often": balance(
        ("Self", 160, 91), ("A topic of a rather long name", 117, 5), ("Actions", 1, 0)
    ),
}
