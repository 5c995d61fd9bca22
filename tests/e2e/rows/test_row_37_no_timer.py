"""How long a course takes somebody is never measured: looking at it keeps nothing, and hours are entered."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import datetime, timedelta
from typing import get_args, get_type_hints

from adapters.store.tables import metadata
from bot.domain.courses.cohort import Stage
from bot.domain.courses.completion import COMPLETION_ONLY
from bot.domain.courses.learners import Learner
from bot.domain.courses.sittings import Sitting
from bot.testing.courses import THREE_UNITS
from tests.e2e.rows.rows_library import course as library_course
from tests.unit.courses.attendance_hands import Hands, files
from tests.unit.courses.course_house import LENA, CourseHouse, course_world
from tests.unit.courses.test_completion_files import is_now, through
from tests.unit.courses.trainer_presses import presses
from tests.unit.small_house import card_of

FAMILY = library_course("family_alliance_5").course
TIMER = re.compile(
    r"opened|viewed|seen_at|watched|idle|elapsed|duration|spent|keystroke|activity|dwell|online"
)


def test_four_hours_are_its_author_s_word_and_credit_hours_nobody_s() -> None:
    """The library's course says how long it takes about; credit hours stay empty for its organiser."""
    assert FAMILY.about_minutes == 240
    assert FAMILY.minutes == 220
    assert FAMILY.credit.hours == ""
    assert FAMILY.credit.wording == COMPLETION_ONLY


async def test_looking_at_units_and_materials_keeps_nothing() -> None:
    """Card after card, for hours: what is stored of everybody is what it was."""
    with course_world() as house:
        course = await CourseHouse.begin(
            house, course=THREE_UNITS.course, stage=Stage.RUNNING, learners={LENA: "America/New_York"}
        )
        await is_now(course, LENA, through(1, at=house.clock.now()))
        before = replace(house.tables.snapshot(), inbox={})
        for name in ("learn.stay", "unit.open", "test.open", "complete.offer", "learn.about"):
            await presses(course, name, LENA, "2")
            await house.until(house.clock.now() + timedelta(minutes=25))
        assert replace(house.tables.snapshot(), inbox={}) == before


def test_a_learner_is_known_by_their_own_steps_alone() -> None:
    """All times that it keeps of one: joining, their last step, a unit done, a test begun and handed in."""
    assert _times(Learner) == {"agreed_at", "finished", "active_at"}
    assert _times(Sitting) == {"begun_at", "handed_in"}


def test_no_table_has_a_place_for_a_timer() -> None:
    """Neither for openings, nor for how long anything was on a screen."""
    columns = [
        f"{table.name}.{column.name}" for table in metadata.tables.values() for column in table.columns
    ]
    assert "people.id" in columns
    assert [each for each in columns if TIMER.search(each)] == []


async def test_no_file_says_how_long_a_test_took() -> None:
    """A test that was begun a day before it was handed in looks as any other."""
    with course_world() as house:
        course = await CourseHouse.begin(
            house, course=THREE_UNITS.course, stage=Stage.RUNNING, learners={LENA: "America/New_York"}
        )
        hands, learner = Hands(course), through(1, 2, 3)
        made = []
        for took in (timedelta(minutes=2), timedelta(days=1)):
            slow = [replace(each, begun_at=_handed_in(each) - took) for each in learner.sittings]
            await is_now(course, LENA, replace(learner, sittings=tuple(slow)))
            offered = card_of(await presses(course, "complete.offer", LENA))
            made.append(files(await hands.press_on(offered, "evidence.make", LENA))["md"])
        assert made[0] == made[1]


def _handed_in(sitting: Sitting) -> datetime:
    assert sitting.handed_in is not None
    return sitting.handed_in


def _times(kept: type) -> set[str]:
    hints = get_type_hints(kept)
    return {each.name for each in fields(kept) if _holds_time(hints[each.name])}


def _holds_time(hint: object) -> bool:
    return hint is datetime or any(_holds_time(each) for each in get_args(hint))
