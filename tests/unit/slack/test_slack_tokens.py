"""The token of each workspace: found once, refreshed by one for all, lost only where nothing could help."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.slack.errors import LineCut, TokenDead
from adapters.slack.record import Record, unpacked, workspace_of
from bot.errors import NotSaved
from bot.ports.vault import Secret
from tests.sim.slack.faults import How
from tests.unit.slack.tokens import NOON, desk

REFRESH = "oauth.v2.access"


def test_a_record_is_kept_whole_and_shows_nothing() -> None:
    """Every field but the name comes back; its repr is no way to a token."""
    record = Record(
        workspace="E1",
        token=Secret("hush-1"),
        bot_user="U1",
        bot="B1",
        app="A1",
        scopes=frozenset({"chat:write", "commands"}),
        team="T1",
        enterprise="E1",
        is_org_wide=True,
        installed_at=NOON,
        expires_at=NOON + timedelta(hours=12),
        refresh=Secret("hush-2"),
        name="Harbour",
    )
    assert unpacked(record.packed()) == replace(record, name="")
    bare = replace(record, expires_at=None, refresh=None, name="")
    assert unpacked(bare.packed()) == bare
    assert "hush" not in f"{record!r} {record} {record.packed()!r}"


@pytest.mark.parametrize(
    ("team", "enterprise", "is_org_wide", "workspace"),
    [
        ("T1", None, False, "T1"),
        ("T1", "E1", False, "T1"),
        ("T1", "E1", True, "E1"),
        (None, "E1", True, "E1"),
        (None, "E1", None, "E1"),
    ],
)
def test_an_organisation_that_installed_is_one_workspace(
    *, team: str | None, enterprise: str | None, is_org_wide: bool | None, workspace: str
) -> None:
    """A team of an organisation that installed by itself is its own."""
    assert workspace_of(team=team, enterprise=enterprise, is_org_wide=is_org_wide) == workspace


async def test_the_token_that_was_set_is_learned() -> None:
    """Whose it is, what it may be used for, what people call the place."""
    async with desk() as here:
        harbour = here.slack.workspace("Harbour")
        then = await here.again(own=harbour.bot_token)
        record = await then.tokens.learn()
        assert (record.workspace, record.name) == (harbour.id, "Harbour")
        assert record.scopes == harbour.grant.scopes
        assert (record.bot_user, record.bot) == (harbour.team.bot_user, harbour.team.bot_id)
        assert await then.tokens.token(harbour.id) == harbour.bot_token
        with pytest.raises(TokenDead):
            await then.tokens.token(then.slack.workspace("Quay").id)


async def test_an_organisations_token_is_the_organisations() -> None:
    """Its workspaces are not looked up one by one."""
    async with desk() as here:
        ward = here.slack.workspace("Ward", org="Hospital", installed=False)
        grant = ward.install(org_wide=True)
        then = await here.again(own=grant.token)
        assert (await then.tokens.learn()).workspace == ward.org_id
        assert await then.tokens.token(ward.org_id or "") == grant.token


async def test_a_wrong_token_is_dead_at_once() -> None:
    """And one that was never set, too."""
    async with desk(own="no-such-token") as here:
        with pytest.raises(TokenDead):
            await here.tokens.learn()
    async with desk() as here:
        with pytest.raises(TokenDead):
            await here.tokens.learn()


async def test_a_token_is_remembered_until_it_is_evicted() -> None:
    """The database may be away meanwhile; each workspace has its own."""
    async with desk() as here:
        harbour, quay = here.slack.workspace("Harbour"), here.slack.workspace("Quay")
        for workspace in (harbour, quay):
            await here.keep(workspace)
        then = await here.again()
        assert await then.tokens.token(harbour.id) == harbour.bot_token
        assert await then.tokens.token(quay.id) == quay.bot_token
        then.shelf.is_away = True
        assert await then.tokens.token(harbour.id) == harbour.bot_token
        then.tokens.evict(harbour.id)
        with pytest.raises(NotSaved):
            await then.tokens.token(harbour.id)
        assert await then.tokens.token(quay.id) == quay.bot_token
        assert then.slack.journal.calls(REFRESH) == []


async def test_an_ended_token_is_gone_from_memory_and_from_the_store() -> None:
    """And a workspace that never was has none."""
    async with desk() as here:
        harbour = here.slack.workspace("Harbour")
        await here.keep(harbour)
        await here.tokens.end(harbour.id)
        for workspace in (harbour.id, "T-NOBODY"):
            with pytest.raises(TokenDead):
                await here.tokens.token(workspace)
        assert await here.shelf.find("slack", harbour.id) is None


async def test_a_token_that_ends_is_refreshed_once_by_whoever_comes_first() -> None:
    """Two hours before its end; the new one is kept before anybody uses it."""
    async with desk(rotates=True) as here:
        harbour = here.slack.workspace("Harbour")
        first = harbour.bot_token
        await here.keep(harbour)
        here.later(hours=9, minutes=59)
        assert await here.tokens.token(harbour.id) == first
        assert here.slack.journal.calls(REFRESH) == []
        here.later(minutes=2)
        given = await asyncio.gather(*(here.tokens.token(harbour.id) for _ in range(50)))
        assert set(given) == {harbour.bot_token} != {first}
        assert len(here.slack.journal.calls(REFRESH)) == 1
        assert await here.kept_token(harbour.id) == harbour.bot_token
        here.later(hours=10, minutes=1)
        assert await here.tokens.token(harbour.id) == harbour.bot_token not in given


@pytest.mark.parametrize("how", ["http_500", "ratelimited", "reset"])
async def test_a_refreshing_that_fails_leaves_the_token_that_is_still_good(how: How) -> None:
    """It is tried again after a while, not at every call, and not too late."""
    async with desk(rotates=True) as here:
        harbour = here.slack.workspace("Harbour")
        first = harbour.bot_token
        await here.keep(harbour)
        here.later(hours=10, minutes=1)
        here.slack.faults.fail(REFRESH, how)
        for _ in range(3):
            assert await here.tokens.token(harbour.id) == first
        assert len(here.slack.journal.calls(REFRESH)) == 1
        here.later(minutes=2)
        assert await here.tokens.token(harbour.id) == harbour.bot_token != first


async def test_a_token_that_has_ended_is_never_given() -> None:
    """Where Slack gives no other, an error says so: nothing is asked with a dead token."""
    async with desk(rotates=True) as here:
        harbour = here.slack.workspace("Harbour")
        await here.keep(harbour)
        here.later(hours=13)
        here.slack.faults.fail(REFRESH, "http_500")
        with pytest.raises(LineCut):
            await here.tokens.token(harbour.id)
        here.slack.faults.fail(REFRESH, "error", error="invalid_refresh_token")
        with pytest.raises(TokenDead):
            await here.tokens.token(harbour.id)
        assert await here.tokens.token(harbour.id) == harbour.bot_token


async def test_what_cannot_be_kept_yet_is_not_lost_while_the_house_stands() -> None:
    """The refresh token that is good is the one in memory; it goes to the store as soon as that is there."""
    async with desk(rotates=True) as here:
        harbour = here.slack.workspace("Harbour")
        first = harbour.bot_token
        await here.keep(harbour)
        here.later(hours=10, minutes=1)
        here.shelf.may_save.clear()
        asking = asyncio.create_task(here.tokens.token(harbour.id))
        await here.shelf.is_saving.wait()
        here.shelf.is_away = True
        here.shelf.may_save.set()
        assert await asking == first
        here.later(minutes=2)
        assert await here.tokens.token(harbour.id) == first
        here.later(hours=3)
        assert await here.tokens.token(harbour.id) == harbour.bot_token
        here.shelf.is_away = False
        here.later(minutes=2)
        assert await here.tokens.token(harbour.id) == harbour.bot_token
        assert len(here.slack.journal.calls(REFRESH)) == 1
        then = await here.again(was_killed=True)
        then.later(hours=10)
        assert await then.tokens.token(harbour.id) == harbour.bot_token
        assert len(then.slack.journal.calls(REFRESH)) == 2


async def test_a_caller_who_leaves_does_not_take_the_new_token_along() -> None:
    """Cut off between asking and keeping, as by SIGTERM: what Slack gave is kept before the house ends."""
    async with desk(rotates=True) as here:
        harbour = here.slack.workspace("Harbour")
        await here.keep(harbour)
        here.later(hours=10, minutes=1)
        here.is_slow = True
        asking = asyncio.create_task(here.tokens.token(harbour.id))
        await here.has_answered.wait()
        asking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await asking
        another = asyncio.create_task(here.tokens.token(harbour.id))
        here.may_arrive.set()
        assert await another == harbour.bot_token
        assert len(here.slack.journal.calls(REFRESH)) == 1
        assert await here.kept_token(harbour.id) == harbour.bot_token


async def test_what_is_being_refreshed_is_kept_before_the_house_ends() -> None:
    """Also where nobody waits for it any more."""
    async with desk(rotates=True) as here:
        harbour = here.slack.workspace("Harbour")
        await here.keep(harbour)
        here.later(hours=10, minutes=1)
        here.is_slow = True
        asking = asyncio.create_task(here.tokens.token(harbour.id))
        await here.has_answered.wait()
        asking.cancel()
        here.may_arrive.set()
        await here.tokens.close()
        assert await here.kept_token(harbour.id) == harbour.bot_token
