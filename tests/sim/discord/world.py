"""Who and what is on the loopback Discord: users, guilds, channels, messages, files."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from tests.json_types import Json
from tests.sim.discord.answers import (
    channel_of_posts,
    missing_access,
    missing_permissions,
    thread_locked,
    unknown_channel,
    unknown_message,
)
from tests.sim.discord.ids import Ids
from tests.sim.discord.words import texts_of

SUPPRESS_EMBEDS, EPHEMERAL, LOADING, IS_COMPONENTS_V2 = 1 << 2, 1 << 6, 1 << 7, 1 << 15
"""Flags of messages. https://docs.discord.com/developers/resources/message#message-object-message-flags"""
RIGHTS = frozenset({"send", "send_in_threads", "begin_threads", "history"})
"""What an app's bot may be kept from in a channel that it can see."""


@dataclass(kw_only=True, eq=False)
class UserRecord:
    """A user, or the app's bot."""

    id: str
    name: str
    locale: str = "en-GB"
    is_bot: bool = False
    is_deleted: bool = False
    takes_dms: bool = True
    """Whether the app may write to them: not once they have closed their direct messages or blocked it."""
    has_installed: bool = False
    """Whether they added the app to their own account."""


@dataclass(kw_only=True, eq=False)
class GuildRecord:
    """A guild, which people call a server."""

    id: str
    name: str
    members: set[str] = field(default_factory=set)
    managers: set[str] = field(default_factory=set)
    """Those of them who have Manage Server."""
    channels: list[str] = field(default_factory=list)
    nicks: dict[str, str] = field(default_factory=dict)
    """What some of them are called there alone."""


@dataclass(kw_only=True, eq=False)
class File:
    """An uploaded file."""

    id: str
    name: str
    content: bytes
    description: str


@dataclass(kw_only=True, eq=False)
class Message:
    """A message as it stands now. An ephemeral one has `to`, the only user who sees it."""

    id: str
    channel: str
    author: str
    at: datetime
    content: str = ""
    components: list[Json] = field(default_factory=list)
    flags: int = 0
    kind: int = 0
    """0 for one that was posted, 20 for an answer to a command."""
    nonce: str | None = None
    edited_at: datetime | None = None
    to: str | None = None
    files: list[File] = field(default_factory=list)
    interaction: Json | None = None
    """What it answers, as `interaction_metadata` says it."""
    answers: str | None = None
    """The message that it names as the one it answers (`message_reference`)."""

    @property
    def is_ephemeral(self) -> bool:
        """Whether only one user sees it."""
        return bool(self.flags & EPHEMERAL)

    @property
    def is_loading(self) -> bool:
        """Whether it says that the app is thinking."""
        return bool(self.flags & LOADING)

    @property
    def text(self) -> str:
        """All that it says, as a person reads it."""
        return "\n".join(texts_of(self.content, self.components))


@dataclass(kw_only=True, eq=False)
class Channel:
    """A channel of a guild, a thread in one, or the direct messages of the app with one user.

    A channel of posts ("forum") holds no messages: each post in it is a thread. What the app may not do in a
    channel it may not do in the threads there.
    """

    id: str
    kind: Literal["dm", "text", "forum", "thread"]
    guild: str | None = None
    name: str | None = None
    user: str | None = None
    """The one whom direct messages are with."""
    parent: str | None = None
    """The channel that a thread is in."""
    owner: str | None = None
    """Who began a thread."""
    only: set[str] | None = None
    """Who is let in where not all members of the guild are; the app's bot may be among them."""
    denied: set[str] = field(default_factory=set)
    """What the app's bot may not do there, of `RIGHTS`."""
    is_archived: bool = False
    is_locked: bool = False
    messages: list[Message] = field(default_factory=list)

    def message(self, message_id: str) -> Message:
        """Return a message that stands in it for all.

        Raises:
            Refused: 10008, there is none, or it is ephemeral.
        """
        for message in reversed(self.messages):
            if message.id == message_id and not message.is_ephemeral:
                return message
        raise unknown_message()


