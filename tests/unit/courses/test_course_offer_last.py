"""The offer of daily check-ins is planned last: no push of any course is moved by it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.domain.courses.course import Course
from bot.testing.courses import FOUR_SESSIONS, invented_push
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.pushed import AFTER_ALL, another, came, join, launch, launched, waiting
from tests.unit.world import World

DAYS = tuple(f"s1.end +P{n}D" for n in range(1, 6))


def full(title: str, *when: str) -> Course:
    """A course with a question at each of these moments."""
    pushes = tuple(invented_push(f"{title}{n}", each) for n, each in enumerate(when, start=1))
    return replace(FOUR_SESSIONS.course, short_title=title, pushes=pushes)


def days(house: World) -> Mapping[str, date]:
    """Return on which day each thing is to come, in UTC."""
    return {row.rule or "": row.due_at.date() for row in waiting(house) if row.due_at is not None}


async def test_where_every_day_has_a_question_the_offer_comes_after_them() -> None:
    """It would have come on the second day: the evening is quiet, and so each comes the morning after."""
    with course_world() as house:
        one = await launched(house, "UTC", course=full("one", *DAYS))
        found = days(house)
        assert [found[f"one{n}"] for n in range(1, 6)] == [date(2026, 12, n) for n in range(3, 8)]
        assert found["offer.checkins"] == date(2026, 12, 8)
        await house.until(AFTER_ALL)
        assert came(one) == [f"one{n}" for n in range(1, 6)]
        assert [card.text_id for card in one.told(LENA)].count("push.offer") == 1


async def test_the_offer_of_one_course_moves_no_question_of_another() -> None:
    """Both are heard, on two days; and the offer once for each course at the most."""
    with course_world() as house:
        one = await launched(house, "UTC", course=full("one", DAYS[0]))
        assert days(house)["offer.checkins"] == date(2026, 12, 4)
        two = await another(house, full("two", DAYS[1]))
        await launch(two)
        await join(two, LENA, "UTC")
        assert days(house)["two1"] == date(2026, 12, 4)
        on = await _came_on(house, one, "Question two1?")
        assert on == date(2026, 12, 4)
        await house.until(AFTER_ALL)
        assert 1 <= [card.text_id for card in one.told(LENA)].count("push.offer") <= 2


async def _came_on(house: World, one: CourseHouse, text: str) -> date:
    """Let time pass until something comes; return on which day."""
    while not any(text in card.text for card in one.told(LENA)):
        await house.until(house.clock.now() + timedelta(hours=1))
        assert house.clock.now() < AFTER_ALL
    return house.clock.now().date()
