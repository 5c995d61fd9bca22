"""Days along the foot of a picture: few, and as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MOST = 8
"""So many days are named at most."""
_IN_WEEKS = 18
"""Up to so many weeks, days are named by weeks and not by months."""

Tick = tuple[date, str]
"""A day, and what stands below it."""


def in_words(since: date, until: date) -> str:
    """Return from when to when, both days among them."""
    if since == until:
        return _in_full(since)
    first = f"{since.day} {MONTHS[since.month - 1]}"
    return f"{first if since.year == until.year else _in_full(since)} to {_in_full(until)}"


def ticks(since: date, until: date) -> tuple[Tick, ...]:
    """Return the days to name, the earliest first."""
    days = (until - since).days + 1
    if days <= 7 * _IN_WEEKS:
        every = next(step for step in (1, 2, 7, 14, 21) if -(-days // step) <= MOST)
        found = (since + timedelta(days=step) for step in range(0, days, every))
        return tuple((day, f"{day.day} {_short(day)}") for day in found)
    months = tuple(_firsts(since, until))
    every = next((step for step in (1, 2, 3, 6, 12) if -(-len(months) // step) <= MOST), len(months))
    # Counted from January, so that a year begins with a name of its own.
    named = [day for day in months if every > 12 or (day.month - 1) % every == 0]  # noqa: PLR2004 - months of a year
    named = named[:: -(-len(named) // MOST)]
    return tuple((day, _month(day, is_first=place == 0)) for place, day in enumerate(named))


def _firsts(since: date, until: date) -> Iterator[date]:
    """Return the first day of each month that begins in a span."""
    year, month = since.year, since.month
    while (day := date(year, month, 1)) <= until:
        if day >= since:
            yield day
        year, month = (year, month + 1) if month < len(MONTHS) else (year + 1, 1)


def _month(day: date, *, is_first: bool) -> str:
    return f"{_short(day)} {day.year}" if is_first or day.month == 1 else _short(day)


def _short(day: date) -> str:
    return MONTHS[day.month - 1][:3]


def _in_full(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
