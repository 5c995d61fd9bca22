"""Occurrences around real clock changes, worked out by hand from the published dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from bot.domain.recurrence import (
    Occurrence,
    Rule,
    Unit,
    daily,
    following,
    next_after,
    occurrences,
    weekdays,
    weekly,
)
from bot.errors import BadRule


def _local(zone: str, at: str, from_on: str, count: int) -> list[str]:
    """What a daily rule shows on the wall clock."""
    found = occurrences(daily(time.fromisoformat(at)), ZoneInfo(zone), date.fromisoformat(from_on))
    return [occurrence.local.isoformat(timespec="minutes") for occurrence in islice(found, count)]


def _dates(found: Iterator[Occurrence], count: int) -> list[str]:
    return [occurrence.slot_on.isoformat() for occurrence in islice(found, count)]


@pytest.mark.parametrize(
    ("zone", "at", "from_on", "expected"),
    [
        pytest.param(
            "America/New_York",
            "09:00",
            "2026-03-07",
            ["2026-03-07T09:00-05:00", "2026-03-08T09:00-04:00", "2026-03-09T09:00-04:00"],
            id="new-york-spring",
        ),
        pytest.param(
            "America/New_York",
            "01:30",
            "2026-10-31",
            ["2026-10-31T01:30-04:00", "2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00"],
            id="new-york-fold-first",
        ),
        pytest.param(
            "Europe/London",
            "01:00",
            "2026-03-28",
            ["2026-03-28T01:00+00:00", "2026-03-29T02:00+01:00", "2026-03-30T01:00+01:00"],
            id="london-first-minute-of-gap",
        ),
        pytest.param(
            "Europe/London",
            "01:59",
            "2026-10-25",
            ["2026-10-25T01:59+01:00", "2026-10-26T01:59+00:00"],
            id="london-last-minute-of-fold",
        ),
        pytest.param(
            "Europe/Berlin",
            "02:30",
            "2026-03-28",
            ["2026-03-28T02:30+01:00", "2026-03-29T03:30+02:00", "2026-03-30T02:30+02:00"],
            id="berlin-gap",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            "02:15",
            "2026-10-03",
            ["2026-10-03T02:15+10:30", "2026-10-04T02:45+11:00", "2026-10-05T02:15+11:00"],
            id="lord-howe-half-hour-gap",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            "01:45",
            "2026-04-05",
            ["2026-04-05T01:45+11:00", "2026-04-06T01:45+10:30"],
            id="lord-howe-half-hour-fold",
        ),
        pytest.param(
            "Pacific/Chatham",
            "03:00",
            "2026-09-26",
            ["2026-09-26T03:00+12:45", "2026-09-27T04:00+13:45", "2026-09-28T03:00+13:45"],
            id="chatham-gap-at-a-quarter-to",
        ),
        pytest.param(
            "Africa/Casablanca",
            "02:30",
            "2026-02-14",
            ["2026-02-14T02:30+01:00", "2026-02-15T02:30+01:00", "2026-02-16T02:30+00:00"],
            id="casablanca-ramadan-begins",
        ),
        pytest.param(
            "Africa/Casablanca",
            "02:30",
            "2026-03-21",
            ["2026-03-21T02:30+00:00", "2026-03-22T03:30+01:00", "2026-03-23T02:30+01:00"],
            id="casablanca-ramadan-ends",
        ),
        pytest.param(
            "America/Sao_Paulo",
            "00:00",
            "2017-10-14",
            ["2017-10-14T00:00-03:00", "2017-10-15T01:00-02:00", "2017-10-16T00:00-02:00"],
            id="sao-paulo-gap-at-midnight-keeps-the-date",
        ),
        pytest.param(
            "America/Nuuk",
            "23:30",
            "2026-03-27",
            ["2026-03-27T23:30-02:00", "2026-03-29T00:30-01:00", "2026-03-29T23:30-01:00"],
            id="gap-before-midnight-lands-on-the-next-date",
        ),
        pytest.param(
            "Pacific/Apia",
            "00:00",
            "2011-12-29",
            ["2011-12-29T00:00-10:00", "2011-12-31T00:00+14:00"],
            id="apia-has-no-30-december-at-its-first-minute",
        ),
        pytest.param(
            "Pacific/Apia",
            "23:59",
            "2011-12-29",
            ["2011-12-29T23:59-10:00", "2011-12-31T23:59+14:00"],
            id="apia-has-no-30-december-at-its-last-minute",
        ),
        pytest.param(
            "Pacific/Kwajalein",
            "12:00",
            "1993-08-20",
            ["1993-08-20T12:00-12:00", "1993-08-22T12:00+12:00"],
            id="kwajalein-has-no-21-august",
        ),
    ],
)
def test_the_wall_clock_is_kept_around_clock_changes(
    zone: str, at: str, from_on: str, expected: list[str]
) -> None:
    """Same time on the clock each day; a gap moves it by the gap, a fold counts once, the first."""
    assert _local(zone, at, from_on, len(expected)) == expected


def test_an_occurrence_keeps_what_was_asked_for() -> None:
    """The slot is the date and time of the rule, even where the clock shows the next date."""
    [found] = islice(occurrences(daily(time(23, 30)), ZoneInfo("America/Nuuk"), date(2026, 3, 28)), 1)
    assert (found.slot_on, found.slot) == (date(2026, 3, 28), "23:30")
    assert found.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert found.at.tzinfo is UTC
    assert found.local.date() == date(2026, 3, 29)


def test_a_moved_slot_is_found_from_the_next_date() -> None:
    """Ten minutes past midnight, yesterday's 23:30 is still to come."""
    found = next_after(
        daily(time(23, 30)), ZoneInfo("America/Nuuk"), datetime(2026, 3, 29, 1, 10, tzinfo=UTC)
    )
    assert found.slot_on == date(2026, 3, 28)
    assert found.at == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_a_moved_slot_is_found_from_within_the_same_date() -> None:
    """At 03:10 the clock is past 02:30, but the slot that the gap moved to 03:30 is still to come."""
    berlin = ZoneInfo("Europe/Berlin")
    found = next_after(daily(time(2, 30)), berlin, datetime(2026, 3, 29, 1, 10, tzinfo=UTC))
    assert found.local == datetime(2026, 3, 29, 3, 30, tzinfo=berlin)


