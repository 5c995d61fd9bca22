"""Launching a course and changing it while it goes on: what hangs on it follows, learners are told once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.courses.cohort import Stage
from bot.domain.people import Account
from bot.surface.card import Card
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.trainer_hands import TrainerHands
from tests.unit.small_house import form_of
from tests.unit.world import World, labels

NEW_YORK, AUCKLAND = "America/New_York", "Pacific/Auckland"
DURING = datetime(2026, 12, 4, 9, tzinfo=UTC)
"""After the first session and before the second."""


async def with_learners(house: World, *, launched: bool = True) -> tuple[CourseHouse, TrainerHands]:
    """A course with two learners, far apart, and its trainer."""
    one = await CourseHouse.begin(house, learners={LENA: NEW_YORK, MIRO: AUCKLAND})
    trainer = TrainerHands(house)
    if launched:
        card = await trainer.press(await trainer.say("course"), "course.launch")
        await trainer.press(card, "course.launch.now")
    return one, trainer


async def move(trainer: TrainerHands, session: str, **to: str) -> Card:
    """Look at a move of a session; return the card that asks."""
    menu = await trainer.press(await trainer.say("course"), "course.change")
    which = await trainer.press(menu, "course.session")
    return await trainer.send(form_of(await trainer.choose(which, "course.session.pick", session)), **to)


def news(one: CourseHouse, who: Account, text_id: str) -> list[str]:
    """Return what somebody was told about a course."""
    return [card.text for card in one.told(who) if card.text_id == text_id]


def due(house: World, rule: str) -> list[datetime | None]:
    """Return when a push is due, for each learner."""
    rows = [row for row in house.tables.agenda.values() if row.kind is AgendaKind.COURSE_PUSH]
    return [row.due_at for row in rows if row.rule == rule]


async def test_a_course_launched_now_has_a_time_for_every_message() -> None:
    """And one that was launched cannot be launched again."""
    with course_world() as house:
        one, trainer = await with_learners(house, launched=False)
        ask = await trainer.press(await trainer.say("course"), "course.launch")
        assert "2 learners are in" in ask.text
        assert due(house, "pre1") == []
        await trainer.press(ask, "course.launch.now")
        assert (await one.cohort()).stage is Stage.RUNNING
        assert len(due(house, "pre1")) == 2
        assert (await trainer.press(ask, "course.launch.now")).text_id == "course.not_now"


async def test_a_course_launched_on_a_day_begins_when_that_day_does() -> None:
    """By the clock of its own zone; until then nothing has a time, and its trainer reads on which day."""
    with course_world() as house:
        one, trainer = await with_learners(house, launched=False)
        ask = await trainer.press(await trainer.say("course"), "course.launch")
        form = await trainer.open(ask, "course.launch.later")
        assert set(await trainer.send_refused(form, day="1 November 2026", groups="many")) == {
            "day",
            "groups",
        }
        assert set(await trainer.send_refused(form, day="2 December")) == {"day"}
        await trainer.send(form, day="19 November")
        assert (
            "Thursday 19 November" in (await trainer.press(await trainer.say("course"), "course.launch")).text
        )
        await trainer.send(form, day="20 November")
        assert "launched on Friday 20 November" in (await trainer.say("course")).text
        await house.until(datetime(2026, 11, 20, 4, 59, tzinfo=UTC))
        assert (await one.cohort()).stage is Stage.OPEN
        await house.until(datetime(2026, 11, 20, 5, tzinfo=UTC))
        assert (await one.cohort()).stage is Stage.RUNNING
        assert len(due(house, "pre1")) == 2


async def test_a_launch_today_is_at_once() -> None:
    """In groups, too."""
    with course_world() as house:
        one, trainer = await with_learners(house, launched=False)
        ask = await trainer.press(await trainer.say("course"), "course.launch")
        card = await trainer.send(await trainer.open(ask, "course.launch.later"), day="today", groups="2")
        assert "in 2 groups" in card.text
        assert (await one.cohort()).stage is Stage.RUNNING


async def test_a_moved_session_takes_its_messages_along_and_is_told_once() -> None:
    """Each learner hears it once, with the new hour; nothing else moves."""
    with course_world() as house:
        one, trainer = await with_learners(house)
        await house.until(DURING)
        before, other = due(house, "pre2"), due(house, "pre3")
        ask = await move(trainer, "2", day="10 December", at="17:30")
        assert "3 messages move along" in ask.text
        assert due(house, "pre2") == before
        await trainer.press(ask, "course.session.yes")
        assert (await one.cohort()).course.sessions[1].starts.isoformat() == "2026-12-10T17:30:00"
        assert all(new > old for new, old in zip(due(house, "pre2"), before, strict=True) if new and old)
        assert due(house, "pre3") == other
        await house.until(datetime(2026, 12, 6, tzinfo=UTC))
        for who in (LENA, MIRO):
            [text] = news(one, who, "course.moved")
            assert "Thursday 10 December, 17:30 to 19:30 (America/New_York)" in text
        assert news(one, TESS, "course.moved") == []


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ({"day": "2026-12-15", "at": "17:00"}, "at one time"),
        ({"day": "2026-12-20", "at": "16:00"}, "before session"),
        ({"day": "2026-12-08", "at": "16:00"}, "already"),
        ({"day": "2026-12-03", "at": "16:00"}, "ahead"),
    ],
)
async def test_a_move_that_cannot_be_is_refused_in_its_form(to: dict[str, str], said: str) -> None:
    """Onto another session, past another one, to where it is, into the past."""
    with course_world() as house:
        _one, trainer = await with_learners(house)
        await house.until(DURING)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        which = await trainer.press(menu, "course.session")
        form = form_of(await trainer.choose(which, "course.session.pick", "2"))
        assert said in (await trainer.send_refused(form, **to))["day"]


async def test_a_session_that_has_begun_stays_where_it_is() -> None:
    """It is not among those that can be chosen, and an older press moves nothing."""
    with course_world() as house:
        one, trainer = await with_learners(house)
        ask = await move(trainer, "1", day="2 December", at="16:00")
        await house.until(DURING)
        assert "has begun" in (await trainer.press(ask, "course.session.yes")).text
        menu = await trainer.press(await trainer.say("course"), "course.change")
        which = await trainer.press(menu, "course.session")
        assert [label[:9] for label in labels(which)] == ["Session 2", "Session 3", "Session 4"]
        assert (await one.cohort()).course.sessions[0].starts.day == 1


async def test_another_place_is_told_once_and_the_same_one_is_not() -> None:
    """The word says that it is another one, and stands nowhere but with the learner's own card."""
    with course_world() as house:
        one, trainer = await with_learners(house)
        await house.until(DURING)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        form = await trainer.open(menu, "course.place")
        assert set(await trainer.send_refused(form, where=" ")) == {"where"}
        await trainer.send(form)
        assert news(one, LENA, "course.place") == []
        await trainer.send(form, where="https://meet.example/2")
        await house.until(datetime(2026, 12, 6, tzinfo=UTC))
        [text] = news(one, LENA, "course.place")
        assert "meet.example" not in text


