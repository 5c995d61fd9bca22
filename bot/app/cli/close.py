"""`reststop close`: a server closes on a day that everybody is told of before, and then all of it goes."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from functools import partial
from typing import TypeVar

import click

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import alone, bring_up_to_date, open_house, refuse_company
from bot.app.databases import databases_of, refuse_without_data
from bot.app.ending import Ended
from bot.app.settings import Settings, read_settings
from bot.app.system import SystemChance, SystemClock
from bot.domain.closing import LEAST_NOTICE, MOST_NOTICE, Closing, Course
from bot.errors import TooEarly
from bot.ports.faults import NoCrash
from bot.ports.store import Unit
from bot.ports.time import Clock
from bot.services.cards.days import day_in_full
from bot.services.end_said import closing_of
from bot.services.leaving.closing import announce, call_off, is_untold
from bot.services.leaving.erasing import COPIES_END_AFTER

T = TypeVar("T")

_SURE = "This destroys every key and every row: of everybody here, and all that was set. Go on?"
_UNTOLD = "Not everybody was told: Reststop has not run, or not for long enough, since the day was named."
_TOLD_AT_START = "The next `reststop run` tells everybody, each within their own hours. "


def _day(context: click.Context, option: click.Parameter, text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise click.BadParameter("A day is written like 2027-01-31.", context, option) from None


@click.command()
@click.option("--on", metavar="DATE", callback=_day, help="Name the day, a week ahead or later.")
@click.option("--cancel", is_flag=True, help="It stays after all.")
@click.option("--finish", is_flag=True, help="The day has come: erase everything.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def close(*, on: date | None, cancel: bool, finish: bool, is_sure: bool) -> None:
    """Close this server on a day, after everybody was told."""
    if sum((on is not None, cancel, finish)) > 1:
        raise click.UsageError("One of --on, --cancel and --finish.")
    settings, clock = read_settings(), SystemClock()
    refuse_without_data(settings)
    if on is not None:
        name_the_day(settings, clock, on)
    elif cancel:
        stay(settings, clock)
    elif finish:
        finish_it(settings, clock, is_sure=is_sure)
    else:
        said = _look(settings, clock)
        _say(said, clock.now(), untold=_run(settings, clock, is_untold))


def name_the_day(settings: Settings, clock: Clock, on: date) -> None:
    """Note the day, and what is to be told; a running house holds the folder, and is named.

    Raises:
        UsageError: it is too near or too far.
    """
    today = clock.now().date()
    if not today + LEAST_NOTICE <= on <= today + MOST_NOTICE:
        raise click.UsageError(
            f"The day has to be {LEAST_NOTICE.days} days ahead or more, and {MOST_NOTICE.days} at most: from "
            f"{(today + LEAST_NOTICE).isoformat()} to {(today + MOST_NOTICE).isoformat()}."
        )
    _work(settings, clock, partial(announce, on=on, now=clock.now()))
    click.echo(Closing(course=Course.CLOSES, on=on))
    click.echo(
        f"{_TOLD_AT_START}A week before the day they are told once more. Keep it running up to then; on the "
        "day, `reststop close --finish` erases everything.",
        err=True,
    )


def stay(settings: Settings, clock: Clock) -> None:
    """Note that it does not close. Exits 1 where no day was named."""
    if not _work(settings, clock, partial(call_off, now=clock.now())):
        click.echo("No day was named. Nothing was changed.", err=True)
        raise SystemExit(1)
    click.echo(_look(settings, clock))
    click.echo(f"{_TOLD_AT_START}Who was never told that it closes hears nothing.", err=True)


def finish_it(settings: Settings, clock: Clock, *, is_sure: bool) -> None:
    """Erase everything, once its day has begun everywhere.

    Raises:
        TooEarly: no day was named, it has not begun everywhere, or not everybody was told of it.
        NotSaved: a file was not available; the next call goes on.
    """
    said = _look(settings, clock)
    if said is not None and said.course is Course.CLOSED:
        _say(said, clock.now())
        return
    if said is None or said.closes_on is None:
        raise TooEarly("No day was named. `reststop close --on DATE` tells everybody first.")
    if clock.now() < said.has_come_at:
        raise TooEarly(
            f"The day is {day_in_full(said.on)}. It has begun everywhere at "
            f"{said.has_come_at:%Y-%m-%d %H:%M} UTC; until then people may take theirs along."
        )
    if _run(settings, clock, is_untold):
        raise TooEarly(f"{_UNTOLD} Name another with `reststop close --on DATE`, and start it again.")
    if not is_sure:
        click.confirm(_SURE, abort=True, err=True)
    ended = asyncio.run(_finish(settings, clock))
    click.echo(f"erased {ended.people} {ended.organisations} {ended.installations}")
    copies = day_in_full(clock.now().date() + COPIES_END_AFTER)
    click.echo(
        f"Erased: people {ended.people}, organisations {ended.organisations}, tokens of workspaces "
        f"{ended.installations}.\n"
        f"Let no backup of the key store outlive {copies}; delete those of the data, the key file and the "
        "recovery file as well. Then take the app out of Slack and Discord, and delete the data folder.",
        err=True,
    )


async def _finish(settings: Settings, clock: Clock) -> Ended:
    refuse_company(settings)
    chance = SystemChance()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats={}
    )
    try:
        count = await house.count_holders()
        with click.progressbar(length=count, label="Erasing", file=sys.stderr) as bar:
            return await house.end_everything(lambda: bar.update(1))
    finally:
        await house.stop()


def _work(settings: Settings, clock: Clock, work: Callable[[Unit], T]) -> T:
    """Run a unit while nothing else works in the folder: a house reads the note when it starts."""
    bring_up_to_date(settings)
    with alone(settings):
        return _run(settings, clock, work)


def _look(settings: Settings, clock: Clock) -> Closing | None:
    bring_up_to_date(settings)
    return _run(settings, clock, closing_of)


def _run(settings: Settings, clock: Clock, work: Callable[[Unit], T]) -> T:
    with closing(databases_of(settings).open_store(clock=clock, crash_points=NoCrash())) as store:
        return asyncio.run(store.run(work))


def _say(said: Closing | None, now: datetime, *, untold: bool = False) -> None:
    """Say how things stand: a word and a day for programs, a sentence or two for people."""
    click.echo(said or "open")
    if said is None or said.course is Course.STAYS:
        click.echo("No day is named on which this server closes.", err=True)
    elif said.course is Course.CLOSED:
        click.echo("Everything was erased. Delete the data folder, and what stands beside it.", err=True)
    elif now < said.has_come_at:
        days = (said.on - now.date()).days
        click.echo(f"Days to go: {days}. Everybody is told, and once more a week before.", err=True)
    else:
        click.echo("The day has come: `reststop close --finish`.", err=True)
    if untold:
        click.echo(_UNTOLD, err=True)
