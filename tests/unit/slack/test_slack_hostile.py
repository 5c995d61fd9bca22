"""What a hostile or a broken payload, page or moment does: nobody's words go, and nobody is led elsewhere."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession, web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack import text
from adapters.slack.answering.answers import Answers
from adapters.slack.answering.calls import Post, Respond
from adapters.slack.drawing.render import message_line
from adapters.slack.hearing.inbound import Heard, Reader
from adapters.slack.hearing.where import workspace_in
from adapters.slack.setup.oauth import InstallFlow, install_flow
from adapters.slack.setup.tokens import App
from adapters.slack.web import pages
from adapters.web.server import Server
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.ports.vault import Secret
from bot.surface.inbound import DirectMessage, InboundEvent
from bot.surface.outcome import Outcome
from tests.json_types import Json
from tests.unit.scripted_core import CANARY
from tests.unit.slack.desk import OUT, Desk, desk
from tests.unit.slack.tokens import Desk as TokensDesk
from tests.unit.slack.tokens import desk as tokens_desk


@pytest.mark.parametrize("fault", [OSError, NotSaved])
async def test_a_form_that_was_not_taken_stays_with_its_words(fault: type[Exception]) -> None:
    """An empty acknowledgement would close it, and they would believe that it is saved."""
    async with desk() as here:
        await here.ana.command("/reststop write")
        here.ana.fill({"Your words": CANARY})

        def breaks(_: InboundEvent) -> Outcome:
            raise fault

        says, here.core.says = here.core.says, breaks
        await here.ana.submit()
        assert list(here.ana.modals[-1].errors.values()) == [text.NOT_SAVED]
        assert CANARY in here.ana.modals[-1].text
        here.core.says = says
        await here.ana.submit()
        assert "There it is." in here.ana.modals[-1].text


@pytest.mark.parametrize(
    ("blocks", "status"), [([{"type": "input", "block_id": "words|0|"}], 200), ([], 500), (None, 500)]
)
async def test_a_form_that_cannot_be_read_stays(blocks: object, status: int) -> None:
    """As one of another version: Slack keeps it open after errors, and after what is no answer."""
    view = {
        "type": "modal",
        "callback_id": "form",
        "private_metadata": "1:form",
        "blocks": blocks,
        "state": {"values": {"?": {}}},
    }
    async with desk() as here:
        answer = await _sent(here, {"type": "view_submission", "view": view})
        assert answer.status == status
        assert status != 200 or json.loads(answer.body)["errors"] == {"words|0|": text.NOT_SAVED}
        assert here.core.heard == []


async def test_a_form_where_reststop_is_no_more_stays_and_says_so() -> None:
    """Its words can be copied from it."""
    view = {"type": "modal", "callback_id": "form", "blocks": [{"type": "input", "block_id": "words|0|"}]}
    async with desk() as here:
        answer = await _sent(here, {"type": "view_submission", "view": view}, team="T0GONE")
        assert json.loads(answer.body)["errors"] == {"words|0|": text.NOT_HERE}
        assert here.core.heard == []


async def test_nobody_is_led_elsewhere_where_reststop_is_no_more() -> None:
    """Whoever can sign requests names an address for an answer: only Slack's own is called."""
    async with desk() as here, _stranger() as (url, called):
        for kind in ({"command": "/reststop", "text": "help", "user_id": "U1"}, _press()):
            answer = await _sent(here, {**kind, "response_url": url}, team="T0GONE")
            await here.under_test.surface.settled()
            assert answer.status == 200
            assert ("command" in kind) == (text.NOT_HERE in (answer.body or ""))
        assert called == []


async def test_words_that_take_long_are_not_told_twice() -> None:
    """Slack says again what is not acknowledged within three seconds, and each time would have an answer."""
    async with desk(OUT) as here:
        here.slack.settles = False
        may_answer = here.core.holds()
        async with asyncio.timeout(2):
            await here.ana.dm("journal search")
        assert here.ana.messages == [] or "There it is." not in here.ana.screen_text()
        may_answer.set()
        await here.slack.until(lambda: "There it is." in here.ana.screen_text())
        assert len(here.core.heard) == 1


