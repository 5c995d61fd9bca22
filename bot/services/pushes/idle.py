"""A word to who was idle in their units: after so many days once each, then silence until they go on."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.domain.courses.course import Course, Does, Push
from bot.domain.courses.learners import Learner
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.progress import progress
from bot.domain.courses.timeline import LearnerTime, Moved, Planned, timeline
from bot.services.pushes.beside import NUDGE

LATE = timedelta(hours=6)
"""What could not come for longer than this, as in a pause, is let be: nothing waits for who comes back."""


def nudges(course: Course, learner: Learner) -> tuple[Push, ...]:
    """Return what comes while a learner is idle, as pushes beside the course's own; none to who is through.

    Each is named by the day since which they are idle: with their next step there are others.
    """
    since = _named_by(learner)
    if learner.no_nudges or since is None or not course.units or progress(course, learner).is_complete:
        return ()
    return tuple(
        Push(
            id=f"{NUDGE}{days}.{since.isoformat()}",
            when=Moment(anchor=Anchor.IDLE, days=days),
            does=Does.READ,
            text="",
        )
        for days in course.nudges
    )


def coming(
    course: Course,
    pushes: Sequence[Push],
    learner: LearnerTime,
    *,
    since: datetime,
    taken: Collection[date],
    sent: Collection[str],
    now: datetime,
) -> Sequence[Planned]:
    """Return those that still come: none whose time is in a leave, or was over by the time it could come."""
    if not pushes:
        return ()
    natural = timeline(replace(course, pushes=tuple(pushes)), learner, since=since, taken=taken, sent=sent)
    kept = {each.push for each in natural if Moved.LEAVE not in each.why and each.at >= now - LATE}
    left = tuple(each for each in pushes if each.id in kept)
    return timeline(replace(course, pushes=left), learner, since=since, taken=taken, sent=sent, now=now)


def is_last(course: Course, rule: str) -> bool:
    """Whether nothing comes after it before they go on."""
    days = rule.removeprefix(NUDGE).partition(".")[0]
    return days == str(max(course.nudges, default=0))


def _named_by(learner: Learner) -> date | None:
    """Return the day that names how long they are idle: the same wherever they move."""
    return learner.active_at.astimezone(UTC).date() if learner.active_at else learner.began_on
