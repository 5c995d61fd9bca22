"""What is typed into the forms for a course, read field by field."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time

from bot.domain.courses.access import unready
from bot.domain.courses.cohort import CAPACITY_MOST, Cohort
from bot.domain.courses.course import Course, Pace
from bot.domain.courses.materials import Item
from bot.domain.courses.timetable import moved_to
from bot.domain.dates import day_ahead, day_meant
from bot.domain.zones import zone_meant, zone_of
from bot.errors import BadInput
from bot.services.cards.courses import changing as change_cards
from bot.services.cards.courses import creating as cards
from bot.services.cards.schedule import NO_ZONE
from bot.services.circles.fields import Errors, read_into
from bot.services.desk import Turn
from bot.services.rhythm.schedule import read_at
from bot.surface.text import kept

_LINE = re.compile(r"\s*(?P<name>[0-9]{1,2}(?:\.[0-9]{1,2})?)\b(?P<rest>.*)")
_LINK = re.compile(r"https://\S+")
_EVER = datetime.min.replace(tzinfo=UTC)
"""Before every session: what speaks against dates at whatever time it is."""
_SHORT = 40
"""Characters of a title in a line of a form: the number before it is what counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """When and where a course is to be, read and found sound."""

    course: Course
    where: str = field(repr=False)
    first_day: date | None


def read_dates(turn: Turn, course: Course) -> Wished | Errors:
    """Return a course at the dates of a form, or a sentence for each field that cannot be taken."""
    errors: Errors = {}
    typed = turn.typed.get(cards.ZONE, "").strip()
    zone = read_into(errors, cards.ZONE, lambda: zone_meant(typed).key)
    if not typed:
        errors[cards.ZONE] = NO_ZONE
    at = read_at(turn.typed.get(cards.AT, "")) if course.pace is Pace.LIVE else time()
    if at is None:
        errors[cards.AT] = cards.BAD_AT
    where = read_text(turn, cards.WHERE, cards.WHERE_MAX, errors)
    hours = read_text(turn, cards.HOURS, cards.HOURS_MAX, errors)
    if zone is None:
        return errors
    today = turn.now.astimezone(zone_of(zone)).date()
    first = read_into(errors, cards.FIRST, lambda: _first(turn, course, today))
    if first is None or at is None or errors:
        return errors
    course = replace(course, zone=zone, credit=replace(course.credit, hours=hours))
    if course.pace is Pace.OWN:
        return Wished(course=course, where=where, first_day=first)
    course = moved_to(course, first, at)
    if (clash := clashing(course)) is not None:
        return {cards.FIRST: clash}
    return Wished(course=course, where=where, first_day=None)


def clashing(course: Course) -> str | None:
    """Return a sentence on sessions that are on at one time, or out of order; None where all is well."""
    return next(iter(unready(course, _EVER)), None)


def read_text(turn: Turn, name: str, most: int, errors: Errors) -> str:
    """Return what a field holds; where it is longer than fits, a sentence goes to the errors."""
    text = kept(turn.typed.get(name, "")).strip()
    if len(text) > most:
        errors[name] = cards.TOO_LONG.format(most=most)
    return text


def read_number(
    turn: Turn, name: str, otherwise: str, errors: Errors, *, most: int = CAPACITY_MOST
) -> int | None:
    """Return a whole number, None where nothing was typed; else a sentence goes to the errors."""
    text = turn.typed.get(name, "").strip()
    if not text:
        return None
    number = int(text) if text.isascii() and text.isdigit() else 0
    if not 1 <= number <= most:
        errors[name] = otherwise
    return number


def read_day(turn: Turn, name: str, today: date, errors: Errors) -> date | None:
    """Return a day from today on; where it is none, a sentence goes to the errors."""
    return read_into(errors, name, lambda: _from_today(turn.typed.get(name, ""), today))


def link_lines(course: Course, only: int | None = None) -> str:
    """Return all that has a link in a course, or in one session or unit, a line each, for a form."""
    return "\n".join(
        f"{name} {_short(item.title)}: {item.link}".rstrip() for name, item in _linked(course, only).items()
    )


def with_links(course: Course, text: str, only: int | None = None) -> Course:
    """Return a course whose items have the links of a form's lines; one that is not named keeps its own.

    `only` is the session or the unit that the form was of.

    Raises:
        BadInput: a line names nothing, or what stands at its end is no link.
    """
    names = _linked(course, only)
    links = _links(text, names.keys(), cards.NO_SUCH_ITEM if course.units else cards.BAD_LINE)

    def linked(n: int, items: Sequence[Item]) -> tuple[Item, ...]:
        return tuple(
            replace(item, link=links.get(f"{n}.{place}", item.link))
            for place, item in enumerate(items, start=1)
        )

    return replace(
        course,
        sessions=tuple(replace(each, readings=linked(each.n, each.readings)) for each in course.sessions),
        units=tuple(replace(each, items=linked(each.n, each.items)) for each in course.units),
    )


def _linked(course: Course, only: int | None) -> Mapping[str, Item]:
    """Return what may have a link, by what it is called in a form: its place counts from 1 there."""
    found: dict[str, Item] = {}
    for name, item in course.items.items():
        n, _, place = name.partition(".")
        if only is None or int(n) == only:
            found[f"{n}.{int(place) + 1}"] = item
    return found


def recording_lines(cohort: Cohort) -> str:
    """Return the recordings of a course, a line for each session."""
    return "\n".join(
        f"{each.n} {_short(each.title or 'session')}: {cohort.recordings.get(each.n, '')}".rstrip()
        for each in cohort.course.sessions
    )


def read_recordings(cohort: Cohort, text: str) -> Mapping[int, str]:
    """Return the link of each session's recording; a session without one has none.

    Raises:
        BadInput: as `with_links`.
    """
    names = {str(each.n) for each in cohort.course.sessions}
    found = _links(text, names, change_cards.BAD_LINE)
    return {int(name): link for name, link in found.items() if link}


def _links(text: str, names: Collection[str], bad_line: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for number, line in enumerate(kept(text).splitlines(), start=1):
        if not line.strip():
            continue
        read = _LINE.fullmatch(line)
        if read is None or read["name"] not in names:
            raise BadInput(bad_line.format(n=number))
        *_, last = read["rest"].split() or [""]
        is_link = _LINK.fullmatch(last) is not None
        if not is_link and ("://" in last or last.startswith("www.")):
            raise BadInput(cards.BAD_LINK.format(n=number))
        found[read["name"]] = last if is_link else ""
    return found


def _short(title: str) -> str:
    return title if len(title) <= _SHORT else f"{title[: _SHORT - 1].rstrip()}…"


def _first(turn: Turn, course: Course, today: date) -> date:
    text = turn.typed.get(cards.FIRST, "")
    return day_ahead(text, today) if course.pace is Pace.LIVE else _from_today(text, today)


def _from_today(text: str, today: date) -> date:
    day = day_meant(text, today)
    return day if day == today else day_ahead(text, today)
