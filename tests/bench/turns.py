"""Two apps in two processes that are asked in turn, one thing at a time: how long each answer takes."""

from __future__ import annotations

import statistics
from collections.abc import Awaitable, Callable, Sequence

from tests.bench.harness import Figure, paired

N = 100
"""So many times each is asked in a round."""
_ROUNDS = 7

Round = Callable[[], Awaitable[list[float]]]
"""Asks one app so many times; returns the milliseconds until each answer."""


async def compared(
    bench: str, ours: Round, floor: Round, *, target: float, at_most: float, why: str
) -> list[Figure]:
    """Return the figures of the middle answer of each round, and of the slowest in a hundred.

    `target` is a ratio for the former; the latter is judged by whether every answer of ours came within
    `at_most` milliseconds.
    """
    halves: list[tuple[float, float]] = []
    slowest: list[tuple[float, float]] = []
    worst = 0.0
    for number in range(_ROUNDS + 1):
        mine, theirs = await ours(), await floor()
        if number:  # the first one warms up
            halves.append((statistics.median(mine), statistics.median(theirs)))
            slowest.append((p99(mine), p99(theirs)))
            worst = max(worst, *mine)
    last = paired(f"{bench}_p99", slowest, n=N, unit="ms", why=f"{why}; each within {at_most:.0f} ms")
    return [
        paired(bench, halves, n=N, unit="ms", target=target, why=why),
        last.judged(ok=worst < at_most),
    ]


def p99(times: Sequence[float]) -> float:
    """Return the time of the slowest in a hundred."""
    return statistics.quantiles(times, n=100)[-1]
