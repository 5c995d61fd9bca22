"""How many people of an organisation use Reststop: a band and never a number, counted once a week.

Two figures that lie close together would tell who came or went between them: so a count is taken once, is
not taken anew after somebody left, and one that moved by one or two is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

COUNTED_EVERY = timedelta(days=7)
HELD_WITHIN = 2
"""A count that moved by no more than this is held to the next week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """What was counted last. `people` is the number behind the band that is shown; it is never shown."""

    on: date
    people: int = field(repr=False)


def counted_anew(before: Counted | None, people: int, on: date) -> Counted:
    """Return what is known from now on: the new count, or the one before, held or not a week old."""
    if before is None:
        return Counted(on=on, people=people)
    if on < before.on + COUNTED_EVERY:
        return before
    is_close = abs(people - before.people) <= HELD_WITHIN
    return Counted(on=on, people=before.people if is_close else people)


def band(people: int, min_group: int) -> int | None:
    """Return the step that a count has reached; None where that would be one below the smallest group.

    The smallest group is no step itself: raised by one again and again it would find the very number.
    """
    reached, least = None, least_band(min_group)
    for step in _steps():
        if step > people:
            break
        if step >= least:
            reached = step
    return reached


def least_band(min_group: int) -> int:
    """Return the first step that is told; below it there are "fewer than" so many."""
    return next(step for step in _steps() if step >= min_group)


def _steps() -> Iterator[int]:
    """Walk 5, then 10, 20, 50, 100, 200, 500 and so on, without end."""
    yield 5
    tens = 10
    while True:
        yield from (tens, 2 * tens, 5 * tens)
        tens *= 10
