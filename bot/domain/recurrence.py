"""When something comes again: a rule on the wall clock and a zone give instants.

Local time is read as RFC 5545 3.3.5 reads it. A time that the clock skips takes the offset from
before the gap, so 02:30 comes at 03:30, perhaps on the next date. A time that comes twice counts
once, the first. A date that does not exist in a zone has no slot. Nothing here is cached or kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from bot.errors import BadRule

DAY_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
"""The days of a week as rules write them; a day's number is its place here, Monday 0."""

WEEKDAYS = frozenset(range(5))
"""Monday to Friday."""

_ONE_DAY = timedelta(days=1)
_TWO_DAYS = timedelta(days=2)
_NOTHING = timedelta()
_tuple_of = tuple.__new__
"""Makes a named tuple at a third of the price of its own constructor: a tick makes so many."""
_DAYS_ON = tuple(timedelta(days) for days in range(7))
_CALENDAR_ENDS = "The calendar ends before this rhythm comes again."
_AT = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_RULE = re.compile(r"(day|week)/([0-9]+)(?:@([0-9-]+))?(?: ([a-z,]+))? (.+)")


class Unit(StrEnum):
    """What a rule counts in."""

    DAY = "day"
    WEEK = "week"


class Hour(NamedTuple):
    """The wall-clock time of a slot."""

    at: time
    slot: str
    """`at` as `HH:MM`, written out once because every slot carries it."""
    days_on: timedelta = timedelta()
    """How long after the date that is asked for: a day for the morning after a night."""


class Rhythm(Protocol):
    """Something that comes again: on which dates, and at which hour of each.

    `str()` is one stable line for the database; equal lines are equal rhythms. Two slots lie further
    apart on the wall clock than any gap of clocks that is shorter than a day.
    """

    def day_from(self, day: date) -> date:
        """Return the first date that is asked for at or after `day`.

        Raises:
            OverflowError: the calendar ends first.
        """
        ...

    def hour_on(self, day: date) -> Hour:
        """Return the hour of a date that is asked for."""
        ...

    def day_after(self, local: datetime) -> date:
        """Return the first date that is asked for whose slot may lie later than `local` on the wall clock."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rhythm on the wall clock: every so many days, or on these days of every so many weeks.

    `anchor` says which of the days or weeks (they start on Monday) are counted in; it is a phase and
    no beginning, and is needed only where `every` is more than one. `str()` and `Rule.parse` are one
    codec: `week/1 mon,tue 12:30`, `day/3@2026-01-05 09:00`.

    Raises:
        BadRule: the parts do not make a rhythm.
    """

    at: time
    every: int = 1
    unit: Unit = Unit.DAY
    days: frozenset[int] | None = None
    anchor: date | None = None
    hour: Hour = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Refuse what is no rhythm."""
        object.__setattr__(self, "hour", Hour(self.at, self.at.isoformat("minutes")))
        if self.at != time(self.at.hour, self.at.minute) or self.at.fold:
            raise BadRule("A time of day is hours and minutes, without a zone.")
        if self.every < 1:
            raise BadRule("A rhythm comes every 1 or more days or weeks.")
        if self.every > 1 and self.anchor is None:
            raise BadRule("Every second day or week, or more, needs a date to count from.")
        if self.unit is Unit.DAY and self.days is not None:
            raise BadRule("Days of the week go with weeks, not with every so many days.")
        if self.unit is Unit.WEEK and not self.days:
            raise BadRule("A weekly rhythm names its days.")
        if self.days is not None and not self.days <= frozenset(range(7)):
            raise BadRule("The days of a week are 0, Monday, to 6, Sunday.")

    def __str__(self) -> str:
        """Write the rule as one stable line for the database."""
        anchor = f"@{self.anchor.isoformat()}" if self.anchor else ""
        days = f" {','.join(DAY_NAMES[day] for day in sorted(self.days))}" if self.days else ""
        return f"{self.unit}/{self.every}{anchor}{days} {self.hour.slot}"

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read a line that `str()` wrote; another way to write the same rule is not accepted.

        Raises:
            BadRule: this is no such line.
        """
        found = _RULE.fullmatch(text)
        if found is None:
            raise BadRule
        unit, every, anchor, days, at = found.groups()
        try:
            rule = cls(
                at=parse_at(at),
                every=int(every),
                unit=Unit(unit),
                days=parse_days(days) if days else None,
                anchor=date.fromisoformat(anchor) if anchor else None,
            )
        except ValueError as error:
            raise BadRule from error
        if str(rule) != text:
            raise BadRule
        return rule

    @property
    def slot(self) -> str:
        """`at` as `HH:MM`."""
        return self.hour.slot

    def day_from(self, day: date) -> date:
        """Return the first date that the rule asks for at or after `day`.

        Raises:
            OverflowError: the calendar ends first.
        """
        if self.days is None:
            return day if self.anchor is None else day + timedelta((self.anchor - day).days % self.every)
        day_of_week = day.weekday()
        weeks_off = 0 if self.anchor is None else (_week(self.anchor) - _week(day)) % self.every
        if weeks_off == 0:
            for later in range(day_of_week, 7):
                if later in self.days:
                    return day + _DAYS_ON[later - day_of_week]
            weeks_off = self.every
        return day + timedelta(7 * weeks_off + min(self.days) - day_of_week)

    def hour_on(self, _day: date) -> Hour:
        """Return the hour of the rule."""
        return self.hour

    def day_after(self, local: datetime) -> date:
        """Return the first date that is asked for from today on, or from tomorrow once the hour is past."""
        day = local.date() + _ONE_DAY if self.at <= local.time() else local.date()
        return day if self.days is None and self.anchor is None else self.day_from(day)


