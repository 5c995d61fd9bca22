"""chat.* and conversations.*: saying something, and where.

Each is documented at https://docs.slack.dev/reference/methods/ under its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from tests.json_types import Json
from tests.sim.slack.answers import Refused
from tests.sim.slack.methods import Call, method
from tests.sim.slack.objects import channel_shape, message_shape
from tests.sim.slack.posting import change, post, remove
from tests.sim.slack.world import Channel, Team

Each = TypeVar("Each")

_READ = {"im": "im:read", "public": "channels:read", "private": "groups:read"}
_HISTORY = {"im": "im:history", "public": "channels:history", "private": "groups:history"}
_TYPES = {"im": "im", "public_channel": "public", "private_channel": "private"}


@method("chat.postMessage", scope="chat:write")
def post_message(call: Call) -> Json:
    """Say something in a channel. To a deactivated user it succeeds (slackapi/python-slack-sdk#1156)."""
    team, channel = _to_write_in(call)
    message = post(call.core, team, channel, call.args, thread=_thread_in(call, channel))
    shape = message_shape(message, team, call.core.world.app_id, with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shape}


@method("chat.update", scope="chat:write", tier=3)
def update(call: Call) -> Json:
    """Change a message of the app's."""
    team, channel = call.channel(call.get("channel", "channel_not_found"))
    if channel.is_archived:
        raise Refused("is_inactive")
    message = channel.message(call.get("ts", "message_not_found"))
    if message.user != team.bot_user:
        raise Refused("cant_update_message")
    change(call.core, team, channel, message, call.args)
    shape = message_shape(message, team, call.core.world.app_id)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": shape}


@method("chat.delete", scope="chat:write", tier=3)
def delete(call: Call) -> Json:
    """Take a message of the app's away."""
    team, channel = call.channel(call.get("channel", "channel_not_found"))
    message = channel.message(call.get("ts", "message_not_found"))
    if message.user != team.bot_user:
        raise Refused("cant_delete_message")
    remove(call.core, team, channel, message)
    return {"channel": channel.id, "ts": message.ts}


@method("chat.postEphemeral", scope="chat:write", tier=4)
def post_ephemeral(call: Call) -> Json:
    """Show something to one member of a channel alone."""
    team, channel = _to_write_in(call)
    user = call.get("user", "user_not_found")
    if user not in channel.members:
        raise Refused("user_not_in_channel")
    thread = call.args.get("thread_ts")
    return {"message_ts": post(call.core, team, channel, call.args, to=user, thread=thread).ts}


@method("chat.getPermalink")
def permalink(call: Call) -> Json:
    """Return a link to a message."""
    team, channel = call.channel(call.get("channel", "channel_not_found"))
    message = channel.message(call.get("message_ts", "message_not_found"))
    link = f"https://{team.domain}.slack.example/archives/{channel.id}/p{message.ts.replace('.', '')}"
    return {"channel": channel.id, "permalink": link}


@method("conversations.open", scope="im:write", tier=3)
def open_(call: Call) -> Json:
    """Open the direct messages with one user; groups are not built."""
    users = call.get("users", "users_list_not_supplied").split(",")
    if len(users) > 1:
        raise Refused("too_many_users")
    team = call.team_of_user(users[0])
    member = team.member(users[0])
    if member.is_bot:
        raise Refused("cannot_dm_bot")
    if member.is_deleted:
        raise Refused("user_disabled")
    channel, was_open = call.core.world.open_direct(team, member.id)
    answer: Json = {"channel": {"id": channel.id}}
    if call.args.get("return_im") in {True, "true", "1"}:
        answer = {"channel": channel_shape(channel, team)}
    return answer | ({"no_op": True, "already_open": True} if was_open else {})


@method("conversations.info", tier=3)
def info(call: Call) -> Json:
    """Return a channel."""
    team, channel = call.channel(call.get("channel", "channel_not_found"))
    call.need(_READ[channel.kind])
    return {"channel": channel_shape(channel, team)}


@method("conversations.members", tier=4)
def members(call: Call) -> Json:
    """Return who is in a channel."""
    _, channel = call.channel(call.get("channel", "channel_not_found"))
    call.need(_READ[channel.kind])
    page, cursor = _page(call, sorted(channel.members), 100)
    return {"members": list(page), "response_metadata": {"next_cursor": cursor}}


@method("conversations.list", tier=2)
def list_(call: Call) -> Json:
    """Return the channels of some types."""
    types = [_TYPES[each] for each in str(call.args.get("types") or "public_channel").split(",")]
    for kind in types:
        call.need(_READ[kind])
    team = call.one_team
    found = [
        channel
        for channel in team.channels.values()
        if channel.kind in types and (channel.kind == "public" or team.bot_user in channel.members)
    ]
    page, cursor = _page(call, found, 100)
    shapes = [channel_shape(channel, team) for channel in page]
    return {"channels": shapes, "response_metadata": {"next_cursor": cursor}}


@method("conversations.history", tier=3)
def history(call: Call) -> Json:
    """Return the messages of a channel, newest first; nothing that is ephemeral."""
    team, channel = call.channel(call.get("channel", "channel_not_found"))
    call.need(_HISTORY[channel.kind])
    if team.bot_user not in channel.members:
        raise Refused("not_in_channel")
    oldest, latest = float(call.args.get("oldest") or 0), float(call.args.get("latest") or "inf")
    inclusive = call.args.get("inclusive") in {True, "true", "1"}
    found = [
        message
        for message in reversed(channel.messages)
        if not message.is_ephemeral
        and (oldest < float(message.ts) < latest or (inclusive and float(message.ts) in {oldest, latest}))
    ]
    page, cursor = _page(call, found, 100)
    with_metadata = call.args.get("include_all_metadata") in {True, "true", "1"}
    app_id = call.core.world.app_id
    return {
        "messages": [message_shape(each, team, app_id, with_metadata=with_metadata) for each in page],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def _to_write_in(call: Call) -> tuple[Team, Channel]:
    """The channel to post in; the id of a user stands for the direct messages with them."""
    wanted = call.get("channel", "channel_not_found")
    for team in call.teams:
        if wanted in team.members:
            if team.members[wanted].is_bot:
                raise Refused("cannot_dm_bot")
            return team, call.core.world.open_direct(team, wanted)[0]
    team, channel = call.channel(wanted)
    if channel.is_archived:
        raise Refused("is_archived")
    if team.bot_user not in channel.members and "chat:write.public" not in call.grant.scopes:
        raise Refused("not_in_channel")
    if not channel.lets_apps_post:
        raise Refused("restricted_action_read_only_channel")
    return team, channel


def _thread_in(call: Call, channel: Channel) -> str | None:
    """The thread to post in. Where nothing is to be answered any more, a message stands in the channel.

    That Slack does so without an error is in slack-go/slack#1571 and langchain-ai/open-swe#2753; what it says
    to the `ts` of an answer is a guess.
    """
    wanted = call.args.get("thread_ts")
    if not wanted:
        return None
    if wanted in channel.locked_threads:
        raise Refused("restricted_action_thread_locked")
    if any(each.ts == wanted and each.thread_ts for each in channel.messages):
        raise Refused("cannot_reply_to_message")
    return str(wanted) if any(each.ts == wanted for each in channel.messages) else None


def _page(call: Call, found: Sequence[Each], usual: int) -> tuple[Sequence[Each], str]:
    """One page, with the cursor of the next; "" at the end."""
    begin = int(call.args.get("cursor") or 0)
    end = begin + int(call.args.get("limit") or usual)
    return found[begin:end], str(end) if end < len(found) else ""
