"""One session with Discord's gateway: what discord.py hears goes to the surface, and nothing of it is kept.

discord.py resumes a session that was cut by itself, and begins another where Discord has ended it. Whatever
else happens ends the client, and `gateway.py` makes a new one.
"""

from __future__ import annotations

import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Protocol, TypedDict, cast

import discord

from adapters.discord import asks, limits
from adapters.discord.hearing.inbound import Given, Said
from adapters.discord.line.strikes import Strikes
from adapters.discord.text import Json
from bot.errors import place_of
from bot.ports.time import Clock
from bot.ports.vault import Secret

_log = logging.getLogger(__name__)

INTENTS = discord.Intents(**asks.intents())
"""Servers, and direct messages with Reststop. Neither is privileged: words in a direct message with an app
come along all the same (Discord's documentation, "Message Content Intent")."""

Sleep = Callable[[float], Awaitable[object]]
_Parse = Callable[[Any], None]  # Any: whatever Discord says
_OF_PEOPLE = ("INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE")
"""The events that come of somebody, each a thing by itself."""


class Hears(Protocol):
    """What is handed what a session hears: `adapters.discord.app.DiscordSurface`. It answers by itself."""

    async def take(self, given: Given, interaction: discord.Interaction) -> None:
        """Take what somebody did with a command, a control or a form, or types where choices are offered."""
        ...

    async def said(self, said: Said) -> None:
        """Take what somebody wrote in a direct message."""
        ...

    async def edited(self, said: Said) -> None:
        """Take what such a message says now."""
        ...

    async def deleted(self, application: str, channel: str, message: str) -> None:
        """Take that such a message is gone."""
        ...

    async def joined(self, server: str) -> None:
        """Take that the bot was added to a server."""
        ...

    async def left(self, server: str) -> None:
        """Take that the bot was removed from a server."""
        ...

    async def found(self, servers: Collection[str], is_heard: Callable[[str], bool]) -> None:
        """Take in which servers the bot is, as a session begins; of others `is_heard` says whose they are."""
        ...

    async def settled(self) -> None:
        """Return when all that was taken is answered."""
        ...


def hush() -> None:
    """Let discord.py say nothing: at DEBUG it prints all that comes, and tracebacks hold what was sent."""
    library = logging.getLogger("discord")
    library.handlers, library.propagate = [logging.NullHandler()], False


