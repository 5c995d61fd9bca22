"""Laws of the clock on questions to an instructor: any zone, any days off, any change of a clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.courses.reply_clock import (
    ALWAYS_THERE,
    NO_WORKING_DAY,
    TOO_LONG_AWAY,
    TURNED_ROUND,
    DaysOff,
    Span,
    due,
)
from bot.domain.round_hours import instant
from bot.domain.zones import every_zone, zone_of
from bot.errors import BadInput
from tests.property.reply_clock_by_days import counted, is_running

TWO_DAYS = timedelta(hours=48)
MONDAY = date(2026, 11, 2)
ZONES = st.sampled_from(
    (
        "UTC",
        "America/New_York",
        "Europe/Berlin",
        "Pacific/Auckland",
        "Australia/Lord_Howe",
        "America/Havana",
        "Asia/Beirut",
    )
) | st.sampled_from(every_zone())
INSTANTS = st.integers(0, 2 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=minutes)
)
LENGTHS = st.integers(1, 7 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))
SPANS = st.builds(
    lambda first, days: Span(first=first, last=first + timedelta(days=days)),
    st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    st.integers(0, 20),
)
DAYS_OFF = st.builds(
    DaysOff,
    weekdays=st.frozensets(st.integers(0, 6), max_size=6),
    spans=st.lists(SPANS, max_size=4).map(tuple),
)


@given(asked_at=INSTANTS, within=LENGTHS, days_off=DAYS_OFF, zone=ZONES)
def test_the_time_that_counts_until_it_is_due_is_what_was_promised(
    asked_at: datetime, within: timedelta, days_off: DaysOff, zone: str
) -> None:
    """A minute earlier, less of it has counted."""
    at = due(asked_at, within, days_off, zone)
    assert counted(asked_at, at, days_off, zone) == within
    assert counted(asked_at, at - timedelta(minutes=1), days_off, zone) < within


@given(asked_at=INSTANTS, within=LENGTHS, days_off=DAYS_OFF, zone=ZONES)
def test_nothing_is_ever_due_on_a_day_off(
    asked_at: datetime, within: timedelta, days_off: DaysOff, zone: str
) -> None:
    """The last minute of what was promised lies on a day that is none off; at its midnight it is over."""
    last_minute = due(asked_at, within, days_off, zone) - timedelta(minutes=1)
    assert is_running(last_minute, days_off, zone)


@given(day=st.dates(date(2026, 1, 5), date(2027, 12, 20)), days_off=DAYS_OFF, zone=ZONES)
def test_a_whole_day_off_counts_for_none(day: date, days_off: DaysOff, zone: str) -> None:
    """And a whole day that is none counts as long as it is, 23 hours or 25."""
    begins = instant(day, time(), zone_of(zone))
    ends = instant(day + timedelta(days=1), time(), zone_of(zone))
    assert counted(begins, ends, days_off, zone) == (timedelta() if day in days_off else ends - begins)


@given(first=INSTANTS, later=LENGTHS, within=LENGTHS, days_off=DAYS_OFF, zone=ZONES)
def test_who_asks_later_is_never_promised_an_earlier_answer(
    first: datetime, later: timedelta, within: timedelta, days_off: DaysOff, zone: str
) -> None:
    """It is monotone in when somebody asks."""
    assert due(first, within, days_off, zone) <= due(first + later, within, days_off, zone)


@given(asked_at=INSTANTS, within=LENGTHS, more=LENGTHS, days_off=DAYS_OFF, zone=ZONES)
def test_a_nudge_comes_before_what_is_promised(
    asked_at: datetime, within: timedelta, more: timedelta, days_off: DaysOff, zone: str
) -> None:
    """What takes less time is due earlier."""
    assert due(asked_at, within, days_off, zone) < due(asked_at, within + more, days_off, zone)


@given(asked_at=INSTANTS, within=LENGTHS, days_off=DAYS_OFF, span=SPANS, zone=ZONES)
def test_another_day_off_never_makes_an_answer_due_earlier(
    asked_at: datetime, within: timedelta, days_off: DaysOff, span: Span, zone: str
) -> None:
    """It is monotone in the days off, too."""
    more = DaysOff(weekdays=days_off.weekdays, spans=(*days_off.spans, span))
    assert due(asked_at, within, days_off, zone) <= due(asked_at, within, more, zone)


@given(asked_at=INSTANTS, within=LENGTHS, zone=ZONES)
def test_with_no_day_off_an_hour_is_sixty_minutes_whatever_the_clock_does(
    asked_at: datetime, within: timedelta, zone: str
) -> None:
    """Days off alone make it stand still."""
    assert due(asked_at, within, ALWAYS_THERE, zone) == asked_at + within


@given(begins=INSTANTS, first=LENGTHS, second=LENGTHS, days_off=DAYS_OFF, zone=ZONES)
def test_what_counts_adds_up(
    begins: datetime, first: timedelta, second: timedelta, days_off: DaysOff, zone: str
) -> None:
    """Nothing is counted twice or lost at a border."""
    middle, ends = begins + first, begins + first + second
    whole = counted(begins, ends, days_off, zone)
    assert whole == counted(begins, middle, days_off, zone) + counted(middle, ends, days_off, zone)


def test_asked_on_a_friday_at_five_it_is_due_on_tuesday_where_weekends_are_off() -> None:
    """Friday's last seven hours count, then Monday, then Tuesday until five."""
    weekend = DaysOff(weekdays=frozenset({5, 6}))
    asked_at = datetime(2026, 11, 6, 17, tzinfo=UTC)
    assert due(asked_at, TWO_DAYS, weekend, "UTC") == datetime(2026, 11, 10, 17, tzinfo=UTC)
    assert due(asked_at, TWO_DAYS, ALWAYS_THERE, "UTC") == datetime(2026, 11, 8, 17, tzinfo=UTC)


def test_asked_on_a_day_off_the_clock_begins_with_the_next_day_that_is_none() -> None:
    """A Monday off in New York: its clock begins on Tuesday, at midnight there."""
    away = DaysOff(spans=(Span(first=MONDAY, last=MONDAY),))
    asked_at = datetime(2026, 11, 2, 20, tzinfo=UTC)
    assert not is_running(asked_at, away, "America/New_York")
    assert due(asked_at, TWO_DAYS, away, "America/New_York") == datetime(2026, 11, 5, 5, tzinfo=UTC)


def test_what_leaves_no_day_to_answer_on_is_refused() -> None:
    """Nobody can be off for good."""
    with pytest.raises(BadInput, match=NO_WORKING_DAY):
        DaysOff(weekdays=frozenset(range(7)))
    with pytest.raises(BadInput, match=TURNED_ROUND):
        Span(first=MONDAY, last=MONDAY - timedelta(days=1))
    with pytest.raises(BadInput, match=TOO_LONG_AWAY):
        Span(first=MONDAY, last=MONDAY + timedelta(days=92))
