"""Any rule in any zone, against a slow reference that only knows what clocks show at instants."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.domain.recurrence import Occurrence, Rule, Unit, daily, following, next_after, occurrences

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
FIRST, LAST = date(1973, 1, 1), date(2060, 12, 31)
"""From 1973 on every offset is whole minutes, so a scan by minutes misses nothing."""

APIA, BERLIN, CASABLANCA, KWAJALEIN, LORD_HOWE, NUUK, SAO_PAULO = (
    ZoneInfo(name)
    for name in (
        "Pacific/Apia",
        "Europe/Berlin",
        "Africa/Casablanca",
        "Pacific/Kwajalein",
        "Australia/Lord_Howe",
        "America/Nuuk",
        "America/Sao_Paulo",
    )
)

zones = st.sampled_from(sorted(available_timezones() - {"Factory", "localtime"})).map(ZoneInfo)
clock_times = st.builds(time, st.integers(0, 23), st.integers(0, 59))
small_hours = st.builds(time, st.sampled_from([0, 1, 2, 3, 22, 23]), st.sampled_from([0, 15, 30, 59]))
days_of_week = st.frozensets(st.integers(0, 6), min_size=1)
dates = st.dates(FIRST, LAST)
rules = st.one_of(
    st.builds(Rule, at=clock_times, every=st.integers(1, 40), anchor=dates),
    st.builds(
        Rule,
        at=small_hours,
        every=st.integers(1, 6),
        unit=st.just(Unit.WEEK),
        days=days_of_week,
        anchor=dates,
    ),
    st.builds(Rule, at=small_hours),
)


@st.composite
def near_a_change(draw: st.DrawFn) -> tuple[ZoneInfo, date]:
    """A zone and a date on which, where it has any change of clocks that year, one lies near."""
    zone, year = draw(zones), draw(st.integers(FIRST.year, LAST.year))
    start = datetime(year, 1, 1, tzinfo=UTC)
    instants = [start + day * DAY for day in range(366)]
    changes = [
        before.date()
        for before, after in pairwise(instants)
        if before.astimezone(zone).utcoffset() != after.astimezone(zone).utcoffset()
    ]
    return zone, draw(st.sampled_from(changes) if changes else st.dates(start.date(), LAST))


def reference(zone: ZoneInfo, at: time, from_on: date, days: int) -> dict[date, datetime]:
    """Find when `at` comes on each date by looking at the clock once a minute, in instants."""
    start = datetime.combine(from_on, time(), UTC) - 2 * DAY
    shown: dict[datetime, datetime] = {}
    for minute in range((days + 4) * 24 * 60):
        instant = start + minute * MINUTE
        shown.setdefault(instant.astimezone(zone).replace(tzinfo=None), instant)
    dates_shown = {local.date() for local in shown}
    slots: dict[date, datetime] = {}
    for slot_on in (from_on + number * DAY for number in range(days)):
        asked = datetime.combine(slot_on, at)
        if slot_on not in dates_shown:
            continue
        past = 0
        while asked - past * MINUTE not in shown:
            past += 1
        slots[slot_on] = shown[asked - past * MINUTE] + past * MINUTE
    return slots


@given(place=near_a_change(), at=small_hours | clock_times)
@example(place=(APIA, date(2011, 12, 30)), at=time(0, 15))
@example(place=(KWAJALEIN, date(1993, 8, 21)), at=time(23, 59))
@example(place=(SAO_PAULO, date(2017, 10, 15)), at=time(0, 0))
@example(place=(NUUK, date(2026, 3, 28)), at=time(23, 30))
@example(place=(LORD_HOWE, date(2026, 10, 4)), at=time(2, 15))
@example(place=(CASABLANCA, date(2026, 3, 22)), at=time(2, 30))
@settings(deadline=None)
def test_slots_are_where_a_scan_of_the_clock_finds_them(place: tuple[ZoneInfo, date], at: time) -> None:
    """Every existing date has its slot: at the first time shown, or the gap's length after its edge."""
    zone, around = place
    from_on, days = around - DAY, 4
    expected = reference(zone, at, from_on, days)
    found = {
        occurrence.slot_on: occurrence.at
        for occurrence in islice(occurrences(daily(at), zone, from_on), days)
    }
    assert {on: instant for on, instant in found.items() if on < from_on + days * DAY} == expected


