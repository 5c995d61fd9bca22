"""Routes with which interactions are answered: the first answer, and what follows it.

https://docs.discord.com/developers/interactions/receiving-and-responding
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.answers import Refused, bad_form, unknown_message
from tests.sim.discord.core import NOT_ANSWERED, Core
from tests.sim.discord.interactions import (
    CHOICES,
    COMMAND,
    COMPONENT,
    DEFER,
    DEFER_UPDATE,
    REPLY,
    SUBMIT,
    UPDATE,
    Interaction,
    answers_to,
)
from tests.sim.discord.modals import Modal
from tests.sim.discord.objects import message_shape, user_shape
from tests.sim.discord.posting import change, post, remove, thinking
from tests.sim.discord.refusals import refuse_bad_callback, refuse_bad_edit, refuse_bad_follow
from tests.sim.discord.routes import Call, route
from tests.sim.discord.world import EPHEMERAL, Message

FOLLOWUPS_WITHOUT_GUILD_INSTALL = 5


@route("POST", "/interactions/{interaction}/{token}/callback", by_token=True)
def callback(call: Call) -> Json | None:
    """Answer first."""
    core = call.core
    interaction = core.interactions.to_answer(call.params["interaction"], call.params["token"])
    answer, data = call.body.get("type"), call.body.get("data") or {}
    refuse_bad_callback(core, call.body, interaction)
    if answer not in answers_to(interaction.kind, has_message=interaction.message is not None):
        raise bad_form("type", "BASE_TYPE_CHOICES", "This type of answer is not taken here.")
    if answer == REPLY:
        interaction.original = _reply(call, interaction, data)
    elif answer == DEFER:
        to = interaction.user.id if (data.get("flags") or 0) & EPHEMERAL else None
        metadata = _metadata(interaction)
        interaction.original = thinking(core, interaction.channel, to=to, interaction=metadata)
        core.timers.after(core.interactions.token_seconds, lambda: _think_no_more(core, interaction))
    elif answer == DEFER_UPDATE:
        interaction.original = interaction.message
    elif answer == UPDATE:
        assert interaction.message is not None
        if interaction.message not in interaction.channel.messages:
            raise unknown_message()
        change(core, interaction.message, data, call.files)
        interaction.original = interaction.message
    elif answer == CHOICES:
        interaction.choices = data.get("choices", [])
    else:
        screen = core.screens.of(interaction.user)
        screen.modal = Modal(data, interaction.channel, interaction.message)
        core.screens.see(interaction.user, screen.modal.text)
    core.interactions.answered(interaction, answer)
    if interaction.kind == SUBMIT and interaction.modal is core.screens.of(interaction.user).modal:
        core.screens.of(interaction.user).modal = None
    if call.query.get("with_response") in {"1", "true", "True"}:
        return _answered(call, interaction)
    return None


@route("POST", "/webhooks/{application}/{token}", by_token=True)
def follow(call: Call) -> Json | None:
    """Say more. After a deferral the first of these takes the place of the thinking message."""
    core, interaction = call.core, _interaction(call)
    refuse_bad_follow(core, call.body)
    original = interaction.original
    if original is not None and original.is_loading:
        change(core, original, call.body, call.files)
        return _shape(call, original)
    interaction.followed += 1
    if "0" not in interaction.owners and interaction.followed > FOLLOWUPS_WITHOUT_GUILD_INSTALL:
        raise Refused(400, 40094, "This interaction has reached the maximum number of follow-up messages.")
    return _shape(call, _reply(call, interaction, call.body))


@route("GET", "/webhooks/{application}/{token}/messages/{message}", by_token=True)
def one(call: Call) -> Json:
    """Return a message that answers, or the one that is worked on."""
    return _shape(call, _message(call))


@route("PATCH", "/webhooks/{application}/{token}/messages/{message}", by_token=True)
def edit(call: Call) -> Json:
    """Change a message that answers, or the one that is worked on."""
    message = _message(call)
    refuse_bad_edit(call.core, call.body, message)
    change(call.core, message, call.body, call.files)
    return _shape(call, message)


@route("DELETE", "/webhooks/{application}/{token}/messages/{message}", by_token=True)
def delete(call: Call) -> None:
    """Delete a message that answers, or the one that is worked on."""
    remove(call.core, _message(call))


def _interaction(call: Call) -> Interaction:
    application, token = call.params["application"], call.params["token"]
    return call.core.interactions.to_follow(application, token, call.core.world.application_id)


def _message(call: Call) -> Message:
    """The message that is meant: the original, or one that this interaction made."""
    interaction, wanted = _interaction(call), call.params["message"]
    standing = interaction.channel.messages
    original = interaction.original
    if wanted == "@original" or (original is not None and wanted == original.id):
        if original is None or original not in standing:
            raise unknown_message()
        return original
    for message in standing:
        if message.id == wanted and (message.interaction or {}).get("id") == interaction.id:
            return message
    raise unknown_message()


def _think_no_more(core: Core, interaction: Interaction) -> None:
    """Show what a client shows where nothing came after a deferral."""
    message = interaction.original
    if message is not None and message.is_loading and message in interaction.channel.messages:
        core.screens.fail(interaction.user, NOT_ANSWERED)
        interaction.channel.messages.remove(message)


def _reply(call: Call, interaction: Interaction, body: Json) -> Message:
    return post(
        call.core,
        interaction.channel,
        body,
        call.files,
        author=call.core.world.bot.id,
        to=interaction.user.id if (body.get("flags") or 0) & EPHEMERAL else None,
        interaction=_metadata(interaction),
        kind=20 if interaction.kind == COMMAND else 0,
    )


def _metadata(interaction: Interaction) -> Json:
    told: Json = {
        "id": interaction.id,
        "type": interaction.kind,
        "user": user_shape(interaction.user),
        "authorizing_integration_owners": interaction.owners,
    }
    if interaction.kind == COMMAND:
        told |= {"name": interaction.data["name"], "command_type": 1}
    elif interaction.kind == COMPONENT and interaction.message is not None:
        told["interacted_message_id"] = interaction.message.id
    elif interaction.kind == SUBMIT:
        told["triggering_interaction_metadata"] = _trigger(interaction)
    return told


def _trigger(interaction: Interaction) -> Json:
    """What the modal had been opened by."""
    told: Json = {"id": interaction.id, "type": COMMAND, "user": user_shape(interaction.user)}
    told |= {"authorizing_integration_owners": interaction.owners, "name": "", "command_type": 1}
    if interaction.message is not None:
        told |= {"type": COMPONENT, "interacted_message_id": interaction.message.id}
    return told


def _answered(call: Call, interaction: Interaction) -> Json:
    """What is told of a first answer to who asks for it."""
    told: Json = {"id": interaction.id, "type": interaction.kind}
    reply: Json = {"interaction": told}
    message = interaction.original
    if message is not None:
        told |= {"response_message_id": message.id, "response_message_loading": message.is_loading}
        told["response_message_ephemeral"] = message.is_ephemeral
        if interaction.answer in {REPLY, UPDATE}:
            reply["resource"] = {"type": interaction.answer, "message": _shape(call, message)}
    return reply


def _shape(call: Call, message: Message) -> Json:
    return message_shape(message, call.core.world, call.core.url)
