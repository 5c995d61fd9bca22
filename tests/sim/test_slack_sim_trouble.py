"""Rate limits of the loopback Slack, and its switches for what goes wrong on the way."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime

import aiohttp
import pytest
from slack_bolt.async_app import AsyncAck, AsyncRespond
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.testing.time import ManualClock
from tests.sim.slack import SlackSim
from tests.sim.slack.limiter import Limits
from tests.sim.slack_app import new_app, new_client, on_socket

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack with limits, on a clock that stands still."""
    async with SlackSim(clock=ManualClock(START), limits=Limits()) as started:
        yield started


@pytest.fixture
def client(slack: SlackSim) -> AsyncWebClient:
    """A client of its workspace."""
    return new_client(slack, slack.workspace().bot_token)


async def told_to_wait(client: AsyncWebClient, channel: str) -> int:
    """Return the seconds that a post is told to wait; 0 if it is taken."""
    try:
        await client.chat_postMessage(channel=channel, text="x")
    except SlackApiError as error:
        if error.response.status_code != 429:
            raise
        return int(error.response.headers["Retry-After"])
    return 0


async def test_one_message_a_second_in_a_channel(slack: SlackSim, client: AsyncWebClient) -> None:
    """After a small burst; other channels have buckets of their own, and a refused message is not posted."""
    ana, ben = (slack.workspace().user(name) for name in ("ana", "ben"))
    assert [await told_to_wait(client, ana.id) for _ in range(4)] == [0, 0, 0, 1]
    assert await told_to_wait(client, ben.id) == 0
    await slack.advance(1)
    assert [await told_to_wait(client, ana.id) for _ in range(2)] == [0, 1]
    assert (len(ana.messages), slack.limiter.refused) == (4, 2)


async def test_workspace_has_a_ceiling(slack: SlackSim, client: AsyncWebClient) -> None:
    """All channels together, and another workspace not at all."""
    people = [slack.workspace().user(f"p{number}") for number in range(21)]
    assert [await told_to_wait(client, user.id) for user in people] == [0] * 20 + [1]
    other = slack.workspace("Elsewhere")
    assert await told_to_wait(new_client(slack, other.bot_token), other.user("eve").id) == 0
    await slack.advance(0.2)
    assert await told_to_wait(client, people[20].id) == 0


async def test_methods_have_tiers(slack: SlackSim, client: AsyncWebClient) -> None:
    """dnd.teamInfo is of tier 2: half of twenty at once, then one in three seconds."""
    ana = slack.workspace().user("ana")
    for _ in range(10):
        await client.dnd_teamInfo(users=[ana.id])
    with pytest.raises(SlackApiError) as caught:
        await client.dnd_teamInfo(users=[ana.id])
    assert caught.value.response.headers["Retry-After"] == "3"


async def test_next_calls_fail_as_they_are_told(slack: SlackSim, client: AsyncWebClient) -> None:
    """429 with its seconds, a page with 500, an error word: nothing is posted; the next call is taken."""
    ana = slack.workspace().user("ana")
    slack.faults.fail("chat.postMessage", "ratelimited", retry_after=7)
    slack.faults.fail("chat.postMessage", "http_500")
    slack.faults.fail("chat.postMessage", "error", error="fatal_error")
    assert await told_to_wait(client, ana.id) == 7
    with pytest.raises(SlackApiError) as caught:
        await client.chat_postMessage(channel=ana.id, text="x")
    assert caught.value.response.status_code == 500
    with pytest.raises(SlackApiError, match="fatal_error"):
        await client.chat_postMessage(channel=ana.id, text="x")
    assert ana.messages == []
    await client.chat_postMessage(channel=ana.id, text="Here.")
    assert [message.text for message in ana.messages] == ["Here."]


@pytest.mark.parametrize("accepted", [False, True])
async def test_connection_breaks_before_or_after_the_work(
    slack: SlackSim, client: AsyncWebClient, *, accepted: bool
) -> None:
    """The app cannot tell the two apart; the history can."""
    ana = slack.workspace().user("ana")
    slack.faults.fail("chat.postMessage", "reset", accepted=accepted)
    with pytest.raises(aiohttp.ClientError):
        await client.chat_postMessage(channel=ana.id, text="Here.")
    assert [message.text for message in ana.messages] == ["Here."] * accepted
    assert len(slack.journal.calls("chat.postMessage")) == 1


