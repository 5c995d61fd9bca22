"""Times and lengths as lists of attendance have them, in the ways of several countries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.round_hours import instant

_SPACES = re.compile("[\\s\u00a0\u202f\u200e\u200f]+")
_DATE = re.compile(r"([0-9]{1,4})[/.\-]([0-9]{1,2})[/.\-]([0-9]{1,4})\.?")
_CLOCK = re.compile(
    r"([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2})(?:\.[0-9]+)?)?"
    r"(?: ?([ap])\.?m\.?)?(?: ?(z|[+-][0-9]{2}:?[0-9]{2}))?"
)
_WORDS = re.compile(
    r"(?:([0-9]{1,3}) ?(?:h|hr|hrs|hour|hours)\b,? ?)?"
    r"(?:([0-9]{1,4}) ?(?:m|min|mins|minute|minutes)\b,? ?)?"
    r"(?:([0-9]{1,5}) ?(?:s|sec|secs|second|seconds)\b)?"
)
_COLONS = re.compile(r"([0-9]{1,3}):([0-9]{2}):([0-9]{2})")
_NUMBER = re.compile(r"[0-9]{1,5}(?:[.,][0-9]{1,3})?")
_NOON, _CENTURY, _YEAR_DIGITS = 12, 2000, 4


def instant_in(written: str, zone: ZoneInfo, *, near: datetime) -> datetime | None:
    """Return an instant as it is written in a cell, in UTC; None where it cannot be read.

    Where a date may be read with the day first or the month first, it is the one that lies nearer to `near`.
    A time that names its own offset is read by it.
    """
    text = _SPACES.sub(" ", written).strip().lower()
    date_part, clock_part = _parted(text)
    clock = _CLOCK.fullmatch(clock_part)
    found = _DATE.fullmatch(date_part)
    if clock is None or found is None:
        return None
    readings = list(_readings(found, clock, zone))
    return min(readings, key=lambda at: abs(at - near), default=None)


def length_in(written: str) -> timedelta | None:
    """Return how long something took, as `1h 2m 3s`, `62 min`, `01:02:03` or a bare number of minutes."""
    text = _SPACES.sub(" ", written).strip().lower()
    if colons := _COLONS.fullmatch(text):
        hours, minutes, seconds = (int(part) for part in colons.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if _NUMBER.fullmatch(text):
        return timedelta(minutes=float(text.replace(",", ".")))
    words = _WORDS.fullmatch(text)
    if words is None or not any(words.groups()):
        return None
    hours, minutes, seconds = (int(part or 0) for part in words.groups())
    return timedelta(hours=hours, minutes=minutes, seconds=seconds)


def _parted(text: str) -> tuple[str, str]:
    """Part a date from the time beside it: by a comma, a space, or the T of ISO 8601."""
    for sign in (", ", ",", " ", "t"):
        date_part, found, clock_part = text.partition(sign)
        if found:
            return date_part.strip(), clock_part.strip()
    return text, ""


def _readings(date: re.Match[str], clock: re.Match[str], zone: ZoneInfo) -> Iterator[datetime]:
    first, second, third = date.groups()
    if len(first) == _YEAR_DIGITS:
        orders = [(int(first), int(second), int(third))]
    else:
        year = int(third) if len(third) == _YEAR_DIGITS else _CENTURY + int(third)
        orders = [(year, int(first), int(second)), (year, int(second), int(first))]
    hour, minute, second_of = int(clock[1]), int(clock[2]), int(clock[3] or 0)
    if clock[4] and not 1 <= hour <= _NOON:
        return
    if clock[4]:
        hour = hour % _NOON + (_NOON if clock[4] == "p" else 0)
    for year, month, day in orders:
        try:
            local = datetime(year, month, day, hour, minute, second_of)  # noqa: DTZ001 - a wall clock, read below
        except ValueError:
            continue
        yield _in_utc(local, clock[5], zone)


def _in_utc(local: datetime, offset: str | None, zone: ZoneInfo) -> datetime:
    if offset is None:
        seconds = timedelta(seconds=local.second)
        return instant(local.date(), local.time().replace(second=0), zone).astimezone(UTC) + seconds
    if offset == "z":
        return local.replace(tzinfo=UTC)
    sign = -1 if offset[0] == "-" else 1
    digits = offset[1:].replace(":", "")
    ahead = sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return local.replace(tzinfo=UTC) - ahead
