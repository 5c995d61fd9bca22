"""The choice before sharing and the held texts on every surface: drawn whole, each press with its own ref."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

import pytest

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.masking import masked
from bot.surface.outcome import Hear
from tests.contract.surface_samples import ZONE
from tests.contract.surface_stage import Stage, reads
from tests.contract.test_surface_discord import DiscordStage
from tests.contract.test_surface_sim import SimStage
from tests.contract.test_surface_slack import SlackStage
from tests.e2e.console_harness import ConsoleStage
from tests.sim.discord import DiscordSim
from tests.sim.slack import SlackSim
from tests.sim.slack.sim import SCOPES
from tests.unit.sharing.circle import CHOICE, HOLD, Circle
from tests.unit.small_house import ScriptedChat
from tests.unit.world import world

SURFACES = ["console", "sim console", "sim slack", "sim discord", "slack", "discord"]
NAMED = "Mrs Fern laughed today. I wrote it down for fern@example.org."
MASKED = masked(NAMED, find(NAMED))
HELD = "My client wants to kill herself."


async def _stage(surface: str, hear: Hear, opened: AsyncExitStack) -> Stage:
    match surface.split():
        case ["console"]:
            console = ConsoleStage(hear, zone=ZONE, words=("write",))
            opened.push_async_callback(console.leave)
            return console
        case ["sim", name]:
            return SimStage(hear, name)
        case ["slack"]:
            return SlackStage(hear, await opened.enter_async_context(SlackSim(scopes=SCOPES)), opened)
        case _:
            return DiscordStage(hear, await opened.enter_async_context(DiscordSim()), opened)


@asynccontextmanager
async def _settled(surface: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Stage, Circle]]:
    """Let somebody who settled in sit before a surface, with a small circle behind it."""
    async with AsyncExitStack() as opened:
        house = opened.enter_context(world())
        stage = await _stage(surface, house.hear, opened)
        house.open_to({stage.account.surface: ScriptedChat(stage.capabilities)})
        circle = Circle(monkeypatch)
        await house.settle_in(stage.account)
        await stage.arrive()
        yield stage, circle


async def _send(stage: Stage, text: str) -> None:
    await stage.command("write")
    await stage.fill({"text": text})


@pytest.mark.parametrize("surface", SURFACES)
async def test_every_choice_is_drawn_and_comes_back(surface: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Masked, as it is, not at all, and edited first."""
    async with _settled(surface, monkeypatch) as (stage, circle):
        for press in (CHOICE.masked, CHOICE.as_it_is, CHOICE.drop, CHOICE.edit):
            await _send(stage, NAMED)
            await stage.press(press)
        await stage.fill({"text": "We laughed a lot today."})
        said = [
            "Two places may point at a person:",
            MASKED,
            "Others will read this.",
            "Share masked",
            "Do not share",
        ]
        assert [words for words in said if not reads(stage, words)] == []
        assert [text for _, text in circle.posted] == [MASKED, NAMED, "We laughed a lot today."]


@pytest.mark.parametrize("surface", SURFACES)
async def test_every_offer_for_a_held_text_is_drawn_and_comes_back(
    surface: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who to call, the question below it, and five offers that stay when it was answered."""
    async with _settled(surface, monkeypatch) as (stage, circle):
        await _send(stage, HELD)
        await stage.choose("danger.about", "supported")
        await stage.press(HOLD.facilitator_named)
        for press in (HOLD.facilitator_unnamed, HOLD.by_name, HOLD.withdraw):
            await _send(stage, HELD)
            await stage.press(press)
        said = [
            "In danger now",
            "Please use your service's safety procedure",
            "so it is held. Nothing was posted, and nobody was told.",
            "To the facilitator, with my name",
            "To the facilitator, without my name",
            "Withdraw",
        ]
        assert [words for words in said if not reads(stage, words)] == []
        assert [way for way, _ in circle.posted] == ["facilitator", "facilitator, no name", "name"]


@pytest.mark.parametrize("surface", SURFACES)
async def test_a_long_text_is_shown_whole(surface: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As it stands and masked, to the last word."""
    async with _settled(surface, monkeypatch) as (stage, circle):
        text = " ".join(f"word{number}" for number in range(350)) + " Mrs Fern"
        await _send(stage, text)
        await stage.press(CHOICE.masked)
        assert [shown for _, shown in circle.posted] == [masked(text, find(text))]
        assert reads(stage, masked(text, find(text))[-200:])
