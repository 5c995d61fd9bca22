"""By HTTP only what Slack signed a moment ago is heard, and nothing of anything else is kept or said."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import AsyncIterator, Mapping
from io import BytesIO

import pytest
from aiohttp import ClientSession
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse

from adapters.slack.web import pages
from adapters.web.server import BODY_BYTES, Server
from bot.app.system import SystemClock
from bot.domain.people import Account
from bot.surface.inbound import CommandInvoked, DirectMessage
from tests.sim.slack import SlackSim, User
from tests.sim.slack.payloads import command
from tests.sim.slack.world import Message
from tests.unit.scripted_core import Listening
from tests.unit.slack.ears import Headers, on_the_web, signed, surface_of
from tests.unit.small_house import SmallHouse, small_house

CANARY = "canary in a coal mine"
BODY = json.dumps({"type": "event_callback", "event": {"type": "message", "text": CANARY}})
ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


def _bad() -> Mapping[str, tuple[bytes, Headers]]:
    """Return requests that are not Slack's, each by what is wrong with it."""
    body, now = BODY.encode(), int(time.time())
    good = signed(body)
    mark = good["X-Slack-Signature"]
    broken = b"{ " + CANARY.encode()
    long = b'"' + b"x" * BODY_BYTES + b'"'
    return {
        "no headers": (body, {"Content-Type": "application/json"}),
        "no signature": (body, {**good, "X-Slack-Signature": ""}),
        "no timestamp": (body, {**good, "X-Slack-Request-Timestamp": ""}),
        "another secret": (body, signed(body, secret="guessed")),
        "another secret, and no payload": (broken, signed(broken, secret="guessed")),
        "another body": (body.replace(b"canary", b"cuckoo"), good),
        "six minutes old": (body, signed(body, at=str(now - 360))),
        "six minutes old, and no payload": (broken, signed(broken, at=str(now - 360))),
        "six minutes ahead": (body, signed(body, at=str(now + 360))),
        "timestamp in other digits": (body, signed(body, at=str(now).translate(ARABIC))),
        "timestamp with a sign": (body, signed(body, at=f"+{now}")),
        "timestamp beyond all numbers": (body, signed(body, at="9" * 5000)),
        "signature in capitals": (body, {**good, "X-Slack-Signature": "v0=" + mark[3:].upper()}),
        "signature of another version": (body, {**good, "X-Slack-Signature": "v1=" + mark[3:]}),
        "signature with more behind it": (body, {**good, "X-Slack-Signature": mark + "0"}),
        "signature with no letters": (body, {**good, "X-Slack-Signature": "v0=" + "\u00e9" * 64}),
        "no text": (b"\xff\xfe" + body, signed(b"\xff\xfe" + body)),
        "too long": (long, signed(long)),
        "too long in pieces": (long, signed(long)),
    }


async def _pieces(body: bytes) -> AsyncIterator[bytes]:
    """Send a body without saying before how long it is."""
    for start in range(0, len(body), 65_536):
        yield body[start : start + 65_536]


