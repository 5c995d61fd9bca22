"""Users, guilds, channels, messages and the app as the API and the gateway show them."""

from __future__ import annotations

import copy
from collections.abc import Iterator

from tests.json_types import Json
from tests.sim.discord.world import Channel, File, GuildRecord, Message, UserRecord, World

ALL_PERMISSIONS = str((1 << 52) - 1)
_MANAGE_SERVER = 1 << 5
_EVERYBODYS = 2248473465835073
"""What everybody may do in a server that nobody changed."""
_CHANNELS = {"text": 0, "dm": 1, "thread": 11, "forum": 15}
"""Types of channels. https://docs.discord.com/developers/resources/channel#channel-object-channel-types"""
_JOINED = "2026-01-05T08:00:00.000000+00:00"


def user_shape(user: UserRecord) -> Json:
    """Return a user, as https://docs.discord.com/developers/resources/user says."""
    name = f"deleted_user_{user.id[-6:]}" if user.is_deleted else user.name
    return {
        "id": user.id,
        "username": name,
        "global_name": None if user.is_bot or user.is_deleted else user.name.capitalize(),
        "discriminator": "0",
        "avatar": None,
        "banner": None,
        "accent_color": None,
        "avatar_decoration_data": None,
        "collectibles": None,
        "primary_guild": None,
        "public_flags": 0,
        "flags": 0,
        "bot": user.is_bot,
        "system": False,
    }


def member_shape(user: UserRecord, guild: GuildRecord | None = None) -> Json:
    """Return a member of a guild."""
    return {
        "user": user_shape(user),
        "nick": guild.nicks.get(user.id) if guild else None,
        "avatar": None,
        "banner": None,
        "roles": [],
        "joined_at": _JOINED,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }


def permissions_of(user: UserRecord, guild: GuildRecord) -> str:
    """Return what a member may do in a guild, as an interaction tells it: a decimal number of flags.

    https://docs.discord.com/developers/topics/permissions
    """
    return str(_EVERYBODYS | (_MANAGE_SERVER if user.id in guild.managers else 0))


def channel_shape(channel: Channel, world: World) -> Json:
    """Return a channel. Direct messages have no guild, not even null."""
    last = channel.messages[-1].id if channel.messages else None
    shape: Json = {"id": channel.id, "type": _CHANNELS[channel.kind], "last_message_id": last}
    shape["flags"] = 0
    if channel.kind == "dm":
        recipients = [user_shape(world.users[channel.user])] if channel.user else []
        return shape | {"recipients": recipients}
    shape |= {"guild_id": channel.guild, "name": channel.name, "rate_limit_per_user": 0}
    if channel.kind == "thread":
        return shape | _thread_shape(channel)
    shape |= {"position": 0, "permission_overwrites": [], "parent_id": None, "topic": None, "nsfw": False}
    return shape | ({"available_tags": [], "default_sort_order": None} if channel.kind == "forum" else {})


def _thread_shape(thread: Channel) -> Json:
    people = {message.author for message in thread.messages}
    return {
        "parent_id": thread.parent,
        "owner_id": thread.owner,
        "message_count": len(thread.messages),
        "member_count": len(people),
        "total_message_sent": len(thread.messages),
        "thread_metadata": {
            "archived": thread.is_archived,
            "archive_timestamp": _JOINED,
            "auto_archive_duration": 4320,
            "locked": thread.is_locked,
            "create_timestamp": _JOINED,
        },
    }


