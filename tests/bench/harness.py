"""Ratios measured in one run: product and floor take turns, so that a noisy machine slows both.

A line says how many times the floor's time the product takes, as the median of the paired rounds.
"""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace

ROUNDS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of `make bench`. `figure` and `floor` are medians in `unit`; `ok` None is reported only."""

    bench: str
    n: int
    rounds: int
    unit: str
    figure: float
    floor: float
    ratio: float
    spread: tuple[float, float]
    target: float | None
    ok: bool | None
    why: str

    def judged(self, *, ok: bool) -> Figure:
        """Return the figure with a judgement that is not about the ratio."""
        return replace(self, ok=ok)

    def row(self) -> str:
        """Return the figure as a row of a table, as in docs/benchmarks.md."""
        judged = {True: "met", False: "missed", None: ""}[self.ok]
        low, high = self.spread
        cells = (
            f"`{self.bench}`",
            f"{self.n:,}",
            f"{self.figure:g} {self.unit}",
            f"{self.floor:g}",
            f"{self.ratio:g} ({low:g} to {high:g})",
            "" if self.target is None else f"{self.target:g}",
            judged,
        )
        return f"| {' | '.join(cells)} |"

    def line(self) -> str:
        """Return the figure as a JSON line."""
        return json.dumps(asdict(self))


def compare(
    bench: str,
    product: Callable[[], None],
    floor: Callable[[], None],
    *,
    n: int,
    why: str,
    target: float | None = None,
    rounds: int = ROUNDS,
    before: Callable[[], None] = lambda: None,
) -> Figure:
    """Time `product` and `floor` in turn; each does `n` pieces of the same work. Times are us a piece.

    `before` is called ahead of each pair and is not timed.
    """
    before()
    product()
    floor()
    pairs: list[tuple[float, float]] = []
    for _ in range(rounds):
        before()
        pairs.append((_micros(product, n), _micros(floor, n)))
    return paired(bench, pairs, n=n, unit="us", why=why, target=target)


def paired(
    bench: str,
    pairs: Sequence[tuple[float, float]],
    *,
    n: int,
    unit: str,
    why: str,
    target: float | None = None,
) -> Figure:
    """Return the figure of rounds that were measured in some other way: product and floor of each."""
    ratios = sorted(mine / theirs for mine, theirs in pairs)
    ratio = statistics.median(ratios)
    tenths = statistics.quantiles(ratios, n=10)
    return Figure(
        bench=bench,
        n=n,
        rounds=len(pairs),
        unit=unit,
        figure=round(statistics.median(mine for mine, _ in pairs), 3),
        floor=round(statistics.median(theirs for _, theirs in pairs), 3),
        ratio=round(ratio, 3),
        spread=(round(tenths[0], 3), round(tenths[-1], 3)),
        target=target,
        ok=None if target is None else ratio <= target,
        why=why,
    )


def _micros(work: Callable[[], None], n: int) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) / n * 1e6