async def test_answer_can_fail_to_come(slack: SlackSim) -> None:
    """A request is held until it is released or given up; an act that waits for one goes on."""
    workspace = slack.workspace()
    ana = workspace.user("ana")
    app = new_app(slack, workspace)
    slack.faults.fail("chat.postMessage", "timeout", accepted=True)

    @app.command("/reststop")
    async def hear(ack: AsyncAck) -> None:
        await ack()
        await app.client.chat_postMessage(channel=ana.id, text="Here.")

    async with on_socket(slack, app):
        await ana.command("/reststop")
        assert [message.text for message in ana.messages] == ["Here."]
        slack.faults.release()
        await slack.settled()
        slack.faults.fail("users.info", "timeout")
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await app.client.users_info(user=ana.id)


async def test_socket_can_be_refused(slack: SlackSim, client: AsyncWebClient) -> None:
    """apps.connections.open fails like any method."""
    slack.faults.fail("apps.connections.open", "error")
    with pytest.raises(SlackApiError, match="internal_error"):
        await client.apps_connections_open(app_token=slack.app_token)
    assert (await client.apps_connections_open(app_token=slack.app_token))["url"].startswith("ws://127.0.0.1")


async def test_response_url_is_good_five_times_and_half_an_hour(slack: SlackSim) -> None:
    """After that it answers 404; it fails on purpose too."""
    workspace = slack.workspace()
    ana = workspace.user("ana")
    app = new_app(slack, workspace)
    statuses: list[int] = []

    @app.command("/reststop")
    async def hear(ack: AsyncAck, respond: AsyncRespond) -> None:
        await ack()
        statuses.extend([(await respond(text=f"{number}")).status_code for number in range(7)])

    slack.faults.fail("response_url", "http_500")
    async with on_socket(slack, app):
        await ana.command("/reststop")
        assert statuses == [500, 200, 200, 200, 200, 200, 404]
        assert [message.text for message in ana.messages] == ["1", "2", "3", "4", "5"]


async def test_file_is_uploaded_shared_and_taken_away() -> None:
    """In three steps by the SDK's own helper; without the scope nothing of it goes."""
    async with SlackSim(scopes={"chat:write", "files:write", "im:write"}) as slack:
        ana = slack.workspace().user("ana")
        client = new_client(slack, slack.workspace().bot_token)
        channel = (await client.conversations_open(users=ana.id))["channel"]["id"]
        shared = await client.files_upload_v2(
            filename="week.txt", content="slow morning", title="Week", channel=channel
        )
        file_id = shared["files"][0]["id"]
        file = ana.messages[-1].files[0]
        assert (file.id, file.title, file.content) == (file_id, "Week", b"slow morning")
        assert slack.journal.calls("upload")[0].raw == b"slow morning"
        await client.files_delete(file=file_id)
        assert file.is_deleted
        with pytest.raises(SlackApiError, match="file_deleted"):
            await client.files_delete(file=file_id)
        other = await client.files_getUploadURLExternal(filename="week.txt", length=5)
        async with aiohttp.ClientSession() as session:
            assert (await session.post(other["upload_url"], data=b"longer")).status == 400
        with pytest.raises(SlackApiError, match="file_not_found"):
            await client.files_completeUploadExternal(files=[{"id": other["file_id"]}])


async def test_journal_holds_what_was_sent_in_any_writing(slack: SlackSim, client: AsyncWebClient) -> None:
    """Words are found in JSON and in forms, escaped or not: a leak test looks for them there."""
    ana = slack.workspace().user("ana")
    words = "slöw “morning” & more"
    await client.chat_postMessage(channel=ana.id, text=words)
    await client.api_call("chat.postMessage", data={"channel": ana.id, "text": words})
    await client.api_call("chat.postMessage", http_verb="GET", params={"channel": ana.id, "text": words})
    assert len(slack.journal.holding(words)) == 3
    assert [message.text for message in ana.messages] == [words] * 3
