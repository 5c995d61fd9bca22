"""The shapes that Slack sends: commands, interactions and events.

Checked against what slack_bolt reads (`slack_bolt.request.internals`, `payload_utils`), its scenario tests,
and the recorded key sets of slackapi/java-slack-sdk (json-logs/samples), where these have the payload.
"""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.slack.objects import message_shape
from tests.sim.slack.tokens import Grant
from tests.sim.slack.views import View
from tests.sim.slack.world import Channel, Member, Message, Team

TOKEN = "sim-verification"  # the deprecated verification token, which nobody should read


def _team(team: Team) -> Json:
    shape: Json = {"id": team.id, "domain": team.domain}
    if team.org is not None:
        shape |= {"enterprise_id": team.org.id, "enterprise_name": team.org.name}
    return shape


def _user(member: Member) -> Json:
    return {"id": member.id, "username": member.name, "name": member.name, "team_id": member.team_id}


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": _named(channel)}


def _named(channel: Channel) -> str:
    """What a payload calls a channel: a private one has no name there."""
    return "privategroup" if channel.kind == "private" else channel.name


def _interaction(kind: str, team: Team, member: Member, grant: Grant, app_id: str) -> Json:
    org = None if team.org is None else {"id": team.org.id, "name": team.org.name}
    return {
        "type": kind,
        "token": TOKEN,
        "api_app_id": app_id,
        "team": _team(team),
        "user": _user(member),
        "enterprise": org,
        "is_enterprise_install": grant.is_org_wide,
    }


def command(
    team: Team,
    member: Member,
    grant: Grant,
    app_id: str,
    *,
    channel: Channel,
    name: str,
    text: str,
    trigger_id: str,
    response_url: str,
) -> Json:
    """Return a slash command: form fields over HTTP, this object over a socket.

    https://docs.slack.dev/interactivity/implementing-slash-commands
    """
    fields: Json = {
        "token": TOKEN,
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": channel.id,
        "channel_name": _named(channel),
        "user_id": member.id,
        "user_name": member.name,
        "command": name,
        "text": text,
        "api_app_id": app_id,
        "is_enterprise_install": "true" if grant.is_org_wide else "false",
        "response_url": response_url,
        "trigger_id": trigger_id,
    }
    if team.org is not None:
        fields |= {"enterprise_id": team.org.id, "enterprise_name": team.org.name}
    return fields


def block_actions(
    team: Team,
    member: Member,
    grant: Grant,
    app_id: str,
    *,
    action: Json,
    trigger_id: str,
    on: Message | View,
    channel: Channel | None,
    response_url: str | None,
) -> Json:
    """Return a press or a choice, on a message (with its channel and response_url) or on a view.

    https://docs.slack.dev/reference/interaction-payloads/block_actions-payload
    """
    payload = _interaction("block_actions", team, member, grant, app_id)
    payload |= {"trigger_id": trigger_id, "actions": [action]}
    if isinstance(on, View):
        payload["container"] = {"type": "view", "view_id": on.id}
        payload["view"] = on.shape()
        return payload
    assert channel is not None
    payload["container"] = {
        "type": "message",
        "message_ts": on.ts,
        "channel_id": channel.id,
        "is_ephemeral": on.is_ephemeral,
    }
    if on.thread_ts is not None:
        payload["container"]["thread_ts"] = on.thread_ts
    payload |= {"channel": _channel(channel), "state": {"values": on.state}, "response_url": response_url}
    if not on.is_ephemeral:
        payload["message"] = message_shape(on, team, app_id)
    return payload


def view_submission(
    team: Team, member: Member, grant: Grant, app_id: str, *, view: View, trigger_id: str
) -> Json:
    """Return the submission of a modal.

    https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload
    """
    payload = _interaction("view_submission", team, member, grant, app_id)
    return payload | {"trigger_id": trigger_id, "view": view.shape(), "response_urls": []}


def view_closed(
    team: Team, member: Member, grant: Grant, app_id: str, *, view: View, is_cleared: bool
) -> Json:
    """Return the closing of a modal that asked to hear of it; it has no trigger."""
    payload = _interaction("view_closed", team, member, grant, app_id)
    return payload | {"view": view.shape(), "is_cleared": is_cleared}


def shortcut(
    team: Team, member: Member, grant: Grant, app_id: str, *, callback_id: str, trigger_id: str, ts: str
) -> Json:
    """Return a global shortcut.

    https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload
    """
    payload = _interaction("shortcut", team, member, grant, app_id)
    return payload | {"callback_id": callback_id, "trigger_id": trigger_id, "action_ts": ts}


def message_action(
    team: Team,
    member: Member,
    grant: Grant,
    app_id: str,
    *,
    callback_id: str,
    trigger_id: str,
    ts: str,
    message: Message,
    channel: Channel,
    response_url: str,
) -> Json:
    """Return a shortcut on a message."""
    payload = _interaction("message_action", team, member, grant, app_id)
    return payload | {
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "action_ts": ts,
        "message_ts": message.ts,
        "message": message_shape(message, team, app_id),
        "channel": _channel(channel),
        "response_url": response_url,
    }


def event_callback(team: Team, grant: Grant, app_id: str, *, event: Json, event_id: str, at: float) -> Json:
    """Return the envelope of an event.

    https://docs.slack.dev/apis/events-api
    """
    org_id = team.org.id if team.org else None
    payload: Json = {
        "token": TOKEN,
        "team_id": team.id,
        "context_team_id": team.id,
        "context_enterprise_id": org_id,
        "api_app_id": app_id,
        "event": event,
        "type": "event_callback",
        "event_id": event_id,
        "event_time": int(at),
        "authorizations": [
            {
                "enterprise_id": org_id,
                "team_id": None if grant.is_org_wide else team.id,
                "user_id": team.bot_user,
                "is_bot": True,
                "is_enterprise_install": grant.is_org_wide,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{event_id}",
    }
    if org_id is not None:
        payload["enterprise_id"] = org_id
    return payload


def message_posted(message: Message, channel: Channel, team: Team) -> Json:
    """Return `message` of channel_type im, as a person wrote it."""
    shape = message_shape(message, team, "")
    return shape | {"channel": channel.id, "channel_type": "im", "event_ts": message.ts}


def message_changed(message: Message, before: Json, channel: Channel, team: Team, ts: str) -> Json:
    """Return `message` with the subtype message_changed; `before` is its shape until then."""
    return {
        "type": "message",
        "subtype": "message_changed",
        "message": message_shape(message, team, "") | {"source_team": team.id, "user_team": team.id},
        "previous_message": before,
        "channel": channel.id,
        "hidden": True,
        "ts": ts,
        "event_ts": ts,
        "channel_type": "im",
    }


def message_deleted(message: Message, channel: Channel, team: Team, ts: str) -> Json:
    """Return `message` with the subtype message_deleted."""
    return {
        "type": "message",
        "subtype": "message_deleted",
        "previous_message": message_shape(message, team, ""),
        "channel": channel.id,
        "hidden": True,
        "deleted_ts": message.ts,
        "ts": ts,
        "event_ts": ts,
        "channel_type": "im",
    }


def app_home_opened(member: Member, channel: Channel, *, tab: str, home: View | None, ts: str) -> Json:
    """Return the opening of one of the app's tabs."""
    event: Json = {
        "type": "app_home_opened",
        "user": member.id,
        "channel": channel.id,
        "tab": tab,
        "event_ts": ts,
    }
    if tab == "home" and home is not None:
        event["view"] = home.shape()
    return event
