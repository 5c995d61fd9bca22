"""What a picture of somebody's own marks shows, in facts: whoever draws it computes nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One mark: its day, and its step from 1 to 5, higher is easier."""

    day: date
    step: int = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The median of some days in a row, both ends among them, and of how many marks it is."""

    since: date
    until: date
    median: float = field(repr=False)
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkChart:
    """The marks of one kind: a dot for each, and a median where there are enough (docs/insights.md).

    `words` are the five steps, the heaviest first. `since` and `until` are the first and the last day shown.
    """

    ask: str
    words: tuple[str, str, str, str, str]
    dots: tuple[Dot, ...] = field(repr=False)
    levels: tuple[Level, ...] = field(repr=False)
    since: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceRow:
    """One inner domain: how often it was asked about, and how often that was met with an answer."""

    name: str
    asked: int = field(repr=False)
    met: int = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class BalanceChart:
    """How the inner domains stand beside each other, in their own order, over the days shown."""

    rows: tuple[BalanceRow, ...]
    since: date
    until: date


Chart = MarkChart | BalanceChart
