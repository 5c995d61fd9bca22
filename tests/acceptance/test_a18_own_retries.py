"""A18: of an accepted-then-reset post there is 1 logical message: by looking (Slack), by nonce (Discord).

Nothing but our own code sends anything again: the Slack client has 0 retry handlers.
"""

from __future__ import annotations

import aiohttp

from adapters.slack.line.api import Client
from bot.ports.chat import Arrival, MaybeSent, Sent
from tests.sim.discord.faults import MESSAGES
from tests.unit.discord.line import discord_line
from tests.unit.discord.line import texts as discord_texts
from tests.unit.slack.line import SimTokens, line, texts

HELD_BY = (
    "tests/unit/slack/test_slack_chat.py::test_what_becomes_of_a_post_on_a_bad_day",
    "tests/unit/slack/test_slack_chat.py::test_a_letter_in_doubt_is_found_by_its_key",
    "tests/unit/discord/test_discord_doubts.py::test_a_fault_of_a_server_is_tried_again_and_the_letter_stands_there_once",
    "tests/unit/discord/test_discord_doubts.py::test_a_line_that_is_cut_leaves_a_doubt_which_its_conversation_settles",
    "tests/unit/discord/test_discord_doubts.py::test_a_second_one_within_minutes_is_the_first",
)


async def test_a18_slack_has_one_message_after_a_reset() -> None:
    """It was asked once; whoever looks finds it, and nothing is sent again."""
    async with line() as here:
        ana = here.workspace.user("ana")
        here.slack.faults.fail("chat.postMessage", "reset", accepted=True)
        letter = here.letter(ana)
        assert await here.chat.send(letter) == MaybeSent()
        assert await here.chat.was_sent(letter) is Arrival.ARRIVED
        assert (len(here.calls("chat.postMessage")), len(texts(ana))) == (1, 1)


async def test_a18_slacks_client_sends_nothing_again_by_itself() -> None:
    """No handler is left in it that would."""
    async with line() as here, aiohttp.ClientSession() as session:
        tokens: SimTokens = here.tokens
        client = Client(here.workspace.id, tokens, session=session, base_url=here.slack.url)
        assert client.retry_handlers == []


async def test_a18_discord_has_one_message_after_a_reset() -> None:
    """Sent again under its nonce, it is the first one."""
    async with discord_line() as here:
        ana = here.sim.user("ana")
        letter = here.letter(ana, conversation=here.opened(ana))
        here.sim.faults.cut(MESSAGES, accepted=True, how="reset")
        assert await here.chat.send(letter) == MaybeSent()
        assert isinstance(await here.chat.send(letter), Sent)
        assert len(here.calls(MESSAGES)) == 2
        assert len(discord_texts(ana)) == 1
