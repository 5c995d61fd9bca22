"""Public holidays, by the codes of regions. Optional: a house may know none."""

from __future__ import annotations

from datetime import date
from typing import Protocol


class HolidayCalendar(Protocol):
    """Which days are public holidays in a whole region; those of a part of it count for nothing.

    Kept by tests/unit/rhythm/test_holiday_calendar.py.
    """

    @property
    def installed(self) -> bool:
        """Whether anything is known here at all."""
        ...

    def knows(self, region: str) -> bool:
        """Whether the holidays of a region are known."""
        ...

    def is_holiday(self, region: str, day: date) -> bool:
        """Whether a day is a public holiday; never, in a region that is not known."""
        ...


class NoHolidays:
    """The calendar of a house that knows none."""

    installed = False

    def knows(self, _region: str) -> bool:
        """Return False."""
        return False

    def is_holiday(self, _region: str, _day: date) -> bool:
        """Return False."""
        return False
