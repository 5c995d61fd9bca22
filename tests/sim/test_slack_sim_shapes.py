"""What the loopback Slack sends and answers is what slack_sdk and slack_bolt themselves read."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.request.payload_utils import (
    is_app_home_opened_event,
    is_block_actions,
    is_event,
    is_global_shortcut,
    is_im_message_event,
    is_message_shortcut,
    is_slash_command,
    is_view_closed,
    is_view_submission,
)
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.web.async_client import AsyncWebClient

from bot.testing.time import ManualClock
from tests.json_types import Json
from tests.sim.slack import SlackSim, User
from tests.sim.slack_app import (
    Heard,
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


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack in an organisation, on a clock that stands still."""
    async with SlackSim(clock=ManualClock(START)) as started:
        started.workspace(org="Care")
        yield started


@pytest.fixture
def ana(slack: SlackSim) -> User:
    """Somebody."""
    return slack.workspace().user("ana")


def answering(slack: SlackSim) -> AsyncApp:
    """Return an app that opens a form for everything, and shows something to press on the Home."""
    app = new_app(slack, slack.workspace())

    @app.command("/reststop")
    @app.shortcut("write")
    @app.shortcut("keep")
    async def begin(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        view = modal(
            section("Words"), row(button("press", "Press")), field("words", "Words"), notify_on_close=True
        )
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.action("press")
    async def press(ack: AsyncAck) -> None:
        await ack()

    @app.view("form")
    @app.view_closed("form")
    async def take(ack: AsyncAck) -> None:
        await ack()

    @app.event("app_home_opened")
    async def opened(event: Json, client: AsyncWebClient) -> None:
        view = {"type": "home", "blocks": [row(button("press", "Press here"))]}
        await client.views_publish(user_id=event["user"], view=view)

    @app.event("message")
    @app.event("user_change")
    @app.event("dnd_updated_user")
    @app.event("tokens_revoked")
    @app.event("app_uninstalled")
    async def hear() -> None:
        pass

    return app


Told = tuple[Json, dict[str, str | None]]
"""A payload, and what Bolt found in it."""


def read(heard: Heard) -> Told:
    """Return what came last, as slack_sdk parses it and slack_bolt takes it."""
    request = heard.requests.pop()
    assert SocketModeRequest.from_dict({"payload": request.payload, **request.to_dict()}) is not None
    context = AsyncBoltRequest(mode="socket_mode", body=request.payload).context
    wanted = ("enterprise_id", "team_id", "user_id", "channel_id")
    return request.payload, {name: context.get(name) for name in wanted}


@pytest.fixture
async def heard(slack: SlackSim) -> AsyncIterator[Heard]:
    """What an app hears that answers everything."""
    async with on_socket(slack, answering(slack)) as handler:
        yield Heard(handler)


@pytest.fixture
def here(slack: SlackSim, ana: User) -> dict[str, str | None]:
    """What is to be found in everything that Ana does where there is no channel."""
    team = slack.workspace()
    return {"enterprise_id": team.org_id, "team_id": team.id, "user_id": ana.id, "channel_id": None}


async def test_interactions_are_what_bolt_takes_them_for(
    heard: Heard, ana: User, here: dict[str, str | None]
) -> None:
    """Team, organisation and user are found in each."""
    await ana.shortcut("write")
    payload, found = read(heard)
    assert is_global_shortcut(payload)
    assert found == here
    await ana.click("Press")
    payload, found = read(heard)
    assert is_block_actions(payload)
    assert payload["container"] == {"type": "view", "view_id": payload["view"]["id"]}
    assert found == here
    ana.fill({"words": "a kind end"})
    await ana.submit()
    payload, found = read(heard)
    assert is_view_submission(payload)
    assert found == here
    await ana.shortcut("write")
    await ana.close()
    payload, found = read(heard)
    assert is_view_closed(payload)
    assert found == here
    await ana.open_home()
    await ana.click("Press here")
    payload, found = read(heard)
    assert payload["view"]["type"] == "home"
    assert found == here


async def test_what_has_a_channel_names_it(heard: Heard, ana: User, here: dict[str, str | None]) -> None:
    """Commands, direct messages, shortcuts on them, and the opening of a tab."""
    await ana.command("/reststop start")
    payload, found = read(heard)
    assert is_slash_command(payload)
    channel = found["channel_id"]
    assert channel is not None
    assert channel.startswith("D")
    assert found == {**here, "channel_id": channel}
    message = await ana.dm("slow morning")
    payload, found = read(heard)
    assert is_im_message_event(payload)
    assert found == {**here, "channel_id": channel}
    await ana.message_shortcut("keep", message)
    payload, found = read(heard)
    assert is_message_shortcut(payload)
    assert found == {**here, "channel_id": channel}
    await ana.open_home()
    payload, found = read(heard)
    assert is_app_home_opened_event(payload, tab="home")
    assert found == {**here, "channel_id": channel}


async def test_events_about_people_and_places_are_events(
    slack: SlackSim, heard: Heard, ana: User, here: dict[str, str | None]
) -> None:
    """A change names its user; the end of an installation names nobody."""
    await ana.set_tz("Europe/Berlin")
    payload, found = read(heard)
    assert is_event(payload)
    assert found == here
    await slack.workspace().uninstall()
    for _ in range(2):
        payload, found = read(heard)
        assert is_event(payload)
        assert found == {**here, "user_id": None}


async def test_answers_are_read_by_the_models_of_the_sdk(slack: SlackSim, ana: User) -> None:
    """Blocks and views come back as they were sent, with the ids that Slack gives them."""
    client = new_client(slack, slack.workspace().bot_token)
    blocks = [section("Words"), row(button("press", "Press"))]
    posted = await client.chat_postMessage(channel=ana.id, text="Words", blocks=blocks)
    returned = posted["message"]["blocks"]
    parsed = [Block.parse(each) for each in returned]
    assert [each.to_dict() for each in parsed if each is not None] == returned
    assert all(each["block_id"] for each in returned)

    home = {"type": "home", "blocks": blocks}
    published = (await client.views_publish(user_id=ana.id, view=home))["view"]
    assert View(**published).to_dict()["blocks"] == published["blocks"]
    assert published["hash"]
    assert published["root_view_id"] == published["id"]


async def test_instants_of_messages_are_unique_and_never_go_back(slack: SlackSim, ana: User) -> None:
    """Even where the clock stands still or is put back."""
    client = new_client(slack, slack.workspace().bot_token)
    seen = []
    for _ in range(3):
        seen.append((await client.chat_postMessage(channel=ana.id, text="x"))["ts"])
        await slack.advance(-5)
    assert sorted(set(seen)) == seen
