"""`reststop schedule`: see when a rhythm comes, before anybody has to live with it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date, time
from typing import TypeVar
from zoneinfo import ZoneInfo

import click

from bot.domain.recurrence import (
    WEEKDAYS,
    Occurrence,
    Rule,
    Unit,
    occurrences,
    parse_at,
    parse_days,
)
from bot.domain.rota import Rhythms, Rota
from bot.domain.zones import zone_of
from bot.errors import BadInput, BadRule

_Read = TypeVar("_Read")
_DAYS_IN_A_WORD = {"weekdays": WEEKDAYS, "daily": frozenset(range(7))}


def _days(text: str) -> frozenset[int]:
    wanted = text.lower()
    return _DAYS_IN_A_WORD.get(wanted) or parse_days(wanted)


def _date(text: str) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise BadInput("A date looks like 2026-03-29.")
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadInput("The calendar has no such date.") from error


def _as(
    read: Callable[[str], _Read],
) -> Callable[[click.Context, click.Parameter, str | None], _Read | None]:
    """Let click read an option with `read`, and name the option where that fails."""

    def callback(context: click.Context, option: click.Parameter, text: str | None) -> _Read | None:
        try:
            return None if text is None else read(text)
        except BadInput as problem:
            raise click.BadParameter(problem.sentence, context, option) from problem

    return callback


@click.group()
def schedule() -> None:
    """Look at rhythms and when they come."""


@schedule.command()
@click.option("--zone", required=True, callback=_as(zone_of), help="An IANA zone, as Pacific/Auckland.")
@click.option("--at", callback=_as(parse_at), help="The time on the clock, HH:MM.")
@click.option("--rota", help="A cycle and its hours, as EELLNNOOOO E14:30 L21:45 N+08:15.")
@click.option("--days", callback=_as(_days), help="mon,tue or weekdays or daily.")
@click.option("--every", type=click.IntRange(min=1), help="Every how many; goes with --unit.")
@click.option("--unit", type=click.Choice(["day", "week"]), help="Days or weeks, for --every.")
@click.option(
    "--from",
    "from_on",
    required=True,
    callback=_as(_date),
    help="The first date, and the one to count from.",
)
@click.option("--count", required=True, type=click.IntRange(min=1), help="How many to show.")
def preview(
    *,
    zone: ZoneInfo,
    at: time | None,
    rota: str | None,
    days: frozenset[int] | None,
    every: int | None,
    unit: str | None,
    from_on: date,
    count: int,
) -> None:
    """Print when a rhythm comes, one JSON object a line.

    Without --days and --every it comes daily; weeks start on Monday. A rota begins on --from; a plus
    before an hour is the morning after.
    """
    if rota is None and at is not None:
        rhythm: Rhythms = _rule(at, days, every, unit, from_on)
    elif rota is not None and at is None and days is None and every is None and unit is None:
        rhythm = _rota(rota, from_on)
    else:
        raise click.UsageError("Either --at, with --days or --every if wished, or --rota.")
    coming = occurrences(rhythm, zone, from_on)
    for _ in range(count):
        occurrence = next(coming, None)
        if occurrence is None:
            raise click.ClickException("The calendar ends with the year 9999.")
        sys.stdout.write(_line(occurrence))


def _rule(at: time, days: frozenset[int] | None, every: int | None, unit: str | None, from_on: date) -> Rule:
    if (every is None) != (unit is None):
        raise click.UsageError("--every and --unit go together, as in --every 2 --unit week.")
    if days is not None and unit == Unit.DAY:
        raise click.UsageError("--days goes with weeks, not with --unit day.")
    if days is None and unit == Unit.WEEK:
        days = frozenset({from_on.weekday()})
    counted = Unit.DAY if days is None else Unit.WEEK
    return Rule(at=at, every=every or 1, unit=counted, days=days, anchor=from_on)


def _rota(text: str, from_on: date) -> Rota:
    try:
        return Rota.parse(f"rota@{from_on.isoformat()} {text}")
    except BadRule as problem:
        raise click.BadParameter(problem.sentence, param_hint="--rota") from problem


def _line(occurrence: Occurrence) -> str:
    """Write the line by hand: nothing in it needs quoting, and there may be many."""
    utc = occurrence.at.isoformat().removesuffix("+00:00")
    local = occurrence.local.isoformat()
    return f'{{"slot":"{occurrence.slot_on}","local":"{local}","utc":"{utc}Z"}}\n'