async def test_other_disclosures_are_told_to_who_ticked_the_ones_before() -> None:
    """Once; other details are not news."""
    with course_world() as house:
        one, trainer = await with_learners(house)
        await house.until(DURING)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        form = await trainer.open(menu, "course.details")
        await trainer.send(form, contact="somebody@school.example")
        await trainer.send(form, disclosures="One of us has written a book.")
        await house.until(datetime(2026, 12, 6, tzinfo=UTC))
        assert len(news(one, LENA, "course.disclosures")) == 1


async def test_places_are_a_number_or_none() -> None:
    """Who is in stays in, however few there are."""
    with course_world() as house:
        one, trainer = await with_learners(house)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        form = await trainer.open(menu, "course.places")
        assert set(await trainer.send_refused(form, places="0")) == {"places"}
        assert set(await trainer.send_refused(form, places="two")) == {"places"}
        card = await trainer.send(form, places="1")
        assert "2 enrolled of 1 place" in card.text
        await trainer.send(form, places="")
        assert (await one.cohort()).capacity is None


async def test_recordings_are_entered_by_session() -> None:
    """A line without a link has none; a line that names no session is said by its number."""
    with course_world() as house:
        one, trainer = await with_learners(house)
        menu = await trainer.press(await trainer.say("course"), "course.change")
        form = await trainer.open(menu, "course.recordings")
        errors = await trainer.send_refused(form, links="1 https://a.example\n9 https://b.example")
        assert "Line 2" in errors["links"]
        await trainer.send(form, links="1 Evening 1: https://a.example/x\n2 Evening 2:")
        assert (await one.cohort()).recordings == {1: "https://a.example/x"}
