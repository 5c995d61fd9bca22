"""A course says for whom it is meant: its level, and who its author had in mind."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.content.course_file import examine_course
from bot.app.library import library_folder
from bot.domain.courses.course import Level
from bot.services.cards.admin.whole import course_parts
from bot.services.cards.courses.joining import WORDS_MOST
from bot.surface.card import Button
from tests.e2e.rows.rows_library import course, report
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.learning_hands import offered
from tests.unit.small_house import card_of, control

COURSE = "family_alliance_5"
FILE = library_folder() / "courses" / f"{COURSE}.yaml"


def test_the_course_on_families_is_for_who_has_done_this_for_a_while() -> None:
    """Intermediate, and it says whose work it is about."""
    one = course(COURSE).course
    assert one.level is Level.INTERMEDIATE
    assert "families" in one.audience


async def test_both_stand_on_the_card_before_anybody_joins() -> None:
    """For who is new to Reststop, and for who is not; the card stays short, and the details repeat it."""
    one = course(COURSE).course
    with course_world() as house:
        await CourseHouse.begin(house, course=one)
        await house.arrive(MIRO)
        for who in (LENA, MIRO):
            card = await offered(house, who)
            assert f"Level: intermediate\nFor: {one.audience}\n" in card.text
            labels = [each.label for each in card.controls if isinstance(each, Button)]
            assert len(" ".join((card.text, *labels)).split()) <= WORDS_MOST
            details = card_of(await house.press(control(card, "learn.about"), who))
            assert f"Level: intermediate\nFor: {one.audience}" in details.text


def test_who_signs_it_reads_both() -> None:
    """On the first page of the review desk."""
    one = course(COURSE).course
    assert f"Level: intermediate\nFor: {one.audience}" in course_parts(course(COURSE))[0]


@pytest.mark.parametrize(("line", "code"), [("", "missing"), ("  level: seasoned\n", "not_in_list")])
def test_a_course_in_units_without_a_level_is_refused(tmp_path: Path, line: str, code: str) -> None:
    """The audience is for its author to add; the level is always there."""
    file = tmp_path / "mine.yaml"
    file.write_text(FILE.read_text("utf-8").replace("  level: intermediate\n", line), "utf-8")
    assert [(each.path, each.code) for each in examine_course(file, report()).problems] == [
        ("meta.level", code)
    ]
