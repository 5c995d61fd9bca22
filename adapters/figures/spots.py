"""Where dots stand: each at its step and day, and beside each other where they would lie on each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.domain.charts import Dot

PILE = 0.34
"""So far from its step a dot stands at most: it is nearer to that than to any other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a dot stands: days from the first, and steps."""

    across: float
    up: float = field(repr=False)


def piled(dots: Sequence[Dot], since: date, *, together: int, apart: float) -> tuple[Spot, ...]:
    """Return a place for each dot, in the order of days: those that would lie on each other stand in a pile.

    `together` days share a place, and dots of a pile are `apart` steps from each other, or as far as fits.
    """
    bins = [((dot.day - since).days // together, dot.step) for dot in dots]
    sizes, seen = Counter(bins), Counter[tuple[int, int]]()
    spots: list[Spot] = []
    for place, step in bins:
        many = sizes[place, step]
        gap = min(apart, 2 * PILE / (many - 1)) if many > 1 else 0.0
        across = place * together + (together - 1) / 2
        spots.append(Spot(across=across, up=step + gap * (seen[place, step] - (many - 1) / 2)))
        seen[place, step] += 1
    return tuple(spots)