async def test_an_address_that_is_none_is_called_by_nobody() -> None:
    """What follows it is done all the same."""
    async with desk() as here:
        answers = Answers(here.core, here.under_test.api, here.under_test.chat)
        account = Account(surface="slack", workspace=here.slack.workspace().id, user=here.ana.id)
        calls = (Respond(url="https://[", body={}), Post(message=message_line("There it is.")))
        await answers.give(calls, account)
        assert "There it is." in here.ana.screen_text()


async def test_an_answer_goes_on_to_no_other_address() -> None:
    """Slack's own address leads to none; one that does is not followed with what was to be said."""
    async with desk() as here, _stranger() as (url, called):
        answers = Answers(here.core, here.under_test.api, here.under_test.chat)
        here.under_test.api._base_url = url  # noqa: SLF001 - the stand-in is the one that leads elsewhere
        account = Account(surface="slack", workspace=here.slack.workspace().id, user=here.ana.id)
        await answers.give((Respond(url=f"{url}/leads", body={"text": CANARY}),), account)
        assert called == ["/leads"]


async def test_the_cookie_of_an_installation_is_for_this_page_alone() -> None:
    """It goes over TLS alone, no script reads it, and no other site sends it along."""
    async with tokens_desk() as here:
        answer = await _flow(here).handle_installation(AsyncBoltRequest(body="", query={}))
        [cookie] = answer.headers["set-cookie"]
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {
            part.strip() for part in cookie.split(";")
        }


@pytest.mark.parametrize("team", ["T1&user_scope=admin", "T1&redirect_uri=https://example.org", "T1#", ""])
async def test_nobody_asks_slack_for_more_in_our_name(team: str) -> None:
    """A link to our page with more behind a workspace's id leads where every link leads."""
    async with tokens_desk() as here:
        flow = _flow(here)
        plain, named, forged = [
            await flow.build_authorize_url("state", AsyncBoltRequest(body="", query=query))
            for query in ({}, {"team": "T1"}, {"team": team})
        ]
        assert named == f"{plain}&team=T1"
        assert forged == plain


