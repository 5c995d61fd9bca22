"""How the loopback Slack reaches an app: signed HTTP, sockets that break, three seconds, and retries."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import aiohttp
import pytest
from slack_bolt import BoltRequest, BoltResponse
from slack_bolt.async_app import AsyncAck, AsyncApp

from bot.testing.time import ManualClock
from tests.json_types import Json
from tests.sim.slack import AppFault, SlackSim, User
from tests.sim.slack_app import Heard, field, modal, new_app, new_client, on_socket, over_http

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Next = Callable[[], Awaitable[BoltResponse]]


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack on a clock that stands still."""
    async with SlackSim(clock=ManualClock(START)) as started:
        yield started


@pytest.fixture
def app(slack: SlackSim) -> AsyncApp:
    """An app that answers a command and hears messages."""
    app = new_app(slack, slack.workspace())

    @app.command("/reststop")
    async def hear(ack: AsyncAck, command: Json) -> None:
        await ack(text=f"You typed {command['text']}.")

    @app.event("message")
    async def take() -> None:
        pass

    return app


@pytest.fixture
def ana(slack: SlackSim) -> User:
    """Somebody."""
    return slack.workspace().user("ana")


async def test_signed_http_carries_all_three_kinds(slack: SlackSim, app: AsyncApp, ana: User) -> None:
    """Commands come as fields, interactions as `payload`, events as JSON; a wrong signature is refused."""
    heard: list[str] = []

    @app.shortcut("write")
    async def write(ack: AsyncAck, shortcut: Json) -> None:
        heard.append(shortcut["type"])
        await ack()

    @app.event("app_home_opened")
    async def opened(event: Json) -> None:
        heard.append(event["type"])

    async with over_http(slack, app) as base:
        await slack.verify_request_url()
        await ana.command("/reststop write & rest")
        await ana.shortcut("write")
        await ana.open_home()
        assert [message.text for message in ana.messages] == ["You typed write & rest."]
        assert heard == ["shortcut", "app_home_opened"]
        assert ana.errors == []
        headers = slack.deliveries.signature("{}") | {"Content-Type": "application/json"}
        async with aiohttp.ClientSession() as session:
            forged = await session.post(f"{base}/slack/events", data='{"type": "x"}', headers=headers)
            assert forged.status == 401


async def test_request_url_that_echoes_nothing_is_a_fault(slack: SlackSim) -> None:
    """An address where no app listens is found when it is entered."""
    slack.deliver_to("http://127.0.0.1:9/slack/events")
    with pytest.raises(AppFault):
        await slack.verify_request_url()


async def test_event_without_an_answer_comes_again(slack: SlackSim, app: AsyncApp, ana: User) -> None:
    """At once, after a minute, after five: with the same event_id, and a number and a reason in headers."""
    tries: list[tuple[str, ...]] = []

    @app.middleware
    async def fail(req: BoltRequest, body: Json, next: Next) -> BoltResponse:  # noqa: A002  # its name in Bolt
        headers = [req.headers.get(f"x-slack-retry-{name}", [""])[0] for name in ("num", "reason")]
        tries.append((body["event_id"], *headers))
        return BoltResponse(status=500) if len(tries) < 4 else await next()

    async with over_http(slack, app):
        await ana.dm("slow morning")
        assert len(tries) == 2
        await slack.advance(60)
        await slack.advance(299)
        assert len(tries) == 3
        await slack.advance(1)
    event_id = tries[0][0]
    again = [(event_id, str(number), "http_error") for number in (1, 2, 3)]
    assert tries == [(event_id, "", ""), *again]
    assert slack.journal.calls("ack:events_api")[-1].status == 200


async def test_event_comes_again_over_a_socket_after_three_seconds(
    slack: SlackSim, app: AsyncApp, ana: User
) -> None:
    """There is no status on a socket: an app that fails says nothing, and the clock decides."""
    tries: asyncio.Queue[tuple[str, str]] = asyncio.Queue()
    answers = iter((500, 500, 200))

    @app.middleware
    async def fail(req: BoltRequest) -> BoltResponse:
        tries.put_nowait((req.headers["x-slack-retry-num"][0], req.headers["x-slack-retry-reason"][0]))
        return BoltResponse(status=next(answers))

    async with on_socket(slack, app):
        said = asyncio.create_task(ana.dm("slow morning"))
        assert await tries.get() == ("0", "")
        await slack.advance(3)
        assert tries.get_nowait() == ("1", "timeout")
        await slack.advance(3)
        await said
        await slack.advance(60)
        assert tries.get_nowait() == ("2", "timeout")
        await slack.advance(300)
        assert tries.empty()


async def test_events_come_where_they_are_allowed(slack: SlackSim, ana: User) -> None:
    """An app hears of its own messages too, unless they are ephemeral; without the scope it hears nothing."""
    workspace = slack.workspace()
    client = new_client(slack, workspace.bot_token)
    app = AsyncApp(client=client, signing_secret=slack.signing_secret, ignoring_self_events_enabled=False)
    heard: list[str] = []

    @app.event("message")
    async def take(event: Json) -> None:
        heard.append(event["text"])

    async with over_http(slack, app):
        posted = await client.chat_postMessage(channel=ana.id, text="Here.")
        await client.chat_postEphemeral(channel=posted["channel"], user=ana.id, text="For you.")
        await ana.dm("slow morning")
        workspace.install(scopes=["chat:write"])
        await ana.dm("unheard")
    assert heard == ["Here.", "slow morning"]


