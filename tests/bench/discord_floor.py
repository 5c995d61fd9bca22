"""What discord.py does by itself: the smallest app that echoes commands and a form, in a process of its own.

Everything is as the guide of discord.py has it, and nothing is kept. Where Discord stands is read from the
environment.
"""

from __future__ import annotations

import os

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

WORDS = ("settings", "pause", "resume")
FORM = "write"


class Echo(discord.Client):
    """Answers commands with their own names, and a form with what stands in it."""

    def __init__(self) -> None:
        """Know the commands."""
        super().__init__(intents=discord.Intents(guilds=True, dm_messages=True))
        self.tree = app_commands.CommandTree(self)
        group = app_commands.Group(name="reststop", description="Echoes")
        for word in WORDS:
            group.add_command(app_commands.Command(name=word, description="Echoes", callback=_echo))
        group.add_command(app_commands.Command(name=FORM, description="Echoes a form", callback=_open))
        self.tree.add_command(group)

    async def setup_hook(self) -> None:
        """Tell Discord of the commands."""
        await self.tree.sync()


class Form(discord.ui.Modal, title="Echo"):
    """One field."""

    words: discord.ui.TextInput[Form] = discord.ui.TextInput(label="Words", style=discord.TextStyle.paragraph)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        """Say it again."""
        await interaction.response.send_message(self.words.value, ephemeral=True)


async def _echo(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(
        str(interaction.command and interaction.command.name), ephemeral=True
    )


async def _open(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Form())


def main() -> None:
    """Echo for ever."""
    Route.BASE = os.environ["FLOOR_DISCORD_API_URL"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["FLOOR_DISCORD_GATEWAY_URL"])
    Echo().run(os.environ["FLOOR_TOKEN"], log_handler=None)


if __name__ == "__main__":
    main()