async def test_a_page_waits_for_no_body() -> None:
    """Whoever announces one and never sends it holds no line, and no end up."""
    async with tokens_desk() as here:
        web_of = Server(pages(clock=here.clock, installing=_flow(here)))
        port = await web_of.open("127.0.0.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        try:
            writer.write(b"GET /slack/install HTTP/1.1\r\nHost: here\r\nContent-Length: 100\r\n\r\n")
            async with asyncio.timeout(5):
                assert (await reader.readline()).startswith(b"HTTP/1.1 200")
        finally:
            writer.close()
            await web_of.close()


@pytest.mark.parametrize("how", ["charset=none-such", "charset=utf-16", "boundary=x"])
async def test_what_comes_with_a_page_is_not_read(how: str, caplog: pytest.LogCaptureFixture) -> None:
    """A stranger fills no log."""
    async with tokens_desk() as here, ClientSession() as browser:
        web_of = Server(pages(clock=here.clock, installing=_flow(here)))
        port = await web_of.open("127.0.0.1", 0)
        try:
            url, kind = f"http://127.0.0.1:{port}/slack/install", {"Content-Type": f"application/json; {how}"}
            async with browser.get(url, data=b"{x", headers=kind) as answer:
                assert answer.status == 200
        finally:
            await web_of.close()
    assert [each for each in caplog.records if each.name.startswith("adapters")] == []


def test_a_window_belongs_to_the_workspace_that_it_was_opened_by() -> None:
    """In a shared channel it may be another than that of who acts, and a token is looked up by it."""
    view = {"type": "modal", "app_installed_team_id": "T1"}
    sent = {"type": "view_submission", "team": {"id": "T2"}, "view": view}
    assert workspace_in(sent) == "T1"
    in_all = {**sent, "enterprise": {"id": "E1"}, "is_enterprise_install": True}
    assert workspace_in(in_all) == "E1"


@pytest.mark.parametrize("user", [True, 1e308, None, ["U0ANA"], {"id": "U0ANA"}])
def test_who_has_no_id_is_not_heard(user: object) -> None:
    """What is no text is nobody's id: it never comes to those who would take it for one."""
    said = {"command": "/reststop", "team_id": "T0HARBOUR", "trigger_id": "1.1.ab", "user_id": user}
    with pytest.raises(TypeError):
        Reader(lambda _: None, lambda _: None, ()).read(said)


@pytest.mark.parametrize("subtype", ["message_changed", "message_deleted"])
def test_what_becomes_of_its_own_files_is_not_heard(subtype: str) -> None:
    """A message with a file names the one who sent it as a person: Reststop itself."""
    own = {"user": "U0BOT", "ts": "1.1", "text": "", "subtype": "file_share", "files": []}
    now = {**own, "text": "This file was deleted."}
    told = {
        "type": "event_callback",
        "event_id": "Ev1",
        "authorizations": [{"team_id": "T1", "user_id": "U0BOT", "is_bot": True}],
        "event": {
            "type": "message", "channel_type": "im", "channel": "D1", "subtype": subtype,
            "message": now, "previous_message": own, "deleted_ts": "1.1",
        },
    }  # fmt: skip
    assert Reader(lambda _: None, lambda _: None, ()).read(told) is None


@pytest.mark.parametrize("subtype", ["thread_broadcast", "me_message"])
def test_words_are_heard_however_they_were_sent(subtype: str) -> None:
    """From a thread into the conversation as well, or with /me: somebody wrote them, and waits."""
    event = {
        "type": "message", "channel_type": "im", "channel": "D1", "subtype": subtype,
        "user": "U1", "ts": "1.1", "text": "slow morning",
    }  # fmt: skip
    told = {"type": "event_callback", "event_id": "Ev1", "team_id": "T1", "event": event}
    heard = Reader(lambda _: None, lambda _: None, ()).read(told)
    assert isinstance(heard, Heard)
    assert isinstance(heard.event, DirectMessage)


def _flow(here: TokensDesk) -> InstallFlow:
    return install_flow(
        App(client_id="1.2", client_secret=Secret("sim")),
        here.workspaces,
        clock=here.clock,
        client=here.api.bare(),
        authorize_url=here.slack.authorize_url,
        state_key=b"k" * 32,
        new_id=lambda: "one",
    )


def _press() -> Json:
    """Return a press as Slack tells of it."""
    return {
        "type": "block_actions",
        "user": {"id": "U1"},
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1.1"},
        "actions": [{"action_id": "press:go:1:go", "type": "button"}],
    }


async def _sent(here: Desk, payload: Json, *, team: str = "") -> BoltResponse:
    """Let something come in that no Slack of ours would send."""
    team = team or here.slack.workspace().id
    facts = {"team": {"id": team}, "team_id": team, "user": {"id": here.ana.id}, "trigger_id": "1.2.3"}
    asked = AsyncBoltRequest(mode="socket_mode", body={**facts, **payload})
    return await here.under_test.surface.app.async_dispatch(asked)


@asynccontextmanager
async def _stranger() -> AsyncIterator[tuple[str, list[str]]]:
    """Serve what is none of Slack's; give its address, and the paths that were called."""
    called: list[str] = []

    async def hear(request: web.Request) -> web.Response:
        called.append(request.path)
        status = 307 if request.path == "/leads" else 200
        return web.Response(status=status, headers={"Location": "/elsewhere"} if status == 307 else {})

    app = web.Application()
    app.router.add_route("*", "/{any:.*}", hear)
    runner = web.AppRunner(app)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield f"http://127.0.0.1:{runner.addresses[0][1]}", called
    finally:
        await runner.cleanup()
