"""The test of a unit as its learner takes it: opened, left, gone on with, handed in, passed or not yet."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from bot.domain.courses.cohort import Cohort, Stage
from bot.domain.courses.units import Question
from bot.surface.card import Card, Choose, Reach
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.post_test_hands import RIGHT, TestTaker, has_finished
from tests.unit.small_house import card_of, control


@asynccontextmanager
async def taker(*, ticked: bool = True, zone: str = "UTC") -> AsyncIterator[TestTaker]:
    """Lena in a running course with units, at its first."""
    with course_world() as house:
        one = await CourseHouse.begin(
            house, course=THREE_UNITS.course, stage=Stage.RUNNING, learners={LENA: zone, MIRO: "UTC"}
        )
        lena = TestTaker(one, LENA)
        if ticked:
            await lena.tick_off()
        yield lena


async def change_questions(lena: TestTaker, change: Callable[[Question], Question]) -> None:
    """Let every question of the course be another."""

    def changed(cohort: Cohort) -> Cohort:
        units = (replace(each, test=tuple(map(change, each.test))) for each in cohort.course.units)
        return replace(cohort, course=replace(cohort.course, units=tuple(units)))

    await lena.one.change(changed)


def names(card: Card) -> set[str]:
    """Return what can be pressed on a card."""
    return {each.name for each in card.controls}


async def test_it_is_locked_until_both_required_items_are_ticked() -> None:
    """And it says which are missing."""
    async with taker(ticked=False) as lena:
        card = await lena.open()
        assert card.text_id == "test.locked"
        assert "Webinar 1" in card.text
        assert "Chapter 1" in card.text
        assert "Film 1" not in card.text
        assert names(card) == {"unit.open"}
        await lena.tick_off()
        assert (await lena.open()).text_id == "test.before"


async def test_what_it_is_stands_before_it_begins() -> None:
    """Five questions, four to pass, three attempts, and who sees what."""
    async with taker() as lena:
        card = await lena.open()
        for line in ("5 questions", "With 4 right", "three attempts", "12 hours apart", "no answer of yours"):
            assert line in card.text, line
        assert (await lena.one.learner(LENA)).sittings == ()


async def test_four_of_five_pass_and_finish_the_unit() -> None:
    """Row 36: pass at the mark."""
    async with taker() as lena:
        card = await lena.take(4)
        assert card.text_id == "test.result"
        assert "4 of 5 right: the test is passed. Unit 1 is finished." in card.text
        assert card.reach is Reach.SEALED
        assert await has_finished(lena.one, LENA)
        assert (await lena.open()).text_id == "test.passed"


async def test_three_of_five_do_not_and_every_question_has_its_reason() -> None:
    """Row 36: fail below it; feedback after the attempt."""
    async with taker(zone="Europe/Berlin") as lena:
        card = await lena.take(3)
        assert "3 of 5 right. It takes 4: not passed yet." in card.text
        assert "from Monday 2 November at 22:00, your time" in card.text
        assert "two attempts left" in card.text
        assert card.text.count("Why: Reason") == 5
        assert card.text.count("That is right.") == 3
        assert card.text.count(f"Right is: {RIGHT}") == 2
        assert not await has_finished(lena.one, LENA)


async def test_a_retry_is_refused_before_the_cool_down_with_the_time_on_their_own_clock() -> None:
    """It moves with them where they move to another zone."""
    async with taker(zone="Europe/Berlin") as lena:
        await lena.take(3)
        card = await lena.open()
        assert card.text_id == "test.cooling"
        assert "22:00, your time" in card.text
        assert "test.begin" not in names(card)
        await lena.in_zone("Asia/Tokyo")
        assert "from Tuesday 3 November at 06:00, your time" in (await lena.open()).text
        await lena.house.until(lena.house.clock.now() + timedelta(hours=12))
        assert (await lena.open()).text_id == "test.before"


async def test_the_reasons_can_be_read_again() -> None:
    """While the next attempt is not open, and after it is passed."""
    async with taker() as lena:
        await lena.take(0)
        again = await lena.press(await lena.open(), "test.result")
        assert again.text.count("Why: Reason") == 5


async def test_a_retry_has_other_questions_while_others_are_left() -> None:
    """Row 36: five others at the second attempt; at the third the two that are left are among them."""
    async with taker() as lena:
        for _ in range(3):
            await lena.take(0)
            await lena.house.until(lena.house.clock.now() + timedelta(hours=12))
        first, second, third = (
            {each.question for each in sitting.drawn} for sitting in (await lena.one.learner(LENA)).sittings
        )
        assert not first & second
        assert len(first | second | third) == 12


async def test_after_three_attempts_it_says_what_comes_next() -> None:
    """Row 36: retry limit. No fourth begins."""
    async with taker() as lena:
        for _ in range(3):
            card = await lena.take(0)
            await lena.house.until(lena.house.clock.now() + timedelta(hours=12))
        assert "A trainer can give you one more" in card.text
        card = await lena.open()
        assert card.text_id == "test.spent"
        assert "test.begin" not in names(card)


async def test_who_leaves_in_the_middle_goes_on_where_they_were() -> None:
    """Also after a restart: each answer is kept at once."""
    async with taker() as lena:
        card = await lena.answer(await lena.begin(), right=True)
        asked = control(card, "test.answer")
        assert "2 of 5" in card.text
        waits = await lena.press(card, "test.later")
        await lena.house.restart()
        again = await lena.press(waits, "test.open")
        assert control(again, "test.answer") == asked
        assert again.text == card.text
        assert len((await lena.sitting()).answers) == 1


async def test_nothing_counts_before_it_is_handed_in_and_an_answer_can_be_changed() -> None:
    """The change is asked with the same options, in the same order."""
    async with taker() as lena:
        look = await lena.to_the_end(3)
        assert look.text_id == "test.look"
        assert "Nothing counts before you hand it in" in look.text
        sitting = await lena.sitting()
        drawn = [each.question for each in sitting.drawn]
        wrong = next(str(drawn.index(each)) for each in drawn if sitting.answers[each] != right_place(each))
        asked = card_of(await lena.house.choose(control(look, "test.change"), wrong, who=LENA))
        look = await lena.answer(asked, right=True)
        assert look.text_id == "test.look"
        assert "4 of 5 right" in (await lena.press(look, "test.hand_in")).text


def right_place(question_id: str) -> int:
    """Return where the right option of an invented question stands."""
    found = THREE_UNITS.course.units[0].question(question_id)
    assert found is not None
    return found.answer


async def test_a_press_on_an_earlier_question_changes_nothing() -> None:
    """A double press counts once, and leads to the question that is next."""
    async with taker() as lena:
        first = await lena.begin()
        second = await lena.answer(first, right=True)
        again = await lena.answer(first, right=False)
        assert "That button belongs to an earlier question" in again.text
        assert control(again, "test.answer") == control(second, "test.answer")
        [answered] = (await lena.sitting()).answers.items()
        assert answered[1] == right_place(answered[0])


async def test_begin_and_hand_in_pressed_twice_count_once() -> None:
    """One sitting, one attempt, the same result."""
    async with taker() as lena:
        before = await lena.open()
        first = await lena.press(before, "test.begin")
        assert (await lena.press(before, "test.begin")).text == first.text
        assert len((await lena.one.learner(LENA)).sittings) == 1
        look = await lena.answer(first, right=False)
        while look.text_id == "test.question":
            look = await lena.answer(look, right=False)
        result = await lena.press(look, "test.hand_in")
        assert (await lena.press(look, "test.hand_in")).text == result.text
        assert "two attempts left" in result.text


async def test_a_card_of_an_attempt_that_was_handed_in_answers_nothing_in_the_next_one() -> None:
    """Its questions are others."""
    async with taker() as lena:
        old = await lena.begin()
        card = old
        while card.text_id == "test.question":
            card = await lena.answer(card, right=False)
        await lena.press(card, "test.hand_in")
        await lena.house.until(lena.house.clock.now() + timedelta(hours=12))
        await lena.begin()
        assert "That button belongs to an earlier question" in (await lena.answer(old, right=True)).text
        assert (await lena.sitting()).answers == {}


async def test_what_is_taken_out_in_the_middle_is_not_asked_any_more_and_counts_as_right() -> None:
    """The sitting goes on with what is left of it."""
    async with taker() as lena:
        await lena.begin()
        gone = (await lena.sitting()).drawn[0].question
        await change_questions(lena, lambda one: replace(one, is_withdrawn=one.id == gone))
        card = await lena.open()
        assert "1 of 4" in card.text
        for right in (True, True, True, False):
            card = await lena.answer(card, right=right)
        card = await lena.press(card, "test.hand_in")
        assert "4 of 5 right" in card.text
        assert "was taken out of the course, and counts as right" in card.text


async def test_long_answers_stand_in_lines_with_a_letter_on_each_button() -> None:
    """Telephones cut long buttons."""
    async with taker() as lena:
        await change_questions(
            lena, lambda one: replace(one, options=tuple(f"{each} {'x' * 50}" for each in one.options))
        )
        card = await lena.begin()
        asked = control(card, "test.answer")
        assert isinstance(asked, Choose)
        assert [each.label for each in asked.options] == ["A", "B", "C", "D"]
        assert f"{RIGHT} {'x' * 50}" in card.text


async def test_nobody_elses_press_reaches_a_test() -> None:
    """Another learner's own test is untouched by hers, and hers by theirs."""
    async with taker() as lena:
        miro = TestTaker(lena.one, MIRO)
        await lena.take(4)
        assert (await miro.open()).text_id == "test.locked"
        assert not await has_finished(lena.one, MIRO)


async def test_no_test_begins_once_the_course_is_over_and_what_goes_on_can_be_handed_in() -> None:
    """An attempt that was begun is not lost by that."""
    async with taker() as lena:
        look = await lena.to_the_end(4)
        before = TestTaker(lena.one, LENA, unit=2)
        await before.tick_off()
        opened = await before.open()
        await lena.one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        assert (await before.press(opened, "test.begin")).text_id == "test.over"
        assert (await before.open()).text_id == "test.over"
        assert "4 of 5 right" in (await lena.press(look, "test.hand_in")).text
