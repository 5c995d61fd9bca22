"""What a course will send, looked at before it is launched: by zone, across every change of the clock.

It is told of zones, with the quiet hours of somebody who set none: whose leave or quiet hours are others is
nobody's business here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

from bot.domain.courses.calendar_file import Event, calendar_file
from bot.domain.courses.course import Course, Push
from bot.domain.courses.timeline import LearnerTime, Planned, no_day_off, timeline
from bot.domain.courses.timetable import first_start, instant_of, starts_at
from bot.domain.people import QuietHours
from bot.domain.zones import zone_of

_TWO_DAYS = timedelta(days=2)
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""Of a course that has nothing on any calendar."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A session from which on it is another time of day in a zone, and not in the course's own."""

    session: int
    was: time
    becomes: time


@dataclass(frozen=True, slots=True, kw_only=True)
class InZone:
    """What comes to learners in one zone. `left_out` are ids of pushes that find no place there."""

    zone: str
    learners: int
    comes: tuple[Planned, ...]
    left_out: tuple[str, ...]
    shifts: tuple[Shift, ...]


def ahead(
    course: Course,
    zones: Mapping[str, int],
    *,
    since: datetime,
    team_quiet: QuietHours | None = None,
    began_on: date | None = None,
    is_off: Callable[[date], bool] = no_day_off,
) -> tuple[InZone, ...]:
    """Return what comes in each zone, from west to east as they lie when the first session begins.

    `zones` has how many learners are in each. `began_on` is the day on which all begin a course in their own
    pace; days that are off are those of their organisation.
    """
    begins = first_start(course) or since
    views = []
    for zone, learners in zones.items():
        one = LearnerTime(
            zone=zone, quiet=QuietHours(), team_quiet=team_quiet, began_on=began_on, is_off=is_off
        )
        comes = timeline(course, one, since=since)
        come = {each.push for each in comes}
        views.append(
            InZone(
                zone=zone,
                learners=learners,
                comes=comes,
                left_out=tuple(each.id for each in course.pushes if each.id not in come),
                shifts=shifts(course, zone),
            )
        )
    return tuple(sorted(views, key=lambda each: (_offset(each.zone, begins), each.zone)))


def whole(course: Course, *, began_on: date | None = None) -> Sequence[tuple[Push, Planned | None]]:
    """Return every push of a course in its order, with when it comes where the course is at home.

    As if the course had been launched before all of it; None for what finds no place even then.
    """
    since = launched_before(course, began_on)
    [view] = ahead(course, {course.zone: 0}, since=since, began_on=began_on)
    comes = {each.push: each for each in view.comes}
    in_order = sorted(
        course.pushes,
        key=lambda each: (
            instant_of(course, each.when) or since,
            each.when.day,
            each.when.unit,
            each.when.days if each.when.unit else 0,
            each.id,
        ),
    )
    return [(each, comes.get(each.id)) for each in in_order]


def launched_before(course: Course, began_on: date | None = None) -> datetime:
    """Return an instant before anything of a course: its first push, its first session, or its first day."""
    if began_on is not None:
        return datetime.combine(began_on, time(), UTC) - _TWO_DAYS
    wished = [at for at in (instant_of(course, each.when) for each in course.pushes) if at is not None]
    return (
        min((*wished, *(starts_at(course, each) for each in course.sessions)), default=_LONG_AGO) - _TWO_DAYS
    )


def shifts(course: Course, zone: str) -> tuple[Shift, ...]:
    """Return where the clocks of the course's zone and of another are set apart while it goes on."""
    there = zone_of(zone)
    in_order = sorted(course.sessions, key=lambda each: starts_at(course, each))
    clocks = [(each, starts_at(course, each).astimezone(there).time()) for each in in_order]
    return tuple(
        Shift(session=later.n, was=was.replace(fold=0), becomes=becomes.replace(fold=0))
        for (earlier, was), (later, becomes) in pairwise(clocks)
        if was != becomes and earlier.starts.time() == later.starts.time()
    )


def as_calendar(
    course: Course, views: Iterable[InZone], *, uid: str, where: str = "", made_at: datetime
) -> bytes:
    """Return the sessions and what comes in each zone as a calendar file. `uid` is the course's own."""
    events = [
        Event(
            uid=f"{uid}.s{each.n}@reststop",
            at=starts_at(course, each),
            title=f"{course.title}, session {each.n}",
            text=each.title,
            where=where,
            length=timedelta(minutes=each.minutes),
            blocks=True,
        )
        for each in course.sessions
    ]
    events += [each for view in views for each in _events(course, view, uid)]
    return calendar_file(course.title, events, made_at=made_at)


def _events(course: Course, view: InZone, uid: str) -> Sequence[Event]:
    texts = {each.id: each.text for each in course.pushes}
    return [
        Event(
            uid=f"{uid}.{one.push}.{view.zone}@reststop",
            at=one.at,
            title=f"{course.short_title}, {view.zone}",
            text=texts[one.push],
        )
        for one in view.comes
    ]


def _offset(zone: str, at: datetime) -> timedelta:
    return at.astimezone(zone_of(zone)).utcoffset() or timedelta()
