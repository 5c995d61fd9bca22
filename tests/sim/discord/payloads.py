"""Interactions as the gateway tells of them."""

from __future__ import annotations

from tests.json_types import Json
from tests.sim.discord.interactions import COMMAND, SUBMIT, Interaction
from tests.sim.discord.objects import (
    ALL_PERMISSIONS,
    channel_shape,
    member_shape,
    message_shape,
    permissions_of,
    user_shape,
)
from tests.sim.discord.world import World


def interaction_create(interaction: Interaction, world: World, url: str) -> Json:
    """Return INTERACTION_CREATE: with a member in a guild, with a user in direct messages."""
    channel = interaction.channel
    told: Json = {
        "id": interaction.id,
        "application_id": world.application_id,
        "type": interaction.kind,
        "token": interaction.token,
        "version": 1,
        "data": interaction.data,
        "channel_id": channel.id,
        "channel": channel_shape(channel, world) | {"permissions": ALL_PERMISSIONS},
        "app_permissions": ALL_PERMISSIONS,
        "locale": interaction.user.locale,
        "entitlements": [],
        "authorizing_integration_owners": interaction.owners,
        "context": interaction.context,
        "attachment_size_limit": 10 * 1024 * 1024,
    }
    if channel.guild is None:
        told["user"] = user_shape(interaction.user)
    else:
        guild = world.guilds[channel.guild]
        may = permissions_of(interaction.user, guild)
        told["member"] = member_shape(interaction.user, guild) | {"permissions": may}
        told |= {"guild_id": channel.guild, "guild_locale": "en-GB"}
        told["guild"] = {"id": channel.guild, "locale": "en-GB", "features": []}
    if interaction.message is not None and interaction.kind != COMMAND:
        told["message"] = message_shape(interaction.message, world, url)
    if interaction.kind == SUBMIT:
        told["data"] = interaction.data | {"resolved": {}}
    return told