def test_the_second_pass_of_a_fold_is_silent() -> None:
    """Between the two 01:30s, and in the second pass, tomorrow's slot is the next."""
    rule, zone = daily(time(1, 30)), ZoneInfo("America/New_York")
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
    assert next_after(rule, zone, first - timedelta(microseconds=1)).at == first
    for minutes in (0, 15, 45, 60, 75):
        found = next_after(rule, zone, first + timedelta(minutes=minutes))
        assert found.slot_on == date(2026, 11, 2)


def test_after_is_strictly_after_in_any_zone_of_the_instant() -> None:
    """An instant that is itself a slot gives the one that follows, whatever zone it is told in."""
    rule, zone = daily(time(9)), ZoneInfo("Pacific/Auckland")
    [today] = islice(occurrences(rule, zone, date(2026, 6, 1)), 1)
    for instant in (today.at, today.local, today.at.astimezone(ZoneInfo("America/New_York"))):
        assert next_after(rule, zone, instant).slot_on == date(2026, 6, 2)


def test_an_instant_without_a_zone_is_refused() -> None:
    """A bare wall-clock time would be read in the zone of the machine."""
    with pytest.raises(ValueError, match="aware"):
        next_after(daily(time(9)), ZoneInfo("UTC"), datetime(2026, 1, 1))  # noqa: DTZ001 - the point here


def test_following_goes_by_the_slot_date() -> None:
    """The next slot after a date skips weekends, and dates that do not exist."""
    apia = ZoneInfo("Pacific/Apia")
    assert following(daily(time(9)), apia, date(2011, 12, 29)).slot_on == date(2011, 12, 31)
    assert following(weekdays(time(9)), apia, date(2026, 1, 2)).slot_on == date(2026, 1, 5)


def test_a_missing_date_is_not_moved_to_another_day() -> None:
    """Apia's 30 December 2011 was a Friday: a Friday rule waits for the next week."""
    found = occurrences(weekly([4], time(9)), ZoneInfo("Pacific/Apia"), date(2011, 12, 20))
    assert _dates(found, 3) == ["2011-12-23", "2012-01-06", "2012-01-13"]


def test_a_missing_date_still_counts_as_a_day() -> None:
    """Every second day keeps its phase across the date that Apia left out."""
    rule = Rule(at=time(9), every=2, anchor=date(2011, 12, 28))
    found = occurrences(rule, ZoneInfo("Pacific/Apia"), date(2011, 12, 28))
    assert _dates(found, 3) == ["2011-12-28", "2012-01-01", "2012-01-03"]


def test_every_second_week_counts_weeks_from_monday() -> None:
    """Anchored on a Wednesday, its own week is counted in from its Monday; the next is left out."""
    rule = Rule(at=time(9), every=2, unit=Unit.WEEK, days=frozenset({0, 6}), anchor=date(2026, 1, 7))
    utc = ZoneInfo("UTC")
    assert _dates(occurrences(rule, utc, date(2026, 1, 7)), 4) == [
        "2026-01-11",
        "2026-01-19",
        "2026-01-25",
        "2026-02-02",
    ]
    assert _dates(occurrences(rule, utc, date(2026, 1, 12)), 1) == ["2026-01-19"]


def test_an_anchor_is_a_phase_and_no_beginning() -> None:
    """Dates before the anchor are counted in the same steps."""
    rule = Rule(at=time(9), every=3, anchor=date(2026, 1, 10))
    assert _dates(occurrences(rule, ZoneInfo("UTC"), date(2026, 1, 2)), 3) == [
        "2026-01-04",
        "2026-01-07",
        "2026-01-10",
    ]


def test_the_calendar_has_an_end() -> None:
    """The last days of the year 9999 are walked and then it is over, without a crash."""
    rule, zone = daily(time(23)), ZoneInfo("America/New_York")
    assert _dates(occurrences(rule, zone, date(9999, 12, 29)), 5) == ["9999-12-29", "9999-12-30"]
    with pytest.raises(BadRule, match="calendar ends"):
        next_after(rule, zone, datetime(9999, 12, 31, 12, tzinfo=UTC))
    with pytest.raises(BadRule, match="calendar ends"):
        following(rule, zone, date(9999, 12, 30))
