"""The loopback Slack refuses what Slack refuses, with the same words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime

import pytest
from slack_bolt.async_app import AsyncAck
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from bot.testing.time import ManualClock
from tests.json_types import Json
from tests.sim.slack import SlackSim, User, Workspace
from tests.sim.slack_app import (
    button,
    field,
    modal,
    new_app,
    new_client,
    on_socket,
    row,
    section,
)

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
Calling = Awaitable[AsyncSlackResponse]
Press = Callable[[], Awaitable[str]]


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack on a clock that stands still."""
    async with SlackSim(clock=ManualClock(START)) as started:
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
def client(slack: SlackSim, workspace: Workspace) -> AsyncWebClient:
    """A client with the token of the workspace."""
    return new_client(slack, workspace.bot_token)


async def refused(calling: Calling) -> str:
    """Return the word with which Slack says no."""
    with pytest.raises(SlackApiError) as caught:
        await calling
    return str(caught.value.response["error"])


@pytest.fixture
async def pressed(slack: SlackSim, workspace: Workspace, ana: User) -> AsyncIterator[Press]:
    """What presses something and returns the trigger of it."""
    app = new_app(slack, workspace)
    triggers: list[str] = []

    @app.shortcut("write")
    async def write(ack: AsyncAck, shortcut: Json) -> None:
        triggers.append(shortcut["trigger_id"])
        await ack()

    async def press() -> str:
        await ana.shortcut("write")
        return triggers[-1]

    async with on_socket(slack, app):
        yield press


async def test_trigger_is_good_for_three_seconds_and_once(
    slack: SlackSim, client: AsyncWebClient, pressed: Press
) -> None:
    """What was refused for its view can be tried again."""
    view = modal(section("Words"), submit=False)
    trigger = await pressed()
    assert await refused(client.views_open(trigger_id="1.2.made-up", view=view)) == "invalid_trigger_id"
    too_much = modal(section("W" * 3001), submit=False)
    assert await refused(client.views_open(trigger_id=trigger, view=too_much)) == "invalid_arguments"
    await slack.advance(3)
    await client.views_open(trigger_id=trigger, view=view)
    assert await refused(client.views_open(trigger_id=trigger, view=view)) == "exchanged_trigger_id"
    trigger = await pressed()
    await slack.advance(3.1)
    assert await refused(client.views_open(trigger_id=trigger, view=view)) == "expired_trigger_id"


async def test_three_views_are_the_most(client: AsyncWebClient, ana: User, pressed: Press) -> None:
    """A push needs an open modal, a fourth is refused, and what was closed cannot be changed."""
    view = modal(section("Words"), submit=False)
    assert await refused(client.views_push(trigger_id=await pressed(), view=view)) == "not_found"
    await client.views_open(trigger_id=await pressed(), view=view)
    for _ in range(2):
        await client.views_push(trigger_id=await pressed(), view=view)
    assert await refused(client.views_push(trigger_id=await pressed(), view=view)) == "push_limit_reached"
    top = ana.modals[-1].id
    await ana.close()
    assert await refused(client.views_update(view_id=top, view=view)) == "not_found"
    await ana.close(whole=True)
    assert ana.modals == []


async def test_update_keeps_what_was_typed_and_minds_the_hash(
    client: AsyncWebClient, ana: User, pressed: Press
) -> None:
    """An update that does not know of the last one is refused; one that does keeps what stands in inputs."""
    first = await client.views_open(
        trigger_id=await pressed(), view=modal(field("words", "Words"), external_id="one")
    )
    ana.fill({"Words": "a kind end"})
    view = modal(section("More"), field("words", "Words"), field("else", "And else"))
    old_hash = first["view"]["hash"]
    await client.views_update(external_id="one", view=view, hash=old_hash)
    assert ana.modals[-1].state["words"]["typed"]["value"] == "a kind end"
    again = client.views_update(view_id=first["view"]["id"], view=view, hash=old_hash)
    assert await refused(again) == "hash_conflict"