def guild_shape(guild: GuildRecord, world: World) -> Json:
    """Return a guild as GUILD_CREATE tells of it: of its members only the bot itself."""
    everyone: Json = {
        "id": guild.id,
        "name": "@everyone",
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "position": 0,
        "permissions": ALL_PERMISSIONS,
        "managed": False,
        "mentionable": False,
        "flags": 0,
    }
    channels = [channel_shape(world.channels[each], world) for each in guild.channels]
    threads = [channel_shape(each, world) for each in world.threads(guild) if not each.is_archived]
    return {
        "id": guild.id,
        "name": guild.name,
        "icon": None,
        "splash": None,
        "discovery_splash": None,
        "owner_id": min(guild.members),
        "afk_channel_id": None,
        "afk_timeout": 300,
        "verification_level": 0,
        "default_message_notifications": 0,
        "explicit_content_filter": 0,
        "roles": [everyone],
        "emojis": [],
        "features": [],
        "mfa_level": 0,
        "application_id": None,
        "system_channel_id": None,
        "system_channel_flags": 0,
        "rules_channel_id": None,
        "vanity_url_code": None,
        "description": None,
        "banner": None,
        "premium_tier": 0,
        "preferred_locale": "en-GB",
        "public_updates_channel_id": None,
        "nsfw_level": 0,
        "stickers": [],
        "premium_progress_bar_enabled": False,
        "safety_alerts_channel_id": None,
        "joined_at": _JOINED,
        "large": False,
        "unavailable": False,
        "member_count": len(guild.members),
        "voice_states": [],
        "members": [member_shape(world.bot)],
        "channels": [{key: value for key, value in each.items() if key != "guild_id"} for each in channels],
        "threads": threads,
        "presences": [],
        "stage_instances": [],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
    }


def file_shape(file: File, channel: Channel, url: str) -> Json:
    """Return an attachment, to be had at `url`, the root of the loopback Discord."""
    address = f"{url}/attachments/{channel.id}/{file.id}/{file.name}"
    return {
        "id": file.id,
        "filename": file.name,
        "size": len(file.content),
        "url": address,
        "proxy_url": address,
        "content_type": "application/octet-stream",
        **({"description": file.description} if file.description else {}),
    }


def message_shape(message: Message, world: World, url: str, *, in_event: bool = False) -> Json:
    """Return a message; in an event of a guild with the guild and the member."""
    channel = world.channels[message.channel]
    author = world.users[message.author]
    shape: Json = {
        "id": message.id,
        "channel_id": message.channel,
        "type": message.kind,
        "author": user_shape(author),
        "content": message.content,
        "timestamp": message.at.isoformat(),
        "edited_timestamp": message.edited_at.isoformat() if message.edited_at else None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [file_shape(file, channel, url) for file in message.files],
        "embeds": [],
        "pinned": False,
        "flags": message.flags,
        "components": copy.deepcopy(message.components),
    }
    if message.nonce is not None:
        shape["nonce"] = message.nonce
    if message.author == world.bot.id:
        shape["application_id"] = world.application_id
    if message.interaction is not None:
        shape["interaction_metadata"] = message.interaction
        shape["webhook_id"] = world.application_id
    if message.answers is not None:
        shape["message_reference"] = {
            "type": 0,
            "channel_id": message.channel,
            "message_id": message.answers,
            "guild_id": channel.guild,
        }
    thread = world.channels.get(message.id)
    if thread is not None:
        shape["thread"] = channel_shape(thread, world)
    if in_event and channel.guild is not None:
        member = member_shape(author, world.guilds[channel.guild])
        del member["user"]
        shape |= {"guild_id": channel.guild, "member": member}
    return shape


def application_shape(world: World, flags: int) -> Json:
    """Return the app, as GET /oauth2/applications/@me does."""
    return {
        "id": world.application_id,
        "name": world.bot.name,
        "icon": None,
        "description": "",
        "summary": "",
        "type": None,
        "bot": user_shape(world.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": flags,
        "flags_new": str(flags),
        "owner": user_shape(UserRecord(id="1", name="owner")),
        "team": None,
        "tags": [],
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "approximate_guild_count": len(world.guilds),
        "approximate_user_install_count": sum(user.has_installed for user in world.users.values()),
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
        "integration_types_config": {"0": {}, "1": {}},
    }


def with_ids(components: list[Json]) -> list[Json]:
    """Return a copy in which every component has an id; Discord counts through those that have none."""
    copied = copy.deepcopy(components)
    for number, component in enumerate(_all(copied), start=1):
        component.setdefault("id", number)
    return copied


def _all(components: list[Json]) -> Iterator[Json]:
    for component in components:
        yield component
        below = [*component.get("components", []), component.get("component"), component.get("accessory")]
        yield from _all([each for each in below if each])
