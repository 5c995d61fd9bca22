"""A rule is a rhythm or it is refused, and it has one text."""

from __future__ import annotations

from datetime import UTC, date, time

import pytest

from bot.domain.recurrence import Rule, Unit, daily, parse_at, parse_days, weekdays, weekly
from bot.errors import BadRule

NINE = time(9)
ANCHOR = date(2026, 1, 5)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (daily(NINE), "day/1 09:00"),
        (weekdays(time(12, 30)), "week/1 mon,tue,wed,thu,fri 12:30"),
        (weekly([6, 0], time(0)), "week/1 mon,sun 00:00"),
        (Rule(at=NINE, every=3, anchor=ANCHOR), "day/3@2026-01-05 09:00"),
        (
            Rule(at=time(23, 59), every=2, unit=Unit.WEEK, days=frozenset({2}), anchor=ANCHOR),
            "week/2@2026-01-05 wed 23:59",
        ),
    ],
)
def test_a_rule_has_one_text(rule: Rule, text: str) -> None:
    """What the database keeps is readable, stable, and gives the same rule back."""
    assert str(rule) == text
    assert Rule.parse(text) == rule


@pytest.mark.parametrize(
    "text",
    [
        "",
        "09:00",
        "day/1",
        "day/0 09:00",
        "day/01 09:00",
        "day/3 09:00",
        "day/1 mon 09:00",
        "day/1 9:00",
        "day/1 24:00",
        "day/1 09:00 ",
        "day/1 09:00\n",
        "day/1 \N{ARABIC-INDIC DIGIT ZERO}9:00",
        "day/3@2026-02-30 09:00",
        "day/3@20260105 09:00",
        "day/" + "9" * 5000 + "@2026-01-05 09:00",
        "week/1 09:00",
        "week/1 tue,mon 09:00",
        "week/1 mon,mon 09:00",
        "week/1 noday 09:00",
        "month/1 09:00",
    ],
)
def test_no_other_text_is_a_rule(text: str) -> None:
    """A text that `str` never writes is refused, so two texts never stand for one rule."""
    with pytest.raises(BadRule):
        Rule.parse(text)


@pytest.mark.parametrize("at", [time(9, 0, 1), time(9, 0, 0, 1), time(9, tzinfo=UTC), time(1, fold=1)])
def test_a_time_of_day_is_hours_and_minutes(at: time) -> None:
    """Seconds, a zone or a second pass would make slots that `HH:MM` cannot tell apart."""
    with pytest.raises(BadRule, match="hours and minutes"):
        daily(at)


def test_a_rhythm_comes_every_one_or_more() -> None:
    """Every 0 days would never end, and fewer would go backwards."""
    for every in (0, -1):
        with pytest.raises(BadRule, match="1 or more"):
            Rule(at=NINE, every=every, anchor=ANCHOR)


def test_every_second_needs_an_anchor() -> None:
    """Without a date to count from, every second day says nothing."""
    with pytest.raises(BadRule, match="count from"):
        Rule(at=NINE, every=2)


def test_days_go_with_weeks_only() -> None:
    """Mondays of every third day is no rhythm."""
    with pytest.raises(BadRule, match="go with weeks"):
        Rule(at=NINE, days=frozenset({0}))


def test_a_weekly_rule_names_known_days() -> None:
    """No day at all never comes, and a week has no eighth day."""
    with pytest.raises(BadRule, match="names its days"):
        weekly([], NINE)
    with pytest.raises(BadRule, match="names its days"):
        Rule(at=NINE, unit=Unit.WEEK)
    with pytest.raises(BadRule, match="0, Monday"):
        weekly([7], NINE)


def test_parts_are_read_as_written() -> None:
    """The readers that forms and commands share take exactly the documented spellings."""
    assert parse_at("16:30") == time(16, 30)
    assert parse_days("sun,mon") == frozenset({0, 6})
    for text in ("4:30", "16.30", "16:60", ""):
        with pytest.raises(BadRule):
            parse_at(text)
    for text in ("", "mon,", "Monday", "mon tue"):
        with pytest.raises(BadRule):
            parse_days(text)
