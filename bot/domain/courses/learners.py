"""A learner in a course: what the course knows of them. What they write is in their own notebook alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.courses.sittings import Sitting


class Source(StrEnum):
    """By what it is known that somebody was there live. A recording never counts."""

    WORD = "word"
    """They sent the words that were shown in the session."""
    FILE = "file"
    """A list of the meeting's attendance was brought in."""
    HAND = "hand"
    """A trainer confirmed it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended:
    """How long somebody was in one session, live; 0 to its whole length."""

    minutes: int
    by: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """What a course keeps of one learner, sealed under its key.

    `agreed_at`: when they ticked that they read the disclosures. `began_on` is their own first day in a
    course of their own pace. `ticks` are readings that they ticked, as `2.0`: session, then place. `done` are
    pushes that they answered, by id; not how. `answers` are taps that a figure about the group is still to be
    made of; they go when its window closes. `attended` by session; `words` are which code words they sent, as
    `session.place.minute` (code_words.py). Recordings count as nothing. `agreed_at` None: a trainer, and no
    learner.

    In a course with units: `finished` are the units that they finished, and when; `sittings` their tests, the
    first first, of which at most the last of a unit is not handed in; `more_attempts` are those that a
    trainer gave them beside the course's own, by unit; `took` is how long a unit took them, as they say,
    where they wish to; `active_at` is their last step in a unit. Nothing else tells when they were here.
    `no_nudges`: they wish for no reminders.
    """

    agreed_at: datetime | None = None
    began_on: date | None = None
    ticks: frozenset[str] = field(default_factory=frozenset)
    done: frozenset[str] = field(default_factory=frozenset)
    answers: Mapping[str, str | int] = field(default_factory=dict, repr=False)
    attended: Mapping[int, Attended] = field(default_factory=dict)
    words: frozenset[str] = field(default_factory=frozenset)
    evaluation: Mapping[str, str] = field(default_factory=dict, repr=False)
    finished: Mapping[int, datetime] = field(default_factory=dict)
    sittings: tuple[Sitting, ...] = field(default=(), repr=False)
    more_attempts: Mapping[int, int] = field(default_factory=dict)
    took: Mapping[int, str] = field(default_factory=dict)
    active_at: datetime | None = None
    no_nudges: bool = False
