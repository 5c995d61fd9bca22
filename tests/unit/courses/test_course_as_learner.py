"""A course as its learner sees it: what is next and what was, what to read and to watch, whom to ask."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.courses.cohort import Stage
from bot.domain.courses.learners import Attended, Source
from bot.ports.store import Unit
from bot.services.courses import learners
from bot.services.gatherings.pages import Page
from bot.surface.card import LinkButton
from bot.testing.courses import FOUR_SESSIONS
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.learning_hands import join, offered, recorded, shown, wrote
from tests.unit.small_house import card_of, control
from tests.unit.world import labels

FIRST = datetime(2026, 12, 1, 21, tzinfo=UTC)
WATCH = "https://watch.example/2"
LAST_DAY_ENDS = datetime(2027, 9, 23, 4, tzinfo=UTC)
"""Midnight in New York after the twenty-second of September."""


def _put(row: AgendaRow, unit: Unit) -> None:
    unit.agenda.put(row)


async def test_what_is_next_and_what_was_stand_on_one_card() -> None:
    """In the learner's own zone; nothing is added up, and a session that was missed is only a date."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "Europe/Berlin"}, stage=Stage.RUNNING)
        assert (
            "Next: session 1 of 4: Evening 1, Tuesday 1 December at 22:00, 120 minutes."
            in (await shown(house, LENA)).text
        )
        await house.until(FIRST + timedelta(minutes=30))
        assert "Now: session 1 of 4: Evening 1, until 00:00." in (await shown(house, LENA)).text
        await house.until(datetime(2026, 12, 9, 9, tzinfo=UTC))
        member = await one.member(LENA)

        def was_there(unit: Unit, _page: Page) -> None:
            attended = {2: Attended(minutes=95, by=Source.FILE)}
            learner = replace(learners.learner_of(member), attended=attended)
            learners.keep_learner(house.desk, unit, member, learner)

        await one.run(was_there)
        text = (await shown(house, LENA)).text
        assert "Next: session 3 of 4" in text
        assert "Session 1: 1 December\nSession 2: 8 December, 95 of 120 minutes noted" in text


async def test_the_day_of_the_next_question_is_the_one_that_is_planned() -> None:
    """It is the learner's own day; news of the course are no question."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "Pacific/Auckland"}, stage=Stage.RUNNING)
        person, member = await one.person(LENA), await one.member(LENA)
        at = datetime(2026, 11, 26, 21, tzinfo=UTC)
        for rule, due in (("news.ABC", at - timedelta(days=3)), ("pre1", at)):
            row = AgendaRow(
                id=house.desk.chance.new_id(),
                kind=AgendaKind.COURSE_PUSH,
                owner=person.id,
                ref=member.id,
                rule=rule,
                due_at=due,
            )
            await house.store.run(partial(_put, row))
        assert "The next question comes on Friday 27 November." in (await shown(house, LENA)).text


async def test_two_joins_are_one_enrolment() -> None:
    """The code again, the form sent twice, and `course continue` all show where they are (row 48)."""
    with course_world() as house:
        await CourseHouse.begin(house)
        await join(house, LENA)
        assert (await offered(house, LENA)).text_id == "learn.shown"
        assert (await shown(house, LENA)).text_id == "learn.shown"
        assert len(house.tables.members) == 2


async def test_while_somebody_is_paused_or_has_stopped_their_course_says_so() -> None:
    """It is there to be seen and left; nothing of it is promised."""
    with course_world() as house:
        await CourseHouse.begin(house)
        await house.settle_in(LENA)
        await house.command("pause", LENA)
        assert "while you are paused" in card_of(await join(house, LENA)).text
        assert "while you are paused" in (await shown(house, LENA)).text
        await house.command("stop", LENA)
        card = await shown(house, LENA)
        assert "took your yes back" in card.text
        ask = card_of(await house.press(control(card, "learn.leave"), LENA))
        assert card_of(await house.press(control(ask, "learn.leave.yes"), LENA)).text_id == "learn.left"


async def test_who_is_in_no_course_hears_how_to_come_into_one() -> None:
    """By `course continue`; and a trainer learns in none."""
    with course_world() as house:
        await CourseHouse.begin(house)
        assert (await shown(house, LENA)).text_id == "course.none"
        assert (await shown(house, TESS)).text_id == "course.none"


async def test_of_several_courses_one_is_chosen() -> None:
    """Each by its title."""
    with course_world() as house:
        first = await CourseHouse.begin(house)
        another = replace(FOUR_SESSIONS.course, title="Another one")
        await CourseHouse.begin(house, course=another, code="WXYZ2345")
        await join(house, LENA)
        assert card_of(await join(house, LENA, "WXYZ2345")).text_id == "learn.joined"
        card = await shown(house, LENA)
        assert card.text_id == "learn.which"
        chosen = card_of(await house.choose(control(card, "learn.open"), first.id.hex, who=LENA))
        assert chosen.title == "An invented course"


async def test_readings_stand_in_the_order_of_the_course_and_take_a_tick() -> None:
    """A tick is set and taken away; a title that is not there changes nothing."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"})
        card = card_of(await house.press(control(await shown(house, LENA), "learn.readings"), LENA))
        assert "An invented chapter (required)" in card.text
        link = control(card, "reading.1.0")
        assert isinstance(link, LinkButton)
        assert link.url == "https://read.example/1"
        tick = control(card, "learn.tick")
        card = card_of(await house.choose(tick, "1.0", who=LENA))
        assert "(required, ticked)" in card.text
        assert (await one.learner(LENA)).ticks == {"1.0"}
        await house.choose(tick, "7.3", who=LENA)
        assert (await one.learner(LENA)).ticks == {"1.0"}
        await house.choose(tick, "1.0", who=LENA)
        assert (await one.learner(LENA)).ticks == frozenset()