async def test_views_are_held_to_their_limits(client: AsyncWebClient, ana: User, pressed: Press) -> None:
    """Size, external ids, and what the lint of Block Kit finds, said in response_metadata."""
    trigger = await pressed()
    long = [{"type": "section", "text": {"type": "plain_text", "text": "é" * 3000}} for _ in range(50)]
    assert await refused(client.views_open(trigger_id=trigger, view=modal(*long))) == "view_too_large"
    without_submit = modal(field("words", "Words"), submit=False)
    with pytest.raises(SlackApiError) as caught:
        await client.views_open(trigger_id=trigger, view=without_submit)
    assert caught.value.response["response_metadata"]["messages"]
    named = modal(section("Words"), external_id="one")
    await client.views_open(trigger_id=trigger, view=named)
    again = client.views_open(trigger_id=await pressed(), view=named)
    assert await refused(again) == "duplicate_external_id"
    home = {"type": "home", "blocks": [section("W" * 3001)]}
    assert await refused(client.views_publish(user_id=ana.id, view=home)) == "invalid_arguments"


async def test_messages_are_refused_by_place_and_content(
    client: AsyncWebClient, workspace: Workspace, ana: User
) -> None:
    """Nowhere to post, nothing to say, too much, or nothing of the app's to change."""
    team = workspace.channel("team", ana, with_bot=False)
    hidden = workspace.channel("hidden", ana, private=True, with_bot=False)
    mine = (await client.chat_postMessage(channel=ana.id, text="Here."))["channel"]
    said = await ana.dm("slow morning")
    double = [row(button("a", "One"), button("a", "Two"))]
    many = [section("W" * 3000, block_id=str(number)) for number in range(5)]
    calls: dict[str, tuple[str, Json]] = {
        "channel_not_found": ("postMessage", {"channel": hidden.id, "text": "x"}),
        "not_in_channel": ("postMessage", {"channel": team.id, "text": "x"}),
        "no_text": ("postMessage", {"channel": mine, "text": ""}),
        "msg_too_long": ("postMessage", {"channel": mine, "text": "W" * 40_001}),
        "invalid_blocks": ("postMessage", {"channel": mine, "text": "x", "blocks": double}),
        "msg_blocks_too_long": ("postMessage", {"channel": mine, "text": "x", "blocks": many}),
        "invalid_metadata_format": ("postMessage", {"channel": mine, "text": "x", "metadata": {"a": 1}}),
        "cannot_dm_bot": ("postMessage", {"channel": workspace.team.bot_user, "text": "x"}),
        "message_not_found": ("update", {"channel": mine, "ts": "1.000001", "text": "x"}),
        "cant_update_message": ("update", {"channel": mine, "ts": said.ts, "text": "x"}),
        "cant_delete_message": ("delete", {"channel": mine, "ts": said.ts}),
        "user_not_in_channel": ("postEphemeral", {"channel": mine, "user": "UNOBODY", "text": "x"}),
    }
    for error, (method, args) in calls.items():
        assert await refused(client.api_call(f"chat.{method}", json=args)) == error


async def test_people_are_refused_who_are_not_there(
    client: AsyncWebClient, workspace: Workspace, ana: User
) -> None:
    """Unknown, deactivated or a bot; yet a message to a deactivated user is taken (slack_sdk#1156)."""
    channel = (await client.conversations_open(users=ana.id))["channel"]["id"]
    assert (await client.conversations_open(users=ana.id))["already_open"]
    await ana.deactivate()
    assert await refused(client.conversations_open(users=ana.id)) == "user_disabled"
    assert await refused(client.conversations_open(users=workspace.team.bot_user)) == "cannot_dm_bot"
    assert await refused(client.users_info(user="UNOBODY")) == "user_not_found"
    assert await refused(client.dnd_teamInfo(users=[f"U{n}" for n in range(51)])) == "too_many_users"
    assert (await client.users_info(user=ana.id))["user"]["deleted"]
    assert (await client.chat_postMessage(channel=channel, text="x"))["ok"]


