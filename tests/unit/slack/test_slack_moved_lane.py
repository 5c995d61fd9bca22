"""A lane of Slack that is drained by one process now and by another then."""

from __future__ import annotations

from dataclasses import replace

from adapters.slack.line.pace import Pace
from adapters.slack.sending.chat import SlackChat
from bot.ports.chat import Later, Sent
from tests.sim.slack.limiter import Limits
from tests.unit.slack.line import line


async def test_a_lane_that_waited_keeps_its_pace_in_another_process() -> None:
    """Taken in turns by two, whose paces know nothing of each other, a workspace is never asked too often."""
    async with line(limits=Limits(posts_per_minute=3.1), pace=Pace(per_minute=3)) as here:
        chats = [here.chat, SlackChat(here.api, here.clock, pace=Pace(per_minute=3))]
        letters = [here.letter(here.workspace.user(f"n{number}"), bytes([number])) for number in range(32)]
        has_waited, turns = False, 0
        while letters:
            letter = replace(letters[0], has_waited=has_waited)
            receipt = await chats[turns % 2].send(letter)
            if isinstance(receipt, Later):
                has_waited, turns = True, turns + 1
                here.later(receipt.wait.total_seconds())
            else:
                assert receipt == Sent()
                letters.pop(0)
        assert turns > 10
        assert here.slack.limiter.refused == 0
