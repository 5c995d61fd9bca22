"""What comes to learners beside the pushes of a course, once each: planned last, and so in nobody's way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from bot.domain.courses.course import Course, Does, Pace, Push
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.timetable import last_day

CHECKINS = "offer.checkins"
"""What stands for a push where daily check-ins are offered: to who has none."""
RATE = "ask.rate"
"""What stands for a push where a learner hears, after their own last day, where to say how it was."""
RULES = frozenset({CHECKINS, RATE})
_AFTER_FIRST = 2
"""Days after the first session on which check-ins are offered."""


def beside(course: Course, *, offers: bool) -> Course:
    """Return a course with nothing but what comes beside its pushes. `offers`: check-ins, too."""
    return replace(course, pushes=tuple(_beside(course, offers=offers)))


def _beside(course: Course, *, offers: bool) -> Iterator[Push]:
    """Yield them in their order: after the first session, or in an own pace after the last day."""
    if course.pace is Pace.OWN:
        moment = Moment(anchor=Anchor.DAY, day=last_day(course) + 1)
        if course.objectives:
            yield Push(id=RATE, when=moment, does=Does.READ, text="")
    else:
        first = min(course.sessions, key=lambda each: each.starts, default=None)
        moment = Moment(anchor=Anchor.END, session=first.n if first else 0, days=_AFTER_FIRST)
    if offers:
        yield Push(id=CHECKINS, when=moment, does=Does.READ, text="")
