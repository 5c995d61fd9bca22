"""A start for a platform that cannot be: it says what is wrong, and leaves nothing open behind."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.discord.errors import NotConnected as DiscordUnreached
from adapters.slack.errors import NotConnected
from bot.app.bootstrap import hold
from bot.app.cli.sim import story_settings
from bot.app.roles import choose
from bot.app.serving import serve
from bot.app.settings import Settings
from bot.errors import BadSetting
from bot.ports.vault import Secret
from tests.made_once import know_library
from tests.sim.discord import DiscordSim
from tests.sim.slack import SlackSim


@pytest.fixture(autouse=True)
def _library(monkeypatch: pytest.MonkeyPatch) -> None:
    know_library(monkeypatch)


@pytest.fixture(autouse=True)
def _log() -> Iterator[None]:
    """Leave the root logger as it was: a start lets it write beside the data."""
    root = logging.getLogger()
    before, level = root.handlers[:], root.level
    root.handlers.clear()
    yield
    for handler in root.handlers[:]:
        root.removeHandler(handler)
        handler.close()
    root.handlers.extend(before)
    root.setLevel(level)


def by_socket(data: Path, slack: SlackSim, **more: object) -> Settings:
    """Return settings for Socket Mode, some of them otherwise."""
    good: dict[str, object] = {
        "slack_api_url": slack.url,
        "slack_bot_token": Secret(slack.workspace("Harbour").bot_token),
        "slack_app_token": Secret(slack.app_token),
    }
    return story_settings(data).model_copy(update=good | more)


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"slack_bot_token": Secret("xoxb-sim-of-nobody")}, "SLACK_BOT_TOKEN"),
        ({"slack_app_token": Secret("xapp-sim-of-nobody")}, "app token"),
    ],
)
async def test_a_token_that_slack_does_not_take_is_named(
    tmp_path: Path, wrong: dict[str, object], named: str
) -> None:
    """Nothing is connected, nothing goes on, and the data folder is free again."""
    async with SlackSim() as slack:
        settings = by_socket(tmp_path / "data", slack, **wrong)
        with pytest.raises(BadSetting) as refused:
            await serve(settings, choose("", settings))
        assert named in refused.value.sentence
        assert "nobody" not in refused.value.sentence
        assert not slack.sockets.connections
    with hold(settings.data):
        assert len(asyncio.all_tasks()) == 1


async def test_a_taken_port_is_named(tmp_path: Path) -> None:
    """With the settings that name another one."""
    async with SlackSim() as slack:
        http = {
            "slack_signing_secret": Secret(slack.signing_secret),
            "slack_client_id": slack.client_id,
            "slack_client_secret": Secret(slack.client_secret),
            "port": int(slack.url.split(":")[2].split("/")[0]),
        }
        settings = story_settings(tmp_path / "data").model_copy(update=http)
        with pytest.raises(BadSetting, match="RESTSTOP_PORT"):
            await serve(settings, choose("", settings))


async def test_a_slack_that_cannot_be_reached_ends_the_start(tmp_path: Path) -> None:
    """A service manager starts it again; it does not pretend meanwhile."""
    async with SlackSim() as slack:
        settings = by_socket(tmp_path / "data", slack, slack_api_url="http://127.0.0.1:9/api/")
    with pytest.raises(NotConnected, match="could not be reached"):
        await serve(settings, choose("", settings))


def on_discord(discord: DiscordSim) -> dict[str, object]:
    """Return what is set for Discord."""
    return {
        "discord_api_url": f"{discord.api_url}/",
        "discord_gateway_url": discord.gateway_url,
        "discord_token": Secret(discord.token),
    }


async def test_a_platform_that_takes_no_token_ends_the_others_too(tmp_path: Path) -> None:
    """A start that half works would go unnoticed; nothing is left connected, and the folder is free again."""
    async with SlackSim() as slack, DiscordSim() as discord:
        settings = by_socket(
            tmp_path / "data", slack, **on_discord(discord) | {"discord_token": Secret("of-nobody")}
        )
        with pytest.raises(BadSetting, match="DISCORD_TOKEN") as refused:
            await serve(settings, choose("", settings))
        assert "of-nobody" not in refused.value.sentence
        assert not slack.sockets.connections
        assert not discord.gateway.connections
    with hold(settings.data):
        assert len(asyncio.all_tasks()) == 1


async def test_intents_that_discord_refuses_end_the_start(tmp_path: Path) -> None:
    """What listens already is closed, to another platform too, and nothing tries on."""
    async with SlackSim() as slack, DiscordSim() as discord:
        settings = by_socket(tmp_path / "data", slack, **on_discord(discord))
        discord.gateway.privileged = 1  # servers, which nobody has to be given leave for today
        with pytest.raises(BadSetting, match="does not let this bot listen"):
            await serve(settings, choose("", settings))
        assert slack.journal  # its socket was asked for
        await slack.until(lambda: not slack.sockets.connections)
        assert not discord.gateway.connections
        with hold(settings.data):
            assert not [each for each in asyncio.all_tasks() if "adapters" in str(each.get_coro())]


async def test_a_discord_that_cannot_be_reached_ends_the_start(tmp_path: Path) -> None:
    """As with Slack: a service manager starts it again."""
    async with DiscordSim() as discord:
        nowhere = on_discord(discord) | {"discord_api_url": "http://127.0.0.1:9/api/v10/"}
        settings = story_settings(tmp_path / "data").model_copy(update=nowhere)
    with pytest.raises(DiscordUnreached, match="could not be reached"):
        await serve(settings, choose("", settings))
