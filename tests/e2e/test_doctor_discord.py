"""`reststop doctor` and `reststop discord` before a loopback Discord: what is set, and what stays undone."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.discord_process import by_token
from tests.e2e.process import NAMED
from tests.e2e.shell import command
from tests.sim.discord import DiscordSim
from tests.sim.discord.objects import application_shape

APPLICATION = "GET /oauth2/applications/@me"
LINK = "https://discord.com/oauth2/authorize?client_id="
SERVER = "&scope=bot+applications.commands&permissions=0&integration_type=0"
PERSON = "&scope=applications.commands&integration_type=1"


async def asked(tmp_path: Path, *words: str, **said: str) -> tuple[int, list[str], str]:
    """Return the exit code and what a command says, on both outputs."""
    ask = partial(command, tmp_path / "data", *words, typed=b"", **NAMED | said)
    done = await asyncio.to_thread(ask)
    return done.returncode, done.stdout.decode().splitlines(), done.stderr.decode()


async def looked(tmp_path: Path, **said: str) -> tuple[int, list[str]]:
    """Return the exit code, and what the doctor says of Discord and of who runs it."""
    code, lines, _ = await asked(tmp_path, "doctor", **said)
    return code, [line for line in lines if line.startswith(("discord", "operator"))]


async def test_a_discord_in_order_is_told_so(tmp_path: Path) -> None:
    """The token, its intents, the gateway, the commands, the links. No session is begun, nothing is said."""
    async with DiscordSim() as discord:
        me = discord.application_id
        new, _, _ = await asked(tmp_path, "discord", "sync", **by_token(discord))
        assert new == 0
        code, said = await looked(tmp_path, **by_token(discord))
        assert (code, said) == (
            0,
            [
                "operator ok    Ward 7, extension 12",
                f"discord  ok    the token is good, for reststop, application {me}",
                "discord  ok    no privileged intent is switched on, and none is needed",
                "discord  ok    1000 more sessions may be begun today",
                "discord  ok    the gateway answers",
                "discord  ok    Discord knows the commands",
                f"discord  ok    whoever manages a server adds it by {LINK}{me}{SERVER}",
                f"discord  ok    a person adds it for themselves by {LINK}{me}{PERSON}",
            ],
        )
        assert discord.gateway.identified == 0
        asked_for = [entry.route.partition(" ")[0] for entry in discord.journal]
        assert (asked_for.count("PUT"), set(asked_for)) == (1, {"PUT", "GET"})


@pytest.mark.parametrize(
    ("portal", "health", "named"),
    [
        ({"interactions_endpoint_url": "https://example.org/"}, "fix", "Empty Interactions Endpoint URL"),
        ({"bot_require_code_grant": True}, "fix", "Switch off Requires OAuth2 Code Grant at Bot."),
        ({"integration_types_config": {"1": {}}}, "fix", "Switch on Guild Install at Installation."),
        ({"integration_types_config": {"0": {}}}, "note", "User Install at Installation would let them"),
        ({"bot_public": False}, "note", "Public Bot is off"),
        ({"flags": 1 << 19}, "note", "more than Reststop needs: Message Content Intent."),
    ],
)
async def test_what_the_portal_is_set_to_otherwise_is_named(
    tmp_path: Path, portal: Mapping[str, object], health: str, named: str
) -> None:
    """What keeps people out needs doing, the rest is good to know; each says where."""
    async with DiscordSim() as discord:
        shape = application_shape(discord.core.world, 0)
        discord.faults.answer(APPLICATION, 200, shape | dict(portal))
        code, said = await looked(tmp_path, **by_token(discord))
        assert [line for line in said if named in line and line.split()[1] == health]
        assert code == (health == "fix")


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        (
            {"DISCORD_TOKEN": "of-nobody"},
            "Discord does not take DISCORD_TOKEN. It is the Token of the page Bot",
        ),
        (
            {"RESTSTOP_DISCORD_API_URL": "http://127.0.0.1:9/api/v10/"},
            "Asked at http://127.0.0.1:9/api/v10/.",
        ),
        ({"RESTSTOP_DISCORD_GATEWAY_URL": "ws://127.0.0.1:9/"}, "Knocked at ws://127.0.0.1:9/"),
        ({"RESTSTOP_DISCORD_SHARDS": "4/4"}, "RESTSTOP_DISCORD_SHARDS"),
        ({"RESTSTOP_OPERATOR_CONTACT": ""}, "RESTSTOP_OPERATOR_CONTACT"),
    ],
)
async def test_what_is_wrong_is_named_and_no_token_shown(
    tmp_path: Path, wrong: dict[str, str], named: str
) -> None:
    """A sentence with the place where it is mended."""
    async with DiscordSim() as discord:
        code, lines, complaint = await asked(tmp_path, "doctor", **by_token(discord) | wrong)
        said = "\n".join([*lines, complaint])
        assert code != 0
        assert named in said
        assert discord.token not in said
        assert "of-nobody" not in said


async def test_who_has_no_discord_hears_nothing_of_it(tmp_path: Path) -> None:
    """A terminal needs none."""
    code, said = await looked(tmp_path)
    assert (code, said) == (0, ["operator ok    Ward 7, extension 12"])


async def test_a_sync_says_what_was_news(tmp_path: Path) -> None:
    """Each command by name, once; then nothing is, and what stood there besides is gone."""
    async with DiscordSim() as discord:
        old = {"type": 1, "name": "old", "description": "From before"}
        discord.core.commands.overwrite(None, [old], discord.application_id)
        code, first, _ = await asked(tmp_path, "discord", "sync", **by_token(discord))
        assert (code, "new      /reststop journal last" in first, "gone     /old" in first) == (0, True, True)
        code, again, complaint = await asked(tmp_path, "discord", "sync", **by_token(discord))
        assert (code, again, complaint) == (0, [], "Discord knew them all.\n")
        assert [each["name"] for each in discord.core.commands.of(None)] == ["reststop"]


async def test_an_invitation_is_a_link_without_permissions(tmp_path: Path) -> None:
    """One for whoever manages a server, one for a person."""
    async with DiscordSim() as discord:
        me = discord.application_id
        code, links, _ = await asked(tmp_path, "discord", "invite", **by_token(discord))
        assert (code, links) == (
            0,
            [
                f"server   {LINK}{me}{SERVER}",
                f"person   {LINK}{me}{PERSON}",
            ],
        )


@pytest.mark.parametrize(
    ("set_to", "named"),
    [
        ({"DISCORD_TOKEN": ""}, "set DISCORD_TOKEN"),
        ({"DISCORD_TOKEN": "of-nobody"}, "does not take DISCORD_TOKEN"),
    ],
)
async def test_without_a_good_token_nothing_is_asked(
    tmp_path: Path, set_to: dict[str, str], named: str
) -> None:
    """Exit code 2, as for every setting; no token is quoted."""
    async with DiscordSim() as discord:
        code, lines, complaint = await asked(tmp_path, "discord", "sync", **by_token(discord) | set_to)
        assert (code, lines) == (2, [])
        assert named in complaint
        assert "of-nobody" not in complaint
