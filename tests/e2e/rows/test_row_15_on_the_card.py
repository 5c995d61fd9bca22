"""What to read is shown by session in the order of the course, each said to be required or not."""

from __future__ import annotations

import re

import pytest

from tests.e2e.rows.rows_library import course
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.learning_hands import shown
from tests.unit.small_house import card_of, control


@pytest.mark.parametrize("name", ["act_relationship_4", "attachment_steam_4"])
async def test_the_card_has_the_order_of_the_course(name: str) -> None:
    """Every reading once, below its session."""
    kept = course(name).course
    with course_world() as house:
        await CourseHouse.begin(house, course=kept, learners={LENA: "Pacific/Auckland"})
        card = card_of(await house.press(control(await shown(house, LENA), "learn.readings"), LENA))
    told = re.findall(r"Session (\d)|- (.+) \((required|optional)\)", card.text)
    expected: list[tuple[str, str, str]] = []
    for session in kept.sessions:
        if session.readings:
            expected.append((str(session.n), "", ""))
        expected += [
            ("", each.title, "required" if each.required else "optional") for each in session.readings
        ]
    assert told == expected
