"""Whom something of a course did not reach is known to its trainer, and it can be sent to them again."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.ports.chat import Arrival, MaybeSent, Unreachable
from bot.services.pushes import missed, news
from tests.unit.courses.course_house import LENA, MIRO, TESS, CourseHouse, course_world
from tests.unit.courses.pushed import launch
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of, control
from tests.unit.world import World

PRE1 = datetime(2026, 11, 26, 21, tzinfo=UTC)
"""`pre1` comes five days before the first session, at 16:00 in New York."""


async def with_one_missed(house: World) -> CourseHouse:
    """A course whose first push reached one of two learners."""
    one = await CourseHouse.begin(house, learners={LENA: "America/New_York", MIRO: "America/New_York"})
    await launch(one)
    await house.until(datetime(2026, 11, 26, 20, 59, tzinfo=UTC))
    house.chat.receipts = [Unreachable()]
    await house.until(PRE1)
    return one


async def test_a_trainer_sees_whom_a_push_did_not_reach_and_sends_it_again_to_them_alone() -> None:
    """With their name, and what may be the reason; to the other one nothing comes twice."""
    with course_world() as house:
        one = await with_one_missed(house)
        came = {who: len(one.told(who)) for who in (LENA, MIRO)}
        lost, other = (LENA, MIRO) if came[LENA] == 0 else (MIRO, LENA)
        shown = card_of(await presses(one, "missed.show"))
        assert "Question pre1?" in shown.text
        assert f"{lost.user.title()}: did not arrive; their direct messages may be closed" in shown.text
        assert other.user.title() not in shown.text
        said = card_of(await house.press(control(shown, "missed.again"), TESS))
        assert said.text.startswith("On its way again, to 1 learner")
        await house.until(PRE1.replace(minute=5))
        assert [card.text_id for card in one.told(lost)] == ["push"]
        assert len(one.told(other)) == 1
        assert card_of(await presses(one, "missed.show")).text_id == "missed.none"


async def test_a_second_press_sends_nothing_more() -> None:
    """What is on its way again is missed no more."""
    with course_world() as house:
        one = await with_one_missed(house)
        shown = card_of(await presses(one, "missed.show"))
        again = control(shown, "missed.again")
        await house.press(again, TESS)
        assert card_of(await house.press(again, TESS)).text_id == "missed.none"
        await house.until(datetime(2026, 11, 28, tzinfo=UTC))
        assert [len(one.told(who)) for who in (LENA, MIRO)] == [1, 1]


async def test_what_fails_again_is_known_again() -> None:
    """Their direct messages are closed still."""
    with course_world() as house:
        one = await with_one_missed(house)
        house.chat.receipts = [Unreachable()]
        await presses(one, "missed.again")
        await house.until(PRE1.replace(minute=5))
        assert card_of(await presses(one, "missed.show")).text_id == "missed.shown"


async def test_of_very_many_some_go_with_each_press(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that each press is written in time; and nobody is left out."""
    monkeypatch.setattr(missed, "AT_ONCE", 1)
    with course_world() as house:
        one = await CourseHouse.begin(house, learners=dict.fromkeys((LENA, MIRO), "America/New_York"))
        await launch(one)
        await house.until(datetime(2026, 11, 26, 20, 59, tzinfo=UTC))
        house.chat.receipts = [Unreachable(), Unreachable()]
        await house.until(PRE1)
        some = card_of(await presses(one, "missed.again"))
        assert "For 1 more, please press again." in some.text
        await house.press(control(some, "missed.again"), TESS)
        await house.until(PRE1.replace(minute=5))
        assert [len(one.told(who)) for who in (LENA, MIRO)] == [1, 1]


async def test_what_may_have_come_is_called_so() -> None:
    """A platform that cannot tell whether it came: nothing is sent twice by itself."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "America/New_York"})
        await launch(one)
        await house.until(datetime(2026, 11, 26, 20, 59, tzinfo=UTC))
        house.chat.receipts, house.chat.arrivals = [MaybeSent()], [Arrival.UNKNOWABLE]
        await house.until(datetime(2026, 11, 27, 20, tzinfo=UTC))
        assert "Lena: nobody can tell whether it came" in card_of(await presses(one, "missed.show")).text


async def test_a_word_about_the_course_is_sent_again_too() -> None:
    """That a session moved is said to whom it did not reach."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "America/New_York"})
        await launch(one)
        await house.until(datetime(2026, 11, 10, 17, tzinfo=UTC))
        house.chat.receipts = [Unreachable()]
        await one.run(lambda unit, page: news.tell(house.desk, unit, page, "course.moved", "It moved."))
        shown = card_of(await presses(one, "missed.show"))
        assert "A word about the course" in shown.text
        await house.press(control(shown, "missed.again"), TESS)
        await house.until(datetime(2026, 11, 10, 17, 5, tzinfo=UTC))
        assert [card.text_id for card in one.told(LENA)] == ["course.moved"]


async def test_what_would_come_too_late_is_not_offered() -> None:
    """What prepares a session is of no use once that has begun."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "America/New_York"})
        await launch(one)
        await house.until(datetime(2026, 12, 8, 17, tzinfo=UTC))
        before = len(one.told(LENA))
        house.chat.receipts = [Unreachable()]
        await house.until(datetime(2026, 12, 8, 20, 30, tzinfo=UTC))
        assert len(one.told(LENA)) == before
        assert "Question pre2?" in card_of(await presses(one, "missed.show")).text
        await house.until(datetime(2026, 12, 8, 21, 30, tzinfo=UTC))
        assert card_of(await presses(one, "missed.show")).text_id == "missed.none"


async def test_who_is_away_is_not_named() -> None:
    """A pause is nobody's business: nothing of theirs went astray."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "America/New_York"})
        await launch(one)
        await house.command("pause", LENA)
        await house.until(datetime(2026, 12, 3, tzinfo=UTC))
        assert card_of(await presses(one, "missed.show")).text_id == "missed.none"
