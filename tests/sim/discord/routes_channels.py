"""Routes about channels, threads and the messages in them.

https://docs.discord.com/developers/resources/message, …/topics/threads
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.answers import (
    Refused,
    bad_form,
    missing_permissions,
    no_threads_here,
    not_the_author,
    thread_archived,
    thread_locked,
    thread_there,
    unknown_message,
)
from tests.sim.discord.objects import channel_shape, message_shape
from tests.sim.discord.posting import begin_thread, change, open_again, post, remove
from tests.sim.discord.refusals import refuse_bad_edit, refuse_bad_post, refuse_bad_thread
from tests.sim.discord.routes import Call, route
from tests.sim.discord.routes_people import refuse_unreachable
from tests.sim.discord.world import Channel, Message

_MOST_LISTED = 100


@route("GET", "/channels/{channel}")
def channel(call: Call) -> Json:
    """Return a channel."""
    return channel_shape(_channel(call), call.core.world)


@route("GET", "/channels/{channel}/messages")
def messages(call: Call) -> list[Json]:
    """Return messages, the newest first: at most `limit`, before or after one of them.

    Who may not read what was said before gets none, and no refusal.
    """
    here = _channel(call)
    found = [each for each in reversed(here.messages) if not each.is_ephemeral]
    try:
        call.core.world.refuse_unless(here, "history")
    except Refused:
        found = []
    most = min(int(call.query.get("limit", 50)), _MOST_LISTED)
    if "before" in call.query:
        found = [each for each in found if int(each.id) < int(call.query["before"])]
    if "after" in call.query:
        found = [each for each in found if int(each.id) > int(call.query["after"])][-most:]
    if "around" in call.query:
        middle = int(call.query["around"])
        nearest = sorted(found, key=lambda each: abs(int(each.id) - middle))[:most]
        found = [each for each in found if each in nearest]
    return [_shape(call, each) for each in found[:most]]


@route("POST", "/channels/{channel}/messages")
def create(call: Call) -> Json:
    """Post a message; one whose nonce was used in the last minutes is not posted again."""
    here, core = _channel(call), call.core
    refuse_bad_post(core, call.body)
    if here.user is not None:
        refuse_unreachable(call, core.world.users[here.user])
    else:
        core.world.refuse_post(here)
    author = core.world.bot.id
    if call.body.get("enforce_nonce") and call.body.get("nonce") is not None:
        first = core.nonces.first(author, str(call.body["nonce"]))
        if first is not None:
            if first not in core.world.channels[first.channel].messages:
                raise unknown_message()
            return _shape(call, first)
    answers = _answered(here, call.body.get("message_reference"))
    open_again(core, here)
    message = post(core, here, call.body, call.files, author=author, answers=answers)
    if call.body.get("enforce_nonce"):
        core.nonces.keep(message)
    return _shape(call, message)


@route("GET", "/channels/{channel}/messages/{message}")
def one(call: Call) -> Json:
    """Return a message."""
    return _shape(call, _message(call))


@route("PATCH", "/channels/{channel}/messages/{message}")
def edit(call: Call) -> Json:
    """Change a message of the app's own."""
    message = _message(call)
    if message.author != call.core.world.bot.id:
        raise not_the_author()
    here = _channel(call)
    if here.is_archived:
        raise thread_archived()
    if here.is_locked:
        raise thread_locked()
    refuse_bad_edit(call.core, call.body, message)
    change(call.core, message, call.body, call.files)
    return _shape(call, message)


@route("DELETE", "/channels/{channel}/messages/{message}")
def delete(call: Call) -> None:
    """Delete a message of the app's own."""
    message = _message(call)
    if message.author != call.core.world.bot.id:
        raise not_the_author()
    remove(call.core, message)


@route("POST", "/channels/{channel}/messages/{message}/threads", status=201)
def thread(call: Call) -> Json:
    """Begin a thread with a message."""
    here, core = _channel(call), call.core
    refuse_bad_thread(core, call.body)
    if here.kind != "text":
        raise no_threads_here()
    core.world.refuse_unless(here, "begin_threads")
    message = here.message(call.params["message"])
    if message.id in core.world.channels:
        raise thread_there()
    begun = begin_thread(core, here, call.body["name"], owner=core.world.bot.id, under=message)
    return channel_shape(begun, core.world)


@route("PATCH", "/channels/{channel}")
def change_channel(call: Call) -> Json:
    """Open a thread again that was archived: all that an app may change that moderates nothing."""
    here, core = _channel(call), call.core
    if here.kind != "thread" or call.body != {"archived": False} or here.is_locked:
        raise missing_permissions()
    core.world.refuse_unless(here, "send_in_threads")
    open_again(core, here)
    return channel_shape(here, core.world)


@route("POST", "/channels/{channel}/typing")
def typing(call: Call) -> None:
    """Let people see that the app is typing."""
    _channel(call)


def _channel(call: Call) -> Channel:
    return call.core.world.channel(call.params["channel"])


def _answered(here: Channel, reference: Json | None) -> str | None:
    """Return the message that a new one names as the one it answers.

    Raises:
        Refused: 50035, there is no such message in this channel, and it is to fail then.
    """
    if reference is None:
        return None
    try:
        return here.message(reference["message_id"]).id
    except Refused:
        if reference.get("fail_if_not_exists") is False:
            return None
        code = "MESSAGE_REFERENCE_UNKNOWN_MESSAGE"
        raise bad_form("message_reference", code, "Unknown message") from None


def _message(call: Call) -> Message:
    return _channel(call).message(call.params["message"])


def _shape(call: Call, message: Message) -> Json:
    return message_shape(message, call.core.world, call.core.url)
