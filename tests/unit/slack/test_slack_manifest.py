"""The manifest that an admin pastes: valid for Slack, asking for what the table says and no more."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from adapters.slack.setup import scopes
from adapters.slack.setup.manifest import USAGE, Mode, manifest
from bot.app.cli import reststop
from bot.services.routes import COMMANDS
from tests.json_schema import problems
from tests.sim.slack.core import EVENTS
from tests.sim.slack.methods import METHODS
from tests.sim.slack.sim import SCOPES
from tools.slack_scopes import PAGE, page

PUBLISHED = Path(__file__).parents[2] / "sim/slack/published/manifest.schema.1.0.0.json"
URL = "https://reststop.example"
SOCKET, HTTP = manifest("socket"), manifest("http", URL)


@pytest.mark.parametrize("rotates", [False, True])
@pytest.mark.parametrize(("mode", "url"), [("socket", ""), ("http", URL)])
def test_manifest_keeps_to_slacks_own_schema(mode: Mode, url: str, *, rotates: bool) -> None:
    """The schema that Slack publishes finds nothing in it, in either way of connecting."""
    schema = json.loads(PUBLISHED.read_text("utf-8"))
    assert problems(manifest(mode, url, rotates_tokens=rotates), schema) == []


def test_the_schema_finds_what_is_wrong() -> None:
    """Names that are too long, words that Slack does not know: the test above could fail."""
    schema = json.loads(PUBLISHED.read_text("utf-8"))
    wrong = manifest("socket")
    wrong["display_information"]["name"] = "R" * 36
    wrong["features"]["shortcuts"][0]["callback"] = "write"
    del wrong["features"]["slash_commands"][0]["description"]
    assert len(problems(wrong, schema)) == 3


def test_scopes_are_the_allowed_ones() -> None:
    """The list that security.md and SECURITY.md give: a new scope is a decision, taken here as well."""
    base = {"chat:write", "commands", "im:write", "im:history", "users:read", "dnd:read"}
    assert set(scopes.required()) == base == set(SCOPES)
    assert set(scopes.optional()) == {"files:write"}
    assert not scopes.NEVER & {*scopes.required(), *scopes.optional()}
    asked = SOCKET["oauth_config"]["scopes"]
    assert asked == {"bot": [*scopes.required(), *scopes.optional()], "bot_optional": ["files:write"]}
    assert asked == HTTP["oauth_config"]["scopes"]


def test_each_event_comes_with_its_scope() -> None:
    """An event without its scope never comes, and Slack refuses to save a manifest that names it."""
    for feature, (event, scope) in product(scopes.FEATURES, EVENTS.items()):
        assert (event in feature.events) == (scope == feature.scope), (feature.scope, event)
    assert {event for event, scope in EVENTS.items() if scope is None} == set(scopes.BASE_EVENTS)
    assert SOCKET["settings"]["event_subscriptions"]["bot_events"] == list(scopes.events())


def test_each_scope_opens_something() -> None:
    """No scope is asked for that no method, event or command of Slack takes."""
    of_methods = {each.scope for each in METHODS.values()}
    of_events = set(EVENTS.values())
    assert {*scopes.required(), *scopes.optional()} <= of_methods | of_events | {"commands"}


def test_http_names_one_address_everywhere_and_a_socket_none() -> None:
    """A manifest with a forgotten address would leave buttons dead."""
    assert URL not in json.dumps(SOCKET)
    settings = HTTP["settings"]
    assert {
        settings["event_subscriptions"]["request_url"],
        settings["interactivity"]["request_url"],
        HTTP["features"]["slash_commands"][0]["url"],
    } == {f"{URL}/slack/events"}
    assert HTTP["oauth_config"]["redirect_urls"] == [f"{URL}/slack/oauth_redirect"]
    assert (settings["socket_mode_enabled"], settings["org_deploy_enabled"]) == (False, True)
    with pytest.raises(ValueError, match="address"):
        manifest("http")
    with pytest.raises(ValueError, match="address"):
        manifest("socket", URL)


def test_words_beside_the_command_are_commands() -> None:
    """What Slack shows while it is typed can be typed."""
    assert set(USAGE) <= set(COMMANDS)


@pytest.mark.parametrize(
    ("words", "expected"), [((), SOCKET), (("--http", URL), HTTP), (("--http", URL + "/"), HTTP)]
)
def test_the_command_prints_it(words: tuple[str, ...], expected: dict[str, object]) -> None:
    """JSON on standard output and nothing else, to be pasted."""
    done = CliRunner().invoke(reststop, ["slack", "manifest", *words])
    assert (done.exit_code, json.loads(done.stdout)) == (0, expected)


@pytest.mark.parametrize("url", ["http://reststop.example", "https://", "https://a.example/path", "a b"])
def test_an_address_that_slack_would_not_take_is_refused(url: str) -> None:
    """Https, a name, no path: everything below it is ours."""
    done = CliRunner().invoke(reststop, ["slack", "manifest", "--http", url])
    assert (done.exit_code, done.stdout) == (2, "")


def test_the_page_of_scopes_is_made_from_the_table() -> None:
    """`python -m tools.slack_scopes` writes it anew."""
    assert PAGE.read_text("utf-8") == page()
