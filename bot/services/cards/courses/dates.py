"""Days and hours of a course, as they are for one person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.domain.courses.course import Course, Pace
from bot.domain.courses.timetable import starts_at
from bot.domain.zones import zone_of
from bot.services.cards.days import date_phrase, day_phrase, short_date


def at_phrase(at: datetime, zone: str, now: datetime) -> str:
    """Return "Tuesday 8 December at 22:00", on the clocks of a zone."""
    local, today = at.astimezone(zone_of(zone)), now.astimezone(zone_of(zone)).date()
    return f"{date_phrase(local.date(), today)} at {local:%H:%M}"


def on_day(day: date, today: date) -> str:
    """Return "tomorrow" or "on Tuesday 8 December", in the middle of a sentence."""
    said = day_phrase(day, today)
    return said.lower() if abs((day - today).days) <= 1 else f"on {said}"


def session_starts(course: Course) -> Sequence[datetime]:
    """Return when the sessions start, the first one first."""
    return sorted(starts_at(course, each) for each in course.sessions)


def span(course: Course, zone: str, now: datetime, first_day: date | None) -> str:
    """Return when a course is, in one line: its sessions from the first to the last, or its own days."""
    if course.pace is Pace.OWN or not course.sessions:
        today = now.astimezone(zone_of(zone)).date()
        later = first_day is not None and first_day > today
        begins = date_phrase(first_day, today) if first_day and later else "the day you join"
        return f"in your own time, from {begins}"
    starts = session_starts(course)
    first = at_phrase(starts[0], zone, now)
    if len(starts) == 1:
        return f"{first}, {zone}"
    last = starts[-1].astimezone(zone_of(zone)).date()
    until = short_date(last, now.astimezone(zone_of(zone)).date())
    return f"{len(starts)} sessions, {first} to {until}, {zone}"
