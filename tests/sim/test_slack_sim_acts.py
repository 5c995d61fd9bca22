"""What people do on the loopback Slack reaches an app on slack_bolt, and its answers reach them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond, AsyncSay
from slack_sdk.web.async_client import AsyncWebClient

from tests.json_types import Json
from tests.sim.slack import AppFault, NotPossible, SlackSim, User
from tests.sim.slack_app import button, field, modal, new_app, on_socket, plain, row, section


@pytest.fixture
async def slack() -> AsyncIterator[SlackSim]:
    """A Slack with one workspace."""
    async with SlackSim() as started:
        yield started


@pytest.fixture
async def app(slack: SlackSim) -> AsyncIterator[AsyncApp]:
    """An app on a socket, to which a test adds its listeners."""
    app = new_app(slack, slack.workspace())
    async with on_socket(slack, app):
        yield app


@pytest.fixture
def ana(slack: SlackSim) -> User:
    """Somebody in it."""
    return slack.workspace().user("ana", tz="Pacific/Auckland")


async def test_command_is_answered_in_its_ack_to_the_one_who_typed_it(
    app: AsyncApp, ana: User, slack: SlackSim
) -> None:
    """The answer is theirs alone, and costs no call of the Web API."""

    @app.command("/reststop")
    async def hear(ack: AsyncAck, command: Json) -> None:
        await ack(text=f"You typed {command['text']}.")

    await ana.command("/reststop start now")
    assert [(message.text, message.is_ephemeral) for message in ana.messages] == [
        ("You typed start now.", True)
    ]
    assert slack.workspace().user("ben").messages == []
    assert not slack.journal.calls("chat.postMessage", "chat.postEphemeral")


async def test_modal_shows_errors_and_then_another_view(app: AsyncApp, ana: User) -> None:
    """A submission is answered in its ack: errors keep it open, an update changes it, nothing closes it."""

    @app.command("/reststop")
    async def hear(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=modal(field("words", "What stays")))

    @app.view("form")
    async def take(ack: AsyncAck, view: Json) -> None:
        typed = view["state"]["values"]["words"]["typed"]["value"]
        if typed == "no":
            await ack(response_action="errors", errors={"words": "Not that."})
        else:
            await ack(
                response_action="update",
                view=modal(section(f"Kept {typed}"), callback_id="done", submit=False),
            )

    await ana.command("/reststop write")
    ana.fill({"What stays": "no"})
    await ana.submit()
    assert ana.modals[-1].errors == {"words": "Not that."}
    assert "Not that." in ana.screen_text()
    ana.fill({"words": "a kind end"})
    await ana.submit()
    assert ana.modals[-1].text == "Title\nKept a kind end"
    assert ana.messages == []
    await ana.close()
    assert ana.modals == []


async def test_form_that_was_pushed_closes_upon_the_card_below(app: AsyncApp, ana: User) -> None:
    """A view is pushed with the trigger of a press on the one below; an empty ack takes it away again."""
    heard: list[Json] = []

    @app.command("/reststop")
    async def hear(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        card = modal(row(button("edit", "Edit")), callback_id="card", submit=False)
        await client.views_open(trigger_id=body["trigger_id"], view=card)

    @app.action("edit")
    async def press(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        form = modal(field("words", "What stays"), notify_on_close=True)
        await client.views_push(trigger_id=body["trigger_id"], view=form)

    @app.view("form")
    async def take(ack: AsyncAck, view: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_update(
            view_id=view["previous_view_id"], view=modal(section("Kept."), submit=False)
        )

    @app.view_closed("form")
    async def closed(ack: AsyncAck, body: Json) -> None:
        heard.append(body)
        await ack()

    await ana.command("/reststop journal")
    await ana.click("Edit")
    card, form = ana.modals
    assert (form.previous, form.root) == (card.id, card.id)
    await ana.close()
    assert [body["view"]["id"] for body in heard] == [form.id]
    assert not heard[0]["is_cleared"]
    await ana.click("edit")
    ana.fill({"words": "a kind end"})
    await ana.submit()
    assert [view.text for view in ana.modals] == ["Title\nKept."]


async def test_direct_messages_are_heard_changed_and_deleted(app: AsyncApp, ana: User) -> None:
    """An app hears what is written to it (three signs escaped), how it is changed, and that it goes."""
    heard: list[Json] = []

    @app.event("message")
    async def hear(event: Json, say: AsyncSay) -> None:
        heard.append(event)
        if "subtype" not in event:
            await say(text=f"Heard {event['text']}.")

    message = await ana.dm("slow morning")
    await ana.edit(message, "slow morning, kind end")
    await ana.delete(message)
    await ana.dm("<this> & that", files=["shift.png"])
    own = [event for event in heard if "bot_id" not in event]
    assert [event.get("subtype") for event in own] == [
        None,
        "message_changed",
        "message_deleted",
        "file_share",
    ]
    assert own[3]["text"] == "&lt;this&gt; &amp; that"
    assert [file["name"] for file in own[3]["files"]] == ["shift.png"]
    assert own[0]["channel_type"] == "im"
    assert own[1]["message"]["text"] == "slow morning, kind end"
    assert own[1]["previous_message"]["text"] == own[2]["previous_message"]["text"].removesuffix(", kind end")
    assert [each.text for each in ana.messages] == ["Heard slow morning.", "<this> & that"]


async def test_home_is_published_and_pressed(app: AsyncApp, ana: User) -> None:
    """The Home tab tells the app that it was opened, shows what the app publishes, and can be pressed."""

    def home(words: str) -> Json:
        return {"type": "home", "blocks": [section(words), row(button("pause", "Pause"))]}

    @app.event("app_home_opened")
    async def opened(event: Json, client: AsyncWebClient) -> None:
        await client.views_publish(user_id=event["user"], view=home(f"Opened {event['tab']}"))

    @app.action("pause")
    async def press(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        shown = body["view"]
        await client.views_publish(user_id=body["user"]["id"], view=home("Paused"), hash=shown["hash"])

    await ana.open_home()
    assert "Opened home" in ana.screen_text()
    await ana.click("Pause")
    assert "Paused" in ana.screen_text()


async def test_shortcuts_open_modals(app: AsyncApp, ana: User) -> None:
    """A global shortcut and one on a message come with a trigger; the latter brings the message."""

    @app.shortcut("write")
    async def write(ack: AsyncAck, shortcut: Json, client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=shortcut["trigger_id"], view=modal(section("Write"), submit=False))

    @app.shortcut("keep")
    async def keep(ack: AsyncAck, shortcut: Json, respond: AsyncRespond) -> None:
        await ack()
        await respond(text=f"Keep {shortcut['message']['text']}?", response_type="ephemeral")

    @app.event("message")
    async def hear() -> None:
        pass

    await ana.shortcut("write")
    assert [view.text for view in ana.modals] == ["Title\nWrite"]
    message = await ana.dm("slow morning")
    await ana.message_shortcut("keep", message)
    assert ana.messages[-1].text == "Keep slow morning?"
    assert ana.messages[-1].is_ephemeral


async def test_press_on_a_message_can_change_it(app: AsyncApp, ana: User, slack: SlackSim) -> None:
    """A posted message is changed by chat.update, an ephemeral one by its response_url alone."""

    @app.command("/reststop")
    async def hear(ack: AsyncAck, command: Json, say: AsyncSay) -> None:
        blocks = [row(button("mark", "Good"))]
        if command["text"] == "post":
            await ack()
            await say(text="How was it?", blocks=blocks)
        else:
            await ack(text="How was it?", blocks=blocks)

    @app.action("mark")
    async def press(ack: AsyncAck, body: Json, client: AsyncWebClient, respond: AsyncRespond) -> None:
        await ack()
        if body["container"]["is_ephemeral"]:
            assert "message" not in body
            await respond(text="Noted here.", replace_original=True)
        else:
            place = {"channel": body["channel"]["id"], "ts": body["message"]["ts"]}
            await client.chat_update(**place, text="Noted.", blocks=[])

    await ana.command("/reststop")
    await ana.click("Good")
    assert [message.text for message in ana.messages] == ["Noted here."]
    await ana.command("/reststop post")
    stale = replace(ana.messages[-1])
    await ana.click("Good")
    assert [message.text for message in ana.messages] == ["Noted here.", "Noted."]
    with pytest.raises(NotPossible):
        await ana.click("Good")
    await ana.click("Good", on=stale)
    assert len(slack.journal.calls("chat.update")) == 2


async def test_choices_stand_in_the_state_that_a_press_brings(app: AsyncApp, ana: User) -> None:
    """What is chosen in selects comes with each press and with a submission; only what is offered can be."""
    heard: list[Json] = []
    options = [{"text": plain(word), "value": word[0]} for word in ("calm", "tired", "glad")]
    several = {
        "type": "multi_static_select",
        "action_id": "several",
        "placeholder": plain("Some"),
        "options": options,
        "max_selected_items": 2,
    }
    when = {"type": "timepicker", "action_id": "typed", "initial_time": "12:30"}

    @app.command("/reststop")
    async def hear(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        view = modal(
            section("Which?", block_id="which", accessory=several),
            row(button("next", "Next"), block_id="go"),
            {"type": "input", "block_id": "at", "label": plain("At"), "element": when},
        )
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.action("several")
    @app.action("next")
    async def press(ack: AsyncAck, body: Json) -> None:
        heard.append(body)
        await ack()

    @app.view("form")
    async def take(ack: AsyncAck, body: Json) -> None:
        heard.append(body)
        await ack()

    await ana.command("/reststop")
    with pytest.raises(NotPossible):
        await ana.select("several", "calm", "tired", "glad")
    with pytest.raises(NotPossible):
        await ana.select("several", "angry")
    await ana.select("several", "calm", "g")
    await ana.click("Next")
    await ana.pick_time("At", "09:15")
    await ana.submit()
    chosen, pressed, submitted = heard
    assert [option["value"] for option in chosen["actions"][0]["selected_options"]] == ["c", "g"]
    state = pressed["view"]["state"]["values"]
    assert [option["value"] for option in state["which"]["several"]["selected_options"]] == ["c", "g"]
    assert state["at"]["typed"]["selected_time"] == "12:30"
    assert submitted["view"]["state"]["values"]["at"]["typed"]["selected_time"] == "09:15"


async def test_what_the_client_would_not_do_is_not_possible(app: AsyncApp, ana: User) -> None:
    """An empty field, a text that is too long, a missing modal: the app would never hear of it."""

    @app.command("/reststop")
    async def hear(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        view = modal(field("w", "Words", max_length=5))
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.event("user_change")
    async def changed() -> None:
        pass

    with pytest.raises(NotPossible, match="no modal"):
        await ana.submit()
    await ana.command("/reststop")
    with pytest.raises(NotPossible, match="filled in"):
        await ana.submit()
    with pytest.raises(NotPossible, match="5 characters"):
        ana.fill({"Words": "longer"})
    await ana.deactivate()
    with pytest.raises(NotPossible, match="deactivated"):
        await ana.command("/reststop")


async def test_answers_that_slack_would_drop_are_a_fault_of_the_app(app: AsyncApp, ana: User) -> None:
    """Errors for what is no input, words in the ack of a press: nobody would see them; here a test fails."""

    @app.command("/reststop")
    async def hear(ack: AsyncAck, body: Json, client: AsyncWebClient) -> None:
        await ack()
        view = modal(section("Words", block_id="words"), row(button("press", "Press")))
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.view("form")
    async def take(ack: AsyncAck) -> None:
        await ack(response_action="errors", errors={"words": "Not that."})

    @app.action("press")
    async def press(ack: AsyncAck) -> None:
        await ack("Pressed.")

    await ana.command("/reststop")
    with pytest.raises(AppFault):
        await ana.submit()
    with pytest.raises(AppFault):
        await ana.click("Press")


async def test_people_are_known_by_zone_and_rest(app: AsyncApp, ana: User, slack: SlackSim) -> None:
    """users.info and dnd.* say where somebody is and when they rest; the app hears of changes."""
    heard: list[Json] = []

    @app.event("user_change")
    @app.event("dnd_updated_user")
    async def hear(event: Json) -> None:
        heard.append(event)

    client = app.client
    user = (await client.users_info(user=ana.id))["user"]
    assert (user["tz"], user["tz_offset"] in {43200, 46800}) == ("Pacific/Auckland", True)
    await ana.set_tz("Europe/Berlin")
    now = slack.clock.now()
    await ana.set_dnd(now, now.replace(year=now.year + 1))
    await ana.deactivate()
    zone, rest, gone = heard
    assert zone["user"]["tz"] == "Europe/Berlin"
    assert rest["dnd_status"]["dnd_enabled"]
    assert gone["user"]["deleted"]
    told = await client.dnd_teamInfo(users=[ana.id, "UNOBODY"])
    assert told["users"] == {ana.id: rest["dnd_status"]}
