"""Somebody in Slack and a core that is quick, slow or broken: what is acknowledged, and what they see."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator
from copy import deepcopy
from dataclasses import dataclass, replace

import pytest

from adapters.slack import text
from adapters.slack.app import Patience
from bot.domain.people import Account
from bot.errors import NotSaved
from bot.ports.chat import Letter, Sent
from bot.surface.audience import Direct
from bot.surface.card import Button, Buttons, Card, LinkButton, Reach, say
from bot.surface.form import Form, TextField
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
    PersonChanged,
    PersonLeft,
)
from bot.surface.outcome import QUIET, Open, Outcome, Quiet, Refuse, Replace, Retract
from tests.contract.surface_samples import card, shows
from tests.sim.slack import SlackSim, User
from tests.sim.slack.payloads import message_posted
from tests.sim.slack.world import Message
from tests.sim.slack_surface import SlackUnderTest, on_slack
from tests.unit.slack_ears import Listening, on_the_web

ROW = Buttons(
    buttons=(
        Button(ref="1:go", name="go", label="Go on"),
        LinkButton(name="policy", label="Our policy", url="https://example.org/policy"),
    )
)
QUESTION = card(say("How are you?"), ROW)
ANSWER = card(say("There it is."))
SECRET = card(say("Yours alone."), reach=Reach.SEALED)
FORM = Form(
    text_id="test.form", ref="1:form", name="entry", title="Just for you", submit="Save",
    fields=(TextField(name="words", label="Your words", long=True),),
)  # fmt: skip
AT_EASE = Patience(moment=30, acked=30)
SHORT = Patience(moment=0.01, acked=30)
OUT = Patience(moment=0.01, acked=0.02)
"""Nobody waits; somebody is told to, and has their answer before Slack gives up; it comes after that."""
CANARY = "canary in a coal mine"


@dataclass
class Desk:
    """Ana in Slack, and the core that she talks to."""

    slack: SlackSim
    core: Listening
    ana: User
    under_test: SlackUnderTest

    async def post(self, shown: Card) -> Message:
        """Let a message come to her; return it as she has it."""
        account = Account(surface="slack", workspace=self.slack.workspace().id, user=self.ana.id)
        assert await self.under_test.chat.send(Letter(key=b"k", to=account, card=shown)) == Sent()
        return self.ana.messages[-1]

    def holds(self) -> asyncio.Event:
        """Let the core take its time with what comes next, until the event is set."""
        may_answer = asyncio.Event()
        self.core.meanwhile = may_answer.wait
        return may_answer

    def heard(self, *kinds: type[InboundEvent]) -> list[InboundEvent]:
        """Return what the core heard of some kinds."""
        return [event for event in self.core.heard if isinstance(event, kinds)]


def _says(event: InboundEvent) -> Outcome:  # noqa: PLR0911 - one for each thing that is said
    """Answer as a core that has one answer for everything, and a form for `write`."""
    match event:
        case CommandInvoked(text="write"):
            return Outcome(first=Open(form=FORM))
        case CommandInvoked(text="read"):
            return shows(SECRET)
        case CommandInvoked(text="ask"):
            return shows(QUESTION)
        case CommandInvoked(text="card"):
            return shows(replace(QUESTION, reach=Reach.SEALED))
        case CommandInvoked(text="post"):
            return shows(ANSWER, Direct())
        case ActionPressed():
            return Outcome(first=Replace(card=ANSWER))
        case FormSubmitted(values={"words": "no"}):
            return Outcome(first=Refuse(errors={"words": "Not that."}))
        case CommandInvoked() | FormSubmitted() | DirectMessage():
            return shows(ANSWER)
        case _:
            return QUIET


@pytest.fixture
async def at_ease() -> AsyncIterator[Desk]:
    """A core that is quick enough for everybody."""
    async for desk in _desk(AT_EASE):
        yield desk


@pytest.fixture(params=[SHORT, OUT], ids=["before the end", "after the end"])
async def slow(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """Somebody is told soon to wait; the answer comes before Slack gives up, or after."""
    async for desk in _desk(request.param):
        desk.slack.settles = False
        yield desk


async def _desk(patience: Patience) -> AsyncIterator[Desk]:
    async with SlackSim() as slack:
        core = Listening(says=_says)
        async with on_slack(slack, core, patience=patience) as under_test:
            yield Desk(slack, core, slack.workspace().user("ana"), under_test)


# What takes its time


async def test_who_waits_is_told_so_and_has_the_answer_in_the_same_place(slow: Desk) -> None:
    """A modal says "One moment." and becomes the answer; nothing else is said."""
    may_answer = slow.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop help"))
    await slow.slack.until(lambda: _stands(slow.ana, text.ONE_MOMENT))
    may_answer.set()
    assert (await typed).error == ""
    await slow.slack.until(lambda: _stands(slow.ana, "There it is."))
    await slow.slack.settled()
    assert text.ONE_MOMENT not in slow.ana.screen_text()
    assert (slow.ana.messages, slow.ana.errors, len(slow.ana.modals)) == ([], [], 1)


async def test_a_form_that_comes_late_stands_where_one_was_told_to_wait(slow: Desk) -> None:
    """Its trigger is used by then: the modal becomes the form, and it can be sent."""
    may_answer = slow.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop write"))
    await slow.slack.until(lambda: _stands(slow.ana, text.ONE_MOMENT))
    may_answer.set()
    await typed
    await slow.slack.until(lambda: _stands(slow.ana, "Your words"))
    slow.ana.fill({"Your words": CANARY})
    await slow.ana.submit()
    [sent] = slow.heard(FormSubmitted)
    assert isinstance(sent, FormSubmitted)
    assert (sent.ref, dict(sent.values)) == (FORM.ref, {"words": CANARY})


async def test_a_message_that_was_pressed_changes_however_late_it_is(slow: Desk) -> None:
    """What was posted must not stay as it was; the modal that said to wait says that it is done."""
    message = await slow.post(QUESTION)
    may_answer = slow.holds()
    pressed = asyncio.create_task(slow.ana.click("Go on", on=message))
    await slow.slack.until(lambda: _stands(slow.ana, text.ONE_MOMENT))
    may_answer.set()
    await pressed
    await slow.slack.until(lambda: _stands(slow.ana, text.FINE))
    await slow.slack.settled()
    assert "There it is." in slow.ana.screen_text()
    assert "How are you?" not in slow.ana.screen_text()


async def test_a_card_that_was_pressed_says_to_wait_itself(slow: Desk) -> None:
    """There is one modal all the time: the card, the word, the answer."""
    await slow.ana.command("/reststop card")
    await slow.slack.until(lambda: _stands(slow.ana, "How are you?"))
    may_answer = slow.holds()
    pressed = asyncio.create_task(slow.ana.click("Go on"))
    await slow.slack.until(lambda: _stands(slow.ana, text.ONE_MOMENT))
    may_answer.set()
    assert (await pressed).error == ""
    await slow.slack.until(lambda: _stands(slow.ana, "There it is."))
    assert len(slow.ana.modals) == 1


async def test_nothing_to_show_closes_the_waiting_with_a_word(slow: Desk) -> None:
    """A modal cannot be closed from here: it does not go on saying to wait."""
    slow.core.says = lambda _: Outcome(first=Quiet())
    may_answer = slow.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop pause"))
    await slow.slack.until(lambda: _stands(slow.ana, text.ONE_MOMENT))
    may_answer.set()
    await typed
    await slow.slack.until(lambda: _stands(slow.ana, text.FINE))


async def test_a_core_that_breaks_late_leaves_nobody_waiting(
    slow: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """The modal says to press again; the fault is logged by its type."""

    def breaks(_: InboundEvent) -> Outcome:
        raise OSError(CANARY)

    slow.core.says = breaks
    may_answer = slow.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop help"))
    await slow.slack.until(lambda: _stands(slow.ana, text.ONE_MOMENT))
    may_answer.set()
    assert (await typed).error == ""
    await slow.slack.until(lambda: _stands(slow.ana, text.TOO_LONG))
    await slow.slack.settled()
    assert "OSError" in caplog.text
    assert CANARY not in caplog.text


async def test_where_no_modal_can_say_to_wait_the_answer_comes_all_the_same(slow: Desk) -> None:
    """In the acknowledgement while there is time for it, and to the command's own address after that."""
    slow.slack.faults.fail("views.open", "http_500", times=2)
    may_answer = slow.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop help"))
    await slow.slack.until(lambda: bool(slow.slack.journal.calls("views.open")))
    if slow.under_test.surface._patience is OUT:  # noqa: SLF001 - which of the two stands here
        await slow.slack.until(lambda: bool(slow.slack.journal.calls("ack:slash_commands")))
    may_answer.set()
    assert (await typed).error == ""
    await slow.slack.until(lambda: "There it is." in slow.ana.screen_text())
    [message] = slow.ana.messages
    assert message.is_ephemeral


