"""Users, channels and messages as the Web API and the events show them."""

from __future__ import annotations

from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from tests.json_types import Json
from tests.sim.slack.world import Channel, File, Member, Message, Team


def user_shape(member: Member, team: Team, now: datetime) -> Json:
    """Return a user, as https://docs.slack.dev/reference/objects/user-object says."""
    if member.is_deleted:
        return {
            "id": member.id,
            "team_id": team.id,
            "name": member.name,
            "deleted": True,
            "profile": {"real_name": member.name, "display_name": member.name, "team": team.id},
            "is_bot": member.is_bot,
            "is_app_user": False,
            "updated": int(member.updated),
        }
    local = now.astimezone(ZoneInfo(member.tz))
    offset = local.utcoffset()
    shape: Json = {
        "id": member.id,
        "team_id": team.id,
        "name": member.name,
        "deleted": False,
        "color": "9f69e7",
        "real_name": member.name,
        "tz": member.tz,
        "tz_label": local.tzname() or member.tz,
        "tz_offset": int(offset.total_seconds()) if offset else 0,
        "profile": {
            "real_name": member.name,
            "real_name_normalized": member.name,
            "display_name": member.wishes or member.name,
            "display_name_normalized": member.wishes or member.name,
            "status_text": "",
            "status_emoji": "",
            "team": team.id,
        },
        "is_admin": member.role in {"admin", "owner", "primary_owner"},
        "is_owner": member.role in {"owner", "primary_owner"},
        "is_primary_owner": member.role == "primary_owner",
        "is_restricted": member.role in {"guest", "single_channel_guest"},
        "is_ultra_restricted": member.role == "single_channel_guest",
        "is_bot": member.is_bot,
        "is_app_user": False,
        "updated": int(member.updated),
        "is_email_confirmed": True,
    }
    if team.org is not None:
        shape["enterprise_user"] = {
            "id": member.id,
            "enterprise_id": team.org.id,
            "enterprise_name": team.org.name,
            "is_admin": member.id in team.org.admins,
            "is_owner": False,
            "is_primary_owner": False,
            "teams": [team.id],
        }
    return shape


def dnd_shape(member: Member, now: datetime) -> Json:
    """Return the next time without notifications; 1 and 1 where there is none."""
    if member.dnd is None or member.dnd[1] <= now:
        return {"dnd_enabled": False, "next_dnd_start_ts": 1, "next_dnd_end_ts": 1}
    start, end = member.dnd
    return {
        "dnd_enabled": True,
        "next_dnd_start_ts": int(start.timestamp()),
        "next_dnd_end_ts": int(end.timestamp()),
    }


def channel_shape(channel: Channel, team: Team) -> Json:
    """Return a conversation, as https://docs.slack.dev/reference/objects/conversation-object says."""
    shape: Json = {
        "id": channel.id,
        "created": int(channel.created),
        "is_archived": channel.is_archived,
        "is_im": channel.kind == "im",
        "is_org_shared": False,
        "context_team_id": team.id,
    }
    if channel.kind == "im":
        is_deleted = channel.user is not None and team.members[channel.user].is_deleted
        return shape | {"user": channel.user, "is_user_deleted": is_deleted, "priority": 0}
    return shape | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": True,
        "is_group": False,
        "is_mpim": False,
        "is_private": channel.kind == "private",
        "is_member": team.bot_user in channel.members,
        "num_members": len(channel.members),
    }


def file_shape(file: File) -> Json:
    """Return a file, without its content."""
    return {
        "id": file.id,
        "name": file.name,
        "title": file.title or file.name,
        "size": file.length,
        "mode": "hosted",
        "is_external": False,
    }


def message_shape(message: Message, team: Team, app_id: str, *, with_metadata: bool = False) -> Json:
    """Return a message.

    A person's own words come with & < > escaped in `text` (slackapi/bolt-python#513, slack-ruby-bot#237), and
    as they are in the rich text that their client sends beside it.
    """
    text = message.text if message.bot_id else escape(message.text, quote=False)
    shape: Json = {"type": "message", "user": message.user, "text": text, "ts": message.ts}
    shape["team"] = team.id
    if message.subtype is not None:
        shape["subtype"] = message.subtype
    if message.bot_id is not None:
        shape |= {"bot_id": message.bot_id, "app_id": app_id, "blocks": message.blocks}
        shape["bot_profile"] = {
            "id": message.bot_id,
            "app_id": app_id,
            "name": team.members[team.bot_user].name,
            "deleted": False,
            "updated": 0,
            "team_id": team.id,
        }
    else:
        shape["client_msg_id"] = f"sim-{message.ts}"
        written = {"type": "text", "text": message.text}
        section = {"type": "rich_text_section", "elements": [written]}
        shape["blocks"] = [{"type": "rich_text", "block_id": "rich", "elements": [section]}]
    if message.thread_ts is not None:
        shape["thread_ts"] = message.thread_ts
    if message.edited is not None:
        shape["edited"] = {"user": message.user, "ts": message.edited}
    if message.files:
        shape |= {
            "files": [file_shape(file) for file in message.files if not file.is_deleted],
            "upload": False,
        }
    if with_metadata and message.metadata is not None:
        shape["metadata"] = message.metadata
    return shape
