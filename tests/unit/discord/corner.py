"""A channel of a server before the loopback Discord, and the way out into it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from bot.domain.people import Place
from bot.ports.chat import Change, Posting, Receipt, Sent
from bot.surface.card import Block, Button, Buttons, Card, Reach, shared_words
from tests.sim.discord import Room
from tests.sim.discord.world import Message
from tests.unit.discord.line import DiscordLine, discord_line

THREADS = "POST /channels/*/messages/*/threads"
CHANNEL = "GET /channels/{channel}"
HEAR = Button(ref="1:hear", name="answer.hear", label="I hear you")


def card_of(*words: str) -> Card:
    """Return a card for everybody in a channel."""
    blocks: list[Block] = [shared_words(each) for each in words]
    blocks.append(Buttons(buttons=(HEAR,)))
    return Card(text_id="share", blocks=tuple(blocks), summary="A share.", reach=Reach.OPEN)


@dataclass
class Corner:
    """A channel of a server, and the way out into it."""

    line: DiscordLine
    room: Room
    keys: int = 0

    @property
    def place(self) -> Place:
        """The channel, to the core."""
        return Place(surface="discord", workspace=self.line.sim.application_id, channel=self.room.id)

    def posting(self, words: str, *, under: str = "") -> Posting:
        """Return a card on its way there."""
        self.keys += 1
        return Posting(key=self.keys.to_bytes(32, "little"), to=self.place, card=card_of(words), under=under)

    async def post(self, words: str, *, under: str = "") -> str:
        """Post a card; return what its message is called."""
        receipt = await self.line.chat.post(self.posting(words, under=under))
        assert isinstance(receipt, Sent)
        return receipt.message

    async def change(self, message: str, words: str | None) -> Receipt:
        """Let a message be another, or be gone."""
        to = card_of(words) if words is not None else None
        return await self.line.chat.change(Change(to=self.place, message=message, card=to))

    def threaded(self, handle: str) -> list[Message]:
        """Return what stands in the thread below a message."""
        message = next(each for each in self.room.record.messages if handle.endswith(f"/{each.id}"))
        thread = self.room.thread_of(message)
        return thread.messages if thread else []


@asynccontextmanager
async def corner(kind: str) -> AsyncIterator[Corner]:
    """Open a text channel, or a post in a channel of posts; each has a Discord of its own."""
    async with discord_line() as line:
        guild = line.sim.guild()
        if kind == "text":
            yield Corner(line, guild.room("team"))
        else:
            ana = line.sim.user("ana")
            yield Corner(line, guild.room("circles", kind="forum").thread("evenings", ana.record))
