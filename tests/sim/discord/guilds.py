"""Guilds, and what happens to them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection
from typing import Literal

from tests.json_types import Json
from tests.sim.discord.channels import Room
from tests.sim.discord.core import Core
from tests.sim.discord.objects import channel_shape, guild_shape, member_shape, user_shape
from tests.sim.discord.world import Channel, GuildRecord, Message, UserRecord


class Guild:
    """One guild, with its members and channels."""

    def __init__(self, core: Core, record: GuildRecord, settled: Callable[[None], Awaitable[None]]) -> None:
        """Stand for `record`."""
        self._core = core
        self._settled = settled
        self.record = record

    @property
    def id(self) -> str:
        """Its id."""
        return self.record.id

    @property
    def name(self) -> str:
        """Its name."""
        return self.record.name

    @property
    def channel(self) -> Channel:
        """Its first channel."""
        return self._core.world.channels[self.record.channels[0]]

    @property
    def messages(self) -> list[Message]:
        """What stands in its channels for all members; oldest first."""
        world = self._core.world
        channels = [world.channels[each] for each in self.record.channels] + world.threads(self.record)
        found = [each for channel in channels for each in channel.messages if not each.is_ephemeral]
        return sorted(found, key=lambda message: int(message.id))

    def room(
        self,
        name: str,
        *,
        kind: Literal["text", "forum"] = "text",
        only: Collection[str] | None = None,
    ) -> Room:
        """Return the channel of this name, made on first mention, with the app in it.

        `only` are the ids of those who are let in where not everybody is.
        """
        world = self._core.world
        for each in self.record.channels:
            if world.channels[each].name == name:
                return Room(self._core, world.channels[each])
        made = world.add_channel(self.record, name, kind=kind)
        made.only = None if only is None else {*only, world.bot.id}
        self._core.emit("CHANNEL_CREATE", channel_shape(made, world), guild=self.id)
        return Room(self._core, made)

    def call(self, user: UserRecord, nick: str) -> None:
        """Let a member be called something here alone."""
        self.record.nicks[user.id] = nick

    async def take_in(self, user: UserRecord) -> None:
        """Let somebody be a member."""
        self.record.members.add(user.id)
        told: Json = member_shape(user) | {"guild_id": self.id}
        self._core.emit("GUILD_MEMBER_ADD", told, guild=self.id)
        await self._settled(None)

    async def let_go(self, user: UserRecord) -> None:
        """Let somebody be no member any more."""
        self.record.members.discard(user.id)
        self.record.managers.discard(user.id)
        told: Json = {"guild_id": self.id, "user": user_shape(user)}
        self._core.emit("GUILD_MEMBER_REMOVE", told, guild=self.id)
        await self._settled(None)

    async def remove_app(self) -> None:
        """Put the app out, as an admin does."""
        self.record.members.discard(self._core.world.bot.id)
        self._core.emit("GUILD_DELETE", {"id": self.id}, guild=self.id)
        await self._settled(None)

    async def add_app(self) -> None:
        """Add the app again. Such a guild says nothing of being out of reach, unlike one that is back."""
        self.record.members.add(self._core.world.bot.id)
        told = guild_shape(self.record, self._core.world)
        told.pop("unavailable")
        self._core.emit("GUILD_CREATE", told, guild=self.id)
        await self._settled(None)

    async def fail(self, *, is_over: bool = False) -> None:
        """Be out of reach for a while, as in an outage of Discord's; or be back."""
        if is_over:
            self._core.emit("GUILD_CREATE", guild_shape(self.record, self._core.world), guild=self.id)
        else:
            self._core.emit("GUILD_DELETE", {"id": self.id, "unavailable": True}, guild=self.id)
        await self._settled(None)