async def test_a_form_whose_saving_takes_too_long_stays_with_its_words(slow: Desk) -> None:
    """A sentence stands at its field; what was begun is finished, and pressing again is fine."""
    await slow.ana.command("/reststop write")
    await slow.slack.until(lambda: _stands(slow.ana, "Your words"))
    slow.ana.fill({"Your words": CANARY})
    may_answer = slow.holds()
    sent = asyncio.create_task(slow.ana.submit())
    if slow.under_test.surface._patience is OUT:  # noqa: SLF001 - which of the two stands here
        await sent
        assert list(slow.ana.modals[-1].errors.values()) == [text.NOT_SAVED]
        assert CANARY in slow.ana.modals[-1].text
        may_answer.set()
        await slow.ana.submit()
    may_answer.set()
    await sent
    await slow.slack.until(lambda: _stands(slow.ana, "There it is."))
    assert slow.ana.errors == []


# What is pressed


async def test_a_double_click_is_answered_twice_and_changes_once(at_ease: Desk) -> None:
    """The second press comes from what the screen showed before: no warning sign, no second answer."""
    message = await at_ease.post(QUESTION)
    before = deepcopy(message)
    await at_ease.ana.click("Go on", on=message)
    await at_ease.ana.click("Go on", on=before)
    assert len(at_ease.heard(ActionPressed)) == 2
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
    ("typed", "said"), [("write", text.TOO_LONG), ("read", text.TOO_LONG), ("card", text.TOO_LONG)]
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


