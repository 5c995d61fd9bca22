"""Approvals in the organiser's words, and disclosures that are ticked before anybody is in."""

from __future__ import annotations

from dataclasses import replace

from bot.services.gatherings import members
from tests.e2e.rows.rows_library import course
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.learning_hands import AGREED, form_for, join, offered
from tests.unit.small_house import card_of, control, errors_of

COURSE = course("act_relationship_4").course


async def test_the_card_lists_the_approvals_as_the_organiser_wrote_them() -> None:
    """Or says under what they stand, where they are long; there they stand whole."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=COURSE)
        assert "Approvals: Approved by an invented board." in (await offered(house, LENA)).text
        many = "; ".join(f"approved by invented board number {n}" for n in range(12))
        await one.change(lambda cohort: replace(cohort, approvals=many))
        card = await offered(house, LENA)
        assert "Approvals: under Disclosures and details" in card.text
        assert many in card_of(await house.press(control(card, "learn.about"), LENA)).text


async def test_nobody_is_in_before_the_tick() -> None:
    """The form stays open with a sentence, and no row of theirs is there."""
    with course_world() as house:
        await CourseHouse.begin(house, course=COURSE)
        form = await form_for(house, LENA)
        for typed in ({}, {"agreed": ""}, {"agreed": "no"}):
            errors = errors_of(await house.submit_by(LENA, form, {"agreed": ""} | typed))
            assert "read the disclosures" in errors["agreed"]
        assert not house.tables.people
        assert card_of(await house.submit_by(LENA, form, AGREED)).text_id == "learn.joined"


async def test_when_they_ticked_is_kept() -> None:
    """To the second, sealed with what else the course keeps of them."""
    with course_world() as house:
        one = await CourseHouse.begin(house, course=COURSE)
        await join(house, LENA)
        assert (await one.learner(LENA)).agreed_at == house.clock.now()
        rows = await one.run(lambda unit, page: unit.gatherings.members(page.id))
        assert all(b"agreed_at" not in row.sealed for row in rows)
        assert len(await one.run(lambda unit, page: members.every(house.desk, unit, page))) == 2
