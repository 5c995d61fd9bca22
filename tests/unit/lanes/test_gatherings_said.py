"""What is said for a gathering leaves by the lane like any letter: once, in order, and never half."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.deliveries import ENDED, DeliveryState
from bot.ports.chat import Arrival, Closed, Later, MaybeSent, NotOpen, Sent, Unreachable, Why
from bot.services.delivery.outgoing import DOUBT_PAUSE, MOST_TRIES
from bot.testing.faults import Killed
from tests.unit.lanes.said_in_a_channel import Circle
from tests.unit.small_house import TEAM
from tests.unit.world import World, world


async def _goes_on(house: World, minutes: float = 10) -> None:
    await house.until(house.clock.now() + timedelta(minutes=minutes))


async def test_a_line_is_said_once_and_known_by_its_message() -> None:
    """What was posted can be changed, answered and taken away."""
    with world() as house:
        circle = await Circle.begin(house)
        said = await circle.say("We are here.")
        assert circle.lines == ["We are here."]
        assert (await circle.post(said)).message == "m0"
        await circle.say("So am I.", under=said)
        assert [card.text for card in house.chat.channels.under("m0")] == ["So am I."]
        await circle.change(said, text="We were here.")
        assert circle.lines == ["We were here.", "So am I."]
        await circle.change(said, is_gone=True)
        assert circle.lines == ["So am I."]
        assert {delivery.state for delivery in house.outbox} == {DeliveryState.SENT}


async def test_nothing_of_it_belongs_to_anybody() -> None:
    """The outbox names no person for what a gathering says, and the agenda keeps no row of it afterwards."""
    with world() as house:
        circle = await Circle.begin(house)
        await circle.say("We are here.")
        assert [delivery.owner for delivery in house.outbox] == [None]
        assert not [row for row in house.tables.agenda.values() if row.kind == "post"]


@pytest.mark.parametrize("passes", range(1, 12))
async def test_wherever_the_house_ends_a_line_stands_once(passes: int) -> None:
    """A crash at any point, and a start: said once, where the platform knows what it has."""
    with world() as house:
        circle = await Circle.begin(house)
        house.end_after(passes)
        try:
            await circle.say("We are here.")
            await circle.change(next(iter(house.tables.posts)), text="Changed.")
        except Killed:
            pass
        await house.restart()
        await _goes_on(house)
        was_kept = bool(house.tables.posts)
        assert len(circle.lines) == was_kept
        assert all(delivery.state in ENDED for delivery in house.outbox)


@pytest.mark.parametrize("receipt", [NotOpen(), Later(wait=timedelta(minutes=1)), MaybeSent()])
async def test_what_was_not_said_now_is_said_later_and_once(receipt: Later | MaybeSent | NotOpen) -> None:
    """A lane that has to wait says it after that; a send in doubt is asked about first."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.receipts = [receipt]
        await circle.say("We are here.")
        assert circle.lines == []
        house.engine.wake("chat/team")
        await _goes_on(house)
        assert circle.lines == ["We are here."]


async def test_a_change_waits_until_it_is_known_where_its_line_stands() -> None:
    """While a posting is in doubt nothing is posted a second time for a change of it."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.receipts = [MaybeSent()]
        house.chat.arrivals = [Arrival.NOT_NOW]
        said = await circle.say("We are here.")
        await circle.change(said, text="Changed.")
        assert circle.lines == []
        await _goes_on(house)
        assert circle.lines == ["Changed."]
        assert {delivery.state for delivery in house.outbox} == {DeliveryState.SENT}


async def test_a_change_in_doubt_is_made_again() -> None:
    """Done twice it is done once, so nobody has to be asked."""
    with world() as house:
        circle = await Circle.begin(house)
        said = await circle.say("We are here.")
        house.chat.channels.receipts = [MaybeSent()]
        await circle.change(said, text="Changed.")
        await _goes_on(house, DOUBT_PAUSE / timedelta(minutes=1) + 1)
        assert circle.lines == ["Changed."]


async def test_a_posting_that_had_arrived_is_not_posted_again_and_its_message_is_known() -> None:
    """A platform that finds it says which message it is."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.receipts = [MaybeSent()]
        house.chat.arrivals = [Sent(message="found")]
        said = await circle.say("We are here.")
        await _goes_on(house)
        assert (circle.lines, (await circle.post(said)).message) == ([], "found")


@pytest.mark.parametrize("why", Why)
async def test_a_closed_channel_is_told_once_to_who_looks_after_it(why: Why) -> None:
    """One plain sentence with what would help; told again only after something arrived in between."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.closed[TEAM] = why
        await circle.say("One.")
        await circle.say("Two.")
        [told] = circle.told
        assert "was not posted" in told
        house.chat.channels.closed.clear()
        await circle.say("Three.")
        assert circle.lines == ["Three."]
        house.chat.channels.closed[TEAM] = why
        await circle.say("Four.")
        assert circle.told == [told, told]


async def test_what_nobody_can_know_is_not_said_twice_and_is_told() -> None:
    """Where a platform cannot be asked, whoever looks after it is asked to look."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.receipts = [MaybeSent()]
        house.chat.arrivals = [Arrival.UNKNOWABLE]
        await circle.say("We are here.")
        await _goes_on(house)
        assert circle.lines == []
        [told] = circle.told
        assert "may not have arrived" in told


async def test_tried_too_often_it_is_parked_and_told() -> None:
    """Nothing is tried for ever."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.receipts = [MaybeSent()] * MOST_TRIES
        house.chat.arrivals = [Arrival.NOT_ARRIVED] * MOST_TRIES
        await circle.say("We are here.")
        await _goes_on(house, 60)
        assert circle.lines == []
        assert house.outbox[0].state is DeliveryState.PARKED
        assert len(circle.told) == 1


async def test_who_cannot_be_reached_holds_nothing_up() -> None:
    """That a channel is closed could not be told: what is said next still leaves."""
    with world() as house:
        circle = await Circle.begin(house)
        house.chat.channels.receipts = [Closed(why=Why.NO_RIGHTS)]
        house.chat.receipts = [Unreachable()]
        await circle.say("One.")
        await circle.say("Two.")
        assert circle.lines == ["Two."]
