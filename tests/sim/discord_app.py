"""Tiny apps on the unmodified discord.py, against which the loopback Discord is tried."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import discord
import discord.gateway
import discord.http
from yarl import URL

from tests.json_types import Json
from tests.sim.discord import DiscordSim

GUILDS_AND_DMS = 4097


class App(discord.Client):
    """A client that keeps every event it got, and does what a test enters for an interaction or a message."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as discord.Client takes them
        """Ask for guilds and direct messages, unless `intents` says otherwise."""
        intents = options.pop("intents", GUILDS_AND_DMS)
        super().__init__(
            intents=discord.Intents._from_value(intents),  # noqa: SLF001 - there is no public way from a number
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            guild_ready_timeout=0.01,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            **options,
        )
        self.tree = discord.app_commands.CommandTree(self)
        self.heard: list[tuple[str, Any]] = []  # Any: each event has a type of its own
        self.on: Callable[[discord.Interaction], Awaitable[object]] | None = None
        self.on_words: Callable[[discord.Message], Awaitable[object]] | None = None

    def names(self) -> list[str]:
        """Return the names of what was heard."""
        return [name for name, _ in self.heard]

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Identify at once; the library waits five seconds."""
        del shard_id, initial

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Do what the test says."""
        self.heard.append(("interaction", interaction))
        if self.on is not None:
            await self.on(interaction)

    async def on_message(self, message: discord.Message) -> None:
        """Do what the test says, unless it is the app's own."""
        self.heard.append(("message", message))
        if self.on_words is not None and message.author != self.user:
            await self.on_words(message)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        """Note it."""
        self.heard.append(("message_edit", event))

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Note it."""
        self.heard.append(("message_delete", event))

    async def on_resumed(self) -> None:
        """Note it."""
        self.heard.append(("resumed", None))

    async def on_ready(self) -> None:
        """Note it."""
        self.heard.append(("ready", None))

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Note it."""
        self.heard.append(("guild_remove", guild))

    async def on_raw_member_remove(self, event: discord.RawMemberRemoveEvent) -> None:
        """Note it."""
        self.heard.append(("member_remove", event))


@contextmanager
def at(sim: DiscordSim) -> Iterator[None]:
    """Let discord.py look for Discord here: the two addresses are all that is changed."""
    before = discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY
    discord.http.Route.BASE = sim.api_url
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = URL(sim.gateway_url)
    try:
        yield
    finally:
        discord.http.Route.BASE, discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = before


@asynccontextmanager
async def running(sim: DiscordSim, app: App, *, token: str | None = None) -> AsyncIterator[App]:
    """Run an app until the block ends."""
    before = len(sim.gateway.ready)
    with at(sim):
        await app.login(token or sim.token)
        task = asyncio.get_running_loop().create_task(app.connect())
        try:
            await sim.connected(before + 1)
            await app.wait_until_ready()
            await sim.settled()
            yield app
        finally:
            becomes_ready = app._connection._ready_task  # noqa: SLF001 - it would dispatch after the end
            if becomes_ready is not None:
                await becomes_ready
            await app.close()
            await asyncio.gather(task, return_exceptions=True)


def button(custom_id: str, words: str, **more: object) -> Json:
    """Return a button."""
    return {"type": 2, "style": 2, "custom_id": custom_id, "label": words, **more}


def row(*components: Json) -> Json:
    """Return a row of controls."""
    return {"type": 1, "components": list(components)}


def words(text: str) -> Json:
    """Return a text of a layout."""
    return {"type": 10, "content": text}


def select(custom_id: str, *options: str, **more: object) -> Json:
    """Return a select."""
    offered = [{"label": each.capitalize(), "value": each} for each in options]
    return {"type": 3, "custom_id": custom_id, "options": offered, **more}


def field(custom_id: str, label: str, **more: object) -> Json:
    """Return a field for text in a modal."""
    component = {"type": 4, "custom_id": custom_id, "style": 2, **more}
    return {"type": 18, "label": label, "component": component}


def modal(*components: Json, custom_id: str = "form", title: str = "Title") -> Json:
    """Return a modal."""
    return {"custom_id": custom_id, "title": title, "components": list(components)}


NOBODY: Json = {"parse": []}


async def answer(interaction: discord.Interaction, kind: int, data: Json | None = None) -> object:
    """Answer an interaction first, with JSON as it is."""
    route = discord.http.Route(
        "POST",
        "/interactions/{webhook_id}/{webhook_token}/callback",
        webhook_id=interaction.id,
        webhook_token=interaction.token,
    )
    body: Json = {"type": kind} | ({} if data is None else {"data": data})
    return await interaction.client.http.request(route, json=body)
