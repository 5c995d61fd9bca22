"""When something of a course comes: by a session, on a learner's own day, or at a date and an hour.

One line is one moment: `s1.start -P5D`, `s2.start -PT3H`, `s3.end +P1D`, `end +P30D`, `day 3`, `day 3 07:30`;
`at 2026-12-03T09:00` is a date and an hour of the course's wall clock, which a trainer names for their own;
`u1.done +P1D` hangs on the moment at which a learner finished a unit, `idle +P7D` on their last step in one.
A day is a day on the calendar at the same hour of the course's wall clock; an hour is sixty minutes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.recurrence import parse_at
from bot.errors import BadInput

_BY_SESSION = re.compile(r"s([1-9][0-9]?)\.(start|end)(?: ([+-])(P\S+))?")
_BY_UNIT = re.compile(r"u([1-9][0-9]?)\.done(?: \+(P\S+))?")
_BY_IDLE = re.compile(r"idle \+(P\S+)")
_BY_END = re.compile(r"end(?: ([+-])(P\S+))?")
_BY_DAY = re.compile(r"day ([1-9][0-9]{0,2})(?: ([0-9:]+))?")
_AT = re.compile(r"at ([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})")
_LENGTH = re.compile(r"P(?:([0-9]{1,3})D)?(?:T(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?)?")
NO_MOMENT = "That is no moment of a course: write s1.start -P5D, s2.end +PT3H, end +P30D or day 3 07:30."


class Anchor(StrEnum):
    """What a moment hangs on."""

    START = "start"
    """The start of a session."""
    END = "end"
    """The end of a session; with no session, of the last one."""
    DAY = "day"
    """A day of each learner's own, 1 being the one on which they began."""
    AT = "at"
    """A date and an hour of the course's wall clock, whatever the sessions are."""
    DONE = "done"
    """The moment at which a learner finished a unit."""
    IDLE = "idle"
    """The last step that a learner took in a unit."""


SHARED = frozenset({Anchor.START, Anchor.END, Anchor.AT})
"""What is one moment for all learners."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A moment of a course. `days` and `shift` go from the anchor, both forward or both back.

    `session` 0 is the last one, or none. `day` and `at` are of a learner's own day; without `at` it comes at
    their own hour. `on` and `at` are the date and the hour of what hangs on nothing else. `unit` is whose end
    it hangs on.
    """

    anchor: Anchor
    session: int = 0
    days: int = 0
    shift: timedelta = timedelta()
    day: int = 0
    at: time | None = None
    on: date | None = None
    unit: int = 0

    @classmethod
    def at_clock(cls, local: datetime) -> Moment:
        """Return the moment at which the course's wall clock shows a date and an hour, to the minute."""
        return cls(
            anchor=Anchor.AT, on=local.date(), at=local.time().replace(second=0, microsecond=0, fold=0)
        )

    @property
    def wall_clock(self) -> datetime | None:
        """What the course's wall clock shows at a moment that hangs on nothing else; None for any other."""
        return datetime.combine(self.on, self.at) if self.on is not None and self.at is not None else None

    @property
    def is_before(self) -> bool:
        """Whether it lies before its anchor."""
        return self.days < 0 or self.shift < timedelta()

    def __str__(self) -> str:
        """Write it as one line."""
        if self.anchor is Anchor.DAY:
            return f"day {self.day}" + (f" {self.at.isoformat('minutes')}" if self.at else "")
        if self.wall_clock is not None:
            return f"at {self.wall_clock.isoformat(timespec='minutes')}"
        if self.anchor is Anchor.DONE:
            return f"u{self.unit}.done" + _length(self.days, self.shift)
        begin = f"s{self.session}.{self.anchor}" if self.session else self.anchor.value
        return begin + _length(self.days, self.shift)

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read a line.

        Raises:
            BadInput: it is no moment.
        """
        if found := _BY_DAY.fullmatch(text):
            try:
                at = parse_at(found[2]) if found[2] else None
            except ValueError:
                raise BadInput(NO_MOMENT) from None
            return cls(anchor=Anchor.DAY, day=int(found[1]), at=at)
        if found := _AT.fullmatch(text):
            try:
                return cls.at_clock(datetime.fromisoformat(found[1]))
            except ValueError:
                raise BadInput(NO_MOMENT) from None
        if found := _BY_UNIT.fullmatch(text):
            days, shift = _read("+", found[2])
            return cls(anchor=Anchor.DONE, unit=int(found[1]), days=days, shift=shift)
        if found := _BY_IDLE.fullmatch(text):
            days, shift = _read("+", found[1])
            return cls(anchor=Anchor.IDLE, days=days, shift=shift)
        if found := _BY_SESSION.fullmatch(text):
            days, shift = _read(found[3], found[4])
            return cls(anchor=Anchor(found[2]), session=int(found[1]), days=days, shift=shift)
        if found := _BY_END.fullmatch(text):
            days, shift = _read(found[1], found[2])
            return cls(anchor=Anchor.END, days=days, shift=shift)
        raise BadInput(NO_MOMENT)


def _read(sign: str | None, length: str | None) -> tuple[int, timedelta]:
    if sign is None or length is None:
        return 0, timedelta()
    found = _LENGTH.fullmatch(length)
    if found is None or not any(found.groups()):
        raise BadInput(NO_MOMENT)
    days, hours, minutes = (int(part or 0) for part in found.groups())
    way = -1 if sign == "-" else 1
    return way * days, way * timedelta(hours=hours, minutes=minutes)


def _length(days: int, shift: timedelta) -> str:
    if not days and not shift:
        return ""
    sign = "-" if days < 0 or shift < timedelta() else "+"
    hours, minutes = divmod(int(abs(shift).total_seconds()) // 60, 60)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return f" {sign}P" + (f"{abs(days)}D" if days else "") + (f"T{clock}" if clock else "")
