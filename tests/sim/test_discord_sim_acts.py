"""What people do on the loopback Discord reaches an app on discord.py, and its answers reach them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import discord
import pytest

from tests.json_types import Json
from tests.sim.discord import DiscordSim, NotPossible, User
from tests.sim.discord_app import (
    NOBODY,
    App,
    answer,
    button,
    field,
    modal,
    row,
    running,
    select,
    words,
)

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


@pytest.mark.usefixtures("app")
async def test_command_is_answered_to_the_one_who_typed_it(ana: User, sim: DiscordSim) -> None:
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


@pytest.mark.usefixtures("app")
async def test_zones_are_offered_while_they_are_typed(ana: User) -> None:
    """An autocomplete returns what the app offers."""
    assert await ana.autocomplete("start", zone="berl") == ["Europe/Berlin"]


async def test_modal_is_filled_submitted_and_closed(app: App, ana: User) -> None:
    """What stands in fields comes to the app by custom_id; the modal closes once it is answered."""
    got: list[object] = []

    async def hear(interaction: discord.Interaction) -> None:
        if interaction.type is discord.InteractionType.modal_submit:
            got.append(interaction.data)
            await answer(interaction, 4, {"content": "Kept.", "flags": EPHEMERAL, "allowed_mentions": NOBODY})
        elif interaction.data and "raw" in str(interaction.data):
            mood = {"type": 18, "label": "Mood", "component": select("mood", "low", "good", required=False)}
            await answer(interaction, 9, modal(words("A *word*"), field("kept", "What stays"), mood))

    app.on = hear
    await ana.command("raw")
    assert ana.modal is not None
    assert ana.modal.text.splitlines()[:3] == ["Title", "A word", "What stays"]
    with pytest.raises(NotPossible):
        await ana.submit()
    ana.fill({"What stays": "a kind\nend", "mood": "Good"})
    await ana.submit()
    assert ana.modal is None
    assert ana.whispers[-1].text == "Kept."
    assert got == [
        {
            "custom_id": "form",
            "components": [
                {"type": 10, "id": 1},
                {
                    "type": 18,
                    "id": 2,
                    "component": {"type": 4, "id": 3, "custom_id": "kept", "value": "a kind\nend"},
                },
                {
                    "type": 18,
                    "id": 4,
                    "component": {"type": 3, "id": 5, "custom_id": "mood", "values": ["good"]},
                },
            ],
            "resolved": {},
        }
    ]
    assert "a kind\nend" in "\n".join(ana.seen)


async def test_press_changes_the_message_and_a_layout_is_read(app: App, ana: User) -> None:
    """A press updates a posted message to a layout, whose select is chosen from; words come unescaped."""

    async def hear(interaction: discord.Interaction) -> None:
        data: Json = dict(interaction.data or {})
        if data.get("custom_id") == "p1":
            parts = [words("## Title\n\\*mine\\* and 1\\. \\_x\\_"), row(select("m1", "low", "high"))]
            await answer(
                interaction,
                7,
                {"content": None, "components": parts, "flags": LAYOUT, "allowed_mentions": NOBODY},
            )
        elif data.get("custom_id") == "m1":
            await answer(interaction, 6)

    app.on = hear
    me = await app.fetch_user(int(ana.id))
    await me.send("A question")
    channel = await me.create_dm()
    sent = await app.http.send_message(
        channel.id,
        params=discord.http.MultipartParameters(
            payload={"content": "Two?", "components": [row(button("p1", "Yes"))], "allowed_mentions": NOBODY},
            multipart=None,
            files=None,
        ),
    )
    assert [message.text for message in ana.posts] == ["A question", "Two?\nYes"]
    await ana.press("Yes")
    assert ana.posts[-1].id == sent["id"]
    assert ana.posts[-1].text == "Title\n*mine* and 1. _x_\nLow\nHigh"
    chosen = await ana.select("m1", "High")
    assert (chosen.answer, chosen.data["values"]) == (6, ["high"])
    with pytest.raises(NotPossible):
        await ana.press("Yes")


async def test_words_in_direct_messages_come_with_edits_and_deletions(app: App, ana: User) -> None:
    """A direct message has no guild; an edit brings its new words, a deletion its id."""
    message = await ana.dm("help")
    await ana.edit(message, "helpnow")
    await ana.delete(message)
    heard = [(name, event) for name, event in app.heard if name.startswith("message")]
    assert [name for name, _ in heard] == ["message", "message_edit", "message_delete"]
    assert (heard[0][1].content, heard[0][1].guild) == ("help", None)
    assert heard[1][1].data["content"] == "helpnow"
    assert "guild_id" not in heard[1][1].data
    assert heard[2][1].message_id == int(message.id)
