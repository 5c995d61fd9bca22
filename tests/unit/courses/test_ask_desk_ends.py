"""What becomes of a question where its course, its asker or its instructors do not stay as they were."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.courses.cohort import Stage
from bot.ports.chat import Unreachable
from bot.services.courses.standing import look_after
from bot.surface.card import Card
from tests.unit.courses.ask_hands import (
    ANSWER,
    FRIDAY_AT_FIVE,
    OMAR,
    QUESTION,
    answer,
    ask,
    ask_house,
    clocks,
    desk,
    mine,
    words,
)
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, turn_of
from tests.unit.courses.pushed import launch
from tests.unit.small_house import card_of, control, errors_of, form_of
from tests.unit.test_erasing import erased

DAY = timedelta(days=1)


@pytest.fixture
async def one() -> AsyncIterator[CourseHouse]:
    """A course with questions; Friday at five, UTC."""
    async with ask_house() as one:
        yield one


async def end(one: CourseHouse) -> Card:
    """Let the trainer end the course."""
    house = one.house
    more = card_of(
        await house.press(control(card_of(await house.command("course", TESS)), "course.change"), TESS)
    )
    asked = card_of(await house.press(control(more, "course.end"), TESS))
    return card_of(await house.press(control(asked, "course.end.yes"), TESS))


async def test_who_waits_for_an_answer_hears_that_the_course_ended(one: CourseHouse) -> None:
    """Once, with another way to ask, and no clock goes on."""
    await ask(one.house)
    await end(one)
    await one.house.until(FRIDAY_AT_FIVE + DAY)
    (told,) = words(one, LENA, "ask.told.ended")
    assert "nobody answers it now" in told.text
    assert "course@school.example" in told.text
    assert not clocks(one.house)
    assert "closed" in (await mine(one.house)).text
    await one.house.until(FRIDAY_AT_FIVE + 30 * DAY)
    assert not words(one, LENA, "ask.told.late")
    assert not words(one, LENA, "ask.told.closed")


async def test_of_two_instructors_who_answer_at_once_the_second_is_asked_to_look(one: CourseHouse) -> None:
    """What the first wrote is not written over unseen, and the asker hears once."""
    await ask(one.house)
    one.house.managers[OMAR] = True
    await one.run(lambda unit, page: look_after(turn_of(one.house, unit, OMAR), page))
    form = form_of(await one.house.press(control(await desk(one.house), "ask.answer"), TESS))
    other = form_of(await one.house.press(control(await desk(one.house, OMAR), "ask.answer"), OMAR))
    await one.house.submit_by(TESS, form, {"answer": ANSWER})
    refused = await one.house.submit_by(OMAR, other, {"answer": "Something else."})
    assert errors_of(refused)
    await one.house.until(FRIDAY_AT_FIVE + DAY)
    assert ANSWER in (await mine(one.house)).text
    assert len(words(one, LENA, "ask.told.answered")) == 1


async def test_the_answer_waits_for_who_paused(one: CourseHouse) -> None:
    """It can be read at any time; the word of it comes once they go on."""
    await ask(one.house)
    await one.house.command("pause", LENA)
    await answer(one.house)
    await one.house.until(FRIDAY_AT_FIVE + 2 * DAY)
    assert not words(one, LENA, "ask.told.answered")
    assert ANSWER in (await mine(one.house)).text
    await one.house.command("resume", LENA)
    await one.house.until(FRIDAY_AT_FIVE + 4 * DAY)
    assert len(words(one, LENA, "ask.told.answered")) == 1


async def test_the_answer_waits_for_who_is_on_leave(one: CourseHouse) -> None:
    """The word of it comes once, on the morning on which they are back."""
    await ask(one.house)
    await one.house.command("leave until 11 November", LENA)
    await answer(one.house)
    await one.house.until(FRIDAY_AT_FIVE + 4 * DAY)
    assert not words(one, LENA, "ask.told.answered")
    await one.house.until(FRIDAY_AT_FIVE + 5 * DAY)
    assert len(words(one, LENA, "ask.told.answered")) == 1


async def test_an_answer_is_there_where_its_word_does_not_reach_who_asked(one: CourseHouse) -> None:
    """Their direct messages are closed: `course ask` has it all the same."""
    await ask(one.house)
    one.house.chat.receipts = [Unreachable()]
    await answer(one.house)
    await one.house.until(FRIDAY_AT_FIVE + DAY)
    assert not words(one, LENA, "ask.told.answered")
    assert card_of(await one.house.command("course ask", LENA)).text_id == "not_reached"  # said once, first
    assert ANSWER in (await mine(one.house)).text


async def test_a_question_that_does_not_open_is_tried_again_a_day_later(one: CourseHouse) -> None:
    """Where it does not open as its clock falls due, nothing is lost, and nobody is told anything untrue."""
    await ask(one.house)
    (row,) = one.house.tables.posts.values()
    one.house.tables.posts[row.id] = replace(row, sealed=row.sealed[:-1] + bytes([row.sealed[-1] ^ 1]))
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=40))
    assert len(words(one, TESS, "course.word")) == 1
    assert clocks(one.house) == [FRIDAY_AT_FIVE + timedelta(hours=36) + DAY]
    one.house.tables.posts[row.id] = row
    await one.house.until(FRIDAY_AT_FIVE + timedelta(hours=70))
    assert len(words(one, LENA, "ask.told.late")) == 1


async def test_who_erases_takes_along_what_waits_and_what_all_may_read(one: CourseHouse) -> None:
    """Nothing of theirs is with the instructor or with others, and no clock goes on."""
    house = one.house
    await ask(house)
    await answer(house)
    asked = form_of(await house.press(control(await desk(house, name="ask.reread"), "ask.publish"), TESS))
    await house.submit_by(TESS, asked, {"wording": QUESTION})
    await house.press(control(await mine(house), "ask.yes"), LENA)
    await ask(house, "And where two speak at once?")
    assert QUESTION in card_of(await house.command("course answers", MIRO)).text
    await erased(house, LENA)
    assert QUESTION not in card_of(await house.command("course answers", MIRO)).text
    assert not house.tables.posts
    assert not clocks(house)


async def test_a_course_is_not_over_by_itself_while_a_question_waits(one: CourseHouse) -> None:
    """It is answered, or closed with a word, first."""
    await one.change(lambda cohort: replace(cohort, closed_to_new=True))
    await launch(one)
    await one.house.until(FRIDAY_AT_FIVE + 55 * DAY)
    await ask(one.house)
    await one.house.until(FRIDAY_AT_FIVE + 62 * DAY)
    assert (await one.cohort()).stage is Stage.RUNNING
    await one.house.until(FRIDAY_AT_FIVE + 90 * DAY)
    assert len(words(one, LENA, "ask.told.closed")) == 1
    assert (await one.cohort()).stage is Stage.OVER
