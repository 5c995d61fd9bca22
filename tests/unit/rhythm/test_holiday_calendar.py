"""Public holidays: the library where it is there, and nothing at all where it is not."""

from __future__ import annotations

from datetime import date
from importlib.util import find_spec

import pytest

from adapters.calendar import holidays
from adapters.calendar.holidays import LibraryHolidays, open_calendar
from bot.ports.holidays import HolidayCalendar, NoHolidays
from bot.testing.holidays import LaidOutHolidays

NEW_YEAR, WEEKDAY = date(2027, 1, 1), date(2027, 1, 13)
is_installed = find_spec("holidays") is not None
needs_library = pytest.mark.skipif(not is_installed, reason="the library is optional: reststop[holidays]")


def calendars() -> list[HolidayCalendar]:
    """Every calendar that there is here."""
    laid_out = LaidOutHolidays({"GB": {NEW_YEAR}})
    return [laid_out, NoHolidays(), *([LibraryHolidays()] if is_installed else [])]


@pytest.mark.parametrize("calendar", calendars(), ids=lambda one: type(one).__name__)
def test_what_is_not_known_is_no_holiday(calendar: HolidayCalendar) -> None:
    """A region without a calendar has ordinary days only, and one that has one has both kinds."""
    for region in ("EU", "elsewhere", "", "gb", "../GB"):
        assert not calendar.knows(region)
        assert not calendar.is_holiday(region, NEW_YEAR)
    assert calendar.knows("GB") == calendar.installed
    assert calendar.is_holiday("GB", NEW_YEAR) == calendar.installed
    assert not calendar.is_holiday("GB", WEEKDAY)


@needs_library
@pytest.mark.parametrize(
    ("region", "day"),
    [
        ("AU", date(2026, 1, 26)),
        ("CA", date(2026, 7, 1)),
        ("GB", date(2026, 12, 28)),  # Boxing Day, observed
        ("IE", date(2026, 3, 17)),
        ("NZ", date(2026, 2, 6)),
        ("US", date(2026, 11, 26)),
    ],
)
def test_every_country_on_the_list_has_its_days(region: str, day: date) -> None:
    """Those of the whole country, and the day on which one is observed."""
    assert open_calendar().is_holiday(region, day)
    assert not open_calendar().is_holiday(region, WEEKDAY)


def test_without_the_library_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing breaks."""
    monkeypatch.setattr(holidays, "_LIBRARY", "no_such_library_of_holidays")
    calendar = open_calendar()
    assert not calendar.installed
    assert not calendar.is_holiday("GB", NEW_YEAR)
