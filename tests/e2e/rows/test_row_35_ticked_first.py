"""A unit is a webinar and a reading, with more beside; its test opens when what is required is ticked."""

from __future__ import annotations

from bot.domain.courses.cohort import Stage
from bot.domain.courses.materials import Kind
from tests.e2e.rows.rows_library import course as library_course
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.post_test_hands import TestTaker

FAMILY = library_course("family_alliance_5").course


def test_each_unit_has_a_webinar_and_a_reading_that_are_required() -> None:
    """What stands beside them, a film or a handout, may be either."""
    for unit in FAMILY.units:
        required = {item.kind for item in unit.items if item.required}
        assert {Kind.WEBINAR, Kind.READING} <= required
    assert {item.kind for unit in FAMILY.units for item in unit.items} == set(Kind)


async def test_the_test_opens_when_both_are_ticked_and_not_before() -> None:
    """With none and with one it says what is still open; what is optional keeps nobody waiting."""
    with course_world() as house:
        one = await CourseHouse.begin(
            house, course=FAMILY, stage=Stage.RUNNING, learners={LENA: "Europe/Berlin"}
        )
        lena = TestTaker(one, LENA, unit=2)
        assert (await lena.open()).text_id != "test.before"
        await lena.tick(0)
        card = await lena.open()
        assert card.text_id != "test.before"
        assert FAMILY.units[1].items[1].title in card.text
        await lena.tick(1)
        assert (await lena.open()).text_id == "test.before"
