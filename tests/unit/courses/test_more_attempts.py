"""One more attempt at a test, for a learner who has none left: asked first, given once, heard once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from bot.domain.courses.cohort import Stage
from bot.surface.card import Card, Choose
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import IN_NOVEMBER, LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.post_test_hands import TestTaker
from tests.unit.courses.test_completion_files import is_now, sat
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of, control

NEW = "There is something new for you in unit 1."


@asynccontextmanager
async def spent() -> AsyncIterator[tuple[CourseHouse, TrainerHands]]:
    """Open a course in which Lena handed in three tests of unit 1 and passed none; Miro has one left."""
    with course_world() as house:
        zones = {LENA: "UTC", MIRO: "UTC"}
        one = await CourseHouse.begin(house, course=THREE_UNITS.course, stage=Stage.RUNNING, learners=zones)
        for who, many in ((LENA, 3), (MIRO, 2)):
            tests = tuple(sat(1, IN_NOVEMBER - timedelta(days=4 - n), 1) for n in range(many))
            learner = replace(await one.learner(who), ticks=frozenset({"1.0", "1.1"}), sittings=tests)
            await is_now(one, who, learner)
        yield one, TrainerHands(house)


async def listed(trainer: TrainerHands) -> Card:
    """Open who has no attempt left, from the course's card."""
    tests = await trainer.press(await trainer.say("course"), "items.open")
    return await trainer.press(tests, "items.more")


async def asks(one: CourseHouse, trainer: TrainerHands) -> Card:
    """Choose Lena; return the card that asks."""
    member = await one.member(LENA)
    return card_of(await trainer.choose(await listed(trainer), "items.more.ask", f"{member.id.hex}.1"))


async def test_who_has_none_left_is_told_what_comes_next_and_how_to_reach_somebody() -> None:
    """Ask the instructor; and the organiser's contact stands there."""
    async with spent() as (one, _):
        card = await TestTaker(one, LENA).open()
        assert card.text_id == "test.spent"
        assert "A trainer can give you one more: ask your instructor." in card.text
        assert "course@school.example" in card.text
        assert {"ask.open", "test.result"} <= {each.name for each in card.controls}


async def test_only_who_has_none_left_is_listed_by_name() -> None:
    """Miro, who has one, is not; and no answer stands anywhere."""
    async with spent() as (_, trainer):
        choice = control(await listed(trainer), "items.more.ask")
        assert isinstance(choice, Choose)
        assert [each.label for each in choice.options] == ["Lena, unit 1"]


async def test_it_is_asked_first_given_once_and_heard_once() -> None:
    """Pressed twice it is one; she can begin it at once, since the time between two is over."""
    async with spent() as (one, trainer):
        ask = await asks(one, trainer)
        assert "One more attempt for Lena at the test of unit 1?" in ask.text
        assert (await one.learner(LENA)).more_attempts == {}
        assert "hears of it" in (await trainer.press(ask, "items.more.give")).text
        assert (await trainer.press(ask, "items.more.give")).text_id == "items.more.none"
        assert (await one.learner(LENA)).more_attempts == {1: 1}
        await one.house.until(one.house.clock.now() + timedelta(days=2))
        assert [sum(NEW in card.text for card in one.told(who)) for who in (LENA, MIRO)] == [1, 0]
        lena = TestTaker(one, LENA)
        assert "This is the last attempt you have." in (await lena.open()).text
        assert "the test is passed" in (await lena.take(5)).text


async def test_when_that_is_spent_too_one_more_can_be_given_and_is_heard_again() -> None:
    """Each gift is one attempt, and one word."""
    async with spent() as (one, trainer):
        for given in (1, 2):
            await trainer.press(await asks(one, trainer), "items.more.give")
            assert (await one.learner(LENA)).more_attempts == {1: given}
            await one.house.until(one.house.clock.now() + timedelta(days=1))
            await TestTaker(one, LENA).take(0)
            assert sum(NEW in card.text for card in one.told(LENA)) == given
        assert (await TestTaker(one, LENA).open()).text_id == "test.spent"


async def test_nobody_but_a_trainer_of_this_course_gives_one_and_none_after_it_is_over() -> None:
    """A learner's press is refused, whatever it carries."""
    async with spent() as (one, trainer):
        ask = await asks(one, trainer)
        for name in ("items.more", "items.more.ask"):
            assert card_of(await presses(one, name, LENA)).text_id == "course.not_yours"
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        assert (await trainer.press(ask, "items.more.give")).text_id == "items.more.none"
        assert (await listed(trainer)).text_id == "items.more.over"
        assert (await one.learner(LENA)).more_attempts == {}
