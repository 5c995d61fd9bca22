"""Somebody in Slack and a core that is quick enough: what is acknowledged, and what they see."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import replace

import pytest

from adapters.slack import text
from bot.errors import NotSaved
from bot.surface import phrases
from bot.surface.card import say
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    InboundEvent,
    PersonChanged,
    PersonLeft,
)
from bot.surface.outcome import QUIET, Outcome, Retract
from tests.contract.surface_samples import card, shows
from tests.sim.slack import SlackSim, User
from tests.sim.slack.payloads import message_posted
from tests.sim.slack.world import Message
from tests.unit.scripted_core import ANSWER, CANARY, QUESTION, Listening
from tests.unit.slack.desk import Desk, desk
from tests.unit.slack.ears import on_the_web


@pytest.fixture
async def at_ease() -> AsyncIterator[Desk]:
    """A core that is quick enough for everybody."""
    async with desk() as here:
        yield here


# What is pressed


async def test_a_double_click_is_answered_twice_and_changes_once(at_ease: Desk) -> None:
    """The second press comes from what the screen showed before: no warning sign, no second answer."""
    message = await at_ease.post(QUESTION)
    before = deepcopy(message)
    await at_ease.ana.click("Go on", on=message)
    await at_ease.ana.click("Go on", on=before)
    assert len(at_ease.core.heard_of(ActionPressed)) == 2
    assert len({event.event_id for event in at_ease.core.heard}) == len(at_ease.core.heard)
    assert len(at_ease.ana.messages) == 1
    assert at_ease.ana.errors == []


async def test_a_double_click_in_a_modal_shows_what_came_last(at_ease: Desk) -> None:
    """The second press is of a version that is gone, and does not undo the first."""
    await at_ease.ana.command("/reststop card")
    before = replace(at_ease.ana.modals[-1])
    await at_ease.ana.click("Go on")
    at_ease.core.says = lambda _: shows(card(say("Too late.")))
    await at_ease.ana.click("Go on", on=before)
    assert "There it is." in at_ease.ana.screen_text()
    assert at_ease.ana.errors == []


async def test_a_link_is_acknowledged_and_means_nothing(at_ease: Desk) -> None:
    """The browser opens it; the core does not hear of it."""
    message = await at_ease.post(QUESTION)
    answer = await at_ease.ana.click("Our policy", on=message)
    assert (answer.error, at_ease.ana.errors, at_ease.core.heard) == ("", [], [])


@pytest.mark.parametrize(
    ("typed", "said"), [("write", phrases.TOO_LONG), ("read", phrases.TOO_LONG), ("card", phrases.TOO_LONG)]
)
async def test_a_trigger_that_has_run_out_is_told(at_ease: Desk, typed: str, said: str) -> None:
    """What can only open is asked for once more; nothing of it stands in a message."""
    at_ease.slack.faults.fail("views.open", "error", error="expired_trigger_id")
    await at_ease.ana.command(f"/reststop {typed}")
    assert at_ease.ana.modals == []
    assert [message.text for message in at_ease.ana.messages] == [said]
    assert at_ease.ana.messages[0].is_ephemeral


async def test_a_card_that_could_not_open_is_said_where_it_may_be(at_ease: Desk) -> None:
    """From a shortcut, in their own conversation, since a message may hold it."""
    at_ease.core.says = lambda _: shows(ANSWER)
    at_ease.slack.faults.fail("views.open", "error", error="expired_trigger_id")
    await at_ease.ana.shortcut("write")
    assert "There it is." in at_ease.ana.screen_text()


async def test_a_form_is_refused_at_its_field_and_then_taken(at_ease: Desk) -> None:
    """The words stay, and the modal becomes the answer."""
    await at_ease.ana.command("/reststop write")
    at_ease.ana.fill({"Your words": "no"})
    await at_ease.ana.submit()
    assert list(at_ease.ana.modals[-1].errors.values()) == ["Not that."]
    at_ease.ana.fill({"Your words": "yes"})
    await at_ease.ana.submit()
    assert "There it is." in at_ease.ana.modals[-1].text


async def test_a_message_that_is_taken_back_goes(at_ease: Desk) -> None:
    """What was pressed away is not there any more."""
    message = await at_ease.post(QUESTION)
    at_ease.core.says = lambda _: Outcome(first=Retract())
    await at_ease.ana.click("Go on", on=message)
    assert at_ease.ana.messages == []


# Whose words


async def test_only_ones_own_message_can_be_kept(at_ease: Desk) -> None:
    """Another's is not even read; one's own opens in a form, and nothing is kept before it is sent."""
    ben = at_ease.slack.workspace().user("ben")
    channel = at_ease.slack.workspace().channel("harbour", at_ease.ana, ben)
    told = _written(at_ease, channel.id, ben, CANARY)
    await at_ease.ana.message_shortcut("keep", told)
    assert at_ease.core.heard == []
    assert text.NOT_YOUR_WORDS in at_ease.ana.modals[-1].text
    await at_ease.ana.close()
    await at_ease.ana.message_shortcut("keep", _written(at_ease, channel.id, at_ease.ana, "a kind & end"))
    [heard] = at_ease.core.heard
    assert isinstance(heard, CommandInvoked)
    assert heard.text == "write a kind & end"


async def test_no_library_writes_down_what_comes_or_goes(caplog: pytest.LogCaptureFixture) -> None:
    """However much is asked for: Bolt takes its level from the root where it is not told otherwise."""
    caplog.set_level(logging.DEBUG)
    async with desk() as here:
        here.core.says = lambda _: shows(card(say(CANARY)))
        await here.ana.command(f"/reststop {CANARY}")
        await here.ana.dm(CANARY)
        await _told_of_its_own(here, await here.post(card(say(CANARY))))
    assert CANARY not in caplog.text
    assert "xoxb" not in caplog.text


async def test_what_the_app_says_itself_is_not_heard(at_ease: Desk) -> None:
    """Slack tells an app of its own messages too."""
    await _told_of_its_own(at_ease, await at_ease.post(QUESTION))
    assert at_ease.core.heard == []


# Who somebody is


async def test_of_a_profile_only_another_zone_is_told(at_ease: Desk) -> None:
    """Slack tells of every status line; the core hears where somebody is, once."""
    await at_ease.ana.set_tz("Pacific/Auckland")
    for _ in range(3):
        await at_ease.ana.set_tz("Pacific/Auckland")
    [changed] = at_ease.core.heard_of(PersonChanged)
    assert isinstance(changed, PersonChanged)
    assert changed.zone == "Pacific/Auckland"
    await at_ease.ana.command("/reststop help")
    [command] = at_ease.core.heard_of(CommandInvoked)
    assert command.zone == "Pacific/Auckland"
    await at_ease.ana.deactivate()
    await at_ease.ana.reactivate()
    assert len(at_ease.core.heard_of(PersonLeft)) == 1
    assert len(at_ease.core.heard_of(PersonChanged)) == 2


async def test_a_zone_that_was_not_saved_is_told_again() -> None:
    """Slack repeats what is not acknowledged, and it is not taken for known by then."""
    tries: list[str] = []

    def says(event: InboundEvent) -> Outcome:
        tries.append(event.event_id)
        if len(tries) == 1:
            raise NotSaved
        return QUIET

    async with SlackSim() as slack, on_the_web(slack, Listening(says=says)):
        await slack.workspace().user("ana").set_tz("Pacific/Auckland")
    assert len(tries) == 2
    assert len(set(tries)) == 1


async def test_a_zone_is_asked_for_once(at_ease: Desk) -> None:
    """After the first answer to somebody unknown, and not before it."""
    await at_ease.ana.command("/reststop help")
    await at_ease.ana.command("/reststop help")
    assert [event.zone for event in at_ease.core.heard] == [None, "Europe/Berlin"]
    assert len(at_ease.slack.journal.calls("users.info")) == 1


# What comes first


@pytest.mark.parametrize("act", ["command", "press", "form", "shortcut", "dm", "home", "zone"])
async def test_nothing_is_asked_of_slack_before_it_has_its_acknowledgement(at_ease: Desk, act: str) -> None:
    """A slow Slack must not make anything late: what has to be asked is asked after that."""
    ana = at_ease.ana
    message = await at_ease.post(QUESTION)
    if act == "form":
        await ana.command("/reststop write")
        ana.fill({"Your words": "yes"})
    at_ease.slack.journal.clear()
    match act:
        case "command":
            await ana.command("/reststop read")
        case "press":
            await ana.click("Go on", on=message)
        case "form":
            await ana.submit()
        case "shortcut":
            await ana.shortcut("write")
        case "dm":
            await ana.dm("slow morning")
        case "home":
            await ana.open_home()
        case _:
            await ana.set_tz("Pacific/Auckland")
    first = at_ease.slack.journal.entries[0]
    assert first.method.startswith("ack:")


async def test_a_command_costs_no_call_at_all(at_ease: Desk) -> None:
    """Its answer travels in the acknowledgement, for them alone."""
    await at_ease.ana.command("/reststop help")
    at_ease.slack.journal.clear()
    await at_ease.ana.command("/reststop ask")
    assert [entry.method for entry in at_ease.slack.journal] == ["ack:slash_commands"]
    assert at_ease.ana.messages[-1].is_ephemeral


async def test_a_core_that_breaks_is_acknowledged_and_logged_by_type(
    at_ease: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Slack would say it again, to the same end; nothing that was said is written down."""
    caplog.set_level(logging.DEBUG)

    def breaks(_: InboundEvent) -> Outcome:
        raise OSError(CANARY)

    at_ease.core.says = breaks
    await at_ease.ana.dm(CANARY)
    assert len(at_ease.core.heard) == 1
    assert "OSError" in caplog.text
    assert CANARY not in caplog.text


async def _told_of_its_own(desk: Desk, message: Message) -> None:
    """Let Slack tell the app of a message that it posted itself."""
    team = desk.slack.workspace().team
    told = message_posted(message, team.channels[message.channel], team)
    event = desk.slack.core.event(team, "message.im", told)
    assert event is not None
    assert (await desk.slack.deliveries.deliver("events_api", event)).error == ""


def _written(desk: Desk, channel: str, by: User, words: str) -> Message:
    """Let somebody have written in a channel, of which the app hears nothing."""
    world, team = desk.slack.core.world, desk.slack.workspace().team
    return world.post(
        team.channels[channel], Message(ts=world.new_ts(), channel=channel, user=by.id, text=words)
    )
