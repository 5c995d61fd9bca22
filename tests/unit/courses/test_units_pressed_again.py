"""A step in a unit that is pressed twice, from an old card, or after the course is over."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from bot.domain.courses.cohort import Cohort, Stage
from bot.services.cards.courses import changing
from bot.services.desk import Mint
from bot.surface.card import Button
from bot.surface.refs import RefCodec
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import LENA, TESS, course_world
from tests.unit.courses.learning_hands import shown
from tests.unit.courses.post_test_hands import TestTaker
from tests.unit.courses.pushed import launched
from tests.unit.small_house import card_of, control


async def test_a_tick_that_is_pressed_twice_is_set_once() -> None:
    """A press means what its card said; from the card that follows it is taken away."""
    with course_world() as house:
        one = await launched(house, course=THREE_UNITS.course)
        card = card_of(await house.press(control(await shown(house, LENA), "unit.open.1"), LENA))
        tick = control(card, "unit.tick")
        await house.choose(tick, "1.0", who=LENA)
        after = card_of(await house.choose(tick, "1.0", who=LENA))
        assert (await one.learner(LENA)).ticks == {"1.0"}
        await house.choose(control(after, "unit.tick"), "1.0", who=LENA)
        assert (await one.learner(LENA)).ticks == frozenset()


async def test_a_test_that_is_handed_in_after_the_course_is_over_finishes_its_unit() -> None:
    """Who was in the middle of it loses nothing: passed and not finished does not exist."""
    with course_world() as house:
        one = await launched(house, course=THREE_UNITS.course)
        taker = TestTaker(one, LENA)
        await taker.tick_off()
        look = await taker.to_the_end(right=5)
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        card = await taker.press(look, "test.hand_in")
        assert "Unit 1 is finished." in card.text
        assert 1 in (await one.learner(LENA)).finished


async def test_nothing_is_promised_of_a_test_once_the_course_is_over() -> None:
    """No next attempt, and no trainer who gives one more; the reasons stay."""
    with course_world() as house:
        one = await launched(house, course=THREE_UNITS.course)
        taker = TestTaker(one, LENA)
        await taker.tick_off()
        look = await taker.to_the_end(right=1)
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        card = await taker.press(look, "test.hand_in")
        assert "not passed yet" in card.text
        assert "try again" not in card.text
        over = await taker.open()
        assert "over: no test of it can be begun any more" in over.text
        assert (await taker.press(over, "test.result")).text_id == "test.result"


async def test_who_leaves_is_told_that_their_questions_go_too() -> None:
    """What others read of them goes along, and that is said before it."""
    with course_world() as house:
        await launched(house, course=THREE_UNITS.course)
        asked = card_of(await house.press(control(await shown(house, LENA), "learn.leave"), LENA))
        assert "your ticks, what you asked, your tests and the units that you finished" in asked.text


async def test_a_course_that_is_over_invites_nobody_to_begin() -> None:
    """Its units can be looked at, and nothing says that one can go on; nor does the card of its trainer."""
    with course_world() as house:
        one = await launched(house, course=THREE_UNITS.course)
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        card = await shown(house, LENA)
        unit = control(card, "unit.open.1")
        assert isinstance(unit, Button)
        assert unit.label == "Unit 1"
        assert "in any order" not in card.text
        assert "Can be begun" not in card_of(await house.command("course", TESS)).text


async def test_what_ends_and_what_goes_is_said_of_a_course_in_units() -> None:
    """Nobody attends one; questions that wait can be answered after its end, and go when it is deleted."""
    cohort = Cohort(template="t", template_version=1, course=THREE_UNITS.course, stage=Stage.OVER, code="c")
    mint = Mint(RefCodec(b"k" * 32), LENA)
    assert "Attendance" not in changing.ask_end(mint, UUID(int=1), cohort).text
    assert "questions that wait can be answered" in changing.ask_end(mint, UUID(int=1), cohort).text
    assert "questions with their answers" in changing.ask_delete(mint, UUID(int=1), cohort).text
