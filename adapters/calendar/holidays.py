"""The library `holidays` behind the port: national days, and the days on which they are observed."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec

from bot.ports.holidays import HolidayCalendar, NoHolidays

_LIBRARY = "holidays"


class LibraryHolidays:
    """Public holidays as the library has them, for whole countries."""

    installed = True

    def knows(self, region: str) -> bool:
        """Whether the library has a country of that code; it has none for a union of them."""
        import holidays  # noqa: PLC0415 - optional, and a tenth of a second that only its users pay

        return region in holidays.list_supported_countries()

    def is_holiday(self, region: str, day: date) -> bool:
        """Whether a day is a public holiday in the whole country, or observed as one."""
        import holidays  # noqa: PLC0415 - as above

        return self.knows(region) and day in holidays.country_holidays(region, years=day.year)


def open_calendar() -> HolidayCalendar:
    """Return the library's calendar, or one that knows nothing where it is not installed."""
    return LibraryHolidays() if find_spec(_LIBRARY) else NoHolidays()
