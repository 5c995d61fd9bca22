"""`reststop course attendance`: a list that is too long for a form, beside the learners of a course."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import click

from adapters.engine.embedded import EmbeddedEngine
from bot.app.bootstrap import open_house
from bot.app.databases import refuse_without_data
from bot.app.house import House
from bot.app.settings import Settings, read_settings
from bot.app.system import SystemChance, SystemClock
from bot.domain.courses.attendance_files import text_of
from bot.domain.courses.matching import Matched
from bot.domain.zones import zone_meant
from bot.errors import BadInput
from bot.ports.store import Unit
from bot.services.attendance.ledger import names
from bot.services.attendance.lists import beside, take_down
from bot.services.cards.courses.attendance import confirmed, minutes, named, when
from bot.services.cards.courses.attendance_lists import broken_said
from bot.services.courses import pages as cohorts
from bot.services.desk import Desk
from bot.services.gatherings.pages import Page
from bot.surface.text import shown

_SURE = "Note these minutes?"
_NO_COURSE = "No course has this code. Its trainer reads it with `course`."
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """What a list says, with all that is printed of it."""

    course: str
    session: str
    people: Mapping[UUID, str] = field(repr=False)
    matched: Matched


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--course", "code", required=True, metavar="CODE", help="The code by which learners join.")
@click.option("--session", "n", required=True, type=click.IntRange(1, 99), help="Which session it is of.")
@click.option("--zone", metavar="ZONE", help="The zone of its times; without it, the course's own.")
@click.option("--is", "given", multiple=True, metavar="NAME=LEARNER", help="Whose a name in doubt is.")
@click.option("--yes", "is_sure", is_flag=True, help="Do not ask.")
def attendance(
    *, file: Path, code: str, n: int, zone: str | None, given: Sequence[str], is_sure: bool
) -> None:
    """Note who was in a session, by the list that Zoom or Teams made of it. Nothing is noted before a yes.

    The list may be in any of their codings. Names that are nobody's here, and addresses, are kept nowhere.
    Nothing else may work in the folder meanwhile.
    """
    settings = read_settings()
    refuse_without_data(settings)
    text = text_of(file.read_bytes())
    asyncio.run(_attendance(settings, _Asked(text=text, n=n, zone=zone, given=given), code, is_sure=is_sure))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What the command is asked to do."""

    text: str = field(repr=False)
    n: int
    zone: str | None
    given: Sequence[str] = field(repr=False)

    def looked(self, desk: Desk, unit: Unit, page: Page) -> _Looked:
        """Return what the list says of whom.

        Raises:
            BadInput: there is no such session or learner, or it is no list.
        """
        course = cohorts.cohort_of(page).course
        session = course.session(self.n)
        if session is None:
            raise BadInput("This course has no such session.")
        zone = zone_meant(self.zone or course.zone)
        people = names(desk, unit, page)
        matched = beside(desk, unit, page, session, text=self.text, zone=zone)
        for each in self.given:
            matched = _with(matched, people, *_parted(each))
        about = f"{named(session)}: {when(course, session)}"
        return _Looked(course=course.title, session=about, people=people, matched=matched)

    def taken(self, desk: Desk, unit: Unit, page: Page) -> int:
        """Note it, and return of how many learners."""
        session = cohorts.cohort_of(page).course.session(self.n)
        if session is None:
            raise BadInput("This course has no such session.")
        return take_down(desk, unit, page, session, self.looked(desk, unit, page).matched)


async def _attendance(settings: Settings, asked: _Asked, code: str, *, is_sure: bool) -> None:
    clock, chance = SystemClock(), SystemChance()
    house = await open_house(
        settings, clock=clock, chance=lambda _starts: chance, engine=EmbeddedEngine(clock), chats={}
    )
    try:
        looked = await _of_course(house, code, asked.looked, writes=False)
        click.echo("\n".join(_lines(looked)))
        if not looked.matched.found:
            click.echo("Nothing to note.", err=True)
            raise SystemExit(1)
        if not is_sure:
            click.confirm(_SURE, abort=True, err=True)
        click.echo(confirmed(await _of_course(house, code, asked.taken, writes=True)))
    finally:
        await house.stop()


async def _of_course(house: House, code: str, work: Callable[[Desk, Unit, Page], R], *, writes: bool) -> R:
    """Do something with the course of a code.

    Raises:
        BadInput: there is none.
    """

    def within(desk: Desk, unit: Unit) -> R:
        page = cohorts.by_code(desk, unit, code)
        if page is None:
            raise BadInput(_NO_COURSE)
        return work(desk, unit, page)

    return await house.at_desk(within, writes=writes)


def _lines(looked: _Looked) -> Iterator[str]:
    matched, people = looked.matched, looked.people
    there = matched.minutes()
    yield shown(looked.course)
    yield looked.session
    yield "On it:" if there else "None of its names is known here for sure."
    yield from (f"  {name}: {minutes(there[who])}" for who, name in people.items() if who in there)
    if matched.left:
        yield "In doubt, or nobody's in this course. Not kept:"
        yield from (
            f"  {' '.join(shown(name).split())}: {minutes(count)}" for name, count in matched.minutes_left()
        )
    missing = [name for who, name in people.items() if who not in there]
    if missing:
        yield "Not on it:"
        yield from (f"  {name}" for name in missing)
    if matched.broken:
        yield "Rows that could not be read, and count as nothing:"
        yield from (f"  {line}" for line in broken_said(matched.broken, len(matched.broken)))


def _parted(given: str) -> tuple[str, str]:
    name, found, learner = given.rpartition("=")
    if not found:
        raise BadInput("Whose a name is, is written as NAME=LEARNER.")
    return name.strip(), learner.strip()


def _with(matched: Matched, people: Mapping[UUID, str], name: str, learner: str) -> Matched:
    places = [at for at, each in enumerate(matched.left) if " ".join(each.name.split()) == name]
    whose = [who for who, called in people.items() if called.casefold() == learner.casefold()]
    if not places:
        raise BadInput("A name that was given stands on the list for nobody in doubt.")
    if len(whose) != 1:
        raise BadInput("A learner that was named is none of this course, or two are called so.")
    return matched.chosen(places[0], whose[0])
