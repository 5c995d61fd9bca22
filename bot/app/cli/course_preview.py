"""`reststop course preview`: what a course will send, zone by zone, before anybody is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import click

from adapters.content.course_file import course_in
from adapters.content.loader import examine
from bot.app.cli.content_folders import in_folders
from bot.app.cli.course_units_preview import lines_in_units
from bot.app.library import Folders
from bot.app.system import SystemChance, SystemClock
from bot.domain.courses.access import free_until, recordings_until, remind_at
from bot.domain.courses.ahead import InZone, ahead, as_calendar, launched_before
from bot.domain.courses.course import Course, Pace
from bot.domain.courses.timetable import moved_to
from bot.domain.dates import day_meant
from bot.domain.recurrence import parse_at
from bot.domain.zones import zone_meant, zone_of
from bot.errors import BadInput
from bot.services.cards.courses.ahead import WORDS, lines, remarks
from bot.services.cards.days import day_in_full

_OWN_PACE = "Learners go through it in their own pace; here as for somebody who begins on {day}."
_NO_DATES = (
    "What is in units comes by each learner's own steps: no zone and no date to show. Name the file alone."
)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@in_folders
@click.option("--zone", "zones", multiple=True, metavar="Z", help="A learner's zone, like Asia/Kolkata.")
@click.option("--first", metavar="DAY", help="The day of the first session, or on which somebody begins.")
@click.option("--at", metavar="TIME", help="When sessions start on it, like 16:00 on the course's clock.")
@click.option(
    "--ics", "out", type=click.Path(dir_okay=False, path_type=Path), help="Write a calendar file there, too."
)
def preview(
    *,
    file: Path,
    folders: Folders,
    zones: Sequence[str],
    first: str | None,
    at: str | None,
    out: Path | None,
) -> None:
    """Show every message of a course in each zone: when it comes, and what finds no place.

    Without --zone it is the course's own. A course in units is shown unit by unit instead, since nothing in
    it has a date. A course with a fault is refused, with every problem.
    """
    template = course_in(file, examine(folders.library, folders.packs))
    if template.course.units:
        if any((zones, first, at, out)):
            raise click.UsageError(_NO_DATES)
        click.echo("\n".join((template.course.title, *lines_in_units(template.course, SystemChance().below))))
        return
    now = SystemClock().now()
    course, began_on = _at_dates(template.course, first, at, now)
    since = launched_before(course, began_on)
    wanted = dict.fromkeys([_zone(each) for each in zones] or [course.zone], 0)
    views = ahead(course, wanted, since=since, began_on=began_on)
    click.echo("\n".join((*_heading(course, began_on), *_lines(course, views, since), "", WORDS)))
    if out is not None:
        out.write_bytes(as_calendar(course, views, uid=template.id, made_at=now))
        click.echo(f"\nWritten to {out}.")


def _at_dates(course: Course, first: str | None, at: str | None, now: datetime) -> tuple[Course, date | None]:
    """Return the course at the dates that were asked for; and for one in their own pace, its first day."""
    today = now.astimezone(zone_of(course.zone)).date()
    try:
        day = day_meant(first, today) if first is not None else None
    except BadInput as problem:
        raise click.BadParameter(problem.sentence, param_hint="--first") from None
    if course.pace is Pace.OWN:
        return course, day or today + timedelta(days=1)
    begins = min(each.starts for each in course.sessions)
    return moved_to(course, day or begins.date(), _time(at)), None


def _time(at: str | None) -> time | None:
    try:
        return parse_at(at) if at is not None else None
    except BadInput as problem:
        raise click.BadParameter(problem.sentence, param_hint="--at") from None


def _zone(typed: str) -> str:
    try:
        return zone_meant(typed).key
    except BadInput as problem:
        raise click.BadParameter(problem.sentence, param_hint="--zone") from None


def _heading(course: Course, began_on: date | None) -> Iterator[str]:
    """Yield what the dates of a course promise."""
    yield course.title
    if began_on is not None:
        yield _OWN_PACE.format(day=day_in_full(began_on))
    free, until, told = free_until(course), recordings_until(course), remind_at(course)
    if free is not None:
        yield f"Last day to cancel without cost: {day_in_full(free)}."
    if until is not None:
        yield f"Last day of the recordings: {day_in_full(until)}."
    if told is not None:
        yield f"Learners are told of that on {day_in_full(told.astimezone(zone_of(course.zone)).date())}."


def _lines(course: Course, views: Sequence[InZone], since: datetime) -> Iterator[str]:
    for view in views:
        zone = zone_of(view.zone)
        yield ""
        yield view.zone
        for each in lines(course, view, since):
            local = each.at.astimezone(zone)
            yield f"  {local:%a} {local.day:>2} {local:%b %Y %H:%M}  {each.what}"
        yield from (f"  {each}" for each in remarks(course, view))
