"""The loopback Slack has channels: who sees what stands there, threads, and what an app may do in them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from tests.json_types import Json
from tests.sim.slack import Channel, SlackSim, User, Workspace
from tests.sim.slack.calling import calls_in
from tests.sim.slack_app import button, new_app, new_client, on_socket, row, section

HELLO = [section("Hello, all.")]


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack."""
    async with SlackSim() as started:
        yield started


@pytest.fixture
def workspace(slack: SlackSim) -> Workspace:
    """A workspace with the app in it."""
    return slack.workspace()


@pytest.fixture
def ana(workspace: Workspace) -> User:
    """Somebody."""
    return workspace.user("ana")


@pytest.fixture
def ben(workspace: Workspace) -> User:
    """Somebody else."""
    return workspace.user("ben")


@pytest.fixture
def quay(workspace: Workspace, ana: User, ben: User) -> Channel:
    """A channel with both."""
    return workspace.channel("quay", ana, ben)


@pytest.fixture
def client(slack: SlackSim, workspace: Workspace) -> AsyncWebClient:
    """A client with the token of the workspace."""
    return new_client(slack, workspace.bot_token)


async def test_who_is_there_reads_what_stands_there(
    client: AsyncWebClient, workspace: Workspace, ana: User, ben: User, quay: Channel
) -> None:
    """What is shown to one alone only they read; who is not there has it on no screen."""
    cleo = workspace.user("cleo")
    await client.chat_postMessage(channel=quay.id, text="Hello, all.")
    await client.chat_postEphemeral(channel=quay.id, user=ana.id, text="Hello, you.")
    assert [(each.seen, each.alone) for each in (ana, ben, cleo)] == [
        (["Hello, all.", "Hello, you."], ["Hello, you."]), (["Hello, all."], []), ([], []),
    ]  # fmt: skip
    assert [[message.text for message in each.reads(quay)] for each in (ana, ben, cleo)] == [
        ["Hello, all.", "Hello, you."], ["Hello, all."], ["Hello, all."],
    ]  # fmt: skip


async def test_a_private_channel_is_read_by_its_people(
    client: AsyncWebClient, workspace: Workspace, ana: User, ben: User
) -> None:
    """And one that was deleted by nobody."""
    inner = workspace.channel("inner", ana, private=True)
    await client.chat_postMessage(channel=inner.id, text="Hello, all.")
    assert (len(ana.reads(inner)), ben.reads(inner)) == (1, [])
    inner.is_deleted = True
    assert ana.reads(inner) == []


async def test_what_people_say_to_each_other_no_app_hears(
    slack: SlackSim, ana: User, ben: User, quay: Channel
) -> None:
    """It is on their screens, and nothing is delivered."""
    said = await ana.talk(quay, "Lunch?")
    await ben.talk(quay, "Yes.", below=said)
    assert [each.text for each in quay.below(said.ts)] == ["Yes."]
    assert (ana.seen, ben.seen) == (["Lunch?", "Yes."], ["Lunch?", "Yes."])
    assert slack.journal.entries == []


async def test_an_answer_stands_in_its_thread(client: AsyncWebClient, quay: Channel) -> None:
    """Slack says in which; to an answer itself nothing can be answered."""
    opening = await client.chat_postMessage(channel=quay.id, text="Open.")
    answer = await client.chat_postMessage(channel=quay.id, text="Answer.", thread_ts=opening["ts"])
    assert answer["message"]["thread_ts"] == opening["ts"]
    assert [each.text for each in quay.below(opening["ts"])] == ["Answer."]
    with pytest.raises(SlackApiError, match="cannot_reply_to_message"):
        await client.chat_postMessage(channel=quay.id, text="More.", thread_ts=answer["ts"])


async def test_a_message_with_answers_leaves_a_line_behind(client: AsyncWebClient, quay: Channel) -> None:
    """It cannot be changed or deleted any more, and the thread goes on."""
    opening = await client.chat_postMessage(channel=quay.id, text="Open.")
    await client.chat_postMessage(channel=quay.id, text="Answer.", thread_ts=opening["ts"])
    await client.chat_delete(channel=quay.id, ts=opening["ts"])
    assert [each.is_tombstone for each in quay.messages] == [True, False]
    for calling in (
        client.chat_delete(channel=quay.id, ts=opening["ts"]),
        client.chat_update(channel=quay.id, ts=opening["ts"], text="Open again."),
    ):
        with pytest.raises(SlackApiError, match="message_not_found"):
            await calling
    more = await client.chat_postMessage(channel=quay.id, text="More.", thread_ts=opening["ts"])
    assert more["message"]["thread_ts"] == opening["ts"]


