"""A course in a small house is kept as it was made, and found by its code."""

from __future__ import annotations

from bot.domain.courses.written import body_of, course_of
from bot.services.courses import learners, pages
from bot.services.courses.standing import is_trainer
from bot.testing.courses import INVENTED_COURSES
from tests.unit.courses.course_house import LENA, TESS, CourseHouse, course_world, turn_of


def test_a_course_is_the_same_after_it_was_written() -> None:
    """Whatever its template holds."""
    for each in INVENTED_COURSES:
        assert course_of(body_of(each.course)) == each.course


async def test_a_code_opens_the_way_to_its_course_however_it_is_typed() -> None:
    """And no other does; its trainer may run it, and a learner may not."""
    with course_world() as house:
        one = await CourseHouse.begin(house, learners={LENA: "Pacific/Auckland"})
        found = await one.run(lambda unit, _page: pages.by_code(house.desk, unit, " abcd-2345"))
        assert found is not None
        assert found.id == one.id
        assert await one.run(lambda unit, _page: pages.by_code(house.desk, unit, "ABCD2346")) is None
        assert await one.run(lambda unit, page: is_trainer(turn_of(house, unit, TESS), page))
        assert not await one.run(lambda unit, page: is_trainer(turn_of(house, unit, LENA), page))
        who = await one.run(lambda unit, page: learners.learners(house.desk, unit, page))
        assert [each.account for each in who] == [LENA]
        assert (await one.person(LENA)).zone == "Pacific/Auckland"
