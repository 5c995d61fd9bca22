"""The clock that runs while a question waits for its instructor, and stands still on their days off.

Days are those of the course's zone. A span counts from one instant to another without what lies on a day off;
where clocks change, an hour is still sixty minutes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.domain.round_hours import instant
from bot.domain.zones import zone_of
from bot.errors import BadInput

LONGEST_AWAY = timedelta(days=92)
"""How long one time off may be: a question cannot wait for ever."""
SPANS_MAX = 24
NO_WORKING_DAY = "Please leave a day of the week or more on which questions are answered."
TOO_LONG_AWAY = "A time off can be up to 92 days long."
TOO_MANY_SPANS = "Up to 24 times off can be kept; please take out those that are over."
TURNED_ROUND = "A time off ends on the day it begins, or later."

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A time off, from one date to another, both included.

    Raises:
        BadInput: it ends before it begins, or is longer than anybody may be away at once.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse what is no span."""
        if self.last < self.first:
            raise BadInput(TURNED_ROUND)
        if self.last - self.first >= LONGEST_AWAY:
            raise BadInput(TOO_LONG_AWAY)

    def __contains__(self, day: date) -> bool:
        """Whether a date lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOff:
    """The days on which an instructor answers nothing: of each week (Monday 0), and by their dates.

    Raises:
        BadInput: no day of the week is left, or there are more times off than are kept.
    """

    weekdays: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()

    def __post_init__(self) -> None:
        """Refuse days off that leave none."""
        if not self.weekdays <= frozenset(range(7)):
            raise BadInput("The days of a week are 0, Monday, to 6, Sunday.")
        if len(self.weekdays) == len(range(7)):
            raise BadInput(NO_WORKING_DAY)
        if len(self.spans) > SPANS_MAX:
            raise BadInput(TOO_MANY_SPANS)

    def __contains__(self, day: date) -> bool:
        """Whether a date is a day off."""
        return day.weekday() in self.weekdays or any(day in span for span in self.spans)


ALWAYS_THERE = DaysOff()


def due(asked_at: datetime, within: timedelta, days_off: DaysOff, zone: str) -> datetime:
    """Return when as much time as `within` has counted since `asked_at`, in UTC.

    With no time to count it is `asked_at` itself.
    """
    left = within
    if left <= timedelta():
        return asked_at.astimezone(UTC)
    return next(_until(asked_at, left, days_off, zone_of(zone)))


def _until(since: datetime, left: timedelta, days_off: DaysOff, zone: ZoneInfo) -> Iterator[datetime]:
    """Yield the instant at which what is left has counted."""
    for begins, ends in _working(since, days_off, zone):
        if left <= ends - begins:
            yield begins + left
            return
        left -= ends - begins


def _working(since: datetime, days_off: DaysOff, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
    """Yield each time that counts from an instant on, day by day, in UTC; it never ends.

    It looks from the day before: where clocks go back at midnight, an evening's last hour is the next day's.
    """
    start = since.astimezone(UTC)
    before = start.astimezone(zone).date() - _DAY
    for days in count():
        day = before + timedelta(days=days)
        if day in days_off:
            continue
        begins, ends = _midnight(day, zone), _midnight(day + _DAY, zone)
        if ends > start and ends > begins:
            yield max(begins, start), ends


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return instant(day, time(), zone)
