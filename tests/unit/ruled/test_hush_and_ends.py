"""A pause for a whole team keeps no end from anybody: pages go, and a server closes, with a word before."""

from __future__ import annotations

from datetime import timedelta

from tests.unit.ruled.team import a_team, rule
from tests.unit.ruled.test_ceiling import at, begin, choose, texts, write
from tests.unit.test_closing import DAY, LAST_CALL, close, told


async def test_pages_never_go_untold_behind_a_pause() -> None:
    """However long it is: the line comes four days before they go, at the least."""
    with a_team() as house:
        await begin(house)
        await choose(house, "month")
        await write(house, "mine")
        await house.until_answering(at(20))
        await rule(house, hushed_until=at(90))
        cards = await house.until_answering(at(27))
        assert texts(house) == ["mine"]
        assert [card.text_id for card in cards] == ["keeping.ends"]
        await house.until_answering(at(32))
        assert texts(house) == []


async def test_a_pause_of_three_days_is_quite_silent() -> None:
    """It comes when that is over."""
    with a_team() as house:
        await begin(house)
        await choose(house, "month")
        await write(house, "mine")
        await house.until_answering(at(23))
        await rule(house, hushed_until=at(26))
        assert await house.until_answering(at(26) - timedelta(minutes=1)) == []
        cards = await house.until_answering(at(27))
        assert "keeping.ends" in [card.text_id for card in cards]


async def test_that_a_server_closes_is_heard_through_any_pause() -> None:
    """Both times: all of theirs would go unheard of behind a pause that outlasts the server."""
    with a_team() as house:
        await house.settle_in()
        await rule(house, hushed_until=at(92))
        await close(house)
        await house.until(LAST_CALL - timedelta(hours=1))
        assert told(house) == ["ana"]
        await house.until(LAST_CALL + timedelta(days=4))
        assert told(house) == ["ana", "ana"]
        assert house.clock.now().date() < DAY
