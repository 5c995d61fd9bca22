"""What becomes of the app's messages: they stand in a channel, are seen, changed and taken away."""

from __future__ import annotations

from collections.abc import Sequence

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.controls import first_state, with_ids
from tests.sim.slack.core import Core
from tests.sim.slack.objects import message_shape
from tests.sim.slack.payloads import message_changed, message_deleted, message_posted
from tests.sim.slack.refusals import refuse_bad_message
from tests.sim.slack.words import text_of
from tests.sim.slack.world import TOMBSTONE, Channel, File, Message, Team


def post(
    core: Core,
    team: Team,
    channel: Channel,
    body: Json,
    *,
    to: str | None = None,
    files: Sequence[File] = (),
    ts: str | None = None,
    thread: str | None = None,
) -> Message:
    """Let the app say something in a channel, below a message there, or to one user alone.

    Raises:
        Refused: as `refuse_bad_message`.
    """
    if core.lints and not files:
        refuse_bad_message(body)
    blocks = with_ids(body.get("blocks") or [], core.ids)
    message = Message(
        ts=ts or core.world.new_ts(),
        channel=channel.id,
        user=team.bot_user,
        text=str(body.get("text") or ""),
        blocks=blocks,
        bot_id=team.bot_id,
        metadata=body.get("metadata"),
        to=to,
        thread_ts=thread,
        files=list(files),
        state=first_state(blocks),
    )
    core.world.post(channel, message)
    show(core, team, channel, message)
    _tell(core, team, channel, message, message_posted(message, channel, team))
    return message


def change(core: Core, team: Team, channel: Channel, message: Message, body: Json) -> None:
    """Let the app say something else in the place of a message. What it leaves out stays as it was.

    Raises:
        Refused: as `refuse_bad_message`.
    """
    given = {key: body[key] for key in ("text", "blocks", "metadata") if body.get(key) is not None}
    if core.lints:
        refuse_bad_message({"text": message.text, "blocks": message.blocks} | given)
    before = message_shape(message, team, core.world.app_id)
    message.text = str(given.get("text", message.text))
    if "blocks" in given:
        message.blocks = with_ids(given["blocks"], core.ids)
        message.state = first_state(message.blocks, message.state)
    message.metadata = given.get("metadata", message.metadata)
    message.edited = core.world.new_ts()
    show(core, team, channel, message)
    event = message_changed(message, before, channel, team, message.edited)
    _tell(core, team, channel, message, event)


def remove(core: Core, team: Team, channel: Channel, message: Message) -> None:
    """Take a message away. Where others stand below it, something stays in its place that says so.

    Raises:
        Refused: message_not_found, if it is gone already.
    """
    if message not in channel.messages:
        raise Refused("message_not_found")
    if channel.below(message.ts):
        message.text, message.blocks, message.subtype = "This message was deleted.", [], TOMBSTONE
    else:
        channel.messages.remove(message)
    event = message_deleted(message, channel, team, core.world.new_ts())
    _tell(core, team, channel, message, event)


def show(core: Core, team: Team, channel: Channel, message: Message) -> None:
    """Note on the screens of those in the channel what a message says now."""
    for user in [message.to] if message.to else sorted(channel.members):
        member = team.members[user]
        if not member.is_bot:
            is_shared = channel.kind != "im" and not message.is_ephemeral
            core.screens.see(member, text_of(message.text, message.blocks), shared=is_shared)


def _tell(core: Core, team: Team, channel: Channel, message: Message, event: Json) -> None:
    """An app that listens to message.im hears of its own messages too; of ephemeral ones nobody hears."""
    if channel.kind == "im" and not message.is_ephemeral:
        core.emit(team, "message.im", event)