@given(rule=rules, place=near_a_change())
@settings(deadline=None)
def test_occurrences_ascend_and_keep_the_rule(rule: Rule, place: tuple[ZoneInfo, date]) -> None:
    """Instants strictly ascend, dates satisfy the rule, and no date that satisfies it is left out."""
    zone, from_on = place
    found = list(islice(occurrences(rule, zone, from_on), 20))
    assert all(one.at < other.at for one, other in pairwise(found))
    existing = {
        occurrence.slot_on for occurrence in occurrences_of_each_day(zone, rule.at, from_on, found[-1])
    }
    number_of_days = (found[-1].slot_on - from_on).days + 1
    asked = {
        from_on + number * DAY for number in range(number_of_days) if asks_for(rule, from_on + number * DAY)
    }
    assert [occurrence.slot_on for occurrence in found] == sorted(asked & existing)
    for occurrence in found:
        assert occurrence.slot == f"{rule.at:%H:%M}"
        assert occurrence.at.tzinfo is UTC
        assert occurrence.local.tzinfo is zone
        assert occurrence.local.astimezone(UTC) == occurrence.at


def occurrences_of_each_day(zone: ZoneInfo, at: time, from_on: date, last: Occurrence) -> list[Occurrence]:
    """The daily slots up to `last`, whose dates the scan above has checked."""
    days = (last.slot_on - from_on).days + 1
    return list(islice(occurrences(daily(at), zone, from_on), days))


def asks_for(rule: Rule, on: date) -> bool:
    """Whether the rule asks for a date, told by differences of dates alone."""
    if rule.unit is Unit.DAY:
        return rule.anchor is None or (on - rule.anchor).days % rule.every == 0
    assert rule.days is not None
    assert rule.anchor is not None
    mondays = (on - on.weekday() * DAY) - (rule.anchor - rule.anchor.weekday() * DAY)
    return on.weekday() in rule.days and mondays.days // 7 % rule.every == 0


@given(rule=rules, place=near_a_change(), seconds=st.integers(-3 * 86_400, 3 * 86_400))
@example(rule=daily(time(2, 30)), place=(BERLIN, date(2026, 3, 29)), seconds=4_200)
@example(rule=daily(time(23, 30)), place=(NUUK, date(2026, 3, 29)), seconds=4_200)
@settings(deadline=None)
def test_next_after_is_the_first_of_all_that_come_later(
    rule: Rule, place: tuple[ZoneInfo, date], seconds: int
) -> None:
    """It lies after the instant, nothing lies between, and it is one of `occurrences`."""
    zone, around = place
    instant = datetime.combine(around, time(), UTC) + timedelta(seconds=seconds)
    every = occurrences(rule, zone, around - 10 * DAY)
    expected = next(occurrence for occurrence in every if occurrence.at > instant)
    assert next_after(rule, zone, instant) == expected
    assert next_after(rule, zone, expected.at) == next(every)


@given(rule=rules, place=near_a_change())
@settings(deadline=None)
def test_following_and_next_after_walk_the_same_way(rule: Rule, place: tuple[ZoneInfo, date]) -> None:
    """From slot to slot, by instants or by dates, the walk is that of `occurrences`."""
    zone, from_on = place
    walk = list(islice(occurrences(rule, zone, from_on), 6))
    for one, other in pairwise(walk):
        assert next_after(rule, zone, one.at) == other
        assert following(rule, zone, one.slot_on) == other


@given(rule=rules)
def test_the_text_of_a_rule_gives_the_rule(rule: Rule) -> None:
    """Nothing is lost on the way through the database."""
    assert Rule.parse(str(rule)) == rule
