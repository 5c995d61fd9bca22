"""Laws of looking back: one offer in a fixed order, a question once in four weeks, an hour that is kept."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.looks import (
    ASKED_AGAIN,
    SPANS,
    Offered,
    Stands,
    is_own_time,
    is_to_ask,
    month_last_year,
    moved,
    offered,
    rule_of,
    since,
    span_of,
)
from bot.domain.recurrence import Rule, next_after

zones = st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Auckland", "America/New_York", "Asia/Kolkata"]).map(
    ZoneInfo
)
instants = st.integers(0, 3 * 365 * 24 * 60).map(
    lambda minutes: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)
STANDS = ("is_lower", "has_rare", "for_supervision", "has_then")

hours = st.times().map(lambda at: time(at.hour, at.minute))
days = st.dates(date(2025, 1, 1), date(2030, 1, 1))


@st.composite
def rules(draw: st.DrawFn) -> tuple[Rule, ZoneInfo, datetime]:
    """Return a rhythm as somebody chooses it, where they are, and when."""
    zone, now = draw(zones), draw(instants)
    return rule_of(draw(st.sampled_from(SPANS)), draw(st.integers(0, 6)), draw(hours), zone, now), zone, now


@given(rules())
def test_the_first_one_comes_within_a_week_and_each_after_it_in_its_time(
    chosen: tuple[Rule, ZoneInfo, datetime],
) -> None:
    """On the day and at the hour chosen; what is written down is read back the same."""
    rule, zone, now = chosen
    first = next_after(rule, zone, now)
    assert now < first.at <= now + timedelta(days=8)
    after = next_after(rule, zone, first.at)
    assert (after.slot_on - first.slot_on).days == span_of(rule)
    assert Rule.parse(str(rule)) == rule
    assert is_own_time(rule, zone, first.at)


@given(rules(), st.integers(1, 6 * 24 * 60))
def test_what_was_put_off_is_not_its_own_time(chosen: tuple[Rule, ZoneInfo, datetime], minutes: int) -> None:
    """Between two of them no instant is taken for one."""
    rule, zone, now = chosen
    first = next_after(rule, zone, now)
    assert not is_own_time(rule, zone, first.at + timedelta(minutes=minutes))


@given(rules(), zones)
def test_elsewhere_it_comes_on_the_same_date_or_with_the_next(
    chosen: tuple[Rule, ZoneInfo, datetime], there: ZoneInfo
) -> None:
    """Never in the past, never twice for one date, at its own time by the clocks there."""
    rule, zone, now = chosen
    first = next_after(rule, zone, now)
    at = moved(rule, first.at, zone, there, now)
    assert at > now
    assert is_own_time(rule, there, at)
    assert at.astimezone(there).date() >= first.at.astimezone(zone).date()


@given(st.builds(Stands, **dict.fromkeys(STANDS, st.booleans())))
def test_one_thing_is_offered_and_the_first_that_there_is(stands: Stands) -> None:
    """Marks that were lower come before all; nothing is offered that is not there."""
    there = {
        Offered.SOMEONE: stands.is_lower,
        Offered.TOPIC: stands.has_rare,
        Offered.SUPERVISION: stands.for_supervision,
        Offered.THEN: stands.has_then,
    }
    offer = offered(stands)
    if offer is None:
        assert not any(there.values())
        return
    assert there[offer]
    before = list(there)[: list(there).index(offer)]
    assert not any(there[one] for one in before)


@given(days, st.none() | days, st.none() | days)
def test_the_question_of_the_month_is_not_asked_twice_in_four_weeks(
    today: date, asked_on: date | None, first_on: date | None
) -> None:
    """Nor of anybody in their first four weeks."""
    if is_to_ask(asked_on, first_on, today):
        known = asked_on or first_on
        assert known is not None
        assert known <= today - ASKED_AGAIN


@given(days, days)
def test_this_month_last_year_is_all_of_it_and_nothing_else(today: date, day: date) -> None:
    """Also in December, and in a leap year."""
    first, after = month_last_year(today)
    assert (first <= day < after) == ((day.year, day.month) == (today.year - 1, today.month))


@given(days, st.sampled_from(SPANS))
def test_a_span_has_its_days_up_to_today(today: date, count: int) -> None:
    """Both ends among them."""
    assert (today - since(count, today)).days + 1 == count