async def test_an_answer_to_what_is_gone_stands_in_the_channel(client: AsyncWebClient, quay: Channel) -> None:
    """Without an error: that no thread is named is all that says so."""
    opening = await client.chat_postMessage(channel=quay.id, text="Open.")
    await client.chat_delete(channel=quay.id, ts=opening["ts"])
    lost = await client.chat_postMessage(channel=quay.id, text="Answer.", thread_ts=opening["ts"])
    assert "thread_ts" not in lost["message"]
    assert [each.text for each in quay.messages] == ["Answer."]


async def test_a_closed_channel_takes_nothing(
    client: AsyncWebClient, workspace: Workspace, quay: Channel
) -> None:
    """In Slack's words, for each way in which it can be closed."""
    opening = await client.chat_postMessage(channel=quay.id, text="Open.")
    inner = workspace.channel("inner", private=True, with_bot=False)
    closings: list[tuple[Channel, dict[str, object], str]] = [
        (inner, {}, "channel_not_found"),
        (quay, {"locked_threads": {opening["ts"]}}, "restricted_action_thread_locked"),
        (quay, {"lets_apps_post": False}, "restricted_action_read_only_channel"),
        (quay, {"members": set[str]()}, "not_in_channel"),
        (quay, {"is_archived": True}, "is_archived"),
        (quay, {"is_deleted": True}, "channel_not_found"),
    ]
    for channel, state, word in closings:
        for name, value in state.items():
            setattr(channel, name, value)
        with pytest.raises(SlackApiError, match=rf"'error': '{word}'"):
            await client.chat_postMessage(channel=channel.id, text="Answer.", thread_ts=opening["ts"])


async def test_a_press_says_where_it_was(slack: SlackSim, ana: User, ben: User, workspace: Workspace) -> None:
    """In which channel and thread. The name of a private one stays in Slack."""
    inner = workspace.channel("inner", ana, ben, private=True)
    app, heard = new_app(slack, workspace), list[Json]()

    @app.action("go")
    async def go(ack: AsyncAck, body: Json) -> None:
        heard.append(body)
        await ack()

    async with on_socket(slack, app):
        opening = await app.client.chat_postMessage(channel=inner.id, text="x", blocks=HELLO)
        await app.client.chat_postMessage(
            channel=inner.id, text="x", blocks=[row(button("go", "Go"))], thread_ts=opening["ts"]
        )
        await ben.click("Go")
    [body] = heard
    assert body["channel"] == {"id": inner.id, "name": "privategroup"}
    assert body["container"]["thread_ts"] == body["message"]["thread_ts"] == opening["ts"]
    assert body["user"]["id"] == ben.id


@pytest.mark.parametrize(
    "body",
    [
        {"text": "Hello <!here>"},
        {"text": "Hello <@U1>"},
        {"text": "Hello", "link_names": "true"},
        {"text": "Hello", "parse": "full"},
        {"text": "Hello", "unfurl_links": True},
        {"text": "Hello", "unfurl_media": True},
        {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "https://example.org"}}]},
        {"blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "*Hello* _you_"}}]},
        {"blocks": [{"type": "rich_text", "elements": [
            {"type": "rich_text_section", "elements": [{"type": "broadcast", "range": "here"}]}]}]},
        {"blocks": [{"type": "rich_text", "elements": [
            {"type": "rich_text_quote", "elements": [
                {"type": "text", "text": "Hello", "style": {"bold": True}}]}]}]},
    ],
)  # fmt: skip
def test_what_is_more_than_words_is_noticed(body: Json) -> None:
    """Whichever way an app says it."""
    assert list(calls_in(body)) != []


def test_words_are_nothing_but_words() -> None:
    """In plain text and in rich text, whatever they are; and a name in bold is ours."""
    hostile = "<!here> @here *a* https://example.org :wave:"
    quote = {"type": "rich_text_quote", "elements": [{"type": "text", "text": hostile}]}
    bold = {"type": "mrkdwn", "text": "*A name*", "verbatim": True}
    said: Json = {
        "text": "Somebody shares &lt;!here&gt;",
        "blocks": [section(hostile), {"type": "rich_text", "elements": [quote]}, {"fields": [bold]}],
        "unfurl_links": False,
    }
    assert list(calls_in(said)) == []
