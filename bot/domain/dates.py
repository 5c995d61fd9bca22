"""Days as people write them: "4 January", "friday", "in two weeks". What could be two days is refused."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, timedelta

from bot.domain.calendar_spans import Span, Unit
from bot.errors import BadInput

FURTHEST = timedelta(days=731)
"""How far ahead a day may lie that somebody waits for: two years."""
UNREADABLE = "I could not read that day. It may look like 4 January, friday, in two weeks or 2027-01-04."
"""What is said to a day that cannot be read."""
NOT_AHEAD = "That day is not ahead. The nearest that I can take is tomorrow."
TOO_FAR = "That is more than two years ahead. Please name a nearer day."

NOT_PAST = "That day is still ahead. It may be today or one before, like 4 January or 2026-01-04."

_ONE_DAY = timedelta(days=1)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS_IN_FULL = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT_WEEKDAYS = frozenset(
    {"mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun"}
)
_COUNTS = (
    "", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_UNITS = {"day": Unit.DAY, "week": Unit.WEEK, "month": Unit.MONTH}
_NEAR = {"today": 0, "tomorrow": 1, "day after tomorrow": 2}
_LEAD = re.compile(r"^(?:(?:until|till|til|on|by|from|for|in|the) )+")
_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]+)(?: ([0-9]{4}))?")
_MONTH_FIRST = re.compile(r"([a-z]+) ([0-9]{1,2})(?:st|nd|rd|th)?(?: ([0-9]{4}))?")
_SPAN = re.compile(r"([0-9]{1,3}|[a-z]+) (day|week|month)s?(?: time)?")
_YEARS_TO_LOOK = 9
"""A 29 February lies at most eight years ahead."""
_FEBRUARY, _LEAP_DAY = 2, 29
_LEAD_PAST = re.compile(r"^(?:(?:on|the|last) )+|^[a-z]+day,? (?=[a-z]*.?[0-9])")
"""Also a weekday before a date: of which year it is said, the date alone does not tell yet."""
_SAYS_AHEAD = re.compile(r"[0-9]{4}|\b(?:days?|weeks?|months?|fortnight|tomorrow|next)\b")


def day_meant(text: str, today: date) -> date:
    """Return the day that `text` means on `today`.

    Understood are 2027-01-04, "4 January", "Jan 4 2027", "friday", "next friday", "tomorrow", "in two
    weeks", "10 days", each with "until", "by" or the like before it. A day and a month without a year
    are the next such day, today included; a weekday is never today; "next" is that of the next week.
    Numbers like 4/1 mean two days to two people and are refused. A day in the past may come back where
    a year was written.

    Raises:
        BadInput: it cannot be read, or there is no such day. The sentence has examples.
    """
    written = _LEAD.sub("", " ".join(re.sub(r"[,.]", " ", text.lower()).split()) + " ", count=1).strip()
    try:
        day = _near(written, today) or _of_calendar(written, today) or _span(written, today)
    except (ValueError, OverflowError):
        raise BadInput(UNREADABLE) from None
    if day is None:
        raise BadInput(UNREADABLE)
    return day


def day_ahead(text: str, today: date) -> date:
    """Return the day that `text` means, from tomorrow to two years on.

    Raises:
        BadInput: as `day_meant`, or the day is not ahead, or too far.
    """
    day = day_meant(text, today)
    if day <= today:
        raise BadInput(NOT_AHEAD)
    if day - today > FURTHEST:
        raise BadInput(TOO_FAR)
    return day


def day_past(text: str, today: date) -> date:
    """Return the day that `text` means where something took place: today or the last such day before.

    Raises:
        BadInput: as `day_meant`, or the day is ahead.
    """
    written = _LEAD_PAST.sub("", " ".join(text.lower().split()))
    if written == "yesterday":
        return today - _ONE_DAY
    day = day_meant(written, today)
    if day <= today:
        return day
    if written in _WEEKDAYS or written in _SHORT_WEEKDAYS:
        return day - timedelta(days=7)
    if _SAYS_AHEAD.search(written):
        raise BadInput(NOT_PAST)
    try:
        return day.replace(year=_last_year_of(day, today))
    except ValueError:
        raise BadInput(UNREADABLE) from None


def _last_year_of(day: date, today: date) -> int:
    """Return the last year with such a day that is not ahead: a 29 February looks further back."""
    is_leap_day = (day.month, day.day) == (_FEBRUARY, _LEAP_DAY)
    years = range(today.year, today.year - _YEARS_TO_LOOK, -1)
    return next(
        year
        for year in years
        if (not is_leap_day or isleap(year)) and date(year, day.month, day.day) <= today
    )


def _near(written: str, today: date) -> date | None:
    """Read a day by its nearness or by the name of its weekday."""
    if written in _NEAR:
        return today + _ONE_DAY * _NEAR[written]
    name = written.removeprefix("next ").removeprefix("this ")
    if name not in _WEEKDAYS and name not in _SHORT_WEEKDAYS:
        return None
    number = next(place for place, day in enumerate(_WEEKDAYS) if day.startswith(name[:3]))
    if written.startswith("next "):
        return today + timedelta(days=7 - today.weekday() + number)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def _of_calendar(written: str, today: date) -> date | None:
    """Read a date with its month; a weekday before it has to agree."""
    if iso := _ISO.fullmatch(written):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    first, _, rest = written.partition(" ")
    weekday = _near(first, today)
    named = rest if weekday and first not in _NEAR else written
    if found := _DAY_FIRST.fullmatch(named):
        number, month, year = found[1], found[2], found[3]
    elif found := _MONTH_FIRST.fullmatch(named):
        month, number, year = found[1], found[2], found[3]
    else:
        return None
    if month not in _MONTHS and month not in {"sept", *_MONTHS_IN_FULL}:
        return None
    place = _MONTHS.index(month[:3]) + 1
    day = date(int(year), place, int(number)) if year else _next(place, int(number), today)
    if named != written and weekday and day.weekday() != weekday.weekday():
        raise ValueError
    return day


def _next(month: int, number: int, today: date) -> date:
    """Return the first such day from today on."""
    for year in range(today.year, today.year + _YEARS_TO_LOOK):
        try:
            day = date(year, month, number)
        except ValueError:
            continue  # no 29 February that year
        if day >= today:
            return day
    raise ValueError


def _span(written: str, today: date) -> date | None:
    """Read "in two weeks", "10 days", "a month", "a fortnight"."""
    if written in {"a fortnight", "fortnight"}:
        return today + timedelta(weeks=2)
    if written in {"next week", "next month"}:
        written = written.replace("next", "a")
    found = _SPAN.fullmatch(written)
    if found is None:
        return None
    word = "one" if found[1] in {"a", "an"} else found[1]
    count = int(word) if word.isdigit() else _COUNTS.index(word)
    return Span(count=count, unit=_UNITS[found[2]]).after(today)
