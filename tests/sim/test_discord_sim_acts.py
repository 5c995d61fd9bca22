"""What people do on the loopback Discord reaches an app on discord.py, and its answers reach them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest

from tests.sim.discord import DiscordSim, NotPossible, User
from tests.sim.discord_app import NOBODY, App, answer, button, field, modal, row, running, select, words

EPHEMERAL, LAYOUT = 64, 1 << 15


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """A Discord."""
    async with DiscordSim() as started:
        yield started


@pytest.fixture
async def app(sim: DiscordSim) -> AsyncIterator[App]:
    """An app that is connected and has its commands there, to which a test adds what it does."""
    sim.user("ana")
    app = App()
    group = discord.app_commands.Group(
        name="reststop",
        description="A notebook",
        allowed_installs=discord.app_commands.AppInstallationType(guild=True, user=True),
        allowed_contexts=discord.app_commands.AppCommandContext(guild=True, dm_channel=True),
    )
    journal = discord.app_commands.Group(name="journal", description="What you wrote", parent=group)

    @group.command(name="start", description="Begin")
    async def start(interaction: discord.Interaction, zone: str = "") -> None:
        await interaction.response.send_message(f"Begun in {zone or 'no zone'}.", ephemeral=True)

    @start.autocomplete("zone")
    async def zones(_interaction: discord.Interaction, typed: str) -> list[discord.app_commands.Choice[str]]:
        found = [each for each in ("Europe/Berlin", "Europe/Bern") if typed.lower() in each.lower()]
        return [discord.app_commands.Choice(name=each, value=each) for each in found]

    @group.command(name="raw", description="Whatever the test answers")
    async def raw(interaction: discord.Interaction) -> None:
        del interaction

    @journal.command(name="search", description="Look for words")
    async def search(interaction: discord.Interaction, words: str) -> None:
        await interaction.response.send_message(f"Nothing with {words}.", ephemeral=True)

    app.tree.add_command(group)
    async with running(sim, app):
        await app.tree.sync()
        yield app


@pytest.fixture
def ana(sim: DiscordSim) -> User:
    """Somebody in the guild Harbour."""
    return sim.user("ana")


async def test_command_is_answered_to_the_one_who_typed_it(app: App, ana: User, sim: DiscordSim) -> None:
    """An ephemeral answer is theirs alone, in a guild too."""
    await ana.command("start", zone="Europe/Berlin")
    await ana.command("journal search", guild=sim.guild(), words="kind")
    assert [(message.text, message.is_ephemeral) for message in ana.messages] == [
        ("Begun in Europe/Berlin.", True),
        ("Nothing with kind.", True),
    ]
    assert sim.user("ben").messages == []
    assert ana.whispers == ana.messages
    assert ana.posts == sim.guild().messages == []


async def test_zones_are_offered_while_they_are_typed(app: App, ana: User) -> None:
    """An autocomplete returns what the app offers."""
    assert await ana.autocomplete("start", zone="berl") == ["Europe/Berlin"]