class Occurrence(NamedTuple):
    """One slot of a rule, and when it comes in one zone. A tuple, since a tick makes so many."""

    slot_on: date
    """The local date that the rule asks for; `local` may lie on the next."""
    slot: str
    """The wall-clock time that the rule asks for, `HH:MM`."""
    at: datetime
    """The instant, in UTC."""
    local: datetime
    """The same instant on the zone's wall clock."""


def daily(at: time) -> Rule:
    """Return the rule for every day."""
    return Rule(at=at)


def weekly(days: Iterable[int], at: time) -> Rule:
    """Return the rule for these days of every week, Monday being 0."""
    return Rule(at=at, unit=Unit.WEEK, days=frozenset(days))


def weekdays(at: time) -> Rule:
    """Return the rule for Monday to Friday."""
    return weekly(WEEKDAYS, at)


def parse_at(text: str) -> time:
    """Read a time of day written `HH:MM`.

    Raises:
        BadRule: it is written otherwise, or the day has no such time.
    """
    found = _AT.fullmatch(text)
    if found is None:
        raise BadRule("A time of day looks like 09:00 or 16:30.")
    return time(int(found[1]), int(found[2]))


def parse_days(text: str) -> frozenset[int]:
    """Read days of the week written `mon,tue`.

    Raises:
        BadRule: one of them is not a day.
    """
    names = text.split(",")
    if not set(names) <= set(DAY_NAMES):
        raise BadRule(f"The days of a week are {', '.join(DAY_NAMES)}, with commas between.")
    return frozenset(DAY_NAMES.index(name) for name in names)


def occurrences(rhythm: Rhythm, zone: ZoneInfo, from_on: date) -> Iterator[Occurrence]:
    """Yield the slots of `from_on` and later dates, in strictly ascending order of their instants.

    They ascend because slots lie further apart on the wall clock than a gap shorter than a day is long:
    a slot that moves over one never reaches the next. The walk ends with the year 9999.
    """
    day = from_on
    while True:
        try:
            day = rhythm.day_from(day)
            occurrence = _occurrence(rhythm, zone, day)
            if occurrence is not None:
                yield occurrence
            day += _ONE_DAY
        except OverflowError:
            return


def next_after(rhythm: Rhythm, zone: ZoneInfo, instant: datetime) -> Occurrence:
    """Return the first occurrence strictly after `instant`, which is aware.

    Raises:
        BadRule: the calendar ends first.
    """
    if instant.tzinfo is None:
        raise ValueError("an instant is aware of its zone")
    local = instant.astimezone(zone)
    try:
        day = rhythm.day_after(local)
        # The zone is asked, not the datetime: that is the same answer at a fifth of the price.
        if zone.utcoffset(local) != zone.utcoffset(local - _ONE_DAY):
            # The clock was set within the last day: an earlier slot may have moved past this instant.
            day = rhythm.day_from(local.date() - _TWO_DAYS)
        while True:
            occurrence = _occurrence(rhythm, zone, day)
            if occurrence is not None and occurrence.at > instant:
                return occurrence
            day = rhythm.day_from(day + _ONE_DAY)
    except OverflowError:
        raise BadRule(_CALENDAR_ENDS) from None


def following(rhythm: Rhythm, zone: ZoneInfo, slot_on: date) -> Occurrence:
    """Return the next slot after the slot date `slot_on`.

    Raises:
        BadRule: the calendar ends first.
    """
    for occurrence in occurrences(rhythm, zone, slot_on + _ONE_DAY):
        return occurrence
    raise BadRule(_CALENDAR_ENDS)


def _occurrence(rhythm: Rhythm, zone: ZoneInfo, slot_on: date) -> Occurrence | None:
    """Return the slot of a date that is asked for; None where that date has none."""
    at, slot, days_on = rhythm.hour_on(slot_on)
    try:
        comes_on = slot_on + days_on if days_on else slot_on
        asked = datetime.combine(comes_on, at, zone)
        ahead = zone.utcoffset(asked) or _NOTHING  # in a gap that from before it, in a fold the first
        local = zone.fromutc(asked - ahead)
        instant = datetime.combine(comes_on, at, UTC) - ahead
    except OverflowError:  # the first or last hours of the calendar have no instant everywhere
        return None
    # In a gap the clock shows a later time than was asked for, by the length of the gap. Only a zone
    # that crosses the date line skips a whole day, and then this date is not there at all.
    if local - asked >= _ONE_DAY or (days_on and not _exists(slot_on, zone)):
        return None
    return _tuple_of(Occurrence, (slot_on, slot, instant, local))


def _exists(day: date, zone: ZoneInfo) -> bool:
    """Whether a zone's clocks ever showed this date."""
    noon = datetime.combine(day, time(12), zone)
    return noon.astimezone(UTC).astimezone(zone).date() == day


def _week(day: date) -> int:
    """Number the weeks of the calendar; the first of January of the year 1 was a Monday."""
    return (day.toordinal() - 1) // 7