class World:
    """Everything that Discord keeps, whether an app runs or not."""

    def __init__(self, ids: Ids) -> None:
        """Begin with the app and its bot alone."""
        self.ids = ids
        self.users: dict[str, UserRecord] = {}
        self.guilds: dict[str, GuildRecord] = {}
        self.channels: dict[str, Channel] = {}
        self.directs: dict[str, Channel] = {}
        """The direct messages that were ever opened, by user."""
        self.files: dict[str, File] = {}
        self.bot = self.add_user("reststop", is_bot=True)

    @property
    def application_id(self) -> str:
        """The id of the app, which is its bot's too, as with every app since 2016."""
        return self.bot.id

    def add_user(self, name: str, *, locale: str = "en-GB", is_bot: bool = False) -> UserRecord:
        """Make a user."""
        user = UserRecord(id=self.ids.lasting(f"user {name}"), name=name, locale=locale, is_bot=is_bot)
        self.users[user.id] = user
        return user

    def add_guild(self, name: str) -> GuildRecord:
        """Make a guild with the app's bot in it, and one channel."""
        guild = GuildRecord(id=self.ids.snowflake(), name=name, members={self.bot.id})
        self.guilds[guild.id] = guild
        self.add_channel(guild, "general")
        return guild

    def add_channel(
        self, guild: GuildRecord, name: str, *, kind: Literal["text", "forum"] = "text"
    ) -> Channel:
        """Make a channel that all members of a guild can read."""
        channel = Channel(id=self.ids.snowflake(), kind=kind, guild=guild.id, name=name)
        self.channels[channel.id] = channel
        guild.channels.append(channel.id)
        return channel

    def add_thread(self, parent: Channel, name: str, *, owner: str, under: Message | None = None) -> Channel:
        """Begin a thread in a channel. One that begins with a message has its id."""
        thread = Channel(
            id=under.id if under else self.ids.snowflake(),
            kind="thread",
            guild=parent.guild,
            name=name,
            parent=parent.id,
            owner=owner,
        )
        self.channels[thread.id] = thread
        return thread

    def threads(self, guild: GuildRecord) -> list[Channel]:
        """Return the threads of a guild."""
        return [each for each in self.channels.values() if each.kind == "thread" and each.guild == guild.id]

    def direct(self, user: str) -> Channel:
        """Return the direct messages of the app with a user, opened if they were not."""
        if user not in self.directs:
            channel = Channel(id=self.ids.lasting(f"direct {user}"), kind="dm", user=user)
            self.channels[channel.id] = self.directs[user] = channel
        return self.directs[user]

    def channel(self, channel_id: str) -> Channel:
        """Return a channel that the app can see.

        Raises:
            Refused: 10003, there is none; 50001, the app is not in its guild, or not let into it.
        """
        if channel_id not in self.channels:
            raise unknown_channel()
        channel = self.channels[channel_id]
        if channel.guild is not None and not self._is_let_in(self.bot.id, channel):
            raise missing_access()
        return channel

    def refuse_unless(self, channel: Channel, *rights: str) -> None:
        """Look whether the app may do something in a channel of a guild; in direct messages it may.

        Raises:
            Refused: 50013, it may not.
        """
        denied = channel.denied | (self.channels[channel.parent].denied if channel.parent else set())
        if denied & set(rights):
            raise missing_permissions()

    def refuse_post(self, channel: Channel) -> None:
        """Look whether the app may post in a channel. A thread that was archived is open again by it.

        Raises:
            Refused: 40058, only posts can be made there; 50013, the app may not; 160005, it is locked.
        """
        if channel.kind == "forum":
            raise channel_of_posts()
        self.refuse_unless(channel, "send_in_threads" if channel.kind == "thread" else "send")
        if channel.is_locked:
            raise thread_locked()

    def who_is_in(self, channel: Channel) -> list[UserRecord]:
        """Return the people who can read a channel."""
        if channel.guild is None:
            return [self.users[channel.user]] if channel.user else []
        members = self.guilds[channel.guild].members
        return [
            user
            for user in self.users.values()
            if user.id in members and not user.is_bot and self._is_let_in(user.id, channel)
        ]

    def _is_let_in(self, user: str, channel: Channel) -> bool:
        if channel.guild is None or user not in self.guilds[channel.guild].members:
            return False
        only = self.channels[channel.parent].only if channel.parent else channel.only
        return only is None or user in only

    def shares_a_guild(self, user: str) -> bool:
        """Whether a user is in a guild with the app's bot."""
        return any({user, self.bot.id} <= guild.members for guild in self.guilds.values())

    def who_reads(self, message: Message) -> list[UserRecord]:
        """Return the people on whose screen a message stands."""
        if message.to is not None:
            return [self.users[message.to]]
        return self.who_is_in(self.channels[message.channel])

    def add_file(self, name: str, content: bytes, description: str) -> File:
        """Keep an uploaded file."""
        file = File(id=self.ids.snowflake(), name=name, content=content, description=description)
        self.files[file.id] = file
        return file
