"""`stop` while a guided flow is open may mean the flow: it is asked which, and nothing else is in the way."""

from __future__ import annotations

from bot.domain.people import Standing
from bot.surface.card import Reach
from tests.unit.flows.test_flow_ends import WHOLE
from tests.unit.flows.walks import begin, names, open_runs, press, reply, shown, walk
from tests.unit.small_house import card_of, control
from tests.unit.world import World, world

ASKS = "Stop this reflection, or take your yes back?"


async def _stands(house: World) -> bool:
    return (await house.person()).standing is not Standing.STOPPED


async def test_in_the_middle_it_is_asked_which_is_meant() -> None:
    """Nothing has changed then, and the question is for its person alone."""
    with world() as house:
        await reply(house, await begin(house, "repair"), "mine")
        asked = shown(await house.command("stop"))
        assert (asked.text, asked.reach) == (ASKS, Reach.SEALED)
        assert names(asked) == ["flow.stop", "yes.back"]
        assert await _stands(house)
        assert len(open_runs(house)) == 1


async def test_the_reflection_ends_as_by_its_own_button() -> None:
    """With the question what becomes of the words."""
    with world() as house:
        await reply(house, await begin(house, "repair"), "mine")
        asked = shown(await house.command("stop"))
        leaving = await press(house, asked, "flow.stop")
        assert leaving.text_id == "flow.stop"
        await press(house, leaving, "flow.drop")
        assert (await _stands(house), open_runs(house)) == (True, [])


async def test_after_a_rest_its_button_is_of_the_present_step() -> None:
    """The wait was over meanwhile."""
    with world() as house:
        await reply(house, await begin(house, "rest"), "one")
        await house.until(house.clock.now().replace(hour=9))
        asked = shown(await house.command("stop"))
        assert (await press(house, asked, "flow.stop")).text_id == "flow.stop"


async def test_the_yes_goes_at_once() -> None:
    """As it does without a flow, and the place in it is kept as ever."""
    with world() as house:
        await reply(house, await begin(house, "repair"), "mine")
        asked = shown(await house.command("stop"))
        assert card_of(await house.press(control(asked, "yes.back"))).text_id == "stopped"
        assert (await _stands(house), len(open_runs(house))) == (False, 1)


async def test_where_only_a_day_is_open_it_is_not_asked() -> None:
    """Nor where nothing is open, nor where the page of the flow does not open."""
    with world() as house:
        await walk(house, await begin(house, "repair"), WHOLE)
        assert card_of(await house.command("stop")).text_id == "stopped"
    with world() as house:
        await house.settle_in()
        assert card_of(await house.command("stop")).text_id == "stopped"
    with world() as house:
        await reply(house, await begin(house, "repair"), "mine")
        [sheet] = open_runs(house)
        object.__setattr__(sheet, "sealed", next(iter(house.tables.runs.values())).sealed)
        assert card_of(await house.command("stop")).text_id == "stopped"
