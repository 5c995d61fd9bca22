"""Routes about channels and the messages in them.

https://docs.discord.com/developers/resources/message
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.answers import not_the_author, unknown_message
from tests.sim.discord.objects import channel_shape, message_shape
from tests.sim.discord.posting import change, post, remove
from tests.sim.discord.refusals import refuse_bad_edit, refuse_bad_post
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
    """Return messages, the newest first: at most `limit`, before or after one of them."""
    found = [each for each in reversed(_channel(call).messages) if not each.is_ephemeral]
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
    author = core.world.bot.id
    if call.body.get("enforce_nonce") and call.body.get("nonce") is not None:
        first = core.nonces.first(author, str(call.body["nonce"]))
        if first is not None:
            if first not in core.world.channels[first.channel].messages:
                raise unknown_message()
            return _shape(call, first)
    message = post(core, here, call.body, call.files, author=author)
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


@route("POST", "/channels/{channel}/typing")
def typing(call: Call) -> None:
    """Let people see that the app is typing."""
    _channel(call)


def _channel(call: Call) -> Channel:
    return call.core.world.channel(call.params["channel"])


def _message(call: Call) -> Message:
    return _channel(call).message(call.params["message"])


def _shape(call: Call, message: Message) -> Json:
    return message_shape(message, call.core.world, call.core.url)
