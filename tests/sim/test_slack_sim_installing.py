"""Installing on the loopback Slack: slack_bolt's own OAuth, many workspaces, organisations, and the end."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth.async_oauth_flow import AsyncOAuthFlow
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.errors import SlackApiError
from slack_sdk.oauth.installation_store.file import FileInstallationStore
from slack_sdk.oauth.state_store.file import FileOAuthStateStore

from bot.testing.time import ManualClock
from tests.json_types import Json
from tests.sim.slack import SlackSim, Workspace
from tests.sim.slack_app import Heard, new_client, on_socket, over_http

pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")
"""slack_sdk 3.48 sends client id and secret in a way that aiohttp 3.14 warns of."""

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack where tokens rotate, on a clock that stands still."""
    async with SlackSim(clock=ManualClock(START), rotates_tokens=True) as started:
        yield started


def installable(slack: SlackSim, folder: Path) -> AsyncApp:
    """Return an app that people install by themselves, with the stores that slack_sdk brings."""
    settings = AsyncOAuthSettings(
        client_id=slack.client_id,
        client_secret=slack.client_secret,
        scopes=["chat:write", "commands"],
        installation_store=FileInstallationStore(base_dir=str(folder / "installations")),
        state_store=FileOAuthStateStore(expiration_seconds=600, base_dir=str(folder / "states")),
        authorization_url=slack.authorize_url,
    )
    client = new_client(slack, None)
    flow = AsyncOAuthFlow(client=client, settings=settings)
    return AsyncApp(client=client, signing_secret=slack.signing_secret, oauth_flow=flow)


def many(slack: SlackSim) -> AsyncApp:
    """Return an app that knows the token of every workspace and tells which one it was called from."""

    async def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        grants = slack.core.tokens.grants.values()
        grant = next(each for each in grants if each.workspace in {team_id, enterprise_id})
        return AuthorizeResult(enterprise_id=enterprise_id, team_id=team_id, bot_token=grant.token)

    app = AsyncApp(client=new_client(slack, None), signing_secret=slack.signing_secret, authorize=authorize)

    @app.command("/reststop")
    async def hear(ack: AsyncAck, context: AsyncBoltContext) -> None:
        await ack(text=f"{context.team_id} {context.enterprise_id} {context.is_enterprise_install}")

    @app.event("app_home_opened")
    async def opened(event: Json, context: AsyncBoltContext) -> None:
        team = context.team_id or "none"
        await context.client.chat_postMessage(channel=event["user"], text=f"{team} {context.enterprise_id}")

    return app


async def test_person_installs_by_the_pages_of_app_and_slack(slack: SlackSim, tmp_path: Path) -> None:
    """With a state in a cookie, and a code that is good once; whoever refuses gets nothing."""
    harbour = slack.workspace("Harbour", installed=False)
    ana = harbour.user("ana")
    app = installable(slack, tmp_path)

    @app.command("/reststop")
    async def hear(ack: AsyncAck) -> None:
        await ack(text="Here.")

    async with over_http(slack, app) as base:
        slack.redirect_to(f"{base}/slack/oauth_redirect")
        declined = await ana.install(f"{base}/slack/install", agrees=False)
        assert "access_denied" in declined.text
        assert slack.core.tokens.installed_in(harbour.team) is None
        page = await ana.install(f"{base}/slack/install")
        assert page.status == 200
        assert harbour.grant.scopes == {"chat:write", "commands"}
        assert harbour.grant.installer == ana.id
        await ana.command("/reststop")
        assert [message.text for message in ana.messages] == ["Here."]
        code = slack.journal.calls("oauth.v2.access")[0].args["code"]
        again = {"code": code, "client_id": slack.client_id, "client_secret": slack.client_secret}
        with pytest.raises(SlackApiError, match="invalid_code"):
            await new_client(slack, None).oauth_v2_access(**again)


async def test_refresh_token_is_good_once(slack: SlackSim) -> None:
    """The token that it renews lives until its end, twelve hours after it was given."""
    harbour = slack.workspace()
    old = harbour.grant
    client = new_client(slack, None)
    asked = {
        "client_id": slack.client_id,
        "client_secret": slack.client_secret,
        "grant_type": "refresh_token",
        "refresh_token": str(old.refresh),
    }
    with pytest.raises(SlackApiError, match="bad_client_secret"):
        await client.oauth_v2_access(**{**asked, "client_secret": "other"})
    renewed = await client.oauth_v2_access(**asked)
    assert (renewed["expires_in"], renewed["team"]["id"]) == (43_200, harbour.id)
    with pytest.raises(SlackApiError, match="invalid_refresh_token"):
        await client.oauth_v2_access(**asked)
    assert (await new_client(slack, old.token).auth_test())["ok"]
    await slack.advance(43_200)
    with pytest.raises(SlackApiError, match="token_expired"):
        await new_client(slack, old.token).auth_test()
    assert renewed["access_token"] == harbour.bot_token
    assert renewed["refresh_token"] != old.refresh


