"""The rules for when things of a course come: a zone, sessions in their order, and moments that there are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from adapters.content.course_build import course_of, starts_of
from adapters.content.course_models import CourseFile
from adapters.content.course_unit_build import reflections_of
from adapters.content.problems import Place, Problem
from bot.domain.courses.course import Course, Pace
from bot.domain.courses.moments import Anchor, Moment
from bot.domain.courses.timetable import first_start, instant_of, overlapping
from bot.domain.zones import is_zone, near_zones, zone_of
from bot.errors import BadInput

EARLIEST = timedelta(days=60)
"""So long before its first session a course may be joined, as it is reckoned here."""
Day = date | int | tuple[int, int]
"""A day on the calendar, one of a learner's own, or one after a unit: its number, and so many days."""


def check_times(top: Place, content: CourseFile) -> Iterator[Problem]:
    """The zone, the sessions, and the moment of each push."""
    if not is_zone(content.zone):
        near = ", ".join(near_zones(content.zone))
        hint = f" Near it: {near}." if near else ""
        yield top.at("zone").problem("unknown_zone", f"There is no such zone.{hint} Correct it.")
    yield from _check_sessions(top, content)
    yield from _check_pace(top, content)
    calendar = _calendar(content)
    if calendar is not None:
        for earlier, later in overlapping(calendar):
            message = f"Sessions {earlier} and {later} are on at one time. Move one."
            yield top.at("sessions").problem("sessions_overlap", message)
    days: dict[Day, str] = {}
    for asked in reflections_of(content):
        days[asked.when.unit, asked.when.days] = asked.id
    for entry in content.push:
        place = top.at("push").item(entry.id).at("at")
        try:
            moment = Moment.parse(entry.at)
        except BadInput as refused:
            yield place.problem("no_moment", refused.sentence)
            continue
        yield from _check_moment(place, moment, content)
        if calendar is not None:
            yield from _check_place_in(place, entry.id, moment, calendar, days)


def _check_sessions(top: Place, content: CourseFile) -> Iterator[Problem]:
    place = top.at("sessions")
    if content.meta.pace is Pace.OWN and content.sessions:
        message = "In each learner's own pace there are no sessions. Remove them, or write `pace: live`."
        yield place.problem("sessions_in_own_pace", message)
    if content.meta.pace is Pace.LIVE and not content.sessions:
        yield place.problem("no_sessions", "A live course has sessions. Add them, or write `pace: own`.")
    if [each.n for each in content.sessions] != list(range(1, len(content.sessions) + 1)):
        yield place.problem("session_numbers", "Sessions are numbered 1, 2, 3 in this order. Correct `n`.")
    starts = []
    for session in content.sessions:
        try:
            starts.append(starts_of(session.start))
        except BadInput as refused:
            yield place.item(f"n={session.n}").at("start").problem("no_such_time", refused.sentence)
    if any(later < earlier for earlier, later in pairwise(starts)):
        yield place.problem("sessions_order", "A session starts before the one above it. Move one.")


def _check_pace(top: Place, content: CourseFile) -> Iterator[Problem]:
    """Where there is no session, nobody can be at one, and none is recorded."""
    if content.meta.pace is Pace.LIVE:
        return
    message = "This is about live sessions, and in each learner's own pace there are none. Remove it."
    for key, given in (
        ("attendance", content.attendance),
        ("recordings", content.recordings),
        ("policy.free_until", content.policy and content.policy.free_until),
    ):
        if given:
            yield top.at(key).problem("live_only", message)
    if content.credit.basis == "live_attendance":
        yield top.at("credit").at("basis").problem("live_only", "There are no live sessions. Write none.")


def _check_moment(place: Place, moment: Moment, content: CourseFile) -> Iterator[Problem]:
    if moment.anchor is Anchor.IDLE:
        message = "Who takes no step for a while hears by `nudges`. Write the days there, and remove this."
        yield place.problem("idle_by_hand", message)
    elif content.units and content.meta.pace is Pace.OWN:
        yield from _check_by_units(place, moment, content)
    elif moment.anchor is Anchor.DONE:
        message = "This course has no units. Write a moment of its sessions, or a day such as day 3."
        yield place.problem("no_such_unit", message)
    else:
        yield from _check_by_pace(place, moment, content)


def _check_by_units(place: Place, moment: Moment, content: CourseFile) -> Iterator[Problem]:
    if moment.anchor is not Anchor.DONE:
        message = "This course goes by its units. Write a moment such as u1.done +P3D."
        yield place.problem("moment_of_other_pace", message)
    elif moment.unit not in {each.n for each in content.units}:
        yield place.problem("no_such_unit", f"There is no unit {moment.unit}. Correct it.")


def _check_by_pace(place: Place, moment: Moment, content: CourseFile) -> Iterator[Problem]:
    is_own_day = moment.anchor is Anchor.DAY
    if is_own_day and content.meta.pace is Pace.LIVE:
        message = "A live course goes by its sessions. Write a moment such as s1.end +P1D."
        yield place.problem("moment_of_other_pace", message)
    elif not is_own_day and content.meta.pace is Pace.OWN:
        message = "In each learner's own pace a moment is a day of theirs. Write one such as day 3."
        yield place.problem("moment_of_other_pace", message)
    elif moment.session and moment.session not in {each.n for each in content.sessions}:
        yield place.problem("no_such_session", f"There is no session {moment.session}. Correct it.")


def _check_place_in(
    place: Place, push: str, moment: Moment, calendar: Course, days: dict[Day, str]
) -> Iterator[Problem]:
    """Not before anybody could be there, and none on a day on which another comes."""
    at, begins = instant_of(calendar, moment), first_start(calendar)
    if at is not None and begins is not None and at < begins - EARLIEST:
        message = f"Nobody is enrolled so early: {EARLIEST.days} days before session 1 is the most."
        yield place.problem("before_enrolment", message)
    day: Day = at.astimezone(zone_of(calendar.zone)).date() if at is not None else moment.day
    if moment.anchor is Anchor.DONE:
        day = moment.unit, moment.days
    if not day:  # named as a session that is not there
        return
    if day in days:
        message = f"`{days[day]}` comes on this day already. A learner gets one a day: move one."
        yield place.problem("two_on_one_day", message)
    days.setdefault(day, push)


def _calendar(content: CourseFile) -> Course | None:
    """The course with nothing but its sessions, by UTC where its zone is none; None where one has no date."""
    zone = content.zone if is_zone(content.zone) else "UTC"
    try:
        return course_of(content.model_copy(update={"push": [], "units": [], "zone": zone})).course
    except BadInput:
        return None