class Turnstile:
    """Lets sessions of one process begin one after another, as Discord asks."""

    def __init__(self, clock: Clock, sleep: Sleep) -> None:
        """Let the first one through at once."""
        self._clock = clock
        self._sleep = sleep
        self._turn = asyncio.Lock()
        self._last: float | None = None

    async def passed(self) -> None:
        """Return when a session may begin."""
        async with self._turn:
            if self._last is not None:
                left = self._last + limits.IDENTIFY_EVERY - self._clock.elapsed()
                await self._sleep(max(left, limits.INVALID_RESTS))
            self._last = self._clock.elapsed()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One shard of so many, whose sessions begin behind a turnstile."""

    shard: int
    of: int
    turnstile: Turnstile

    def hears_of(self, server: str) -> bool:
        """Whether this shard is told of a server.

        https://discord.com/developers/docs/events/gateway#sharding-sharding-formula
        """
        return (int(server) >> 22) % self.of == self.shard


class Ear(discord.Client):
    """A client for one shard, used once."""

    def __init__(self, surface: Hears, token: Secret, clock: Clock, part: Part, *, strikes: Strikes) -> None:
        """Let `surface` hear what comes to a part of all servers."""
        super().__init__(
            intents=INTENTS,
            shard_id=part.shard,
            shard_count=part.of,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            guild_ready_timeout=0.0,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=limits.WAITS_LONGEST,
            http_trace=strikes.trace(),
        )
        parsers = self._connection.parsers  # no option lets one event fail by itself
        parsers.update({name: _outlived(parsers[name]) for name in _OF_PEOPLE})
        self._surface = surface
        self._token = token
        self._part = part
        self._elapsed = clock.elapsed
        self.opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done once there was a session."""
        self.hears = False
        """Whether there is one now."""
        self.good_at = clock.elapsed()
        """When there was one last, or none was asked for yet."""
        self.last_event: float | None = None
        self._running: asyncio.Task[None] | None = None

    def begin(self) -> asyncio.Task[None]:
        """Log in and connect; the task ends, or fails, when that is over."""
        self._running = asyncio.get_running_loop().create_task(self.start(self._token.reveal()))
        return self._running

    async def end(self, *, finished_within: float) -> None:
        """Take nothing more in, let what runs be answered, and close; no broken line holds it up."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.wait({self._running})
        self.hears = False
        with suppress(Exception):
            async with asyncio.timeout(limits.FAREWELL):
                if self.ws is not None:  # None before the first session, whatever its type says
                    await self.ws.close(code=1000)
        with suppress(Exception):
            async with asyncio.timeout(finished_within):
                await asyncio.sleep(0)  # what discord.py has just handed on begins
                await self._surface.settled()
        with suppress(Exception):
            async with asyncio.timeout(limits.FAREWELL):
                await self.close()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Begin a session when it is its turn."""
        del shard_id, initial
        await self._part.turnstile.passed()

    async def on_connect(self) -> None:
        """A session began."""
        self._is_heard()
        if not self.opened.done():
            self.opened.set_result(None)

    async def on_ready(self) -> None:
        """It is known in which servers the bot is: who was removed while nobody listened is not told of."""
        servers = {str(guild.id) for guild in self.guilds}
        await self._surface.found(servers, self._part.hears_of)

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """The bot was added to a server."""
        await self._surface.joined(str(guild.id))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed from a server. One that is out of reach for a while is no such."""
        await self._surface.left(str(guild.id))

    async def on_resumed(self) -> None:
        """A session goes on, and what happened meanwhile comes."""
        self._is_heard()

    async def on_disconnect(self) -> None:
        """It is cut, or could not be made."""
        if self.hears:
            self.good_at = self._elapsed()
        self.hears = False

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Somebody used a command or a control, sent a form, or types where choices are offered."""
        self.last_event = self._elapsed()
        await self._surface.take(_given_in(interaction), interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Somebody wrote."""
        self.last_event = self._elapsed()
        if message.guild is None and not message.author.bot:
            await self._surface.said(self._said_in(message))

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Somebody changed what they wrote."""
        self.last_event = self._elapsed()
        if event.guild_id is None and not event.message.author.bot:
            await self._surface.edited(self._said_in(event.message))

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Somebody removed what they wrote."""
        self.last_event = self._elapsed()
        if event.guild_id is None:
            channel, message = str(event.channel_id), str(event.message_id)
            await self._surface.deleted(str(self.application_id), channel, message)

    async def on_error(self, event_method: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever discord.py handed on
        """Log what fails by its type: discord.py would print all of it."""
        del args, kwargs
        fault = sys.exc_info()[1] or RuntimeError()
        _log.error("%s failed: %s at %s", event_method, type(fault).__name__, place_of(fault))

    def _said_in(self, message: discord.Message) -> Said:
        return Said(
            id=str(message.id),
            application=str(self.application_id),
            user=str(message.author.id),
            channel=str(message.channel.id),
            content=message.content,
            edited_at=message.edited_at.isoformat() if message.edited_at else "",
            called=message.author.display_name,
        )

    def _is_heard(self) -> None:
        self.hears, self.good_at = True, self._elapsed()


def _outlived(parse: _Parse) -> _Parse:
    """Return what parses an event as before, and outlives one of a shape that discord.py does not know.

    It would end the session, with all that was said in between to anybody.
    """

    def parsed(data: Any) -> None:  # noqa: ANN401 - whatever Discord says
        try:
            parse(data)
        except Exception as fault:  # noqa: BLE001 - one event, and not everybody's session
            _log.error("an event was not understood: %s at %s", type(fault).__name__, place_of(fault))

    return parsed


def _given_in(interaction: discord.Interaction) -> Given:
    message = interaction.message
    return Given(
        id=str(interaction.id),
        type=interaction.type.value,
        application=str(interaction.application_id),
        user=str(interaction.user.id),
        guild=_others_at(interaction),
        channel=str(interaction.channel_id or ""),
        data=cast("Json", interaction.data or {}),  # one of three TypedDicts of discord.py
        message=str(message.id) if message else "",
        flags=message.flags.value if message else 0,
        server=str(interaction.guild_id) if interaction.is_guild_integration() else "",
        permissions=interaction.permissions.value,
        called=interaction.user.display_name,
        **_room_of(interaction),
    )


class _Room(TypedDict, total=False):
    room: str
    room_name: str


def _room_of(interaction: discord.Interaction) -> _Room:
    """Return in which channel of a server something was done.

    A thread that the bot began stands below a message of its own: what is done there belongs to the channel.
    """
    if interaction.guild_id is None or interaction.channel_id is None:
        return {}
    channel = interaction.channel
    if isinstance(channel, discord.Thread) and channel.owner_id == interaction.application_id:
        above = channel.parent
        return {"room": str(channel.parent_id), "room_name": above.name if above else ""}
    name = channel.name if isinstance(channel, discord.abc.GuildChannel | discord.Thread) else ""
    return {"room": str(interaction.channel_id), "room_name": name}


def _others_at(interaction: discord.Interaction) -> str:
    """Return where others are too: a server, or a conversation of several; "" in one's own with Reststop."""
    if interaction.guild_id is None and interaction.context.private_channel:
        return str(interaction.channel_id)
    return str(interaction.guild_id or "")
