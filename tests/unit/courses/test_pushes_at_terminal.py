"""A learner at a terminal: no quiet hours hold there, and what was planned by them comes all the same."""

from __future__ import annotations

from bot.surface.capabilities import Capabilities
from tests.unit.courses.pushed import AFTER_ALL, ALL, came, launched
from tests.unit.world import world

AT_A_TERMINAL = Capabilities(surface="chat", waits=True, hosted=False)


async def test_each_push_comes_once_and_none_is_planned_again_and_again() -> None:
    """Sessions in the evening lie in quiet hours: what is planned for the next morning is said then.

    Were it planned for that very moment again, time would never go on.
    """
    with world(capabilities=AT_A_TERMINAL) as house:
        one = await launched(house, "UTC")
        await house.until(AFTER_ALL)
        assert sorted(came(one)) == sorted(ALL)
