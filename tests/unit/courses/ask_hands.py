"""A question to an instructor, by hand: asked, read, answered, with days off."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.domain.agenda import AgendaKind
from bot.domain.people import Account
from bot.surface.card import Card, Choose
from bot.surface.outcome import Outcome
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.pushed import launch
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

OMAR = Account(surface="chat", workspace="team", user="omar")
"""An admin of the organisation, who does not run this course."""
QUESTION = "How do I begin where nobody speaks?"
ANSWER = "Name the silence, and leave room."
FRIDAY_AT_FIVE = datetime(2026, 11, 6, 17, tzinfo=UTC)
DANGER = "I want to kill myself tonight"


@asynccontextmanager
async def ask_house() -> AsyncIterator[CourseHouse]:
    """Open a course with questions, its trainer Tess, and two learners; Friday at five, UTC."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=THREE_UNITS.course, learners={LENA: "UTC", MIRO: "UTC"})
        await launch(one)
        await house.until(FRIDAY_AT_FIVE)
        yield one


async def ask(house: World, text: str = QUESTION, who: Account = LENA) -> Outcome:
    """Let a learner ask by the front door."""
    before = card_of(await house.command("course ask", who))
    form = form_of(await house.press(control(before, "ask.write"), who))
    return await house.submit_by(who, form, {"question": text})


async def desk(house: World, who: Account = TESS, name: str = "ask.read") -> Card:
    """Let a trainer open the only question."""
    listed = card_of(await house.press(control(card_of(await house.command("course", who)), "ask.desk"), who))
    found = control(listed, name)
    assert isinstance(found, Choose)
    return card_of(await house.choose(found, found.options[0].name, who=who))


async def answer(house: World, text: str = ANSWER) -> Outcome:
    """Let the trainer answer the only question."""
    form = form_of(await house.press(control(await desk(house), "ask.answer"), TESS))
    return await house.submit_by(TESS, form, {"answer": text})


async def mine(house: World, who: Account = LENA) -> Card:
    """Let a learner open their only question."""
    before = card_of(await house.command("course ask", who))
    listed = control(card_of(await house.press(control(before, "ask.mine"), who)), "ask.look")
    assert isinstance(listed, Choose)
    return card_of(await house.choose(listed, listed.options[0].name, who=who))


def words(one: CourseHouse, who: Account, text_id: str) -> list[Card]:
    """Return what came to somebody under a name."""
    return [card for card in one.told(who) if card.text_id == text_id]


def clocks(house: World) -> list[datetime | None]:
    """Return when the clocks of questions fall due."""
    return [row.due_at for row in house.tables.agenda.values() if row.kind is AgendaKind.COURSE_ASKED]


async def days_off(house: World, week: str = "", dates: str = "") -> Outcome:
    """Let the trainer enter days off."""
    listed = card_of(
        await house.press(control(card_of(await house.command("course", TESS)), "ask.desk"), TESS)
    )
    form = form_of(await house.press(control(listed, "ask.days"), TESS))
    return await house.submit_by(TESS, form, {"week": week, "dates": dates})
