"""What a process does follows from what it is asked for, else from what is set; half a set is named."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.app import roles
from bot.app.cli.sim import story_settings
from bot.app.platforms import DISCORD, HTTP, SOCKET
from bot.app.roles import CONSOLE, ENGINE, HEALTH, choose, refuse_nameless
from bot.app.settings import Settings
from bot.errors import BadSetting
from bot.ports.vault import Secret

BOT, APP = {"slack_bot_token": Secret("b")}, {"slack_app_token": Secret("a")}
SIGNED = {"slack_signing_secret": Secret("s")}
CLIENT = {"slack_client_id": "1.2", "slack_client_secret": Secret("c")}
WHOLE_SOCKET, WHOLE_HTTP = BOT | APP, SIGNED | CLIENT
OF_DISCORD = {"discord_token": Secret("d")}


def settings(more: Mapping[str, object]) -> Settings:
    """Return settings of which nothing else is set."""
    return story_settings(Path("data")).model_copy(update=dict(more))


@pytest.mark.parametrize(
    ("more", "runs"),
    [
        ({}, {CONSOLE, ENGINE}),
        (WHOLE_SOCKET, {SOCKET, ENGINE}),
        (WHOLE_HTTP, {HTTP, ENGINE}),
        (WHOLE_SOCKET | WHOLE_HTTP, {SOCKET, HTTP, ENGINE}),
        (WHOLE_SOCKET | SIGNED, {SOCKET, ENGINE}),
        (WHOLE_HTTP | BOT, {HTTP, ENGINE}),
        (OF_DISCORD, {DISCORD, ENGINE}),
        (OF_DISCORD | WHOLE_SOCKET, {DISCORD, SOCKET, ENGINE}),
        (OF_DISCORD | WHOLE_SOCKET | WHOLE_HTTP, {DISCORD, SOCKET, HTTP, ENGINE}),
    ],
)
def test_what_is_set_says_what_runs(more: dict[str, object], runs: set[str]) -> None:
    """One way that is whole is enough, on each platform; a token besides does no harm."""
    chosen = choose("", settings(more))
    assert set(chosen.runs) == runs
    assert not chosen.idle
    assert chosen.in_terminal == (not more)
    named = {"slack": runs & {SOCKET, HTTP}, "discord": runs & {DISCORD}}
    assert [kind.surface for kind in chosen.platforms] == [name for name, ways in named.items() if ways]


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (BOT, "for Socket Mode I need SLACK_APP_TOKEN, too."),
        (APP, "for Socket Mode I need SLACK_BOT_TOKEN, too."),
        (SIGNED, "for HTTP I need SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, too."),
        (CLIENT, "for HTTP I need SLACK_SIGNING_SECRET, too."),
        (BOT | OF_DISCORD, "for Socket Mode I need SLACK_APP_TOKEN, too."),
        (BOT | SIGNED, "SLACK_APP_TOKEN, too; for HTTP I need SLACK_CLIENT_ID and SLACK_CLIENT_SECRET, too."),
    ],
)
def test_half_a_set_is_named(more: dict[str, object], named: str) -> None:
    """In one sentence, and the terminal does not open instead as if nothing had been meant."""
    with pytest.raises(BadSetting) as refused:
        choose("", settings(more))
    assert named in refused.value.sentence


def test_roles_are_what_was_asked_for() -> None:
    """Spaces and order do not matter; what is set besides does not run."""
    both = settings(WHOLE_SOCKET | WHOLE_HTTP)
    assert choose(" slack-socket , engine", both).runs == {SOCKET, ENGINE}
    assert choose("console", both).runs == {CONSOLE}
    assert choose("discord", settings(WHOLE_SOCKET | OF_DISCORD)).runs == {DISCORD}


def test_a_role_without_its_token_idles_and_says_so() -> None:
    """As the processes of a Procfile do before anything is set."""
    worker = choose("engine,slack-socket", settings({}))
    assert worker.runs == {ENGINE}
    assert worker.idle == ("slack-socket: nothing to do, SLACK_BOT_TOKEN and SLACK_APP_TOKEN are not set.",)
    web = choose("slack-http,health", settings({}))
    assert (web.runs, len(web.idle)) == (frozenset(), 2)
    assert choose("discord", settings({})).idle == ("discord: nothing to do, DISCORD_TOKEN is not set.",)
    assert choose("slack-http,health,discord", settings(OF_DISCORD)).runs == {HEALTH, DISCORD}
    assert choose("engine,health", settings({})).runs == {ENGINE, HEALTH}
    with pytest.raises(BadSetting, match="SLACK_APP_TOKEN, too"):
        choose("engine,slack-socket", settings(BOT))


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("slack", "No such role: slack"),
        ("console,slack-socket", "The terminal runs by itself"),
        ("console,discord", "The terminal runs by itself"),
    ],
)
def test_a_role_that_cannot_be_is_refused(asked: str, named: str) -> None:
    """With what there is instead."""
    with pytest.raises(BadSetting, match=named):
        choose(asked, settings(WHOLE_SOCKET | OF_DISCORD))


@pytest.mark.parametrize(
    ("more", "named"),
    [
        (WHOLE_SOCKET, "for Slack are"),
        (OF_DISCORD, "for Discord are"),
        (WHOLE_HTTP | OF_DISCORD, "for Slack and Discord are"),
    ],
)
def test_a_platform_without_its_libraries_names_the_way_to_them(
    monkeypatch: pytest.MonkeyPatch, more: dict[str, object], named: str
) -> None:
    """A terminal installs none; a hosted surface is one command away."""
    monkeypatch.setattr(roles, "find_spec", lambda _name: None)
    assert choose("", settings({})).in_terminal
    with pytest.raises(BadSetting, match=f"{named} not here yet. `make chat`"):
        choose("", settings(more))


def test_one_platform_needs_nothing_of_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has Discord's library alone can be in Discord."""
    monkeypatch.setattr(roles, "find_spec", lambda name: None if name.startswith("slack") else name)
    assert DISCORD in choose("", settings(OF_DISCORD)).runs


def test_a_hosted_surface_names_who_runs_it() -> None:
    """Both the name and a way to reach them."""
    name, contact = {"operator_name": "Ward 7"}, {"operator_contact": "extension 12"}
    refuse_nameless(settings(name | contact))
    for some, missing in (
        (name, "set RESTSTOP_OPERATOR_CONTACT."),
        (contact, "set RESTSTOP_OPERATOR_NAME."),
        ({}, "set RESTSTOP_OPERATOR_NAME and RESTSTOP_OPERATOR_CONTACT."),
    ):
        with pytest.raises(BadSetting) as refused:
            refuse_nameless(settings(some))
        assert missing in refused.value.sentence


def test_a_terminal_loads_nothing_of_a_platforms() -> None:
    """Nor does the doctor, nor the manifest: they work where none of the libraries are."""
    code = (
        "import sys; from bot.app.cli import reststop; context = __import__('click').Context(reststop);"
        "[reststop.get_command(context, name) for name in ('run', 'doctor', 'slack', 'discord')];"
        "assert not {'slack_bolt', 'slack_sdk', 'aiohttp', 'discord'} & sys.modules.keys()"
    )
    subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parents[2], check=True)
