"""Postings whose end is unknown: where Discord is asked, and what is known of them then."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.ports.chat import Arrival, MaybeSent, Sent
from tests.sim.discord.faults import MESSAGES
from tests.unit.discord.corner import CHANNEL, Corner, corner
from tests.unit.discord.line import HISTORY


@pytest.fixture
async def here() -> AsyncIterator[Corner]:
    """A text channel."""
    async with corner("text") as text_channel:
        yield text_channel


@pytest.fixture(params=["text", "post"])
async def anywhere(request: pytest.FixtureRequest) -> AsyncIterator[Corner]:
    """One, or a post."""
    async with corner(request.param) as either:
        yield either


async def test_one_in_doubt_is_found_with_its_message(anywhere: Corner) -> None:
    """In the channel, in the thread below a message, and in a post: so that it can be changed later."""
    opening = await anywhere.post("Opening.")
    for under in ("", opening):
        posting = anywhere.posting("One.", under=under)
        anywhere.line.sim.faults.cut(MESSAGES, accepted=True)
        assert await anywhere.line.chat.post(posting) == MaybeSent()
        found = await anywhere.line.chat.was_sent(posting)
        assert isinstance(found, Sent)
        assert await anywhere.change(found.message, "Taken back.") == found
        assert await anywhere.line.chat.post(posting) == found


async def test_one_that_never_came_is_not_found(anywhere: Corner) -> None:
    """Also where there is no thread yet, and where another one says and offers the same."""
    opening = await anywhere.post("Opening.")
    lost = anywhere.posting("Opening.")
    below = anywhere.posting("One.", under=opening)
    anywhere.line.sim.faults.cut(MESSAGES, accepted=False)
    assert await anywhere.line.chat.post(lost) == MaybeSent()
    assert await anywhere.line.chat.was_sent(lost) is Arrival.NOT_ARRIVED
    assert await anywhere.line.chat.was_sent(below) is Arrival.NOT_ARRIVED


async def test_where_discord_tells_no_nonce_it_is_known_by_what_it_offers(here: Corner) -> None:
    """As a letter is."""
    posting = here.posting("One.")
    sent = await here.line.chat.post(posting)
    here.room.messages[0].nonce = None
    assert await here.line.chat.was_sent(posting) == sent


async def test_what_cannot_be_asked_is_asked_later_or_never(here: Corner) -> None:
    """A channel that is closed says so to the next posting."""
    posting = here.posting("One.", under=await here.post("Opening."))
    for route in (CHANNEL, HISTORY):
        here.line.sim.faults.page(route, 503, times=5)
        assert await here.line.chat.was_sent(posting) is Arrival.NOT_NOW
        here.line.sim.faults.clear()
    here.line.sim.faults.answer(HISTORY, 200, b'[{"id": 5}, "no message"]')
    assert await here.line.chat.was_sent(posting) is Arrival.NOT_ARRIVED
    here.room.put_out()
    assert await here.line.chat.was_sent(here.posting("Two.")) is Arrival.NOT_ARRIVED


async def test_where_so_much_was_said_since_that_it_cannot_be_seen_nobody_can_know(here: Corner) -> None:
    """A hundred messages of the last hours."""
    ana = here.line.sim.user("ana")
    for number in range(100):
        await ana.say(f"{number}", here.room)
    assert await here.line.chat.was_sent(here.posting("One.")) is Arrival.UNKNOWABLE


async def test_where_history_may_not_be_read_its_nonce_keeps_it_from_standing_there_twice(
    here: Corner,
) -> None:
    """Discord shows nothing then, and refuses nothing."""
    posting = here.posting("One.")
    sent = await here.line.chat.post(posting)
    here.room.deny("history")
    assert await here.line.chat.was_sent(posting) is Arrival.NOT_ARRIVED
    assert await here.line.chat.post(posting) == sent
    assert len(here.room.messages) == 1
