"""Sixty learners in twelve zones, seven weeks in which clocks change, a house that ends again and again."""

from __future__ import annotations

import time
from random import Random

from tests.unit.courses.course_house import course_world
from tests.unit.courses.course_town import a_course_goes_by

LEARNERS = 60


async def test_every_push_comes_once_in_order_and_inside_its_window() -> None:
    """Also where a session is put off, somebody joins late, is on leave or pauses."""
    began = time.monotonic()
    with course_world() as house:
        town = await a_course_goes_by(house, Random(12), LEARNERS)  # noqa: S311 - told again, it is the same
    took = time.monotonic() - began
    print(f"\n{LEARNERS} learners, the house ended {town.ends} times: {took:.0f} s")  # noqa: T201 - what a night's log tells
