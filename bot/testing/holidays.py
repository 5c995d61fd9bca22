"""A calendar of holidays that a test lays out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date


class LaidOutHolidays:
    """Knows the regions and days that it was given."""

    installed = True

    def __init__(self, days: Mapping[str, Collection[date]]) -> None:
        """Know these days of these regions."""
        self._days = days

    def knows(self, region: str) -> bool:
        """Whether the region was laid out."""
        return region in self._days

    def is_holiday(self, region: str, day: date) -> bool:
        """Whether the day was laid out for the region."""
        return day in self._days.get(region, ())
