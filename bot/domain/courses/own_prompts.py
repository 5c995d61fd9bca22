"""What a trainer may ask of a course in words of their own: how long it is, and when it comes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.courses.course import Course
from bot.domain.courses.moments import Moment
from bot.domain.courses.timetable import instant_of
from bot.domain.zones import zone_of

TEXT_MAX = 300
OPTION_MAX = 40
OPTIONS = range(2, 6)
"""So many answers to tap; none at all means that it is answered in words."""
MOST = 30
"""Questions of trainers in one course."""

EMPTY = "The question is empty."
TOO_LONG = f"A question has {TEXT_MAX} characters at most, an answer to tap {OPTION_MAX}."
HOW_MANY = f"Please offer {OPTIONS[0]} to {OPTIONS[-1]} answers to tap, one a line; or none, for words."
TWICE = "Two of these answers are the same."
_MINUTE = timedelta(minutes=1)


def question_flaw(text: str) -> str | None:
    """Return what is wrong with a question, as a sentence; None where it can be asked so."""
    if not text:
        return EMPTY
    return TOO_LONG if len(text) > TEXT_MAX else None


def options_flaw(options: Sequence[str]) -> str | None:
    """Return what is wrong with answers to tap; none at all are fine."""
    if options and len(options) not in OPTIONS:
        return HOW_MANY
    if any(len(each) > OPTION_MAX for each in options):
        return TOO_LONG
    return TWICE if len({each.casefold() for each in options}) < len(options) else None


def at_once(course: Course, now: datetime) -> Moment:
    """Return the next full minute as a moment: an hour later where its wall clock shows that minute again."""
    minute = now if not (now.second or now.microsecond) else now.replace(second=0, microsecond=0) + _MINUTE
    moment = Moment.at_clock(minute.astimezone(zone_of(course.zone)))
    while (at := instant_of(course, moment)) is not None and at < now and moment.wall_clock is not None:
        moment = Moment.at_clock(moment.wall_clock + timedelta(hours=1))
    return moment
