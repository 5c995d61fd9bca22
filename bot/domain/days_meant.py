"""Days as people type them: `2026-01-15`, `15 January`, `Thursday`, `tomorrow`."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from bot.errors import BadInput

_WRITTEN = re.compile(r"(\d{1,2})\.? ([a-z]{3,9})\.?(?: (\d{4}))?|([a-z]{3,9})\.? (\d{1,2})(?:,? (\d{4}))?")
_NEAR = {"today": 0, "tomorrow": 1}
_WEEK = 7


def day_meant(typed: str, today: date) -> date:
    """Return the day that is meant. A weekday is the next one; a day without a year is the next such day.

    Figures alone are read as year-month-day only: 5/1 is another day on either side of an ocean.

    Raises:
        BadInput: if it cannot be read, or there is no such day.
    """
    text = " ".join(typed.lower().split())
    if text in _NEAR:
        return today + timedelta(days=_NEAR[text])
    weekday = _place(text, tuple(calendar.day_name))
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday() - 1) % _WEEK + 1)
    try:
        found = _WRITTEN.fullmatch(text)
        return _of_year(found, today) if found else date.fromisoformat(text)
    except ValueError:
        raise BadInput("A day looks like 2026-01-15, 15 January, Thursday or tomorrow.") from None


def _of_year(found: re.Match[str], today: date) -> date:
    day, month = int(found[1] or found[5]), _place(found[2] or found[4], tuple(calendar.month_name))
    if month is None:
        raise ValueError(found.re.pattern)
    named = found[3] or found[6]
    if named:
        return date(int(named), month, day)
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else date(today.year + 1, month, day)


def _place(word: str, names: tuple[str, ...]) -> int | None:
    """Return where `word` stands among `names`; the first three letters are enough."""
    for place, name in enumerate(names):
        if name and word in {name.lower(), name[:3].lower()}:
            return place
    return None
