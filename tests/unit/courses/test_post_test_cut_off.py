"""A test in whose middle the house ends: nothing that was answered is lost, and nothing counts twice."""

from __future__ import annotations

import asyncio

import pytest

from bot.domain.courses.post_tests import sittings_in
from bot.surface.card import Card
from bot.surface.inbound import ActionPressed, OptionChosen
from bot.testing.courses import THREE_UNITS
from bot.testing.faults import Killed
from tests.unit.courses.course_house import LENA, course_world
from tests.unit.courses.post_test_hands import TestTaker, has_finished
from tests.unit.courses.pushed import launched
from tests.unit.courses.test_courses_erasing import DISCORD
from tests.unit.doors.two import Doors
from tests.unit.small_house import card_of, control, ref_of
from tests.unit.world import World

MOST = 60
"""More passes of crash points than a whole test has."""


@pytest.mark.parametrize("first", range(1, 6))
async def test_ended_anywhere_it_is_taken_once_and_as_it_was_answered(first: int) -> None:
    """At each pass of any crash point from the first tick to the handing in: pressed again it goes on."""
    for passes in range(first, MOST, 5):
        with course_world() as house:
            one = await launched(house, "UTC", course=THREE_UNITS.course)
            house.end_after(passes)
            was_ended = await _whole(TestTaker(one, LENA))
            await house.restart()
            learner = await one.learner(LENA)
            [sitting] = sittings_in(learner, 1)
            unit = THREE_UNITS.course.unit(1)
            assert unit is not None
            assert sitting.handed_in is not None
            assert {**sitting.answers} == {
                each.question: found.answer
                for each in sitting.drawn
                if (found := unit.question(each.question)) is not None
            }
            assert await has_finished(one, LENA)
        if not was_ended:
            return
    raise AssertionError("a test passes more crash points than were tried")


async def _whole(taker: TestTaker) -> bool:
    """Tick, take and hand in a test, again from where one is whenever the house ends; whether it ended."""
    was_ended = False
    while True:
        try:
            if (await _next(taker)).text_id == "test.result":
                return was_ended
        except Killed:
            was_ended = True
            await taker.house.restart()


async def _next(taker: TestTaker) -> Card:
    """Do whatever the unit asks for now."""
    card = await taker.open()
    match card.text_id:
        case "test.locked":
            return await taker.tick(0 if "Webinar 1" in card.text else 1)
        case "test.passed":  # it was handed in, and the house ended before it said so
            return await taker.press(card, "test.result")
        case "test.before":
            return await taker.press(card, "test.begin")
        case "test.question":
            return await taker.answer(card, right=True)
        case other:
            assert other == "test.look"
            return await taker.press(card, "test.hand_in")


async def test_two_accounts_of_one_person_begin_one_test() -> None:
    """Begun at both at the same moment it is one attempt, and both show the same first question."""
    with course_world() as house:
        here, there = await _at_two_doors(house)
        offers = [(here, await here.open()), (there, await there.open())]
        sent = [
            ActionPressed(**house.facts(each.who), ref=ref_of(control(card, "test.begin")))
            for each, card in offers
        ]
        firsts = await asyncio.gather(*map(house.router.hear, sent))
        assert len(sittings_in(await here.one.learner(LENA), 1)) == 1
        assert card_of(firsts[0]).text == card_of(firsts[1]).text


async def test_two_accounts_that_answer_at_once_give_one_answer_and_hand_in_once() -> None:
    """The other one is told that it is an earlier question; handed in at both, it counts once."""
    with course_world() as house:
        here, there = await _at_two_doors(house)
        questions = [(here, await here.begin()), (there, await there.open())]
        sent = [
            OptionChosen(**house.facts(each.who), ref=ref_of(control(card, "test.answer")), values=(place,))
            for place, (each, card) in zip("01", questions, strict=True)
        ]
        shown = await asyncio.gather(*map(house.router.hear, sent))
        assert len((await here.sitting()).answers) == 1
        assert ["earlier question" in card_of(each).text for each in shown] == [False, True]
        while (card := await here.open()).text_id == "test.question":
            await here.answer(card, right=True)
        looks = [(here, card), (there, await there.open())]
        handed = [
            ActionPressed(**house.facts(each.who), ref=ref_of(control(look, "test.hand_in")))
            for each, look in looks
        ]
        ends = await asyncio.gather(*map(house.router.hear, handed))
        assert {card_of(each).text_id for each in ends} == {"test.result"}
        assert len(sittings_in(await here.one.learner(LENA), 1)) == 1


async def test_who_leaves_in_the_middle_of_a_test_leaves_no_answer() -> None:
    """And an old card of it says only that they are in the course no more."""
    with course_world() as house:
        one = await launched(house, "UTC", course=THREE_UNITS.course)
        taker = TestTaker(one, LENA)
        await taker.tick_off()
        question = await taker.begin()
        member = await one.member(LENA)
        card = card_of(await house.command("course", LENA))
        sure = card_of(await house.press(control(card, "learn.leave"), LENA))
        await house.press(control(sure, "learn.leave.yes"), LENA)
        assert member.id not in house.tables.members
        after = await taker.answer(question, right=True)
        assert not after.text_id.startswith("test.")


async def _at_two_doors(house: World) -> tuple[TestTaker, TestTaker]:
    """Return one learner at two accounts, with everything ticked that is required."""
    one, doors = (
        await launched(house, "UTC", course=THREE_UNITS.course),
        Doors(house),
    )
    await doors.link(DISCORD, LENA)
    here, there = TestTaker(one, LENA), TestTaker(one, DISCORD)
    await here.tick_off()
    return here, there
