"""Whom to ask and how to ask for what one needs; and every scale of a course can be answered in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.domain.courses.course import CourseTemplate, Does
from tests.e2e.rows.rows_library import library
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.small_house import card_of


@pytest.mark.parametrize("word", ["help course", "course help"])
async def test_the_organisers_contact_is_one_word_away(word: str) -> None:
    """With the way to ask for accommodation, or that none was entered."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "UTC"})
        text = card_of(await house.command(word, LENA)).text
        assert "does not work\n\ncourse@school.example" in text
        assert "To ask for accommodation: the organiser entered none." in text
        await one.change(lambda cohort: replace(cohort, access="Write to access@school.example."))
        assert "Write to access@school.example." in card_of(await house.command(word, LENA)).text


@pytest.mark.parametrize("kept", library().courses(), ids=lambda each: each.id)
def test_every_scale_has_words_at_both_ends(kept: CourseTemplate) -> None:
    """A screen reader says them, and a terminal takes them typed."""
    scales = [push for push in kept.course.pushes if push.does is Does.SCALE]
    assert all(push.low_label and push.high_label for push in scales)
