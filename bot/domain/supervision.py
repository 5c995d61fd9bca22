"""Supervision: the day on which it is next, and one session of it or of learning, as its owner noted it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from enum import StrEnum
from uuid import UUID

MINUTES_MAX = 1_440
WHAT_MAX = 200
"""Characters for what a session was about."""
AGREED_MAX = 2_000
"""Characters for what was agreed."""


class SessionKind(StrEnum):
    """What a session was."""

    ONE_TO_ONE = "one_to_one"
    GROUP = "group"
    PEER = "peer"
    TRAINING = "training"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A day of supervision, its hour if one is known, and after how many weeks it comes again; 0: once."""

    on: date
    at: time | None = None
    every_weeks: int = 0

    def from_day(self, day: date) -> Meeting | None:
        """Return the first meeting on a day or after it; None where it does not come again."""
        if self.on >= day:
            return self
        if not self.every_weeks:
            return None
        rhythm = timedelta(weeks=self.every_weeks)
        return replace(self, on=self.on + -((self.on - day) // rhythm) * rhythm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session that took place. `what` it was about and what was `agreed` are its owner's own words."""

    id: UUID
    on: date
    minutes: int
    kind: SessionKind
    what: str = field(default="", repr=False)
    agreed: str = field(default="", repr=False)


def session_of(sheet: UUID, body: Mapping[str, object]) -> Session | None:
    """Return the session that stands on a sheet; None for a sheet of another shape."""
    on, minutes, kind = body.get("on"), body.get("minutes"), body.get("kind")
    what, agreed = body.get("what") or "", body.get("agreed") or ""
    if not isinstance(on, str) or not isinstance(minutes, int) or not isinstance(kind, str):
        return None
    if not isinstance(what, str) or not isinstance(agreed, str):
        return None
    try:
        return Session(
            id=sheet,
            on=date.fromisoformat(on),
            minutes=minutes,
            kind=SessionKind(kind),
            what=what,
            agreed=agreed,
        )
    except ValueError:
        return None
