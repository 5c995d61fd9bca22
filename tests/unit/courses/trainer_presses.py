"""What a trainer presses that stands on their course's card, by its name."""

from __future__ import annotations

from bot.domain.people import Account
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import Outcome
from tests.unit.courses.course_house import TESS, CourseHouse


async def presses(one: CourseHouse, name: str, who: Account = TESS, arg: str = "") -> Outcome:
    """Let somebody press a control of the course."""
    house = one.house
    ref = house.desk.mint(who)(name, one.id, arg)
    return await house.hear(ActionPressed(**house.facts(who), ref=ref))
