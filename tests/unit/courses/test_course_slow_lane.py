"""A lane is never there on the second: what is due just before quiet hours comes all the same."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from bot.ports.chat import Later, Letter, Receipt
from bot.services.pushes import plans
from tests.unit.courses.course_house import course_world
from tests.unit.courses.course_town import BEGINS, COURSE, OVER, ZONES, BadDays, CourseTown, orderly, whole


class Slow(BadDays):
    """A surface that takes each letter the second time, fifty seconds later."""

    def __init__(self, town: CourseTown) -> None:
        """Stand before `town`."""
        super().__init__(town.chat.capabilities, Random(0), town.house.clock.now)  # noqa: S311 - not asked
        self._seen: set[bytes] = set()

    async def send(self, letter: Letter) -> Receipt:
        """Ask for a while, once of each."""
        if letter.key not in self._seen:
            self._seen.add(letter.key)
            return Later(wait=timedelta(seconds=50))
        return await self.surely(letter)


async def test_nothing_is_let_be_since_a_lane_was_busy() -> None:
    """In every zone, before and after sessions."""
    with course_world() as house:
        town = CourseTown(house, Random(0))  # noqa: S311 - nothing bad happens here
        await town.found(len(ZONES))
        town.chat = Slow(town)
        house.open_to({"chat": town.chat})
        await house.until(BEGINS)
        await town.course.run(lambda unit, page: plans.launch(house.desk, unit, page) and None)
        await house.until(OVER)
        for who, zone in town.people.items():
            orderly(COURSE, zone, town.came_to(who))
            whole(COURSE, town.came_to(who))
