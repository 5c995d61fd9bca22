"""Messages as they are posted, changed and removed, threads as they begin, and who is told."""

from __future__ import annotations

from collections.abc import Mapping

from tests.json_types import Json
from tests.sim.discord.answers import unknown_message
from tests.sim.discord.core import Core
from tests.sim.discord.objects import channel_shape, message_shape, with_ids
from tests.sim.discord.world import (
    EPHEMERAL,
    IS_COMPONENTS_V2,
    LOADING,
    SUPPRESS_EMBEDS,
    Channel,
    File,
    Message,
)

_KEPT_FLAGS = ~LOADING
_EDITABLE = SUPPRESS_EMBEDS | IS_COMPONENTS_V2

Files = Mapping[str, tuple[str, bytes]]
"""Uploaded parts: name and content, by the id that `attachments` gives them."""


def post(
    core: Core,
    channel: Channel,
    body: Json,
    files: Files,
    *,
    author: str,
    to: str | None = None,
    interaction: Json | None = None,
    kind: int = 0,
    answers: str | None = None,
) -> Message:
    """Let a message stand in a channel, show it, and tell the gateway unless it is ephemeral."""
    message = Message(
        id=core.ids.snowflake(),
        channel=channel.id,
        author=author,
        at=core.timers.clock.now(),
        content=body.get("content") or "",
        components=with_ids(body.get("components") or []),
        flags=(body.get("flags") or 0) & _KEPT_FLAGS,
        kind=19 if answers else kind,
        nonce=str(body["nonce"]) if body.get("nonce") is not None else None,
        to=to,
        files=_uploaded(core, body, files),
        interaction=interaction,
        answers=answers,
    )
    channel.messages.append(message)
    core.screens.show(message)
    tell(core, "MESSAGE_CREATE", message)
    return message


def change(core: Core, message: Message, body: Json, files: Files) -> None:
    """Change what a message says; a thinking one thinks no more."""
    if "content" in body:
        message.content = body["content"] or ""
    if "components" in body:
        message.components = with_ids(body["components"] or [])
    if body.get("flags") is not None:
        message.flags = (message.flags & ~SUPPRESS_EMBEDS) | (body["flags"] & _EDITABLE)
    if "attachments" in body or files:
        kept = {str(each["id"]) for each in body.get("attachments") or []}
        message.files = [file for file in message.files if file.id in kept] + _uploaded(core, body, files)
    was_loading = message.is_loading
    message.flags &= ~LOADING
    if not was_loading:
        message.edited_at = core.timers.clock.now()
    core.screens.show(message)
    tell(core, "MESSAGE_UPDATE", message)


def remove(core: Core, message: Message) -> None:
    """Let a message be gone.

    Raises:
        Refused: 10008, it is already.
    """
    channel = core.world.channels[message.channel]
    if message not in channel.messages:
        raise unknown_message()
    channel.messages.remove(message)
    if not message.is_ephemeral:
        told: Json = {"id": message.id, "channel_id": message.channel}
        if channel.guild is not None:
            told["guild_id"] = channel.guild
        core.emit("MESSAGE_DELETE", told, guild=channel.guild)
    core.pulse.beat()


def begin_thread(
    core: Core, parent: Channel, name: str, *, owner: str, under: Message | None = None
) -> Channel:
    """Let a thread begin, with a message or by itself: then it is a post of a channel that has only those."""
    thread = core.world.add_thread(parent, name, owner=owner, under=under)
    core.emit("THREAD_CREATE", channel_shape(thread, core.world), guild=parent.guild)
    return thread


def open_again(core: Core, channel: Channel) -> None:
    """Let a thread be archived no longer."""
    if channel.is_archived:
        channel.is_archived = False
        core.emit("THREAD_UPDATE", channel_shape(channel, core.world), guild=channel.guild)


def tell(core: Core, event: str, message: Message) -> None:
    """Say at the gateway what became of a message. Of an ephemeral one nothing is said."""
    if message.flags & EPHEMERAL:
        core.pulse.beat()
        return
    guild = core.world.channels[message.channel].guild
    core.emit(event, message_shape(message, core.world, core.url, in_event=True), guild=guild)


def thinking(core: Core, channel: Channel, *, to: str | None, interaction: Json) -> Message:
    """Let the words stand in a channel that the app is thinking."""
    flags = LOADING | (EPHEMERAL if to is not None else 0)
    message = Message(
        id=core.ids.snowflake(),
        channel=channel.id,
        author=core.world.bot.id,
        at=core.timers.clock.now(),
        flags=flags,
        kind=20,
        to=to,
        interaction=interaction,
    )
    channel.messages.append(message)
    tell(core, "MESSAGE_CREATE", message)
    return message


def _uploaded(core: Core, body: Json, files: Files) -> list[File]:
    described = {str(each.get("id")): each for each in body.get("attachments") or []}
    return [
        core.world.add_file(
            described.get(number, {}).get("filename") or name,
            content,
            described.get(number, {}).get("description") or "",
        )
        for number, (name, content) in files.items()
    ]