async def test_no_retry_header_ends_it(slack: SlackSim, app: AsyncApp, ana: User) -> None:
    """An app that says X-Slack-No-Retry is not asked again."""
    tries = 0

    @app.middleware
    async def fail() -> BoltResponse:
        nonlocal tries
        tries += 1
        return BoltResponse(status=500, headers={"X-Slack-No-Retry": "1"})

    async with over_http(slack, app):
        await ana.dm("slow morning")
        await slack.advance(400)
    assert tries == 1


async def test_command_without_an_answer_in_three_seconds_shows_an_error(slack: SlackSim, ana: User) -> None:
    """What the app says later is dropped, and nothing is tried again."""
    app = new_app(slack, slack.workspace())
    is_heard, may_answer = asyncio.Event(), asyncio.Event()

    @app.command("/reststop")
    async def hear(ack: AsyncAck) -> None:
        is_heard.set()
        await may_answer.wait()
        await ack(text="Too late.")

    slack.settles = False
    async with on_socket(slack, app):
        typed = asyncio.create_task(ana.command("/reststop"))
        await is_heard.wait()
        await slack.advance(3)
        await typed
        assert ana.errors == ['/reststop failed with the error "operation_timeout"']
        may_answer.set()
        await slack.until(lambda: len(slack.deliveries.late) == 1)
        assert ana.messages == []


async def test_submission_without_an_answer_leaves_the_form_as_it_was(slack: SlackSim, ana: User) -> None:
    """Nothing that was typed is lost, and the person sees that something went wrong."""
    app = new_app(slack, slack.workspace())

    @app.shortcut("write")
    async def write(ack: AsyncAck, shortcut: Json) -> None:
        await ack()
        await app.client.views_open(trigger_id=shortcut["trigger_id"], view=modal(field("words", "Words")))

    @app.view("form")
    async def take() -> None:
        raise OSError

    async with over_http(slack, app):
        await ana.shortcut("write")
        ana.fill({"Words": "a kind end"})
        await ana.submit()
    assert len(ana.errors) == 1
    assert "a kind end" in ana.modals[-1].text


async def test_app_that_is_not_there_is_not_waited_for(slack: SlackSim, ana: User) -> None:
    """Without a socket a command fails at once, and an event waits for its next try."""
    await ana.command("/reststop")
    assert ana.errors == ['/reststop failed with the error "dispatch_failed"']
    await ana.dm("slow morning")
    app = new_app(slack, slack.workspace())
    heard: list[Json] = []

    @app.event("message")
    async def take(event: Json) -> None:
        heard.append(event)

    async with on_socket(slack, app):
        await slack.advance(60)
        assert [event["text"] for event in heard] == ["slow morning"]


async def test_app_that_is_cut_off_answers_nothing_more(slack: SlackSim, ana: User) -> None:
    """Its listeners end where they are, and the person sees an error at once."""
    app = new_app(slack, slack.workspace())
    is_heard, ends = asyncio.Event(), []

    @app.command("/reststop")
    async def hear() -> None:
        try:
            is_heard.set()
            await asyncio.Event().wait()
        finally:
            ends.append("cut off")

    async with on_socket(slack, app):
        typed = asyncio.create_task(ana.command("/reststop"))
        await is_heard.wait()
        slack.cut_off()
        await typed
    assert (ends, len(ana.errors), ana.messages) == (["cut off"], 1, [])


async def test_app_that_dies_over_an_envelope_is_not_waited_for(slack: SlackSim, ana: User) -> None:
    """Its connection breaks off without a farewell; the person sees an error while the clock stands still."""
    opened = await new_client(slack, None).apps_connections_open(app_token=slack.app_token)
    async with aiohttp.ClientSession() as session:
        connection = await session.ws_connect(opened["url"])
        assert (await connection.receive_json())["type"] == "hello"
        typed = asyncio.create_task(ana.command("/reststop"))
        while (await connection.receive()).type != aiohttp.WSMsgType.TEXT:
            pass
        connection.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        async with asyncio.timeout(5):
            await typed
    assert len(ana.errors) == 1


async def test_socket_comes_back_after_a_disconnect_and_after_a_break(
    slack: SlackSim, app: AsyncApp, ana: User
) -> None:
    """A disconnect frame, a reset and a half-open connection end in a new session of the unmodified SDK."""
    async with on_socket(slack, app, ping=0.02):
        for number in range(3):
            opened = slack.sockets.opened
            if number == 0:
                await slack.sockets.disconnect()
            elif number == 1:
                slack.sockets.abort()
            else:
                slack.sockets.go_deaf()
            await _reopened(slack, opened + 1)
            await ana.command(f"/reststop {number}")
        assert [message.text for message in ana.messages] == [f"You typed {number}." for number in range(3)]
        assert ana.errors == []


async def test_envelopes_go_to_one_of_several_sockets(slack: SlackSim, ana: User) -> None:
    """Ten at most; each envelope goes to one of them, so that nobody hears anything twice."""
    app = new_app(slack, slack.workspace())

    @app.command("/reststop")
    async def hear(ack: AsyncAck) -> None:
        await ack(text="Heard.")

    async with on_socket(slack, app) as first, on_socket(slack, app) as second:
        heard = [Heard(first), Heard(second)]
        for _ in range(4):
            await ana.command("/reststop")
        assert [len(each.requests) for each in heard] == [2, 2]
        assert len(ana.messages) == 4
        slack.sockets.most = 2
        opened = await app.client.apps_connections_open(app_token=slack.app_token)
        async with aiohttp.ClientSession() as session, session.ws_connect(opened["url"]) as third:
            assert (await third.receive_json())["reason"] == "too_many_websockets"
            assert (await third.receive()).type == aiohttp.WSMsgType.CLOSE


async def _reopened(slack: SlackSim, opened: int) -> None:
    """Wait until so many connections were ever opened, and all that are left work."""
    await slack.until(lambda: slack.sockets.opened == opened and slack.sockets.hears)
