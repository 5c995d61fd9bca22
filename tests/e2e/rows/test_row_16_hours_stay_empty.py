"""Whoever was there for all of a course has eight hours of minutes, and no credit hours until it is said."""

from __future__ import annotations

from dataclasses import replace

from tests.e2e.rows.attended_course import COURSE, LENA, attended, for_accreditor, own


async def test_minutes_give_no_hours() -> None:
    """Of all four sessions: neither the learner's file nor the accreditor's names an hour of credit."""
    async with attended() as hands:
        await hands.whole(2, LENA)
        text = await own(hands, LENA)
        assert "480 of 480 minutes" in text
        for made in (text, await for_accreditor(hands)):
            assert "hours" not in made.replace("Zone of all hours", "").lower()


async def test_what_the_organiser_enters_stands_there() -> None:
    """As they wrote it, and with their name on it."""
    async with attended() as hands:
        entered = replace(COURSE, credit=replace(COURSE.credit, hours="7.5"))
        await hands.course.change(lambda cohort: replace(cohort, course=entered))
        for made in (await own(hands, LENA), await for_accreditor(hands)):
            assert "Credit hours, as its organiser entered them:** 7.5" in made
