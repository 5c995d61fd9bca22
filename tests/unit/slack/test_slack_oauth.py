"""Adding Reststop with a browser: what is kept and told, and what is refused, and that no secret is shown."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from aiohttp import ClientSession, web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request

from adapters.slack.record import unpacked
from adapters.slack.setup import scopes
from adapters.slack.setup.manifest import INSTALL_PATH, REDIRECT_PATH
from adapters.slack.setup.oauth import SignedState, install_flow
from adapters.slack.setup.tokens import App
from bot.ports.vault import Secret
from bot.surface.inbound import SurfaceInstalled
from bot.testing.chance import SeededChance
from bot.testing.time import ManualClock
from tests.sim.slack.faults import How
from tests.unit.slack.tokens import NOON, Desk, desk

KEY = b"k" * 32


@asynccontextmanager
async def pages(here: Desk) -> AsyncIterator[str]:
    """Serve the pages of an installation; give the address where one begins."""
    chance = SeededChance("oauth")
    flow = install_flow(
        App(client_id=here.slack.client_id, client_secret=Secret(here.slack.client_secret)),
        here.workspaces,
        clock=here.clock,
        client=here.api.bare(),
        authorize_url=here.slack.authorize_url,
        state_key=KEY,
        new_id=lambda: chance.new_id().hex,
    )

    async def begin(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_installation(await to_bolt_request(request)))

    async def end(request: web.Request) -> web.Response:
        return await to_aiohttp_response(await flow.handle_callback(await to_bolt_request(request)))

    app = web.Application()
    app.add_routes([web.get(INSTALL_PATH, begin), web.get(REDIRECT_PATH, end)])
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    host, port = runner.addresses[0][:2]
    here.slack.redirect_to(f"http://{host}:{port}{REDIRECT_PATH}")
    try:
        yield f"http://{host}:{port}{INSTALL_PATH}"
    finally:
        await runner.cleanup()


async def test_who_agrees_has_reststop_there() -> None:
    """The token is kept, the core is told, the page says how to begin and shows no secret."""
    async with desk() as here, pages(here) as start:
        harbour = here.slack.workspace(installed=False)
        page = await harbour.user("admin").install(start)
        assert page.status == 200
        assert "/reststop start" in page.text
        [heard] = here.heard
        assert (heard.workspace, type(heard)) == (harbour.id, SurfaceInstalled)
        assert await here.tokens.token(harbour.id) == harbour.bot_token
        kept = await here.shelf.find("slack", harbour.id)
        assert kept is not None
        record = unpacked(kept)
        assert (record.bot_user, record.bot) == (harbour.team.bot_user, harbour.team.bot_id)
        assert record.scopes == {*scopes.required(), *scopes.optional()}
        assert (record.team, record.enterprise, record.is_org_wide) == (harbour.id, "", False)
        assert (record.expires_at, record.refresh) == (None, None)
        assert harbour.bot_token not in page.text


async def test_an_organisation_has_it_everywhere_at_once() -> None:
    """One token, found by the organisation's id."""
    async with desk() as here, pages(here) as start:
        ward = here.slack.workspace("Ward", org="Hospital", installed=False)
        await ward.user("admin").install(start, org_wide=True)
        [heard] = here.heard
        assert heard.workspace == ward.org_id
        assert await here.tokens.token(ward.org_id or "") == ward.bot_token


async def test_tokens_that_expire_come_with_their_end() -> None:
    """And are refreshed from the first time on."""
    async with desk(rotates=True) as here, pages(here) as start:
        harbour = here.slack.workspace(installed=False)
        await harbour.user("admin").install(start)
        record = await here.tokens.record(harbour.id)
        assert record.expires_at is not None
        assert timedelta(hours=11, minutes=59) < record.expires_at - NOON <= timedelta(hours=12)
        here.later(hours=11)
        assert await here.tokens.token(harbour.id) == harbour.bot_token != record.token.reveal()


async def test_who_says_no_adds_nothing() -> None:
    """And is told so, with a way back."""
    async with desk() as here, pages(here) as start:
        page = await here.slack.workspace(installed=False).user("admin").install(start, agrees=False)
        assert "Nothing was added" in page.text
        assert INSTALL_PATH in page.text
        assert here.heard == []


