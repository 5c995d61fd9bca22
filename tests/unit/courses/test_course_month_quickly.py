"""A course goes by for one learner in each zone, and the house ends in between; tests/faults has sixty."""

from __future__ import annotations

from random import Random

from tests.unit.courses.course_house import course_world
from tests.unit.courses.course_town import ZONES, a_course_goes_by


async def test_every_push_comes_once_in_order_and_inside_its_window() -> None:
    """Over changes of the clock, a session that is put off, a late joiner, a leave and a pause."""
    with course_world() as house:
        town = await a_course_goes_by(house, Random(7), len(ZONES))  # noqa: S311 - told again, it is the same
        assert town.ends > 0