async def test_a_recording_opens_to_its_last_day_and_not_after() -> None:
    """The link is there on 22 September and refused on the 23rd; opening it leaves nothing."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "Asia/Tokyo"}, stage=Stage.RUNNING)
        await recorded(one, 2, WATCH)
        card = await shown(house, LENA)
        press = control(card, "learn.recording.2")
        before = await one.learner(LENA)
        await house.until(LAST_DAY_ENDS - timedelta(minutes=1))
        watch = control(card_of(await house.press(press, LENA)), "learn.watch")
        assert isinstance(watch, LinkButton)
        assert watch.url == WATCH
        assert await one.learner(LENA) == before
        await house.until(LAST_DAY_ENDS)
        refused = card_of(await house.press(press, LENA))
        assert refused.text == "The recordings of this course closed after Wednesday 22 September 2027."


async def test_help_with_a_course_names_whom_to_ask() -> None:
    """In the organiser's words; what they did not enter is said to be missing (row 47)."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"})
        card = card_of(await house.command("help course", LENA))
        assert "course@school.example" in card.text
        assert "To ask for accommodation: the organiser entered none." in card.text
        assert "all of it can be typed" in card.text
        await one.change(lambda cohort: replace(cohort, access="Write to access@school.example."))
        assert "access@school.example" in card_of(await house.command("course help", LENA)).text
        assert "You are in no course here" in card_of(await house.command("help course", MIRO)).text


async def test_leaving_keeps_the_journal_and_nothing_else() -> None:
    """It is asked first; afterwards the course knows nothing of them, and they may come back anew."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC", MIRO: "UTC"}, stage=Stage.RUNNING)
        entry = await wrote(one, LENA, "pre1", "A meeting by the harbour.")
        ask = card_of(await house.press(control(await shown(house, LENA), "learn.leave"), LENA))
        assert "stays in your journal" in ask.text
        stay = card_of(await house.press(control(ask, "learn.stay"), LENA))
        assert stay.text_id == "learn.shown"
        assert card_of(await house.press(control(ask, "learn.leave.yes"), LENA)).text_id == "learn.left"
        assert entry in house.tables.entries
        assert card_of(await house.press(control(ask, "learn.leave.yes"), LENA)).text_id == "learn.not_in"
        assert len(house.tables.members) == 2
        assert (await offered(house, LENA)).text_id == "learn.offer"
        await join(house, LENA)
        assert len(house.tables.members) == 3


@pytest.mark.parametrize("name", ["learn.readings", "learn.back", "learn.leave", "learn.recording.2"])
async def test_old_buttons_say_so_once_the_course_is_left(name: str) -> None:
    """Whatever was on the card before."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"}, stage=Stage.RUNNING)
        await recorded(one, 2, WATCH)
        await wrote(one, LENA, "pre1", "Some words.")
        card = await shown(house, LENA)
        ask = card_of(await house.press(control(card, "learn.leave"), LENA))
        await house.press(control(ask, "learn.leave.yes"), LENA)
        assert card_of(await house.press(control(card, name), LENA)).text_id == "learn.not_in"


async def test_a_course_that_is_over_says_so_and_keeps_its_recordings() -> None:
    """What was written is still there to be read."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"}, stage=Stage.RUNNING)
        await recorded(one, 1, WATCH)
        await wrote(one, LENA, "pre1", "Some words.")
        await house.until(datetime(2027, 4, 1, tzinfo=UTC))
        await one.change(lambda cohort: replace(cohort, stage=Stage.OVER))
        card = await shown(house, LENA)
        assert "This course is over." in card.text
        assert {"What I wrote", "Recording 1"} <= set(labels(card))
