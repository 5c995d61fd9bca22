"""Two ways to a course: a code for who is new, and a word for who is in it; both as often as one likes."""

from __future__ import annotations

from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.learning_hands import AGREED, form_for, join, offered, shown
from tests.unit.small_house import card_of


async def test_two_joins_are_one_enrolment() -> None:
    """The form sent twice, the code brought again by who is in: one row, one tick, one notebook."""
    with course_world() as house:
        one = await CourseHouse.begin(house)
        form = await form_for(house, LENA)
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == "learn.joined"
        ticked = (await one.learner(LENA)).agreed_at
        await house.until(house.clock.now().replace(hour=20))
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == "learn.shown"
        assert (await offered(house, LENA)).text_id == "learn.shown"
        assert (await one.learner(LENA)).agreed_at == ticked
        assert (len(house.tables.members), len(house.tables.people)) == (2, 1)


async def test_who_is_in_goes_on_with_a_word() -> None:
    """Twice the same card, and nothing is written by it."""
    with course_world() as house:
        await CourseHouse.begin(house)
        await join(house, LENA)
        before = dict(house.tables.members)
        first, second = await shown(house, LENA), await shown(house, LENA)
        assert (first.text_id, first.text) == ("learn.shown", second.text)
        assert house.tables.members == before


async def test_who_is_in_none_is_led_to_the_other_way() -> None:
    """The word alone enrols nobody."""
    with course_world() as house:
        await CourseHouse.begin(house)
        assert "join CODE" in (await shown(house, LENA)).text
        assert len(house.tables.members) == 1
