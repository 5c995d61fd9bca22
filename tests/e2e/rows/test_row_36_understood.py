"""A test at the end of a unit: passed at its mark, three attempts, and reasons only after handing in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.domain.courses.cohort import Stage
from bot.domain.courses.post_tests import going_on
from bot.domain.courses.units import Question
from bot.surface.card import Card
from tests.e2e.rows.rows_library import course as library_course
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.post_test_hands import TestTaker, has_finished
from tests.unit.small_house import card_of, control

FAMILY = library_course("family_alliance_5").course
FIRST = FAMILY.units[0]


class Taker(TestTaker):
    """Somebody who takes a test of the library's course, and knows which answer is right."""

    async def answer(self, card: Card, *, right: bool) -> Card:
        """Answer the question of a card, right or wrong."""
        sitting = going_on(await self.one.learner(self.who), self.unit)
        assert sitting is not None
        shown = next(each for each in sitting.drawn if each.question not in sitting.answers)
        at = shown.order.index(asked(shown.question).answer)
        option = at if right else (at + 1) % len(shown.order)
        return card_of(await self.house.choose(control(card, "test.answer"), str(option), who=self.who))

    async def tick_off(self) -> None:
        """Tick what is required."""
        for name in FIRST.required:
            await self.tick(int(name.partition(".")[2]))


def asked(question_id: str) -> Question:
    """Return a question of the first unit."""
    found = FIRST.question(question_id)
    assert found is not None
    return found


@asynccontextmanager
async def taker(*, ticked: bool = True) -> AsyncIterator[Taker]:
    """Open the library's course, with Lena at her first unit."""
    with course_world() as house:
        one = await CourseHouse.begin(
            house, course=FAMILY, stage=Stage.RUNNING, learners={LENA: "Europe/Berlin"}
        )
        lena = Taker(one, LENA)
        if ticked:
            await lena.tick_off()
        yield lena


def reasons(card: Card) -> int:
    """Return how many reasons stand on a card."""
    return card.text.count("Why: ")


async def test_it_waits_for_what_is_required_and_draws_five_of_twelve() -> None:
    """The rule of the library's course: 0.75 of five is four."""
    assert (FAMILY.tests.draw, FAMILY.tests.pass_mark, FAMILY.tests.attempts) == (5, 0.75, 3)
    assert all(len(unit.asked) >= 12 for unit in FAMILY.units)
    async with taker(ticked=False) as lena:
        assert (await lena.open()).text_id == "test.locked"
        await lena.tick_off()
        assert "With 4 right it is passed." in (await lena.open()).text


async def test_at_the_mark_it_is_passed_and_reasons_come_only_after_handing_in() -> None:
    """No card before it says what is right; after it each question has its reason."""
    async with taker() as lena:
        card, before = await lena.begin(), []
        for right in (True, True, False, True, True):
            before.append(card)
            card = await lena.answer(card, right=right)
        before.append(card)
        assert [reasons(each) for each in before] == [0] * 6
        whys = [each.why for each in FIRST.test]
        assert not any(why in each.text or "Right is" in each.text for each in before for why in whys)
        result = await lena.press(card, "test.hand_in")
        assert "4 of 5 right: the test is passed. Unit 1 is finished." in result.text
        assert reasons(result) == 5
        assert await has_finished(lena.one, LENA)


async def test_below_the_mark_it_is_not_and_the_next_is_refused_until_twelve_hours_later() -> None:
    """The time stands there, on the learner's own clock; a press on an older card begins nothing."""
    async with taker() as lena:
        older = await lena.open()
        result = await lena.take(3)
        assert "3 of 5 right. It takes 4: not passed yet." in result.text
        assert not await has_finished(lena.one, LENA)
        for card in (await lena.open(), await lena.press(older, "test.begin")):
            assert card.text_id == "test.cooling"
            assert "from Monday 2 November at 22:00, your time" in card.text
        await lena.house.until(lena.house.clock.now() + timedelta(hours=11, minutes=59))
        assert (await lena.open()).text_id == "test.cooling"
        await lena.house.until(lena.house.clock.now() + timedelta(minutes=1))
        assert (await lena.open()).text_id == "test.before"


async def test_three_attempts_are_all_and_each_has_questions_that_were_not_seen() -> None:
    """After the third nothing begins, and it says who can help on."""
    async with taker() as lena:
        for _ in range(3):
            await lena.take(0)
            await lena.house.until(lena.house.clock.now() + timedelta(hours=12))
        sittings = (await lena.one.learner(LENA)).sittings
        first, second, third = ({each.question for each in one.drawn} for one in sittings)
        assert not first & second
        assert len(third - first - second) == min(5, len(FIRST.asked) - 10)
        card = await lena.open()
        assert card.text_id == "test.spent"
        assert "test.begin" not in {each.name for each in card.controls}
        assert "A trainer can give you one more" in card.text
