"""Spans of the calendar: "in two weeks" from a day, as ISO 8601 writes them (P2D, P1W, P3M)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.errors import BadInput

_WRITTEN = re.compile(r"P([1-9][0-9]{0,2})([DWM])")
_MONTHS_IN_A_YEAR = 12
_COUNTS = ("", "a", "two", "three", "four", "five", "six")
"""How a small count is said; a larger one is written in digits."""


class Unit(StrEnum):
    """What is counted."""

    DAY = "D"
    WEEK = "W"
    MONTH = "M"


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A number of days, weeks or months."""

    count: int
    unit: Unit

    def after(self, day: date) -> date:
        """The day that lies this far after `day`; a month that is too short ends on its last day.

        Raises:
            OverflowError: past the last day of the calendar.
        """
        if self.unit is not Unit.MONTH:
            days = self.count * (7 if self.unit is Unit.WEEK else 1)
            return day + timedelta(days=days)
        years, month = divmod(day.month - 1 + self.count, _MONTHS_IN_A_YEAR)
        year = day.year + years
        if year > date.max.year:
            raise OverflowError(self.iso)
        last = calendar.monthrange(year, month + 1)[1]
        return date(year, month + 1, min(day.day, last))

    @property
    def iso(self) -> str:
        """As it is written in a file, for example `P2W`."""
        return f"P{self.count}{self.unit}"

    @property
    def words(self) -> str:
        """As it is said, for example `in two weeks`."""
        count = _COUNTS[self.count] if self.count < len(_COUNTS) else str(self.count)
        return f"in {count} {self.unit.name.lower()}{'' if self.count == 1 else 's'}"


def span_of(written: str) -> Span:
    """Read `P2D`, `P1W`, `P3M`: 1 to 999 of one unit.

    Raises:
        BadInput: if it is written otherwise.
    """
    found = _WRITTEN.fullmatch(written)
    if found is None:
        raise BadInput("A span is written like P2D, P1W or P3M.")
    return Span(count=int(found[1]), unit=Unit(found[2]))
