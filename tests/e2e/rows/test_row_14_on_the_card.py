"""For whom a course is meant stands on the card before anybody joins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.courses.course import Level
from tests.e2e.rows.rows_library import course
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.learning_hands import offered

SAID = {
    Level.BEGINNER: "beginner",
    Level.INTERMEDIATE: "intermediate",
    Level.ADVANCED: "advanced",
    Level.ALL: "all levels",
}


@pytest.mark.parametrize("level", Level)
async def test_the_level_stands_on_the_card(level: Level) -> None:
    """For who is new to Reststop, and for who is not."""
    with course_world() as house:
        await CourseHouse.begin(house, course=replace(course("attachment_steam_4").course, level=level))
        await house.arrive(MIRO)
        for who in (LENA, MIRO):
            assert f"Level: {SAID[level]}\n" in (await offered(house, who)).text
