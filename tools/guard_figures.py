"""Figures of a measure, each with how far chance may have moved it: intervals of 95 in 100."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from random import Random  # noqa: TID251 - drawn from a fixed seed, so that a measure can be repeated
from typing import TypeVar

Outcome = TypeVar("Outcome", bound=Hashable)

_SEED = 8
_DRAWS = 1000
_Z = 1.96
"""How many standard errors hold 95 in 100."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measured number between 0 and 1, its interval, and of how many it was taken.

    Where there was nothing to measure, `of` is 0 and the others are 0.
    """

    value: float
    low: float
    high: float
    of: int
    is_share: bool

    def __str__(self) -> str:
        """Say it with its interval: a share in percent, a score as it is."""
        if not self.of:
            return "-"
        if self.is_share:
            return f"{self.value:.0%} ({self.low * 100:.0f} to {self.high * 100:.0f})"
        return f"{self.value:.2f} ({self.low:.2f} to {self.high:.2f})"


def share(hits: int, of: int) -> Figure:
    """Return a share with Wilson's interval, which takes each thing that was counted for itself."""
    if not of:
        return Figure(value=0, low=0, high=0, of=0, is_share=True)
    value = hits / of
    middle = value + _Z**2 / (2 * of)
    width = _Z * math.sqrt(value * (1 - value) / of + _Z**2 / (4 * of**2))
    below = 1 + _Z**2 / of
    low, high = (middle - width) / below, (middle + width) / below
    return Figure(value=value, low=max(0.0, low), high=min(1.0, high), of=of, is_share=True)


def score(outcomes: Sequence[Outcome], worth: Callable[[Mapping[Outcome, int]], float]) -> Figure:
    """Return what texts are worth together, with the interval of texts drawn again and again.

    `outcomes`: what came of each text. `worth`: the score of so many of each.
    """
    if not outcomes:
        return Figure(value=0, low=0, high=0, of=0, is_share=False)
    chance = Random(_SEED)  # noqa: S311 - no secret hangs on it
    drawn = sorted(worth(Counter(chance.choices(outcomes, k=len(outcomes)))) for _ in range(_DRAWS))
    return Figure(
        value=worth(Counter(outcomes)),
        low=drawn[round(_DRAWS * 0.025)],
        high=drawn[round(_DRAWS * 0.975) - 1],
        of=len(outcomes),
        is_share=False,
    )


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean of both, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