async def test_workspaces_know_nothing_of_each_other(slack: SlackSim) -> None:
    """Each has its own users, token and channels; a token of one finds nobody of the other."""
    harbour, garden = slack.workspace("Harbour"), slack.workspace("Garden")
    ana, ben = harbour.user("ana"), garden.user("ben")
    async with on_socket(slack, many(slack)):
        await ana.command("/reststop")
        await ben.command("/reststop")
    assert [message.text for message in ana.messages] == [f"{harbour.id} None False"]
    assert [message.text for message in ben.messages] == [f"{garden.id} None False"]
    with pytest.raises(SlackApiError, match="user_not_found"):
        await new_client(slack, harbour.bot_token).users_info(user=ben.id)


async def test_organisation_has_one_installation_for_its_workspaces(slack: SlackSim) -> None:
    """Payloads say so (an event names no workspace to Bolt), and its token reaches the users of all."""
    north = slack.workspace("North", org="Care", installed=False)
    south = slack.workspace("South", org="Care", installed=False)
    grant = north.install(org_wide=True)
    assert south.bot_token == grant.token
    assert south.org_id == grant.workspace
    ana, ben = north.user("ana"), south.user("ben")
    async with on_socket(slack, many(slack)) as handler:
        heard = Heard(handler)
        await ana.command("/reststop")
        await ben.open_home()
    assert [message.text for message in ana.messages] == [f"{north.id} {north.org_id} True"]
    assert [message.text for message in ben.messages] == [f"none {south.org_id}"]
    assert heard.last["authorizations"][0] == {
        "enterprise_id": south.org_id,
        "team_id": None,
        "user_id": south.team.bot_user,
        "is_bot": True,
        "is_enterprise_install": True,
    }
    client = new_client(slack, grant.token)
    with pytest.raises(SlackApiError, match="missing_argument"):
        await client.dnd_teamInfo(users=[ben.id])
    assert (await client.dnd_teamInfo(users=[ben.id], team_id=south.id))["users"]
    told = await client.auth_test()
    assert (told["is_enterprise_install"], told["enterprise_id"]) == (True, north.org_id)
    assert north.team.bot_user == south.team.bot_user
    assert south.user("ana").id == ana.id


@pytest.mark.parametrize("by", ["admin", "app"])
async def test_end_of_an_installation_is_told(slack: SlackSim, by: str) -> None:
    """Tokens are dead before the app hears of it, in two events; after that it hears nothing more."""
    harbour = slack.workspace()
    ana = harbour.user("ana")
    app = many(slack)
    heard: list[Json] = []

    @app.event("tokens_revoked")
    @app.event("app_uninstalled")
    async def ended(event: Json) -> None:
        heard.append(event)

    client = new_client(slack, harbour.bot_token)
    async with on_socket(slack, app):
        if by == "admin":
            await harbour.uninstall()
        else:
            await client.apps_uninstall(client_id=slack.client_id, client_secret=slack.client_secret)
            await slack.settled()
        assert sorted(event["type"] for event in heard) == ["app_uninstalled", "tokens_revoked"]
        revoked = next(event for event in heard if event["type"] == "tokens_revoked")
        assert revoked["tokens"] == {"oauth": [], "bot": [harbour.team.bot_user]}
        with pytest.raises(SlackApiError, match="account_inactive"):
            await client.auth_test()
        await ana.set_tz("Europe/Paris")
        await ana.open_home()
        assert len(heard) == 2


def test_ids_are_the_same_for_the_same_seed() -> None:
    """And others for another, so that a story can be told twice."""

    def ids(seed: int) -> tuple[str, str, str]:
        slack = SlackSim(clock=ManualClock(START), seed=seed)
        workspace: Workspace = slack.workspace()
        return slack.app_id, workspace.id, workspace.user("ana").id

    assert ids(1) == ids(1)
    assert not set(ids(1)) & set(ids(2))