@pytest.mark.parametrize("wrong", _bad())
async def test_what_slack_did_not_sign_is_a_bare_401(wrong: str, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is heard of it, nothing of it is written down, and nothing stumbles over it."""
    core, (body, headers) = Listening(), _bad()[wrong]
    caplog.set_level(logging.DEBUG)
    async with SlackSim() as slack, on_the_web(slack, core) as url, ClientSession() as session:
        data = _pieces(body) if wrong.endswith("in pieces") else BytesIO(body)
        answer = await session.post(f"{url}/slack/events", data=data, headers=headers)
        assert (answer.status, await answer.read()) == (401, b"")
    assert core.heard == []
    logged = [record for record in caplog.records if record.name.startswith(("adapters", "slack", "aiohttp"))]
    assert [record.levelname for record in logged] == []


async def test_two_signatures_are_none() -> None:
    """Which of them was meant is not guessed."""
    core, body = Listening(), BODY.encode()
    headers = [*signed(body).items(), ("X-Slack-Signature", "v0=" + "0" * 64)]
    async with SlackSim() as slack, on_the_web(slack, core) as url, ClientSession() as session:
        answer = await session.post(f"{url}/slack/events", data=body, headers=headers)
        assert answer.status == 401
    assert core.heard == []


async def test_what_is_signed_and_no_payload_breaks_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Its fault is logged by type and place; what was in it is not."""
    async with SlackSim() as slack, on_the_web(slack, Listening()) as url, ClientSession() as session:
        for body in (b"{ " + CANARY.encode(), b'["' + CANARY.encode() + b'"]', b"7", b""):
            answer = await session.post(f"{url}/slack/events", data=body, headers=signed(body))
            assert answer.status in {200, 500}
            assert CANARY.encode() not in await answer.read()
    assert CANARY not in caplog.text
    assert "Traceback" not in caplog.text


async def test_everything_that_slack_posts_is_heard() -> None:
    """The check of the address, a command, an interaction and an event; each answer arrives."""
    core = Listening()
    async with SlackSim() as slack, on_the_web(slack, core):
        ana = slack.workspace().user("ana")
        await slack.verify_request_url()
        await ana.command("/reststop write & rest")
        await ana.shortcut("write")
        await ana.dm("slow morning")
        said = [each.text for each in core.heard if isinstance(each, CommandInvoked | DirectMessage)]
        assert said == ["write & rest", "write", "slow morning"]
        assert ana.errors == []


async def test_a_request_that_comes_twice_does_one_thing() -> None:
    """Whoever has caught a signed request sends it again within its five minutes: nothing happens twice."""
    with small_house() as house:
        async with SlackSim() as slack, on_the_web(slack, house.hear) as url:
            ana = await _moved_in(house, slack)
            fields = command(
                slack.workspace().team,
                ana.member,
                slack.workspace().grant,
                slack.app_id,
                channel=slack.core.world.open_direct(slack.workspace().team, ana.id)[0],
                name="/reststop",
                text="pause",
                trigger_id=slack.core.triggers.give(slack.workspace().team, ana.member),
                response_url="",
            )
            body = "&".join(f"{name}={value}" for name, value in fields.items() if value).encode()
            headers = signed(body) | {"Content-Type": "application/x-www-form-urlencoded"}
            answers = []
            async with ClientSession() as session:
                for _ in range(2):
                    answer = await session.post(f"{url}/slack/events", data=body, headers=headers)
                    answers.append((answer.status, bool(await answer.read())))
            await slack.settled()
            assert answers == [(200, True), (200, False)]


async def test_an_event_that_comes_again_is_heard_once() -> None:
    """Slack says it again where an answer was lost, with the same id: one answer stands in the end."""
    with small_house() as house:
        async with SlackSim() as slack, on_the_web(slack, house.hear):
            ana = await _moved_in(house, slack)
            await ana.dm("pause")
            answers = len(ana.messages)
            event = slack.core.event(slack.workspace().team, "message.im", _said(ana.messages[0], ana.id))
            assert event is not None
            for attempt in range(3):
                await slack.deliveries.deliver("events_api", event, attempt=attempt, reason="timeout")
            await slack.settled()
            assert len(ana.messages) == answers + 1


async def _moved_in(house: SmallHouse, slack: SlackSim) -> User:
    """Return somebody in Slack who has said yes."""
    user = slack.workspace().user("ana")
    house.open_to({"slack": house.chat})
    await house.settle_in(Account(surface="slack", workspace=slack.workspace().id, user=user.id))
    return user


def _said(message: Message, user: str) -> dict[str, object]:
    """Return `pause` as somebody says it once more, in the conversation of `message`."""
    return {
        "type": "message", "channel": message.channel, "channel_type": "im", "user": user, "text": "pause",
        "ts": "1770000000.000100",
    }  # fmt: skip


async def test_what_is_not_there_is_a_bare_404() -> None:
    """Without an installing there are no pages of one, and without a secret nothing is heard."""
    async with SlackSim() as slack, surface_of(slack, Listening()) as (surface, _):
        web = Server(pages(clock=SystemClock(), surface=surface))
        url = f"http://127.0.0.1:{await web.open('127.0.0.1', 0)}"
        async with ClientSession() as session:
            for path in ("/", "/health", "/slack/install", "/slack/oauth_redirect"):
                answer = await session.get(url + path)
                assert (answer.status, await answer.read()) == (404, b"")
            answer = await session.post(f"{url}/slack/events", data=b"{}", headers=signed(b"{}"))
            assert answer.status == 404
        await web.close()


class Pages:
    """An installing of which each page says its name."""

    async def handle_installation(self, _: AsyncBoltRequest) -> BoltResponse:
        """Show the first page."""
        return BoltResponse(status=200, body="add", headers={"Set-Cookie": "state=1"})

    async def handle_callback(self, request: AsyncBoltRequest) -> BoltResponse:
        """Show the last page, or stumble."""
        return BoltResponse(status=200, body=f"{request.query['code'][0]}, done")


async def test_the_pages_of_an_installing_are_served(caplog: pytest.LogCaptureFixture) -> None:
    """With its cookie and its query; where one stumbles, nothing of the address is told or logged."""
    async with (
        SlackSim() as slack,
        on_the_web(slack, Listening(), installing=Pages()) as url,
        ClientSession() as session,
    ):
        first = await session.get(f"{url}/slack/install")
        assert (await first.text(), "state" in first.cookies) == ("add", True)
        last = await session.get(f"{url}/slack/oauth_redirect?code=7")
        assert await last.text() == "7, done"
        broken = await session.get(f"{url}/slack/oauth_redirect?state={CANARY}")
        assert (broken.status, await broken.read()) == (500, b"")
    assert "KeyError" in caplog.text
    assert CANARY.split(maxsplit=1)[0] not in caplog.text


async def test_what_runs_is_answered_before_it_closes() -> None:
    """Somebody's command is under way while the server is told to stop: they get their answer."""
    is_heard, may_answer = asyncio.Event(), asyncio.Event()

    async def wait() -> None:
        is_heard.set()
        await may_answer.wait()

    core = Listening(meanwhile=wait)
    async with SlackSim() as slack:
        ana = slack.workspace().user("ana")
        async with on_the_web(slack, core):
            typed = asyncio.create_task(ana.command("/reststop help"))
            await is_heard.wait()
            asyncio.get_running_loop().call_soon(may_answer.set)
        assert (await typed).error == ""
