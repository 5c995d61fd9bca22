"""What a learner does in a course, by hand: brings the code, ticks, writes to a question, shows a page."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from bot.domain.journal import Page
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.courses import pages as cohorts
from bot.services.gatherings.pages import Page as CoursePage
from bot.services.journal.entries import write_entry
from bot.services.pushes.answers import entry_of
from bot.surface.card import Card
from bot.surface.form import Form
from bot.surface.outcome import Outcome
from tests.unit.courses.course_house import CODE, CourseHouse
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

AGREED = {"agreed": "yes"}


async def offered(house: World, who: Account, code: str = CODE) -> Card:
    """Let somebody bring a code; return the card that answers."""
    return card_of(await house.command(f"join {code}", who))


async def form_for(house: World, who: Account, code: str = CODE) -> Form:
    """Let somebody bring a code and press Join."""
    return form_of(await house.press(control(await offered(house, who, code), "learn.agree"), who))


async def join(house: World, who: Account, code: str = CODE) -> Outcome:
    """Let somebody join: the code, a press, the form with its tick."""
    return await house.submit_by(who, await form_for(house, who, code), AGREED)


async def shown(house: World, who: Account) -> Card:
    """Return the course as somebody sees it."""
    return card_of(await house.command("course continue", who))


async def wrote(one: CourseHouse, who: Account, push: str, text: str, at: datetime | None = None) -> UUID:
    """Let a page be in somebody's journal, as an answer to a push is kept; return its id."""
    member, person = await one.member(who), await one.person(who)
    desk = one.house.desk

    def work(unit: Unit, page: CoursePage) -> UUID:
        cohort = cohorts.cohort_of(page)
        asked = cohort.course.push(push)
        assert asked is not None
        entry = entry_of(member.id, push)
        said = Page(text=text, at=at or desk.clock.now(), question=asked.text, source=cohort.course.title)
        write_entry(desk, unit, person, entry, said, before=unit.journal.get(entry))
        return entry

    return await one.run(work)


async def recorded(one: CourseHouse, n: int, link: str) -> None:
    """Let a trainer have entered the link of a recording."""
    await one.change(lambda cohort: replace(cohort, recordings={**cohort.recordings, n: link}))
