"""What is set for a process before a loopback Discord."""

from __future__ import annotations

from tests.sim.discord import DiscordSim


def by_token(discord: DiscordSim) -> dict[str, str]:
    """Return what is set for Discord."""
    return {
        "RESTSTOP_DISCORD_API_URL": discord.api_url,
        "RESTSTOP_DISCORD_GATEWAY_URL": discord.gateway_url,
        "DISCORD_TOKEN": discord.token,
    }
