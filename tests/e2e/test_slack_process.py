"""`reststop run` for Slack: says what runs, refuses what cannot be, ends when told, and hides its tokens."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

from aiohttp import ClientSession

from adapters.slack.setup.manifest import EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH
from adapters.store.keys import open_keys
from tests.e2e.process import Running, found_in, running
from tests.e2e.slack_process import by_http, by_socket
from tests.sim.slack import SlackSim


async def test_one_workspace_by_a_socket(tmp_path: Path) -> None:
    """It says where it is, answers, and leaves in good order; the token is written nowhere."""
    data = tmp_path / "data"
    async with SlackSim() as slack, running(data, **by_socket(slack)) as here:
        await here.says(r"^Slack: connected to Harbour, Socket Mode\. Stop with Ctrl-C\.$")
        ana = slack.workspace("Harbour").user("ana")
        assert not (await ana.command("/reststop help")).error
        assert await here.told() == 0
        assert not slack.sockets.connections
        assert found_in(tmp_path, slack.workspace("Harbour").bot_token, slack.app_token) == []
        assert "xox" not in "".join(here.said)


async def test_many_workspaces_by_http(tmp_path: Path) -> None:
    """Added with a browser, spoken to, removed: then nothing opens what was kept of the token.

    Who stays is still there after a kill and a restart: nobody installs anything twice.
    """
    data = tmp_path / "data"
    async with SlackSim() as slack:
        harbour, quay = slack.workspace("Harbour", installed=False), slack.workspace("Quay", installed=False)
        async with running(data, "--roles", "slack-http,health", **by_http(slack)) as here:
            url = await address(here, slack)
            for workspace in (harbour, quay):
                assert (await workspace.user("admin").install(url + INSTALL_PATH)).status == 200
                assert not (await workspace.user("ana").command("/reststop help")).error
            async with ClientSession() as watching, watching.get(url + "/health") as answer:
                assert (await answer.json())["slack"]["mode"] == "http"
            tokens = (harbour.bot_token, quay.bot_token)
            await harbour.uninstall()
            here.process.kill()
        async with running(data, **by_http(slack)) as here:
            await address(here, slack)
            assert not (await quay.user("ana").command("/reststop help")).error
            assert await here.told() == 0
        assert found_in(tmp_path, *tokens, slack.client_secret, slack.signing_secret) == []
    with closing(open_keys(data, today=lambda: date.min)) as keys:
        assert keys.count() == 1  # of the workspace that stays: nobody said yes here


async def test_a_watchdog_of_the_operator_sees_the_socket(tmp_path: Path) -> None:
    """Without a way in by HTTP there is still a page that says whether Slack is connected, and no other."""
    settings = {"RESTSTOP_PORT": "0"}
    async with SlackSim() as slack:
        roles = ("--roles", "engine,slack-socket,health")
        async with running(tmp_path / "data", *roles, **by_socket(slack), **settings) as here:
            found = await here.says(r"^Listening at ([\d.]+:\d+)\.$")
            await here.says(r"^Slack: connected to Harbour")
            async with ClientSession(f"http://{found[1]}") as watching:
                async with watching.get("/health") as answer:
                    assert (await answer.json())["slack"]["connected"] is True
                async with watching.get("/readyz") as answer:
                    assert await answer.json() == {"ready": True, "lacks": []}
                async with watching.get("/metrics") as answer:
                    assert 'reststop_line_up{surface="slack"} 1.0' in await answer.text()
                async with watching.get(INSTALL_PATH) as answer:
                    assert answer.status == 404


async def test_a_wrong_token_ends_the_start_with_a_sentence(tmp_path: Path) -> None:
    """At once and loudly, with exit code 2; no token is quoted, nothing tries on in silence."""
    async with SlackSim() as slack:
        wrong = by_socket(slack) | {"SLACK_BOT_TOKEN": "xoxb-sim-of-nobody"}
        async with running(tmp_path / "data", **wrong) as here:
            assert await here.ended() == 2
            said = "".join(here.said)
            assert said.startswith("reststop: Slack does not take SLACK_BOT_TOKEN. It stands at OAuth &")
            assert said.count("\n") == 1
            assert "nobody" not in said


async def test_a_role_without_its_tokens_waits_until_it_is_told_to_leave(tmp_path: Path) -> None:
    """A platform that starts every process of the Procfile does not start it over and over."""
    async with running(tmp_path / "data", "--roles", "slack-http,health") as here:
        await here.says("^slack-http: nothing to do, SLACK_SIGNING_SECRET")
        assert await here.told() == 0


async def address(here: Running, slack: SlackSim) -> str:
    """Wait for the first line; let Slack deliver where it says, and return the address."""
    found = await here.says(
        r"^Slack: listening at ([\d.]+:\d+)\. It is added to a workspace at /slack/install\."
    )
    url = f"http://{found[1]}"
    slack.deliver_to(url + EVENTS_PATH)
    slack.redirect_to(url + REDIRECT_PATH)
    return url
