"""The loopback Discord can be used by hand."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import discord
import pytest

from tests.json_types import Json
from tests.sim.discord import DiscordSim
from tests.sim.discord.interactions import MODAL, REPLY
from tests.sim.discord.prompt import Prompt
from tests.sim.discord.world import EPHEMERAL, IS_COMPONENTS_V2
from tests.sim.discord_app import NOBODY, App, answer, button, field, modal, row, running, select, words

ROOT = Path(__file__).resolve().parents[2]

LINK = {"type": 2, "style": 5, "label": "Read on", "url": "https://example.org/"}
SCREEN: Json = {
    "flags": EPHEMERAL | IS_COMPONENTS_V2,
    "components": [
        {"type": 14},
        row(button("more", "More"), LINK),
        row(select("how", "calm", "loud", placeholder="How is it")),
    ],
    "allowed_mentions": NOBODY,
}
FORM = modal(
    words("Only you read this."),
    field("words", "What stays") | {"description": "A line is enough"},
    {"type": 18, "label": "How", "component": select("how", "calm", "loud")},
)


async def acting(interaction: discord.Interaction) -> None:
    """Show a screen for a command, a form for a button, and say that a choice or a form was heard."""
    data: Json = dict(interaction.data or {})
    if interaction.type is discord.InteractionType.application_command:
        given = {each["name"]: each["value"] for each in data.get("options", [])}
        await answer(
            interaction, REPLY, SCREEN | {"components": [words(f"## {given}"), *SCREEN["components"]]}
        )
    elif interaction.type is discord.InteractionType.modal_submit:
        await interaction.response.send_message("Kept.", ephemeral=True)
    elif data.get("custom_id") == "more":
        await answer(interaction, MODAL, FORM)
    elif interaction.type is discord.InteractionType.component:
        await interaction.response.send_message("Heard.", ephemeral=True)


@pytest.fixture
async def sim() -> AsyncIterator[DiscordSim]:
    """A Discord with somebody and an app that acts."""
    async with DiscordSim() as started:
        started.user("you")
        app = App()
        app.on = acting

        @app.tree.command(name="start", description="Begin")
        async def start(interaction: discord.Interaction, zone: str = "", more: str = "") -> None:
            del interaction, zone, more

        @start.autocomplete("zone")
        async def zones(_: discord.Interaction, typed: str) -> list[discord.app_commands.Choice[str]]:
            return [discord.app_commands.Choice(name=f"{typed}!", value=f"{typed}!")]

        async with running(started, app):
            await app.tree.sync()
            yield started


@pytest.fixture
def prompt(sim: DiscordSim) -> Prompt:
    """Their terminal."""
    return Prompt(sim.user("you"), sim.guild())


async def test_lines_act_and_the_screen_is_drawn_with_numbers(prompt: Prompt) -> None:
    """A command shows something; its controls have numbers by which they are pressed and filled in."""
    shown = await prompt.take("/start zone=Europe/Paris more=some words")
    assert shown.splitlines() == [
        "(0) app, to you alone: ",
        "  {'zone': 'Europe/Paris', 'more': 'some words'}",
        "  ---",
        "  [1] More",
        "  Read on: https://example.org/",
        "  [2] How is it   (Calm / Loud)",
    ]
    assert "(1) app, to you alone: Heard." in await prompt.take("2 loud")
    shown = await prompt.take("1")
    assert shown.endswith(
        "== Title == (submit)\n  Only you read this.\n  [3] What stays: …\n  A line is enough\n"
        "  [4] How: …   (Calm / Loud)"
    )
    await prompt.take("3 a kind end")
    assert "[3] What stays: a kind end" in await prompt.take("4 calm")
    assert "[4] How: calm   (Calm / Loud)" in prompt.draw()
    shown = await prompt.take("submit")
    assert "==" not in shown
    assert "(2) app, to you alone: Kept." in shown
    assert "That does not work" in await prompt.take("9")
    assert "That does not work" in await prompt.take("/stop")
    await prompt.take("1")
    assert "==" not in await prompt.take("close")
    assert await prompt.take("dismiss") == ""
    assert await prompt.take("offer start zone=Paris") == "Paris!"
    assert "submit" in await prompt.take("?")


async def test_words_are_said_changed_and_deleted_and_commands_typed_elsewhere(
    sim: DiscordSim, prompt: Prompt
) -> None:
    """Direct messages, and the place where commands are typed."""
    user = sim.user("you")
    assert await prompt.take("slow morning") == "(0) you: slow morning"
    assert await prompt.take("edit 0 slow day") == "(0) you: slow day"
    assert await prompt.take("delete 0") == ""
    await prompt.take("there")
    await prompt.take("/start")
    await prompt.take("here")
    await prompt.take("/start")
    assert [each.channel for each in user.whispers] == [
        sim.guild().channel.id,
        sim.core.world.direct(user.id).id,
    ]
    await prompt.take("shut")
    assert not user.record.takes_dms
    await prompt.take("open")
    assert user.record.takes_dms


async def test_module_tells_what_to_export_and_ends_when_asked() -> None:
    """A developer copies the settings into another terminal."""
    command = (sys.executable, "-m", "tests.sim.discord")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=pipe, stdout=pipe)
    out, _ = await process.communicate(b"slow morning\nquit\n")
    assert process.returncode == 0
    assert b"export RESTSTOP_DISCORD_API_URL=http://127.0.0.1:" in out
    assert b"export RESTSTOP_DISCORD_GATEWAY_URL=ws://127.0.0.1:" in out
    assert b"export DISCORD_TOKEN=" in out
    assert b"(0) you: slow morning" in out
