"""A question to the instructor in bad hours: the house ends, messages are closed, two send at once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.domain.courses.asking import Asked
from bot.domain.people import Account
from bot.ports.chat import Unreachable
from bot.services.courses import questions
from bot.surface.card import Card, Choose
from bot.surface.form import Form
from bot.surface.inbound import FormSubmitted
from bot.testing.courses import THREE_UNITS
from bot.testing.faults import Killed
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import shown
from tests.unit.courses.pushed import launched
from tests.unit.courses.test_courses_erasing import DISCORD
from tests.unit.doors.two import Doors
from tests.unit.small_house import card_of, control, form_of
from tests.unit.world import World

TEXT, SAID = "How does one begin with three of them?", "With the quietest one."


@pytest.mark.parametrize("passes", range(1, 9))
async def test_ended_anywhere_a_question_is_asked_once(passes: int) -> None:
    """Sent again after the end, it is the same one, and whoever runs the course hears of it once."""
    with course_world() as house:
        one = await launched(house, "UTC", course=THREE_UNITS.course)
        form = await _form(house, LENA)
        house.end_after(passes)
        await _again(house, LENA, form, {"question": TEXT})
        await house.until(house.clock.now() + timedelta(hours=1))
        assert [each.text for each in await _asked(one)] == [TEXT]
        assert len(_words(one, TESS)) == 1


@pytest.mark.parametrize("passes", range(1, 9))
async def test_ended_anywhere_an_answer_is_given_once(passes: int) -> None:
    """Who asked hears once that it is there, and its clock has stopped."""
    with course_world() as house:
        one = await launched(house, "UTC", course=THREE_UNITS.course)
        await house.submit_by(LENA, await _form(house, LENA), {"question": TEXT})
        form = await _answer_form(house)
        house.end_after(passes)
        await _again(house, TESS, form, {"answer": SAID})
        before = len(_words(one, TESS))
        await house.until(house.clock.now() + timedelta(days=20))
        assert [each.answer for each in await _asked(one)] == [SAID]
        assert [card.text_id for card in _words(one, LENA)] == ["ask.told.answered"]
        assert len(_words(one, TESS)) == before


async def test_two_accounts_that_send_one_form_ask_one_question() -> None:
    """At the same moment, on a telephone and at a desk."""
    with course_world() as house:
        one, doors = await launched(house, "UTC", course=THREE_UNITS.course), Doors(house)
        await doors.link(DISCORD, LENA)
        form = await _form(house, LENA)
        sent = [FormSubmitted(**house.facts(LENA), ref=form.ref, values={"question": TEXT}) for _ in range(2)]
        await asyncio.gather(*map(house.router.hear, sent))
        assert len(await _asked(one)) == 1


async def test_an_answer_waits_where_direct_messages_are_closed() -> None:
    """Who asked hears that nothing could be sent; opened from the course, the answer is there."""
    with course_world() as house:
        one = await launched(house, "UTC", course=THREE_UNITS.course)
        await house.submit_by(LENA, await _form(house, LENA), {"question": TEXT})
        form = await _answer_form(house)
        house.chat.receipts = [Unreachable()]
        await house.submit_by(TESS, form, {"answer": SAID})
        await house.until(house.clock.now() + timedelta(days=3))
        house.chat.receipts = []
        [asked] = await _asked(one)
        assert asked.is_answered
        assert (await shown(house, LENA)).text_id == "not_reached"
        offer = card_of(await house.press(control(await shown(house, LENA), "ask.open"), LENA))
        listed = card_of(await house.press(control(offer, "ask.mine"), LENA))
        read = card_of(await house.choose(control(listed, "ask.look"), asked.id.hex, who=LENA))
        assert SAID in read.text


async def _form(house: World, who: Account) -> Form:
    before = card_of(await house.press(control(await shown(house, who), "ask.open"), who))
    return form_of(await house.press(control(before, "ask.write"), who))


async def _answer_form(house: World) -> Form:
    course = card_of(await house.command("course", TESS))
    desk = card_of(await house.press(control(course, "ask.desk"), TESS))
    waits = control(desk, "ask.read")
    assert isinstance(waits, Choose)
    read = card_of(await house.choose(waits, waits.options[0].name, who=TESS))
    return form_of(await house.press(control(read, "ask.answer"), TESS))


async def _again(house: World, who: Account, form: Form, values: dict[str, str]) -> None:
    """Send a form, and once more where the house ended meanwhile."""
    for _ in range(2):
        try:
            await house.submit_by(who, form, values)
        except Killed:
            await house.restart()
        else:
            break
    await house.restart()


async def _asked(one: CourseHouse) -> list[Asked]:
    found = await one.run(lambda unit, page: questions.every(one.house.desk, unit, page))
    return [*found]


def _words(one: CourseHouse, who: Account) -> list[Card]:
    """Return what came to somebody that leads to a question."""
    return [card for card in one.told(who) if any(each.name.startswith("ask.") for each in card.controls)]
