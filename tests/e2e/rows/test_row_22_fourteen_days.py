"""Until fourteen days before the start who enrolled may cancel; the day is computed, and no money."""

from __future__ import annotations

import re
from datetime import date, time
from pathlib import Path

import bot
from bot.domain.courses.access import free_until
from bot.domain.courses.timetable import moved_to, with_session
from tests.made_once import our_library
from tests.unit.courses.course_house import CODE, LENA, CourseHouse, course_world
from tests.unit.small_house import card_of

COURSE = next(
    moved_to(each.course, date(2023, 11, 28), time(16))
    for each in our_library().courses()
    if each.id == "act_relationship_4"
)
"""The course of the library, from Tuesday 28 November 2023 on."""


def test_of_a_course_that_starts_on_the_28th_the_14th_is_the_last_such_day() -> None:
    """November 2023; when the first session moves, so does the day."""
    assert free_until(COURSE) == date(2023, 11, 14)
    later = COURSE.sessions[0].starts.replace(day=30)
    assert free_until(with_session(COURSE, 1, later)) == date(2023, 11, 16)


def test_the_day_is_one_of_the_course_s_own_zone() -> None:
    """A session that starts at 23:30 there is on that day, though in UTC it is on the next."""
    late = moved_to(COURSE, date(2023, 11, 28), time(23, 30))
    assert free_until(late) == date(2023, 11, 14)


def test_no_money_is_known_here() -> None:
    """No price, fee or refund is a name in the code of courses."""
    files = [each for each in Path(bot.__file__).parent.rglob("*.py") if "courses" in each.parts]
    words = re.compile(r"\b(price|fee|refund|payment|invoice)s?\b", re.IGNORECASE)
    assert files
    assert [str(file) for file in files if words.search(file.read_text())] == []


async def test_who_is_about_to_join_reads_the_day_on_the_card() -> None:
    """Before they said yes to anything."""
    with course_world() as house:
        await CourseHouse.begin(house, course=COURSE)
        await house.arrive(LENA)
        card = card_of(await house.command(f"join {CODE}", LENA))
        assert "Free to cancel until: Tuesday 14 November 2023" in card.text