async def test_what_the_app_says_itself_is_not_heard(at_ease: Desk) -> None:
    """Slack tells an app of its own messages too."""
    message = await at_ease.post(QUESTION)
    team = at_ease.slack.workspace().team
    told = message_posted(message, team.channels[message.channel], team)
    event = at_ease.slack.core.event(team, "message.im", told)
    assert event is not None
    assert (await at_ease.slack.deliveries.deliver("events_api", event)).error == ""
    assert at_ease.core.heard == []


# Who somebody is


async def test_of_a_profile_only_another_zone_is_told(at_ease: Desk) -> None:
    """Slack tells of every status line; the core hears where somebody is, once."""
    await at_ease.ana.set_tz("Pacific/Auckland")
    for _ in range(3):
        await at_ease.ana.set_tz("Pacific/Auckland")
    [changed] = at_ease.heard(PersonChanged)
    assert isinstance(changed, PersonChanged)
    assert changed.zone == "Pacific/Auckland"
    await at_ease.ana.command("/reststop help")
    [command] = at_ease.heard(CommandInvoked)
    assert command.zone == "Pacific/Auckland"
    await at_ease.ana.deactivate()
    await at_ease.ana.reactivate()
    assert len(at_ease.heard(PersonLeft)) == 1
    assert len(at_ease.heard(PersonChanged)) == 2


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


def _stands(user: User, words: str) -> bool:
    """Whether the modal on top of somebody's screen says something."""
    return bool(user.modals) and words in user.modals[-1].text


def _written(desk: Desk, channel: str, by: User, words: str) -> Message:
    """Let somebody have written in a channel, of which the app hears nothing."""
    world, team = desk.slack.core.world, desk.slack.workspace().team
    return world.post(
        team.channels[channel], Message(ts=world.new_ts(), channel=channel, user=by.id, text=words)
    )
