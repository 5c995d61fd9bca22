"""The circle that tests begin by hand is one."""

from __future__ import annotations

from bot.domain.circles import Stage
from tests.unit.circles.circle_house import PEOPLE, CircleHouse, circle_world
from tests.unit.small_house import ANA


async def test_a_circle_begun_by_hand_has_people_and_a_round() -> None:
    """Ana looks after it; a second round has the next number."""
    with circle_world() as house:
        circle = await CircleHouse.begin(house)
        assert [(await circle.member(who)).is_keeper for who in PEOPLE] == [True, False, False, False]
        opening = await circle.open_round()
        assert (await circle.round()).opening == opening
        await circle.to_answering()
        assert (await circle.round()).stage is Stage.ANSWERING
        await circle.end_round()
        await circle.open_round()
        assert (await circle.round()).number == 2
        await circle.leave(ANA)
        assert not circle.told(ANA)
