"""The hours in which somebody looks after a circle, on their own wall clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.recurrence import WEEKDAYS, daily, occurrences, weekly
from bot.errors import BadInput

NOT_IN_LAST = timedelta(hours=2)
"""Nothing without a name is released so shortly before these hours end: somebody is there to look at it."""
LONGEST = timedelta(hours=12)
"""A working day that the library's rounds fit into."""
NO_DAYS = "Please name a day or more on which you can be reached."
NO_LENGTH = "These hours begin and end at the same time."

_DAY = timedelta(days=1)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Working hours: on these days of the week (Monday 0) from `start` to `end`.

    Where `end` is not later than `start` they go on past midnight, and belong to the day on which they began.

    Raises:
        BadInput: there is no day, or no time between.
    """

    days: frozenset[int] = WEEKDAYS
    start: time = time(9)
    end: time = time(17)

    def __post_init__(self) -> None:
        """Refuse hours that hold nothing."""
        if not self.days:
            raise BadInput(NO_DAYS)
        if not self.days <= frozenset(range(7)):
            raise BadInput("The days of a week are 0, Monday, to 6, Sunday.")
        if self.start == self.end:
            raise BadInput(NO_LENGTH)

    @property
    def is_overnight(self) -> bool:
        """Whether they go on past midnight."""
        return self.end < self.start

    @property
    def length(self) -> timedelta:
        """How long they are on the wall clock."""
        return _since(self.start, self.end)

    @property
    def days_in_words(self) -> str:
        """Return "Monday to Friday", or "Monday, Wednesday and Friday"."""
        days = sorted(self.days)
        if len(days) > 2 and days == list(range(days[0], days[-1] + 1)):  # noqa: PLR2004 - two days are named
            return f"{_DAYS[days[0]]} to {_DAYS[days[-1]]}"
        return " and ".join(filter(None, (", ".join(_DAYS[day] for day in days[:-1]), _DAYS[days[-1]])))

    @property
    def in_words(self) -> str:
        """Return "Monday to Friday, 09:00 to 17:00"."""
        return f"{self.days_in_words}, {clock(self.start)} to {clock(self.end)}"

    def offset(self, at: time) -> timedelta | None:
        """Return how long after `start` a time of day lies; None where it is outside."""
        since = _since(self.start, at)
        return since if since < self.length else None

    def clock_at(self, offset: timedelta) -> time:
        """Return the time of day that lies so long after `start`."""
        return (datetime.combine(date(2000, 1, 1), self.start) + offset).time()

    def day_of(self, day: int, at: time) -> int:
        """Return the day of the week to which a time inside these hours belongs."""
        return (day - 1) % 7 if self.is_overnight and at < self.end else day

    def belongs_to(self, local: datetime) -> date:
        """Return the date on which the hours began that hold at `local`."""
        is_late = self.is_overnight and local.time() < self.end
        return local.date() - _DAY if is_late else local.date()

    def start_on(self, day: date, zone: ZoneInfo) -> datetime:
        """Return the instant at which the hours begin on a date."""
        return instant(day, self.start, zone)

    def end_on(self, day: date, zone: ZoneInfo) -> datetime:
        """Return the instant at which the hours end that begin on a date."""
        return instant(day + _DAY if self.is_overnight else day, self.end, zone)

    def mornings_from(self, day: date, zone: ZoneInfo) -> Iterable[tuple[date, datetime]]:
        """Yield each date from `day` on on which these hours begin, with the instant."""
        return ((each.slot_on, each.at) for each in occurrences(weekly(self.days, self.start), zone, day))


def instant(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return when a wall clock shows a time, in UTC; a date that a zone skips counts as the next."""
    return next(occurrences(daily(at), zone, day)).at


def clock(at: time) -> str:
    """Return a time of day as it is written everywhere."""
    return at.isoformat("minutes")


def day_name(day: int) -> str:
    """Return the name of a day of the week, Monday being 0."""
    return _DAYS[day % 7]


def _since(start: time, at: time) -> timedelta:
    return (_from_midnight(at) - _from_midnight(start)) % _DAY


def _from_midnight(at: time) -> timedelta:
    return timedelta(hours=at.hour, minutes=at.minute)
