"""Days as people write them: whatever is said of a day gives that day, and nothing unclear gives any."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.dates import FURTHEST, NOT_AHEAD, TOO_FAR, UNREADABLE, day_ahead, day_meant, day_past
from bot.errors import BadInput

DAY = timedelta(days=1)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
TODAY = date(2026, 1, 5)

todays = st.dates(date(1990, 1, 1), date(2080, 12, 31))
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
leads = st.sampled_from(["", "until ", "Until the ", "by ", "on ", "till ", "from "])
cases = st.sampled_from([str.lower, str.upper, str.title])


@given(today=todays, day=days, lead=leads, case=cases, short=st.booleans())
def test_a_date_with_its_year_is_that_date(
    today: date, day: date, lead: str, case: type[str], *, short: bool
) -> None:
    """In every order of day and month, in any case, with what people put before it."""
    month = MONTHS[day.month - 1][: 3 if short else None]
    weekday = WEEKDAYS[day.weekday()][: 3 if short else None]
    for said in (
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day}th of {month} {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
    ):
        assert day_meant(case(lead + said), today) == day, said


@given(today=todays, ahead=st.integers(0, 364))
def test_a_date_without_its_year_is_the_next_one(today: date, ahead: int) -> None:
    """From today on, never a year late."""
    day = today + ahead * DAY
    if (day.month, day.day) != (2, 29):
        assert day_meant(f"{day.day} {MONTHS[day.month - 1]}", today) == day


@given(today=todays, number=st.integers(0, 6))
def test_a_weekday_is_the_next_one_and_never_today(today: date, number: int) -> None:
    """And "next" is that of the week after this one."""
    for name in (WEEKDAYS[number], WEEKDAYS[number][:3].lower(), f"on {WEEKDAYS[number]}"):
        day = day_meant(name, today)
        assert day.weekday() == number
        assert DAY <= day - today <= 7 * DAY
    later = day_meant(f"next {WEEKDAYS[number]}", today)
    monday = today - today.weekday() * DAY
    assert later == monday + (7 + number) * DAY


@given(today=todays, count=st.integers(1, 12))
def test_a_span_is_counted_from_today(today: date, count: int) -> None:
    """In figures or in words, with or without "in"."""
    for said in (str(count), COUNTS[count - 1]):
        assert day_meant(f"in {said} days", today) == today + count * DAY
        assert day_meant(f"{said} weeks", today) == today + 7 * count * DAY
    assert day_meant("tomorrow", today) == day_meant("in a day", today) == today + DAY


@given(st.text(max_size=40))
def test_any_text_is_a_day_or_a_sentence(text: str) -> None:
    """Nothing that can be typed breaks it, and the sentence never quotes it."""
    said = ""
    try:
        day_meant(text, TODAY)
    except BadInput as problem:
        said = problem.sentence
    assert said in {"", UNREADABLE}


UNCLEAR = (
    "", "until", "4/1", "4.1.2027", "31 April", "29 February 2026", "2026-02-30", "soon", "friday week",
    "in some days", "in the end", "Tuesday 4 January 2027", "today 4 January", "13th", "sat in the sun",
    "january", "4", "2027", "\N{ARABIC-INDIC DIGIT FOUR} January", "in 9999 days",
)  # fmt: skip


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_unclear_is_refused(text: str) -> None:
    """Numbers that are two days to two people, days that are not there, a weekday that does not agree."""
    with pytest.raises(BadInput, match="4 January"):
        day_meant(text, TODAY)


def test_the_calendar_has_an_end() -> None:
    """Past it there is a sentence and no crash."""
    with pytest.raises(BadInput):
        day_meant("in two weeks", date.max - DAY)


@given(today=todays, ahead=st.integers(-800, 1_600))
def test_only_a_day_ahead_is_waited_for(today: date, ahead: int) -> None:
    """From tomorrow to two years on; each side has its own sentence."""
    said = (today + ahead * DAY).isoformat()
    if ahead <= 0:
        with pytest.raises(BadInput, match=NOT_AHEAD):
            day_ahead(said, today)
    elif ahead * DAY > FURTHEST:
        with pytest.raises(BadInput, match=TOO_FAR):
            day_ahead(said, today)
    else:
        assert day_ahead(said, today) == today + ahead * DAY


@given(today=todays, ago=st.integers(0, 364))
def test_a_day_that_is_over_is_the_last_such_one(today: date, ago: int) -> None:
    """However it is said: by its date without a year, with its weekday before it, or by the weekday alone."""
    day = today - ago * DAY
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    if (day.month, day.day) != (2, 29):
        assert day_past(f"{day.day} {month}", today) == day
        assert day_past(f"{weekday} {day.day} {month}", today) == day
    assert day_past(day.isoformat(), today) == day
    if 0 < ago <= 7:
        assert day_past(weekday, today) == day_past(f"last {weekday}", today) == day


@given(today=todays)
def test_what_is_ahead_is_no_day_that_is_over(today: date) -> None:
    """It is said so; yesterday is yesterday."""
    assert day_past("yesterday", today) == today - DAY
    for said in ("tomorrow", "in two weeks", "next friday", (today + DAY).isoformat()):
        with pytest.raises(BadInput, match="still ahead"):
            day_past(said, today)
