"""`reststop run` for Discord: says what runs, refuses what cannot be, ends when told, and hides its token."""

from __future__ import annotations

import asyncio
from pathlib import Path

from aiohttp import ClientSession

from tests.e2e.discord_process import by_token
from tests.e2e.process import found_in, running
from tests.e2e.shell import command
from tests.e2e.slack_process import by_socket
from tests.sim.discord import DiscordSim
from tests.sim.discord.controls import find
from tests.sim.slack import SlackSim

COMMANDS = "PUT /applications/{application}/commands"

NOBODY = (
    b"Nobody comes through this account, and it holds no role and is in no circle or course. "
    b"Nothing was changed.\n"
)


def told(discord: DiscordSim) -> int:
    """Return how often Discord was told of the commands."""
    return sum(entry.route == COMMANDS for entry in discord.journal)


async def test_one_bot_by_its_token(tmp_path: Path) -> None:
    """It says who it is, answers, and leaves in good order; the token is written nowhere."""
    async with DiscordSim() as discord, running(tmp_path / "data", **by_token(discord)) as here:
        await here.says(r"^Discord: connected as reststop\. Stop with Ctrl-C\.$")
        ana = discord.user("ana")
        await ana.command("start", zone="Pacific/Auckland")
        await discord.until(lambda: any("A notebook with good questions" in text for text in ana.seen))
        assert await here.told() == 0
        assert not discord.gateway.connections
        assert found_in(tmp_path, discord.token) == []
        assert "".join(here.said).count("\n") == 1
        assert "discord.client" not in (tmp_path / "data" / "reststop.log").read_text("utf-8")


async def test_somebody_is_erased_by_the_ids_that_discord_has(tmp_path: Path) -> None:
    """As their operator does it for them: the application's id, which the doctor prints, and their own."""
    data = tmp_path / "data"
    async with DiscordSim() as discord:
        ana, me = discord.user("ana"), discord.application_id
        erase = ("person", "erase", "--surface", "discord", "--workspace", me, "--account", ana.id, "--yes")
        async with running(data, **by_token(discord)) as here:
            await here.says("^Discord: connected")
            await ana.command("start")
            await discord.until(lambda: any(find(each.components, "Yes") for each in ana.messages))
            await ana.press("Yes")
            assert await here.told() == 0
        done = await asyncio.to_thread(command, data, *erase)
        assert (done.returncode, done.stdout[:7]) == (0, b"erased ")
        again = await asyncio.to_thread(command, data, *erase)
        assert (again.returncode, again.stderr) == (
            1,
            NOBODY,
        )


async def test_a_second_start_tells_nothing_again_and_is_there_at_once(tmp_path: Path) -> None:
    """After a kill, too: nobody waits until the shard of the one that was killed is free."""
    data = tmp_path / "data"
    async with DiscordSim() as discord:
        async with running(data, **by_token(discord)) as here:
            await here.says("^Discord: connected")
            here.process.kill()
        async with running(data, **by_token(discord)) as here:
            await here.says("^Discord: connected")
            await discord.user("ana").command("help")
            assert await here.told() == 0
        assert told(discord) == 1


async def test_two_platforms_in_one_process(tmp_path: Path) -> None:
    """Each says that it is there, each answers, and whoever watches sees both."""
    both = ("--roles", "engine,slack-socket,discord,health")
    async with DiscordSim() as discord, SlackSim() as slack:
        settings = by_token(discord) | by_socket(slack) | {"RESTSTOP_PORT": "0"}
        async with running(tmp_path / "data", *both, **settings) as here:
            found = await here.says(r"^Listening at ([\d.]+:\d+)\.$")
            await here.says("^Slack: connected to Harbour")
            await here.says("^Discord: connected as reststop")
            await discord.user("ana").command("help")
            assert not (await slack.workspace("Harbour").user("ben").command("/reststop help")).error
            async with ClientSession() as watching, watching.get(f"http://{found[1]}/health") as answer:
                health = await answer.json()
            assert (health["slack"]["connected"], health["discord"]["connected"]) == (True, True)
            assert await here.told() == 0
        assert not discord.gateway.connections
        assert not slack.sockets.connections


async def test_a_wrong_token_ends_the_start_with_a_sentence(tmp_path: Path) -> None:
    """At once and loudly, with exit code 2; no token is quoted, nothing tries on in silence."""
    async with DiscordSim() as discord:
        wrong = by_token(discord) | {"DISCORD_TOKEN": "of-nobody"}
        async with running(tmp_path / "data", **wrong) as here:
            assert await here.ended() == 2
            said = "".join(here.said)
            assert said.startswith(
                "reststop: Discord does not take DISCORD_TOKEN. It is the Token of the page Bot"
            )
            assert said.count("\n") == 1
            assert "of-nobody" not in said


async def test_intents_that_discord_refuses_end_the_start_with_a_sentence(tmp_path: Path) -> None:
    """Trying on would change nothing, and nobody would hear of it."""
    async with DiscordSim() as discord:
        discord.gateway.privileged = 1 << 12  # direct messages, which nobody has to be given leave for today
        async with running(tmp_path / "data", **by_token(discord)) as here:
            assert await here.ended() == 2
            assert "does not let this bot listen" in "".join(here.said)


async def test_a_gateway_that_does_not_answer_is_tried_on(tmp_path: Path) -> None:
    """The start says so at once where it is not there at first, and then it comes."""
    async with DiscordSim() as discord:
        discord.gateway.refuse(1)
        async with running(tmp_path / "data", **by_token(discord)) as here:
            await here.says("^Discord: ")
            await discord.connected()
            await discord.user("ana").command("help")
            assert await here.told() == 0


async def test_commands_that_could_not_be_told_do_not_keep_anybody_out(tmp_path: Path) -> None:
    """It says how to tell them, and a later start does it by itself."""
    async with DiscordSim() as discord:
        discord.faults.answer(COMMANDS, 403, {"message": "Missing Access", "code": 20012})
        async with running(tmp_path / "data", **by_token(discord)) as here:
            await here.says("^Discord: it was not told of the commands. `reststop discord sync` says why")
            await here.says("^Discord: connected")
            assert await here.told() == 0
        async with running(tmp_path / "data", **by_token(discord)) as here:
            await here.says("^Discord: connected")
            assert await here.told() == 0
        assert told(discord) == 2


async def test_a_role_without_its_token_waits_until_it_is_told_to_leave(tmp_path: Path) -> None:
    """A platform that starts every process of the Procfile does not start it over and over."""
    async with running(tmp_path / "data", "--roles", "discord") as here:
        await here.says("^discord: nothing to do, DISCORD_TOKEN is not set")
        assert await here.told() == 0
