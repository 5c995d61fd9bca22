"""Slack keeps the channel contract: the real SDK, and two people in a channel of a loopback Slack."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.people import Account, Place
from bot.ports.chat import Change, ChatPort, Posting, Receipt, Why
from bot.surface.card import Card, LinkButton
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Hear, Open, Outcome, Replace, Show
from bot.testing.time import ManualClock
from tests.contract.channel_contract import ChannelContract
from tests.contract.channel_stage import OpenChannel
from tests.contract.platform_stage import TODAY
from tests.e2e.slack_hands import Hands
from tests.sim.slack import Channel, SlackSim
from tests.sim.slack.calling import calls_in
from tests.sim.slack.words import text_of
from tests.sim.slack.world import Message
from tests.sim.slack_surface import on_slack


class _Noted:
    """A way out whose cards are remembered by name: refs alone are carried."""

    def __init__(self, chat: ChatPort, refs: dict[str, str]) -> None:
        self._chat = chat
        self._refs = refs
        self.capabilities = chat.capabilities
        self.send, self.foresee = chat.send, chat.foresee
        self.was_sent, self.take_back = chat.was_sent, chat.take_back

    async def post(self, posting: Posting) -> Receipt:
        """Post."""
        _remember(self._refs, posting.card)
        return await self._chat.post(posting)

    async def change(self, change: Change) -> Receipt:
        """Change."""
        if change.card:
            _remember(self._refs, change.card)
        return await self._chat.change(change)


class SlackChannelStage:
    """A public channel of Slack."""

    closings = (Why.ARCHIVED, Why.NOT_THERE, Why.NO_RIGHTS)
    """Not GONE: of a channel that was deleted Slack says no more than of one in which Reststop is not. Not
    LOCKED: Slack locks threads, and no channel (tests/unit/slack/test_slack_channels.py)."""
    place_name = "quay"

    def __init__(self, hear: Hear, slack: SlackSim, clock: ManualClock, opened: AsyncExitStack) -> None:
        """Make a channel on `slack`, with a surface that stands until `opened` is closed."""
        self._core = hear
        self._slack = slack
        self._clock = clock
        self._opened = opened
        self._here = slack.workspace()
        people = (self._here.user("ana"), self._here.user("ben"))
        self._channel: Channel = self._here.channel(self.place_name, *people)
        self.place = Place(surface="slack", workspace=self._here.id, channel=self._channel.id)
        first, second = (Account(surface="slack", workspace=self._here.id, user=each.id) for each in people)
        self.people = (first, second)
        self._hands = {first: Hands(people[0]), second: Hands(people[1])}
        self._refs: dict[str, str] = {}
        self._forms: dict[Account, str] = {}
        self.chat: ChatPort

    async def arrive(self) -> None:
        """Connect the surface."""
        here = on_slack(self._slack, self._hear, clock=self._clock, nap=self._nap)
        stands = await self._opened.enter_async_context(here)
        self.chat = _Noted(stands.chat, self._refs)

    def called(self, who: Account) -> str:
        """Return what their profile says."""
        return self._hands[who].user.member.name

    def mention(self, who: Account) -> str:
        """Return how Slack marks a mention."""
        return f"<@{who.user}>"

    async def command(self, who: Account, text: str) -> None:
        """Type it in the channel."""
        await self._hands[who].user.command(f"/reststop {text}", self._channel)
        await self._slack.settled()

    async def talk(self, who: Account, text: str) -> None:
        """Write in the channel."""
        await self._hands[who].user.talk(self._channel, text)
        await self._slack.settled()

    async def press(self, who: Account, name: str) -> None:
        """Press a button."""
        await self._hands[who].press(self._refs[name])
        await self._slack.settled()

    async def choose(self, who: Account, name: str, *options: str) -> None:
        """Choose options."""
        await self._hands[who].choose(self._refs[name], options)
        await self._slack.settled()

    async def fill(self, who: Account, values: Mapping[str, str]) -> None:
        """Type into their form, and send it."""
        await self._hands[who].submit(self._forms[who], values, TODAY)
        await self._slack.settled()

    def stands(self) -> Sequence[str]:
        """Return what the bot posted there."""
        return self._words(self._channel.messages)

    def below(self, message: str) -> Sequence[str]:
        """Return what the bot posted in the thread of a message."""
        return self._words(self._channel.below(message.rpartition(":")[2]))

    def alone(self, who: Account) -> str:
        """Return what their screen showed that nobody else saw."""
        return "\n".join(self._hands[who].user.alone)

    def calls(self) -> Sequence[str]:
        """Return what was more than words in all that was posted or changed there."""
        asked = self._slack.journal.calls("chat.postMessage", "chat.update")
        sent = (each.args for each in asked if each.args["channel"] == self._channel.id)
        return [found for args in sent for found in calls_in(args)]

    async def close(self, why: Why) -> None:
        """Close it, as people close a channel in Slack."""
        match why:
            case Why.ARCHIVED:
                self._channel.is_archived = True
            case Why.NOT_THERE:
                self._channel.members.discard(self._here.team.bot_user)
            case _:
                self._channel.lets_apps_post = False

    async def open_again(self) -> None:
        """Let it be as it was."""
        self._channel.is_archived, self._channel.lets_apps_post = False, True
        self._channel.members.add(self._here.team.bot_user)

    async def _nap(self, seconds: float) -> None:
        """Let the time go by that a channel has to rest between two messages."""
        self._clock.move_to(self._clock.now() + timedelta(seconds=seconds))

    def _words(self, messages: Sequence[Message]) -> list[str]:
        ours = (each for each in messages if each.bot_id and not each.is_tombstone and not each.is_ephemeral)
        return [text_of(each.text, each.blocks) for each in ours]

    async def _hear(self, event: InboundEvent) -> Outcome:
        outcome = await self._core(event)
        for act in (outcome.first, *outcome.then):
            if isinstance(act, Show | Replace):
                _remember(self._refs, act.card)
            elif isinstance(act, Open):
                self._forms[event.account] = act.form.ref
        return outcome


def _remember(refs: dict[str, str], drawn: Card) -> None:
    refs.update((each.name, each.ref) for each in drawn.controls if not isinstance(each, LinkButton))


class TestSlackChannel(ChannelContract):
    """Slack, in Socket Mode."""

    @pytest.fixture
    async def open_channel(self) -> AsyncIterator[OpenChannel]:
        """Make channels on a Slack of each test's own."""
        async with AsyncExitStack() as opened:
            clock = ManualClock(datetime(2026, 1, 5, 8, tzinfo=UTC))
            slack = await opened.enter_async_context(SlackSim(clock=clock))
            yield lambda hear: SlackChannelStage(hear, slack, clock, opened)
