"""What may be said about somebody's own marks, and from when on: the rules of docs/insights.md.

Missing days are not random, so nothing here speaks of more than the days that were answered. There is no
total, no norm, no forecast and no cause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from operator import attrgetter
from statistics import median

from bot.domain.charts import BalanceChart, BalanceRow, Dot, Level, MarkChart
from bot.domain.marks import MarkKind
from bot.domain.prompts import STEAM, Domain

WEEKS = 4
"""Weeks over which a median is taken, and which are laid beside each other."""
MEDIAN_FROM = 5
"""So many marks have a median; of fewer it is only said how many they are."""
COMPARED_FROM = 7
"""On so many days there are marks in each of two windows before a sentence compares them."""
GAP = 1
"""So many steps lie between two medians before a sentence speaks of it."""
BALANCE_WEEKS = 12
"""Weeks over which the inner domains are looked at."""
ASKED_FROM = 4
"""So often something was asked about before it is said that it was rarely met."""
RARE_OF = 3
"""Rarely met is at most one of so many."""

_WINDOW = timedelta(weeks=WEEKS)
_DAY = timedelta(days=1)
_IN_ORDER = attrgetter("day", "step")


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Some days in a row, both ends among them."""

    since: date
    until: date

    def holds(self, dots: Iterable[Dot]) -> tuple[Dot, ...]:
        """Return those marks that are of these days."""
        since, until = self.since, self.until
        return tuple([dot for dot in dots if since <= dot.day <= until])


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """All marks of one kind, in any order. `name` is how a sentence speaks of it."""

    name: str
    ask: str
    words: tuple[str, str, str, str, str]
    dots: tuple[Dot, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What some marks come to: how many they are, on how many days, and a median where there are enough."""

    n: int
    days: int
    median: float | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two windows that are compared: how many marks, on how many days, and their median."""

    n: int
    days: int
    median: float = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two windows that a sentence may lay beside each other: their medians differ."""

    before: Side = field(repr=False)
    now: Side = field(repr=False)

    @property
    def is_lower(self) -> bool:
        """Whether the later median is the lower one."""
        return self.now.median < self.before.median


def windows(today: date, count: int) -> tuple[Window, ...]:
    """Return the last windows of four weeks up to today, the latest first."""
    ends = (today - place * _WINDOW for place in range(count))
    return tuple(Window(since=until - _WINDOW + _DAY, until=until) for until in ends)


def windows_since(first: date, today: date) -> tuple[Window, ...]:
    """Return as many windows of four weeks up to today as reach back to a day; at least one."""
    return windows(today, max(0, (today - first).days) // _WINDOW.days + 1)


class Span(StrEnum):
    """How far back a view goes."""

    NOW = "now"
    """The last four weeks beside the four before."""
    WEEKS = "weeks"
    """Twelve weeks."""
    MONTHS = "months"
    """A year, in thirteen windows."""
    ALL = "all"


_COUNTS = {Span.NOW: 2, Span.WEEKS: 3, Span.MONTHS: 13}


def windows_of(span: Span, today: date, first: date | None = None) -> tuple[Window, ...]:
    """Return the windows of a span, the latest first; `first` is the earliest day that all of it reaches."""
    return windows_since(first or today, today) if span is Span.ALL else windows(today, _COUNTS[span])


def series_in(
    pages: Iterable[tuple[date, Mapping[str, int]]], named: Mapping[MarkKind, str]
) -> tuple[Series, ...]:
    """Return the marks of opened pages by kind: each page has its day, and a step for each mark given.

    `named` are the kinds, each with its name for a sentence. One without a mark is left out.
    """
    found: defaultdict[str, list[Dot]] = defaultdict(list)
    for day, steps in pages:
        for mark, step in steps.items():
            found[mark].append(Dot(day=day, step=step))
    return tuple(
        Series(name=name, ask=kind.ask, words=kind.words, dots=tuple(found[kind.name]))
        for kind, name in named.items()
        if kind.name in found
    )


def within(every: Iterable[Series], spans: Sequence[Window]) -> tuple[Series, ...]:
    """Return the series that have a mark in some windows, without their other marks."""
    shown = Window(since=spans[-1].since, until=spans[0].until)
    found = (replace(series, dots=shown.holds(series.dots)) for series in every)
    return tuple(series for series in found if series.dots)


def standing(dots: Iterable[Dot]) -> Standing:
    """Return what some marks come to."""
    found = tuple(dots)
    return Standing(
        n=len(found),
        days=len({dot.day for dot in found}),
        median=float(median(dot.step for dot in found)) if len(found) >= MEDIAN_FROM else None,
    )


def standings(series: Series, spans: Sequence[Window]) -> tuple[Standing, ...]:
    """Return what the marks of each window come to: windows as `windows` gives them, the latest first."""
    return tuple(standing(dots) for dots in _by_window(series.dots, spans))


def comparison(before: Iterable[Dot], now: Iterable[Dot]) -> Comparison | None:
    """Return what may be compared: enough days in each, and medians that lie far enough apart; else None."""
    earlier, later = _side(before), _side(now)
    if earlier is None or later is None or abs(later.median - earlier.median) < GAP:
        return None
    return Comparison(before=earlier, now=later)


def compared(series: Series, today: date) -> Comparison | None:
    """Return what may be said of the last four weeks beside the four before; None: nothing."""
    now, before = windows(today, 2)
    return comparison(before.holds(series.dots), now.holds(series.dots))


def mark_chart(series: Series, spans: Sequence[Window]) -> MarkChart:
    """Return what a picture of some windows shows: every mark, and the medians where there are enough.

    Windows as `windows` gives them, the latest first.
    """
    since, until = spans[-1].since, spans[0].until
    found = tuple(
        Level(since=span.since, until=span.until, median=its.median, n=its.n)
        for span, its in zip(spans, standings(series, spans), strict=True)
        if its.median is not None
    )
    return MarkChart(
        ask=series.ask,
        words=series.words,
        dots=tuple(sorted(Window(since=since, until=until).holds(series.dots), key=_IN_ORDER)),
        levels=found[::-1],
        since=since,
        until=until,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One asking about an inner domain, and whether an answer came; a "not today" is none."""

    domain: Domain
    day: date
    is_met: bool = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How often an inner domain was asked about, and how often that was met with an answer."""

    domain: Domain
    asked: int = field(repr=False)
    met: int = field(repr=False)


def balance_window(today: date) -> Window:
    """Return the twelve weeks over which the inner domains are looked at."""
    return Window(since=today - timedelta(weeks=BALANCE_WEEKS) + _DAY, until=today)


def balance(asked: Iterable[Met], today: date) -> tuple[Share, ...]:
    """Return the five inner domains in their own order, with what was asked in twelve weeks."""
    span = balance_window(today)
    lately = [one for one in asked if span.since <= one.day <= span.until]
    return tuple(
        Share(
            domain=domain,
            asked=sum(one.domain is domain for one in lately),
            met=sum(one.domain is domain and one.is_met for one in lately),
        )
        for domain in STEAM
    )


def rarely_met(shares: Sequence[Share], resting: Collection[Domain] = ()) -> Share | None:
    """Return the inner domain that is met least of all, where that is seldom and the others are met.

    It was asked about at least four times and met at most every third time; the others, taken together, were
    asked about at least as often and met at least every other time. Nothing is said of a topic that rests.
    """
    rare = [
        one
        for one in shares
        if one.asked >= ASKED_FROM and RARE_OF * one.met <= one.asked and one.domain not in resting
    ]
    if not rare:
        return None
    least = min(rare, key=lambda one: one.met / one.asked)
    others = [one for one in shares if one is not least]
    asked, met = sum(one.asked for one in others), sum(one.met for one in others)
    return least if asked >= ASKED_FROM and 2 * met >= asked else None


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What somebody sees of themselves: their marks over some windows, and how the inner domains stand.

    `series` are those with a mark in the windows, and have no other marks. `shares` is empty where no
    question on an inner domain was answered, and `rare` None where nothing is said of one.
    """

    span: Span
    today: date
    windows: tuple[Window, ...]
    series: tuple[Series, ...] = field(repr=False)
    shares: tuple[Share, ...] = field(default=(), repr=False)
    rare: Share | None = field(default=None, repr=False)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it to see."""
        return not self.series and not self.shares


def balance_chart(shares: Sequence[Share], names: Mapping[Domain, str], today: date) -> BalanceChart:
    """Return what a picture of the balance shows; `names` are the domains as people read them."""
    span = balance_window(today)
    rows = tuple(BalanceRow(name=names[one.domain], asked=one.asked, met=one.met) for one in shares)
    return BalanceChart(rows=rows, since=span.since, until=span.until)


def _side(dots: Iterable[Dot]) -> Side | None:
    its = standing(dots)
    if its.days < COMPARED_FROM or its.median is None:
        return None
    return Side(n=its.n, days=its.days, median=its.median)


def _by_window(dots: Iterable[Dot], spans: Sequence[Window]) -> Iterator[Sequence[Dot]]:
    """Sort marks into windows that lie one behind the other, in one walk; what is of none is left out."""
    found: list[list[Dot]] = [[] for _ in spans]
    end = spans[0].until.toordinal() if spans else 0
    for dot in dots:
        place = (end - dot.day.toordinal()) // _WINDOW.days
        if 0 <= place < len(found):
            found[place].append(dot)
    yield from found
