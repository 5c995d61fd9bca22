"""Hours as people write them: "Mon-Fri 9-17", "weekdays 08:30-16:00", "Tue, Thu 10-14"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time

from bot.domain.recurrence import DAY_NAMES, WEEKDAYS, parse_at
from bot.errors import BadInput

BAD_HOURS = "Hours look like Mon-Fri 9-17, or Tue, Thu 08:30-16:00."
"""What is said to hours that cannot be read."""
BAD_DAYS = "Days look like Sat, Sun or Fri-Sun."
THROUGH_THE_NIGHT = "Those hours would go on through the night. In the afternoon they look like 9-17."

_AT = r"([0-9]{1,2})(?:[:.]([0-9]{2}))?"
_TIMES = re.compile(rf"([^0-9]*?)[ ,:]*{_AT} ?(?:-|\u2013|to) ?{_AT}")
_SPAN = re.compile(r"([a-z]+) ?(?:-|\u2013|to\b) ?([a-z]+)")
_BETWEEN = re.compile(r" ?(?:[,;&+/]|\band\b) ?")
_WHOLE = {"": WEEKDAYS, "weekdays": WEEKDAYS, "daily": frozenset(range(7)), "every day": frozenset(range(7))}
_WEEKENDS = frozenset({5, 6})
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORTEST = 3
"""Letters of a day's name."""
_NIGHT = 12
"""Hours that go on past midnight for longer than this are meant otherwise: "9-5"."""
_LONGEST = 100
"""Characters; a longer text is not worth reading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursMeant:
    """Days of the week, Monday being 0, and from when to when on each."""

    days: frozenset[int]
    start: time
    end: time


def hours_meant(text: str) -> HoursMeant:
    """Return the hours that `text` means; without a day, those are of every weekday.

    Raises:
        BadInput: it cannot be read, or a day or an hour of it does not exist.
    """
    found = _TIMES.fullmatch(" ".join(text.lower().split())) if len(text) <= _LONGEST else None
    if found is None:
        raise BadInput(BAD_HOURS)
    days, *times = found.groups()
    try:
        start, end = _time(*times[:2]), _time(*times[2:])
        meant = HoursMeant(days=_days(days.strip()), start=start, end=end)
    except ValueError:
        raise BadInput(BAD_HOURS) from None
    if (end.hour - start.hour) % 24 > _NIGHT and end < start:
        raise BadInput(THROUGH_THE_NIGHT)
    return meant


def days_meant(text: str) -> frozenset[int]:
    """Return the days of the week that `text` means, Monday being 0: "Sat, Sun", "Fri-Sun", "weekends".

    Raises:
        BadInput: it cannot be read.
    """
    words = " ".join(text.lower().split()) if len(text) <= _LONGEST else ""
    try:
        return _WEEKENDS if words in {"weekend", "weekends"} else _days(words) if words else frozenset()
    except ValueError:
        raise BadInput(BAD_DAYS) from None


def days_said(days: frozenset[int]) -> str:
    """Return days of the week as `days_meant` reads them: "Sat, Sun"."""
    return _days_said(days) if days else ""


def hours_said(days: frozenset[int], start: time, end: time) -> str:
    """Return hours as they are written, and as `hours_meant` reads them: "Mon-Fri 09:00-17:00"."""
    return f"{_days_said(days)} {start:%H:%M}-{end:%H:%M}"


def _time(hour: str, minute: str | None) -> time:
    try:
        return parse_at(f"{hour.zfill(2)}:{minute or '00'}")
    except BadInput as error:
        raise ValueError from error


def _days(text: str) -> frozenset[int]:
    if text in _WHOLE:
        return _WHOLE[text]
    found: set[int] = set()
    for part in _BETWEEN.split(text):
        span = _SPAN.fullmatch(part)
        if span:
            first, last = _day(span[1]), _day(span[2])
            found |= {day % 7 for day in range(first, last + 1 + 7 * (last < first))}
        else:
            found.add(_day(part))
    return frozenset(found)


def _day(name: str) -> int:
    """Return which day of the week a name means: "mon", "Mondays".

    Raises:
        ValueError: it means none.
    """
    word = name.removesuffix("s") if name.endswith("days") else name
    if len(word) < _SHORTEST:
        raise ValueError
    found = [place for place, day in enumerate(_DAYS) if day.startswith(word)]
    if not found:
        raise ValueError
    return found[0]


def _days_said(days: frozenset[int]) -> str:
    names = [DAY_NAMES[day].capitalize() for day in sorted(days)]
    ordered = sorted(days)
    if len(days) > 2 and ordered == list(range(ordered[0], ordered[-1] + 1)):  # noqa: PLR2004 - two are named
        return f"{names[0]}-{names[-1]}"
    return ", ".join(names)
