"""Workspaces that come and go: kept, told to the core, and looked at twice before anything ends."""

from __future__ import annotations

import pytest
from slack_sdk.errors import SlackApiError

from adapters.slack.errors import TokenDead
from bot.surface.inbound import SurfaceInstalled, SurfaceRemoved
from tests.unit.slack.tokens import Desk, desk, record_of


def removal(workspace: str, kind: str = "app_uninstalled", **more: object) -> dict[str, object]:
    """Return what Slack says when Reststop was removed from a workspace."""
    installed = {"team_id": workspace, "enterprise_id": None, "is_enterprise_install": False}
    event = {"type": kind, **more}
    return {"type": "event_callback", "event_id": "Ev1", "event": event, "authorizations": [installed]}


async def install(here: Desk, name: str = "Harbour") -> str:
    """Install Reststop in a workspace; return its id."""
    workspace = here.slack.workspace(name)
    await here.workspaces.installed(record_of(workspace.grant, here.clock.now()))
    here.heard.clear()
    return workspace.id


async def test_an_installing_is_kept_and_told() -> None:
    """After the keeping, so that the core may write there."""
    async with desk() as here:
        harbour = here.slack.workspace()
        await here.workspaces.installed(record_of(harbour.grant, here.clock.now()))
        [heard] = here.heard
        assert isinstance(heard, SurfaceInstalled)
        assert (heard.surface, heard.workspace) == ("slack", harbour.id)
        assert await here.kept_token(harbour.id) == harbour.bot_token


async def test_a_second_installing_is_an_event_of_its_own() -> None:
    """Who removes Reststop and adds it again is heard both times."""
    async with desk() as here:
        harbour = here.slack.workspace()
        await here.workspaces.installed(record_of(harbour.grant, here.clock.now()))
        here.later(hours=1)
        await here.workspaces.installed(record_of(harbour.install(), here.clock.now()))
        assert len({event.event_id for event in here.heard}) == 2


async def test_a_removal_ends_the_token_and_is_told() -> None:
    """Of that workspace alone; said again it is the same event to the core."""
    async with desk() as here:
        harbour, quay = await install(here), await install(here, "Quay")
        await here.slack.workspace("Harbour").uninstall()
        for _ in range(2):
            await here.workspaces.removed(removal(harbour))
        assert set(here.heard) == {SurfaceRemoved(event_id="Ev1", surface="slack", workspace=harbour)}
        assert await here.shelf.find("slack", harbour) is None
        with pytest.raises(TokenDead):
            await here.tokens.token(harbour)
        assert await here.kept_token(quay) == here.slack.workspace("Quay").bot_token


async def test_a_revoked_token_is_a_removal_if_it_was_the_bots() -> None:
    """That of a person says nothing about Reststop."""
    async with desk() as here:
        harbour = await install(here)
        await here.slack.workspace().revoke_tokens()
        users: dict[str, list[str]] = {"oauth": ["U1"], "bot": []}
        await here.workspaces.removed(removal(harbour, "tokens_revoked", tokens=users))
        assert here.heard == []
        await here.workspaces.removed(removal(harbour, "tokens_revoked", tokens={"bot": ["U2"]}))
        assert len(here.heard) == 1


async def test_a_removal_that_comes_late_ends_no_new_installation() -> None:
    """Slack delivers again after five minutes: by then somebody may have added Reststop once more."""
    async with desk() as here:
        harbour = await install(here)
        await here.slack.workspace().uninstall()
        here.slack.workspace().install()
        await install(here)
        await here.workspaces.removed(removal(harbour))
        assert here.heard == []
        assert await here.tokens.token(harbour) == here.slack.workspace().bot_token


async def test_a_removal_holds_where_slack_cannot_be_asked() -> None:
    """It said so itself."""
    async with desk() as here:
        harbour = await install(here)
        here.slack.faults.fail("auth.test", "http_500")
        await here.workspaces.removed(removal(harbour))
        assert len(here.heard) == 1
        assert await here.shelf.find("slack", harbour) is None


async def test_a_workspace_that_went_unheard_is_found_by_the_next_call() -> None:
    """While nobody listened Slack's events were lost; the countdown that was promised begins all the same."""
    async with desk() as here:
        harbour = await install(here)
        await here.slack.workspace().uninstall()
        for _ in range(2):
            with pytest.raises((SlackApiError, TokenDead)):
                await here.api.client(harbour).auth_test()
            await here.workspaces.looked()
        [heard] = here.heard
        assert isinstance(heard, SurfaceRemoved)
        assert await here.shelf.find("slack", harbour) is None


@pytest.mark.parametrize("word", ["invalid_auth", "token_expired", "not_authed"])
async def test_a_token_that_slack_does_not_know_for_a_moment_ends_nothing(word: str) -> None:
    """Only words that mean an end do."""
    async with desk() as here:
        harbour = await install(here)
        here.slack.faults.fail("auth.test", "error", times=2, error=word)
        with pytest.raises(SlackApiError):
            await here.api.client(harbour).auth_test()
        await here.workspaces.looked()
        assert here.heard == []
        assert await here.tokens.token(harbour) == here.slack.workspace().bot_token
