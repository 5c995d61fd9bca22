"""Days on which nothing comes by itself are left free by a course as well: by one's own wish."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from bot.domain.people import Account
from bot.domain.zones import zone_of
from bot.ports.store import Unit
from bot.services.rhythm.wishes import keep_wishes, wishes_of
from bot.testing.holidays import LaidOutHolidays
from tests.unit.courses.course_house import LENA, MIRO, CourseHouse, course_world
from tests.unit.courses.pushed import NEW_YORK, launch, waiting
from tests.unit.world import World

HOLIDAY = date(2026, 12, 2)
"""The day after the first session."""


async def _lives_in(house: World, who: Account, region: str, *, skips: bool) -> None:
    """Let somebody live in a region, and wish no questions on its holidays, or wish nothing."""

    def work(unit: Unit) -> None:
        found = unit.people.by_index(house.desk.index(who))
        assert found is not None
        person = replace(found[0], region=region)
        unit.people.save(person)
        keep_wishes(
            house.desk, unit, person, replace(wishes_of(house.desk, unit, person), skips_holidays=skips)
        )

    await house.store.run(work)


async def test_who_wishes_no_questions_on_holidays_gets_it_on_the_day_after() -> None:
    """And who said nothing of them, in the same place, gets it on the day."""
    with course_world() as house:
        house.desk = replace(house.desk, holidays=LaidOutHolidays({"gb": frozenset({HOLIDAY})}))
        one = await CourseHouse.begin(house, learners={LENA: NEW_YORK, MIRO: NEW_YORK})
        await _lives_in(house, LENA, "gb", skips=True)
        await _lives_in(house, MIRO, "gb", skips=False)
        await launch(one)
        owners = {(await one.person(who)).id: who for who in (LENA, MIRO)}
        rows = [row for row in waiting(house) if row.rule == "post1"]
        days = {
            owners[row.owner]: row.due_at.astimezone(zone_of(NEW_YORK)).date()
            for row in rows
            if row.owner and row.due_at
        }
        assert days == {LENA: date(2026, 12, 3), MIRO: HOLIDAY}
