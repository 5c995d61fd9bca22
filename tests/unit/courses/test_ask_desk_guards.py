"""What an instructor writes is looked through before it goes out; and help stands beside a refused form."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from uuid import UUID

import pytest

from bot.domain.courses.asking import Asked, Public, State, Word
from bot.domain.courses.learners import Learner
from bot.domain.people import Account
from bot.ports.store import Unit
from bot.services.cards.courses import asking_words
from bot.services.courses import learners as kept
from bot.services.courses import questions
from bot.services.courses.pages import cohort_of
from bot.services.gatherings import members
from bot.services.gatherings.pages import Page
from bot.surface.card import Card
from bot.surface.outcome import Refuse, Show
from bot.testing.courses import THREE_UNITS
from tests.unit.courses.ask_hands import (
    DANGER,
    FRIDAY_AT_FIVE,
    answer,
    ask,
    ask_house,
    days_off,
    desk,
    mine,
)
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world, turn_of
from tests.unit.courses.learning_hands import shown
from tests.unit.small_house import card_of, control, errors_of, form_of

POINTS = "Ask anna@mail.example, or see https://notes.example/1."


@pytest.fixture
async def one() -> AsyncIterator[CourseHouse]:
    """A course with questions; Friday at five, UTC."""
    async with ask_house() as one:
        yield one


async def test_an_answer_that_may_point_at_a_person_goes_out_by_a_choice_alone(one: CourseHouse) -> None:
    """The page stays with a sentence that repeats none of it; chosen so, it goes."""
    await ask(one.house)
    form = form_of(await one.house.press(control(await desk(one.house), "ask.answer"), TESS))
    said = errors_of(await one.house.submit_by(TESS, form, {"answer": POINTS, "looked_at": "ask"}))["answer"]
    assert ("may point at a person" in said, "anna" in said) == (True, False)
    assert "no answers yet" in card_of(await one.house.command("course answers", LENA)).text
    await one.house.submit_by(TESS, form, {"answer": POINTS, "looked_at": "as_it_is"})
    assert "notes.example" in (await mine(one.house)).text


async def test_a_wording_for_others_is_looked_through_in_the_same_way(one: CourseHouse) -> None:
    """Nobody is asked for a yes to it before that."""
    await ask(one.house)
    await answer(one.house)
    card = await desk(one.house, name="ask.reread")
    form = form_of(await one.house.press(control(card, "ask.publish"), TESS))
    assert "wording" in errors_of(await one.house.submit_by(TESS, form, {"wording": POINTS}))
    assert "Other learners would read" not in (await mine(one.house)).text
    await one.house.submit_by(TESS, form, {"wording": POINTS, "looked_at": "as_it_is"})
    assert "Other learners would read" in (await mine(one.house)).text


async def test_danger_in_a_question_that_is_refused_shows_who_to_call(one: CourseHouse) -> None:
    """Too long, or too many at once: the page stays, and the numbers stand beside it."""
    long = await ask(one.house, f"{DANGER} {'and more ' * 150}")
    for n in range(6):
        await ask(one.house, f"How does one begin, {n}?")
    often = await ask(one.house, DANGER)
    for outcome in (long, often):
        assert isinstance(outcome.first, Refuse)
        cards = [act.card for act in outcome.then if isinstance(act, Show)]
        assert any("In danger now" in card.text for card in cards)


async def test_what_a_trainer_wishes_no_more_is_not_told_as_wished(one: CourseHouse) -> None:
    """Taken back before its word came, that says what is still so: there is an answer."""
    await ask(one.house)
    await answer(one.house)

    def told(unit: Unit, page: Page) -> Card | None:
        [asked] = questions.sent(one.house.desk, unit, page)
        since = replace(asked, word=Word.WISHED, public=Public.NO)
        mint = one.house.desk.mint(LENA)
        return asking_words.told(mint, cohort_of(page), since, "UTC", FRIDAY_AT_FIVE)

    card = await one.run(told)
    assert card is not None
    assert card.text_id == "ask.told.answered"


async def test_one_day_off_is_said_in_whole_words(one: CourseHouse) -> None:
    """One day or several, the sentence holds."""
    card = card_of(await days_off(one.house, "Sun"))
    assert "Not counted: Sunday." in card.text


async def test_a_question_to_the_instructor_and_units_are_named_where_one_joins(one: CourseHouse) -> None:
    """Of a course in units nobody knows when anybody was there; a question is read by who runs it."""
    about = await _about(one, LENA)
    assert "when you were there" not in about.text
    assert "units finished, tests passed" in about.text
    assert "unless you show or ask them" in about.text


async def _about(one: CourseHouse, who: Account) -> Card:
    return card_of(await one.house.press(control(await shown(one.house, who), "learn.about"), who))


async def test_answers_of_every_course_of_somebody_are_found() -> None:
    """Who learns in two courses is not left with those of the first alone."""
    with course_world() as house:
        units, who = THREE_UNITS.course, {LENA: "UTC"}
        first = await CourseHouse.begin(house, course=units, learners=who)
        second = await CourseHouse.begin(house, course=units, code="BCDE3456")

        def enrolled(unit: Unit, page: Page) -> None:
            turn = turn_of(house, unit, LENA)
            kept.keep_learner(house.desk, unit, members.add(turn, page), Learner(agreed_at=turn.now))

        await second.run(enrolled)

        def put(n: int) -> Callable[[Unit, Page], None]:
            def work(unit: Unit, page: Page) -> None:
                [who] = [each for each in members.every(house.desk, unit, page) if each.account == LENA]
                asked = Asked(
                    id=UUID(int=n),
                    member=who.id,
                    number=1,
                    asked_at=house.clock.now(),
                    due_at=house.clock.now(),
                    text=f"What of the course {n}?",
                    state=State.ANSWERED,
                    answer="This.",
                )
                questions.keep(house.desk, unit, page, asked)

            return work

        await first.run(put(1))
        await second.run(put(2))
        card = card_of(await house.command("course answers course", LENA))
        assert ("course 1?" in card.text, "course 2?" in card.text) == (True, True)


async def test_where_nobody_answers_any_more_what_was_asked_can_be_read_and_taken_back(
    one: CourseHouse,
) -> None:
    """A trainer who goes takes nothing from who asked."""
    await ask(one.house)

    def gone(unit: Unit, page: Page) -> None:
        [tess] = [each for each in members.every(one.house.desk, unit, page) if each.is_keeper]
        unit.gatherings.remove_member(tess.id)

    await one.run(gone)
    card = card_of(await one.house.command("course ask", LENA))
    assert card.text_id == "ask.nobody"
    assert control(await mine(one.house), "ask.back")
