"""What comes to learners beside the pushes of a course, once each: planned last, and so in nobody's way."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import datetime

from bot.domain.courses.course import Course, Does, Pace, Push
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.timetable import last_day

CHECKINS = "offer.checkins"
"""What stands for a push where daily check-ins are offered: to who has none."""
RATE = "ask.rate"
"""What stands for a push where a learner hears, after their own last day, where to say how it was."""
NUDGE = "idle."
"""Begins what stands for a push where somebody was idle in their units for some days."""
_RULES = frozenset({CHECKINS, RATE})
_AFTER_FIRST = 2
"""Days after the first session on which check-ins are offered."""


def is_beside(rule: str | None) -> bool:
    """Whether a row brings something that goes round all pushes."""
    return rule in _RULES or (rule or "").startswith(NUDGE)


def beside(course: Course, finished: Collection[tuple[int, datetime]] = (), *, offers: bool) -> Course:
    """Return a course with nothing but what comes beside its pushes. `offers`: check-ins, too.

    `finished`: the units that a learner finished, and when.
    """
    return replace(course, pushes=tuple(_beside(course, finished, offers=offers)))


def _beside(course: Course, finished: Collection[tuple[int, datetime]], *, offers: bool) -> Iterator[Push]:
    """Yield them in their order: after the first session, or in an own pace after the last day or unit."""
    moment = _after_first(course) if course.pace is Pace.LIVE else _after_last(course, finished)
    if moment is None:
        return
    if course.pace is Pace.OWN and course.objectives:
        yield Push(id=RATE, when=moment, does=Does.READ, text="")
    if offers:
        yield Push(id=CHECKINS, when=moment, does=Does.READ, text="")


def _after_first(course: Course) -> Moment:
    first = min(course.sessions, key=lambda each: each.starts, default=None)
    return Moment(anchor=Anchor.END, session=first.n if first else 0, days=_AFTER_FIRST)


def _after_last(course: Course, finished: Collection[tuple[int, datetime]]) -> Moment | None:
    """Return the day after the last of a course in an own pace; None while a unit is not finished."""
    if not course.units:
        return Moment(anchor=Anchor.DAY, day=last_day(course) + 1)
    done = {n: at for n, at in finished if course.unit(n)}
    if len(done) < len(course.units):
        return None
    return Moment(anchor=Anchor.DONE, unit=max(done, key=lambda n: (done[n], n)), days=1)