async def test_tokens_end_in_their_own_words(
    slack: SlackSim, workspace: Workspace, client: AsyncWebClient
) -> None:
    """No token, a wrong one, one of the wrong kind, a revoked one, and one of an app that was removed."""
    assert await refused(new_client(slack, None).auth_test()) == "not_authed"
    assert await refused(new_client(slack, "xoxb-made-up").auth_test()) == "invalid_auth"
    assert await refused(new_client(slack, slack.app_token).auth_test()) == "not_allowed_token_type"
    assert await refused(client.apps_connections_open(app_token=workspace.bot_token)) == "invalid_auth"
    assert await refused(client.api_call("chat.shout")) == "unknown_method"
    assert (await client.auth_revoke())["revoked"]
    assert await refused(client.auth_test()) == "token_revoked"
    again = new_client(slack, workspace.install().token)
    await again.apps_uninstall(client_id=slack.client_id, client_secret=slack.client_secret)
    assert await refused(again.auth_test()) == "account_inactive"


async def test_scope_that_is_missing_is_named(slack: SlackSim, workspace: Workspace, ana: User) -> None:
    """With what was provided; each answer says in a header what the token may do."""
    grant = workspace.install(scopes=["chat:write", "im:write"])
    client = new_client(slack, grant.token)
    answered = await client.auth_test()
    assert answered.headers["x-oauth-scopes"] == "chat:write,im:write"
    calls: dict[str, tuple[str, Json]] = {
        "users:read": ("users.info", {"user": ana.id}),
        "dnd:read": ("dnd.info", {"user": ana.id}),
        "files:write": ("files.delete", {"file": "FNONE"}),
        "channels:read": ("conversations.list", {}),
    }
    for needed, (method, args) in calls.items():
        with pytest.raises(SlackApiError) as caught:
            await client.api_call(method, params=args)
        answer = caught.value.response
        assert (answer["error"], answer["needed"]) == ("missing_scope", needed)
        assert answer["provided"] == "chat:write,im:write"


async def test_history_tells_what_was_posted_and_with_what(client: AsyncWebClient, ana: User) -> None:
    """Newest first, metadata where it is asked for, and never what was shown to one alone."""
    metadata = {"event_type": "reststop_delivery", "event_payload": {"id": "1"}}
    channel = (await client.chat_postMessage(channel=ana.id, text="One", metadata=metadata))["channel"]
    await client.chat_postEphemeral(channel=channel, user=ana.id, text="Two")
    await client.chat_postMessage(channel=channel, text="Three")
    told = await client.conversations_history(channel=channel, limit=1)
    assert ([each["text"] for each in told["messages"]], told["has_more"]) == (["Three"], True)
    cursor = told["response_metadata"]["next_cursor"]
    older = await client.conversations_history(channel=channel, cursor=cursor, include_all_metadata=True)
    assert [each.get("metadata") for each in older["messages"]] == [metadata]
    assert [message.text for message in ana.messages] == ["One", "Two", "Three"]


async def test_channels_are_listed_to_whom_may_read_them(
    slack: SlackSim, workspace: Workspace, ana: User
) -> None:
    """Public ones all, private ones where the bot is a member."""
    grant = workspace.install(scopes=["channels:read", "groups:read"])
    client = new_client(slack, grant.token)
    team = workspace.channel("team", ana, with_bot=False)
    inner = workspace.channel("inner", ana, private=True)
    workspace.channel("hidden", ana, private=True, with_bot=False)
    told = await client.conversations_list(types="public_channel,private_channel")
    assert [channel["id"] for channel in told["channels"]] == [team.id, inner.id]
    assert not (await client.conversations_info(channel=team.id))["channel"]["is_member"]
    assert ana.id in (await client.conversations_members(channel=inner.id))["members"]
