"""`reststop doctor` before a loopback Slack: what is set, whether Slack takes it, what stays undone."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from functools import partial
from pathlib import Path

import pytest

from adapters.slack.setup import scopes
from tests.e2e.shell import command
from tests.sim.slack import SlackSim

ALL = {*scopes.required(), *scopes.optional()}
NAMED = {"RESTSTOP_OPERATOR_NAME": "Ward 7", "RESTSTOP_OPERATOR_CONTACT": "extension 12"}


async def looked(tmp_path: Path, **said: str) -> tuple[int, list[str]]:
    """Return the exit code, and what is said of Slack and of who runs it."""
    look = partial(command, tmp_path / "data", "doctor", typed=b"", **NAMED | said)
    done = await asyncio.to_thread(look)
    lines = done.stdout.decode().splitlines()
    return done.returncode, [line for line in lines if line.startswith(("slack", "operator"))]


def tokens(slack: SlackSim, scopes_given: Collection[str] = ALL) -> dict[str, str]:
    """Return the settings for Socket Mode with a token of these scopes."""
    workspace = slack.workspace("Harbour", installed=False)
    return {
        "RESTSTOP_SLACK_API_URL": slack.url,
        "SLACK_BOT_TOKEN": workspace.install(scopes=scopes_given).token,
        "SLACK_APP_TOKEN": slack.app_token,
    }


async def test_a_slack_in_order_is_told_so(tmp_path: Path) -> None:
    """The token, its scopes, the socket, who runs it. Nothing is posted, no socket opened."""
    async with SlackSim() as slack:
        code, said = await looked(tmp_path, **tokens(slack))
        assert (code, said) == (
            0,
            [
                "operator ok    Ward 7, extension 12",
                "slack    ok    the bot token is good, for Harbour",
                "slack    ok    it was given every scope that Reststop has a use for",
                "slack    ok    the app token opens a socket",
            ],
        )
        assert {entry.method for entry in slack.journal} == {"auth.test", "apps.connections.open"}
        assert not slack.sockets.connections


async def test_each_scope_that_is_missing_says_what_stays_undone(tmp_path: Path) -> None:
    """One that is needed needs doing, an optional one is good to know."""
    async with SlackSim() as slack:
        code, said = await looked(tmp_path, **tokens(slack, ALL - {"im:history", "files:write"}))
        assert code == 1
        assert (
            "slack    fix   the token lacks im:history: typed messages stay unread. Add it at OAuth &"
            " Permissions, then reinstall." in said
        )
        assert [line for line in said if "files:write" in line and line.startswith("slack    note")]
        code, _ = await looked(tmp_path, **tokens(slack, ALL - {"files:write"}))
        assert code == 0


async def test_a_token_that_may_too_much_is_named(tmp_path: Path) -> None:
    """What is not needed is a risk that somebody took by mistake."""
    async with SlackSim() as slack:
        _, said = await looked(tmp_path, **tokens(slack, ALL | {"channels:history"}))
        assert [line for line in said if "channels:history" in line and "more than" in line]


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"SLACK_BOT_TOKEN": "xoxb-sim-of-nobody"}, "Slack does not take SLACK_BOT_TOKEN (invalid_auth)"),
        ({"SLACK_BOT_TOKEN": "xapp-sim-1"}, "SLACK_BOT_TOKEN begins with xoxb-"),
        ({"SLACK_BOT_TOKEN": "xoxe.xoxb-sim-1"}, "SLACK_BOT_TOKEN ends after twelve hours"),
        ({"SLACK_APP_TOKEN": "xapp-sim-of-nobody"}, "SLACK_APP_TOKEN opens no socket (invalid_auth)"),
        ({"SLACK_APP_TOKEN": ""}, "for Socket Mode I need SLACK_APP_TOKEN, too"),
        ({"RESTSTOP_SLACK_API_URL": "http://127.0.0.1:9/api/"}, "Slack could not be reached"),
        ({"RESTSTOP_OPERATOR_CONTACT": ""}, "RESTSTOP_OPERATOR_CONTACT"),
    ],
)
async def test_what_is_wrong_is_named_and_no_token_shown(
    tmp_path: Path, wrong: dict[str, str], named: str
) -> None:
    """A sentence with the place where it is mended."""
    async with SlackSim() as slack:
        good = tokens(slack)
        code, said = await looked(tmp_path, **good | wrong)
        assert code == 1
        assert [line for line in said if named in line and line.split()[1] == "fix"]
        secrets = [value for value in (good | wrong).values() if value.startswith("xoxb-sim-T")]
        assert not [secret for secret in secrets if secret in "".join(said)]


async def test_an_installing_app_is_looked_at_without_a_token(tmp_path: Path) -> None:
    """Client id and secret are tried with a code that nobody was given."""
    async with SlackSim() as slack:
        good = {
            "RESTSTOP_SLACK_API_URL": slack.url,
            "SLACK_SIGNING_SECRET": slack.signing_secret,
            "SLACK_CLIENT_ID": slack.client_id,
            "SLACK_CLIENT_SECRET": slack.client_secret,
        }
        code, said = await looked(tmp_path, **good)
        assert (code, len(said)) == (0, 2)
        assert said[1].startswith("slack    ok    client id and secret are good")
        code, said = await looked(tmp_path, **good | {"SLACK_CLIENT_SECRET": "of another app"})
        assert (code, "bad_client_secret" in said[1]) == (1, True)


async def test_who_has_no_slack_hears_nothing_of_it(tmp_path: Path) -> None:
    """A terminal needs none."""
    code, said = await looked(tmp_path)
    assert (code, said) == (0, ["operator ok    Ward 7, extension 12"])
