"""A server closes on a day that its operator names, or stays after all: what is known of that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum

LEAST_NOTICE = timedelta(days=7)
"""So long before its day a closing is named at the least, so that everybody can take theirs along."""
MOST_NOTICE = timedelta(days=366)
LAST_CALL = timedelta(days=7)
"""So long before the day everybody is told once more."""
BETWEEN_CALLS = timedelta(days=3)
"""Nobody is told twice in fewer days."""


class Course(StrEnum):
    """How things stand, once a day was named."""

    CLOSES = "closes"
    STAYS = "stays"
    """It was to close, and does not."""
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What an operator said of a day."""

    course: Course
    on: date

    @classmethod
    def read(cls, text: str | None) -> Closing | None:
        """Return what a note says; None where there is none."""
        if not text:
            return None
        course, _, day = text.partition(" ")
        return cls(course=Course(course), on=date.fromisoformat(day))

    def __str__(self) -> str:
        """Return it as a note."""
        return f"{self.course} {self.on.isoformat()}"

    @property
    def closes_on(self) -> date | None:
        """The day, while it is to come true."""
        return self.on if self.course is Course.CLOSES else None

    def concerns(self, today: date) -> bool:
        """Whether anybody may have to be told of it: that it closes, or up to its day that it does not."""
        return self.course is Course.CLOSES or (self.course is Course.STAYS and today <= self.on)

    @property
    def has_come_at(self) -> datetime:
        """The instant at which its day has begun everywhere, in the last zone too."""
        return datetime.combine(self.on, time(12), UTC)

    @property
    def last_call_at(self) -> datetime:
        """The instant from which everybody is told once more."""
        return datetime.combine(self.on - LAST_CALL, time(), UTC)
