"""Discord keeps the contract of channels: in a text channel, and in a post of a forum, which is a thread."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack
from itertools import count

import pytest

from bot.domain.people import Account, Place
from bot.ports.chat import ChatPort, Why
from bot.surface.card import LinkButton
from bot.surface.inbound import InboundEvent, PersonChanged
from bot.surface.outcome import QUIET, Hear, Open, Outcome, Replace, Show
from tests.contract.channel_contract import LISTEN, WRITE, ChannelContract
from tests.contract.channel_stage import OpenChannel
from tests.contract.platform_stage import TODAY
from tests.contract.surface_samples import KIND
from tests.e2e.discord_hands import Hands
from tests.sim.discord import DiscordSim, Room, User
from tests.sim.discord.journal import Entry
from tests.sim.discord.markup import shown
from tests.sim.discord.reading import marked_up
from tests.sim.discord.world import IS_COMPONENTS_V2, SUPPRESS_EMBEDS, Message
from tests.sim.discord_surface import on_discord

_NUMBERS = count(1)
_CLOSINGS = {
    "text": (Why.GONE, Why.NOT_THERE, Why.NO_RIGHTS),
    "post": (Why.GONE, Why.LOCKED, Why.NOT_THERE, Why.NO_RIGHTS),
}
"""A text channel is neither archived nor locked; a thread that is archived opens again by a message."""


class DiscordChannel:
    """Two people in a channel of a server of their own."""

    def __init__(self, hear: Hear, discord: DiscordSim, opened: AsyncExitStack, kind: str) -> None:
        """Be in a channel of a kind, before a surface that stands until `opened` is closed."""
        self._core = hear
        self._discord = discord
        self._opened = opened
        guild = discord.guild(f"server {next(_NUMBERS)}")
        users = [discord.user(name, guilds=[]) for name in ("ana", "ben")]
        for user in users:
            guild.record.members.add(user.id)
        guild.call(users[1].record, "Ben from nights")
        room = guild.room("team", kind="forum" if kind == "post" else "text")
        self._room = room if kind == "text" else room.thread("evenings", users[0].record)
        self._above = room
        self._hands = {self._account(user): Hands(user, guild) for user in users}
        self._refs = {each.name: each.ref for each in (LISTEN, WRITE, KIND)}
        self._forms: dict[Account, str] = {}
        self.chat: ChatPort
        self.place = Place(surface="discord", workspace=discord.application_id, channel=self._room.id)
        self.place_name = self._room.record.name or ""
        ana, ben = self._hands
        self.people = (ana, ben)
        self.closings = _CLOSINGS[kind]

    async def arrive(self) -> None:
        """Connect."""
        stands = await self._opened.enter_async_context(on_discord(self._discord, self._hear))
        self.chat = stands.chat

    def called(self, who: Account) -> str:
        """Return their name in the server, or for all."""
        return "Ben from nights" if who == self.people[1] else "Ana"

    def mention(self, who: Account) -> str:
        """Return how a message calls them."""
        return f"<@{who.user}>"

    async def command(self, who: Account, text: str) -> None:
        """Type a command there."""
        await self._hands[who].command(text, room=self._room)

    async def talk(self, who: Account, text: str) -> None:
        """Write to the others."""
        await self._user(who).say(text, self._room)

    async def press(self, who: Account, name: str) -> None:
        """Press a button."""
        await self._hands[who].press(self._refs[name])

    async def choose(self, who: Account, name: str, *options: str) -> None:
        """Choose options."""
        await self._hands[who].choose(self._refs[name], options)

    async def fill(self, who: Account, values: Mapping[str, str]) -> None:
        """Type into the form that is open for them, and send it."""
        await self._hands[who].submit(self._forms[who], values, TODAY)

    def stands(self) -> Sequence[str]:
        """Return what stands in the channel and in the threads there, without what people wrote."""
        world, below = self._discord.core.world, self._room.id
        channels = [each for each in world.channels.values() if below in {each.id, each.parent}]
        found = [message for channel in channels for message in channel.messages]
        return [message.text for message in sorted(filter(self._is_ours, found), key=lambda one: int(one.id))]

    def below(self, message: str) -> Sequence[str]:
        """Return what stands in the thread that begins with a message, or names it."""
        world, above = self._discord.core.world, message.partition("/")[2]
        thread = world.channels.get(above)
        found = [*(thread.messages if thread else ()), *self._room.messages]
        ours = filter(self._is_ours, found)
        return [each.text for each in ours if above in {each.channel, each.answers}]

    def alone(self, who: Account) -> str:
        """Return what nobody else was shown."""
        return "\n".join(self._user(who).screen.alone)

    def calls(self) -> Sequence[str]:
        """Return what was made of the words in messages, and which of them let Discord draw previews."""
        sent = self._discord.journal.calls("POST /channels/*/messages", "PATCH /channels/*/messages/*")
        return [each for entry in sent for each in _made(entry)]

    async def close(self, why: Why) -> None:
        """Close it."""
        match why:
            case Why.GONE:
                self._room.delete()
            case Why.LOCKED:
                self._room.archive(locks=True)
            case Why.NOT_THERE:
                self._above.put_out()
            case Why.NO_RIGHTS:
                self._above.deny("send", "send_in_threads", "begin_threads")
            case Why.ARCHIVED:
                raise NotImplementedError

    async def open_again(self) -> None:
        """Open it."""
        self._room.unlock()
        self._above.let_in()
        self._above.allow()

    async def _hear(self, event: InboundEvent) -> Outcome:
        if isinstance(event, PersonChanged):
            return QUIET
        outcome = await self._core(event)
        for act in (outcome.first, *outcome.then):
            if isinstance(act, Open):
                self._forms[event.account] = act.form.ref
            elif isinstance(act, Show | Replace):
                controls = (each for each in act.card.controls if not isinstance(each, LinkButton))
                self._refs |= {each.name: each.ref for each in controls}
        return outcome

    def _account(self, user: User) -> Account:
        return Account(surface="discord", workspace=self._discord.application_id, user=user.id)

    def _user(self, who: Account) -> User:
        return self._hands[who].user

    def _is_ours(self, message: Message) -> bool:
        return not message.is_ephemeral and message.author == self._discord.core.world.bot.id


def _made(entry: Entry) -> Iterator[str]:
    """Walk what a client makes of a message: but for what sets the words of others apart, line by line."""
    flags = entry.args.get("flags") or 0
    if not flags & (SUPPRESS_EMBEDS | IS_COMPONENTS_V2):
        yield "previews"
    if entry.args.get("allowed_mentions") != {"parse": []}:
        yield "mentions"
    for text in [entry.args.get("content") or "", *marked_up(entry.args.get("components"))]:
        for line in text.split("\n"):
            yield from shown(line.removeprefix("> ")).made


class TestDiscordChannels(ChannelContract):
    """Discord, over its gateway and its API."""

    @pytest.fixture(params=["text", "post"])
    async def open_channel(self, request: pytest.FixtureRequest) -> AsyncIterator[OpenChannel]:
        """Open channels on a Discord of each test's own."""
        async with AsyncExitStack() as opened:
            discord = await opened.enter_async_context(DiscordSim())
            yield lambda hear: DiscordChannel(hear, discord, opened, request.param)
            assert discord.core.complaints == []


def test_a_room_is_one_of_a_server() -> None:
    """What the stage stands on: a channel of this name is made once."""
    guild = DiscordSim().guild()
    assert isinstance(guild.room("team"), Room)
    assert guild.room("team").id == guild.room("team").id
