"""What a hostile or a broken payload, page or moment does: nobody's words go, and nobody is led elsewhere."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack import text
from adapters.slack.answers import Answers
from adapters.slack.calls import Respond
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.surface.inbound import InboundEvent
from bot.surface.outcome import Outcome
from tests.unit.slack_desk import CANARY, Desk, desk


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


async def test_an_answer_goes_on_to_no_other_address() -> None:
    """Slack's own address leads to none; one that does is not followed with what was to be said."""
    async with desk() as here, _stranger() as (url, called):
        answers = Answers(here.under_test.api, here.under_test.chat)
        here.under_test.api._base_url = url  # noqa: SLF001 - the stand-in is the one that leads elsewhere
        account = Account(surface="slack", workspace=here.slack.workspace().id, user=here.ana.id)
        await answers.give((Respond(url=f"{url}/leads", body={"text": CANARY}),), account, _noted)
        assert called == ["/leads"]


def _press() -> dict[str, Any]:
    """Return a press as Slack tells of it."""
    return {
        "type": "block_actions",
        "user": {"id": "U1"},
        "container": {"type": "message", "channel_id": "D1", "message_ts": "1.1"},
        "actions": [{"action_id": "press:go:1:go", "type": "button"}],
    }


async def _sent(here: Desk, payload: dict[str, Any], *, team: str = "") -> BoltResponse:
    """Let something come in that no Slack of ours would send."""
    team = team or here.slack.workspace().id
    facts = {"team": {"id": team}, "team_id": team, "user": {"id": here.ana.id}, "trigger_id": "1.2.3"}
    asked = AsyncBoltRequest(mode="socket_mode", body={**facts, **payload})
    return await here.under_test.surface.app.async_dispatch(asked)


async def _noted(*_: object) -> bool:
    return True


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