async def test_a_token_that_cannot_be_kept_is_no_installation() -> None:
    """The page says "not yet", so that somebody tries again; the core is not told."""
    async with desk() as here, pages(here) as start:
        harbour = here.slack.workspace(installed=False)
        here.shelf.is_away = True
        page = await harbour.user("admin").install(start)
        assert page.status == 500
        assert "Not yet" in page.text
        assert here.heard == []
        here.shelf.is_away = False
        assert (await harbour.user("admin").install(start)).status == 200
        assert await here.tokens.token(harbour.id) == harbour.bot_token


@pytest.mark.parametrize("how", ["http_500", "reset", "ratelimited"])
async def test_a_slack_that_does_not_answer_is_no_fault_of_ours(how: How) -> None:
    """A page with a way on, not a stack of lines."""
    async with desk() as here, pages(here) as start:
        here.slack.faults.fail("oauth.v2.access", how)
        page = await here.slack.workspace(installed=False).user("admin").install(start)
        assert page.status == 401
        assert "Try again" in page.text
        assert here.heard == []


async def test_what_a_stranger_puts_into_the_address_is_not_shown() -> None:
    """Nor is a code of theirs exchanged: the browser has to be the one that began."""
    async with desk() as here, pages(here) as start, ClientSession() as browser:
        back = start.replace(INSTALL_PATH, REDIRECT_PATH)
        for query, status in (
            ({"error": "<b>owned</b>"}, 200),
            ({"code": "owned", "state": "owned"}, 400),
            ({"code": "owned"}, 400),
            ({}, 400),
        ):
            async with browser.get(back, params=query) as answer:
                assert answer.status == status
                assert "owned" not in await answer.text()
        assert here.slack.journal.calls("oauth.v2.access") == []


async def test_a_state_is_good_for_ten_minutes_and_for_us_alone() -> None:
    """Nothing of it is stored, so a restart in between changes nothing."""
    clock, chance = ManualClock(NOON), SeededChance("state")
    states = SignedState(KEY, clock, lambda: chance.new_id().hex)
    first, second = await states.async_issue(), await states.async_issue()
    assert first != second
    again = SignedState(KEY, clock, lambda: "any")
    assert await again.async_consume(first)
    others = SignedState(b"o" * 32, clock, lambda: "any")
    assert not await others.async_consume(first)
    ends, nonce, mark = first.split(".")
    for forged in ("", "a", "..", f"{int(ends) + 60}.{nonce}.{mark}", f"{ends}.x.{mark}", f"{first}\u0660"):
        assert not await states.async_consume(forged)
    clock.move_to(NOON + timedelta(minutes=9, seconds=59))
    assert await states.async_consume(second)
    clock.move_to(NOON + timedelta(minutes=10))
    assert not await states.async_consume(second)


async def test_no_secret_is_logged_at_any_level(caplog: pytest.LogCaptureFixture) -> None:
    """By us: what libraries say of their own is cut down to their name by bot/app/logs.py."""
    caplog.set_level(logging.DEBUG)
    async with desk(rotates=True) as here, pages(here) as start:
        harbour = here.slack.workspace(installed=False)
        await harbour.user("admin").install(start)
        here.later(hours=11)
        here.slack.faults.fail("oauth.v2.access", "error", error="invalid_refresh_token")
        await here.tokens.token(harbour.id)
        here.later(minutes=2)
        await here.tokens.token(harbour.id)
        await harbour.uninstall()
        here.tokens.evict(harbour.id)
        await here.workspaces.looked()
        secrets = {grant.token for grant in here.slack.core.tokens.grants.values()}
        secrets |= {grant.refresh or "" for grant in here.slack.core.tokens.grants.values()}
        ours = [each for each in caplog.records if each.name.startswith(("bot", "adapters"))]
        said = " ".join(record.getMessage() for record in ours)
        assert len(secrets) == 4
        assert ours
        assert [secret for secret in secrets | {here.slack.client_secret} if secret in said] == []
