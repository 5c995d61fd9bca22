"""Somebody in Discord and a core that is quick enough: what it hears, and what they see."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from adapters.discord import text
from adapters.discord.drawing.render import post_line
from adapters.discord.sending.files import MESSAGES
from bot.errors import NotSaved
from bot.surface import phrases
from bot.surface.audience import Direct
from bot.surface.card import Reach, say
from bot.surface.inbound import (
    ActionPressed,
    CommandInvoked,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
    MessageDeleted,
    MessageEdited,
    PersonChanged,
)
from bot.surface.outcome import QUIET, Outcome, Replace, Retract
from tests.contract.surface_samples import shows
from tests.sim.discord_surface import on_discord
from tests.unit.discord.desk import WORDS, Desk, desk
from tests.unit.scripted_core import ANSWER, CANARY, QUESTION, SECRET, scripted


@pytest.fixture
async def here() -> AsyncIterator[Desk]:
    """A core that is quick enough for everybody."""
    async with desk() as at_ease:
        yield at_ease


def told(here: Desk) -> list[tuple[str | None, str]]:
    """Return what the core was told of Ana: zones and conversations."""
    changes = [event for event in here.core.heard if isinstance(event, PersonChanged)]
    return [(event.zone, event.conversation) for event in changes]


# Commands


async def test_a_command_in_a_server_is_answered_to_one_pair_of_eyes(here: Desk) -> None:
    """The core hears who and what; nobody else reads the answer, and no conversation is opened."""
    await here.ana.command("journal last", guild=here.sim.guild())
    [heard] = here.core.heard
    assert isinstance(heard, CommandInvoked)
    assert (heard.account, heard.text, heard.zone) == (here.account, "journal last", None)
    assert [(message.text, message.is_ephemeral) for message in here.ana.messages] == [("There it is.", True)]
    assert here.sim.user("ben").messages == []
    assert here.sim.journal.calls("POST /users/@me/channels") == []


async def test_words_behind_a_command_are_heard_with_it(here: Desk) -> None:
    """As they were typed."""
    await here.ana.command("journal search", words="a *kind* end")
    [heard] = here.core.heard
    assert isinstance(heard, CommandInvoked)
    assert heard.text == "journal search a *kind* end"


async def test_a_zone_that_is_told_is_known_from_then_on(here: Desk) -> None:
    """The core hears it as news once; every later event says it too, and it is offered first."""
    assert (await here.ana.autocomplete("settings", zone="toky"))[0] == "Asia/Tokyo"
    await here.ana.command("settings", zone="Asia/Tokyo")
    await here.ana.command("settings", zone="Asia/Tokyo")
    assert told(here) == [("Asia/Tokyo", "")]
    named = [event.names_zone for event in here.core.heard_of(CommandInvoked)]
    await here.ana.command("help")
    assert here.core.heard[-1].zone == "Asia/Tokyo"
    assert named == [True, True]
    assert (await here.ana.autocomplete("start", zone=""))[0] == "Asia/Tokyo"
    ben = here.sim.user("ben")
    assert "Asia/Tokyo" not in (await ben.autocomplete("start", zone=""))[:1]


async def test_what_is_no_zone_is_not_kept(here: Desk) -> None:
    """Whoever types past what is offered."""
    await here.ana.command("settings", zone="somewhere")
    assert told(here) == []
    await here.ana.command("help")
    assert here.core.heard[-1].zone is None


async def test_what_stays_is_written_into_their_conversation_and_that_is_said(here: Desk) -> None:
    """In a server: where to look."""
    here.core.says = lambda _: shows(ANSWER, Direct())
    await here.ana.command("help", guild=here.sim.guild())
    assert [message.text for message in here.ana.whispers] == [phrases.WRITTEN_TO_YOU]
    assert "There it is." in here.ana.posts[0].text


async def test_a_closed_conversation_is_said_to_one_pair_of_eyes_and_nowhere_else(here: Desk) -> None:
    """Nothing of the message stands in the server instead."""
    here.ana.close_dms()
    here.core.says = lambda _: shows(ANSWER, Direct())
    await here.ana.command("help", guild=here.sim.guild())
    assert text.CLOSED_TO_ME in [message.text for message in here.ana.whispers]
    assert "There it is." not in here.ana.screen_text()
    assert (here.ana.posts, here.sim.guild().messages) == ([], [])


# Presses


async def test_a_message_that_is_pressed_becomes_the_answer(here: Desk) -> None:
    """In the first answer itself."""
    message = await here.post(QUESTION)
    await here.ana.press("Go on", on=message)
    assert "There it is." in here.ana.posts[-1].text
    assert "How are you?" not in here.ana.screen_text()
    assert (here.ana.whispers, here.ana.errors) == ([], [])


async def test_what_is_for_their_eyes_stands_beside_the_message(here: Desk) -> None:
    """A posted message never shows it."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: shows(SECRET)
    await here.ana.press("Go on", on=message)
    assert [message.text for message in here.ana.whispers] == ["Yours alone."]
    assert "How are you?" in here.ana.posts[-1].text


async def test_an_answer_that_is_pressed_becomes_the_next(here: Desk) -> None:
    """One answer for their eyes all the time."""
    await here.ana.command("help")
    here.core.says = lambda _: shows(QUESTION)
    await here.ana.command("help")
    here.core.says = scripted
    await here.ana.press("Go on")
    assert [message.text for message in here.ana.whispers] == ["There it is.", "There it is."]


async def test_a_message_that_is_taken_back_goes(here: Desk) -> None:
    """What was pressed away is not there any more."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: Outcome(first=Retract())
    await here.ana.press("Go on", on=message)
    assert here.ana.messages == []


async def test_a_press_that_changes_nothing_is_not_a_failure(here: Desk) -> None:
    """Discord is answered all the same."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: QUIET
    await here.ana.press("Go on", on=message)
    assert (here.ana.errors, here.ana.whispers) == ([], [])


async def test_whose_conversation_it_is_is_told_a_few_times_and_then_no_more(here: Desk) -> None:
    """Before a yes the core keeps nothing of it."""
    message = await here.post(QUESTION)
    here.core.says = lambda event: Outcome(first=Replace(card=QUESTION)) if _is_act(event) else QUIET
    for _ in range(5):
        await here.ana.press("Go on", on=message)
    assert told(here) == [(None, message.channel)] * 3


async def test_it_is_opened_after_a_press_in_a_server_and_after_no_command(here: Desk) -> None:
    """Discord warns of apps that open conversations with people who did not ask for it."""
    here.core.says = lambda event: shows(QUESTION) if isinstance(event, CommandInvoked) else scripted(event)
    await here.ana.command("help", guild=here.sim.guild())
    assert here.sim.journal.calls("POST /users/@me/channels") == []
    await here.ana.press("Go on")
    await here.ana.command("help", guild=here.sim.guild())
    await here.ana.press("Go on")
    assert len(here.sim.journal.calls("POST /users/@me/channels")) == 1
    assert len(set(told(here))) == 1


async def test_news_that_could_not_be_kept_is_told_again(here: Desk) -> None:
    """The person waits for nothing of it, and sees nothing."""
    message = await here.post(QUESTION)

    def away(event: InboundEvent) -> Outcome:
        if isinstance(event, PersonChanged):
            raise NotSaved
        return Outcome(first=Replace(card=QUESTION))

    here.core.says = away
    for _ in range(4):
        await here.ana.press("Go on", on=message)
    assert len(told(here)) == 4
    assert (here.ana.errors, here.ana.whispers) == ([], [])


# Forms


async def test_a_form_that_is_sent_is_heard_and_answered(here: Desk) -> None:
    """What was typed comes as it was typed."""
    await here.ana.command("write")
    here.ana.fill({"Your words": CANARY})
    await here.ana.submit()
    [sent] = here.core.heard_of(FormSubmitted)
    assert isinstance(sent, FormSubmitted)
    assert dict(sent.values) == {"words": CANARY}
    assert [message.text for message in here.ana.whispers] == ["There it is."]
    assert here.ana.modal is None


async def test_a_form_that_is_refused_gives_the_words_back_and_opens_again(here: Desk) -> None:
    """Discord has closed it: nothing that was typed is lost."""
    await here.ana.command("write")
    here.ana.fill({"Your words": "no"})
    await here.ana.submit()
    [refused] = here.ana.whispers
    assert "Not that." in refused.text
    assert "no" in refused.text.split("\n")
    await here.ana.press(text.AGAIN)
    assert here.ana.modal is not None
    assert "no" in here.ana.modal.text
    here.ana.fill({"Your words": "yes"})
    await here.ana.submit()
    assert "There it is." in here.ana.screen_text()
    assert here.ana.errors == []


async def test_a_restart_between_opening_and_sending_loses_no_word(here: Desk) -> None:
    """The form says all by itself; where it is refused then, the words stand there to be copied."""
    await here.ana.command("write")
    await here.under_test.gateway.close()
    async with on_discord(here.sim, here.core, words=WORDS):
        here.ana.fill({"Your words": "yes"})
        await here.ana.submit()
        assert "There it is." in here.ana.screen_text()
        await here.ana.command("write")
    async with on_discord(here.sim, here.core, words=WORDS):
        here.ana.fill({"Your words": "no"})
        await here.ana.submit()
        assert text.COPY_THEM in here.ana.screen_text()
        assert "no" in here.ana.whispers[-1].text.split("\n")
    assert here.ana.errors == []


async def test_a_form_that_the_core_breaks_over_gives_the_words_back(
    here: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """The fault is logged by its type, and nothing that was typed."""
    await here.ana.command("write")
    here.ana.fill({"Your words": CANARY})
    here.core.says = _breaks
    await here.ana.submit()
    assert text.NOT_SAVED in here.ana.screen_text()
    assert CANARY in here.ana.screen_text()
    assert "OSError" in caplog.text
    assert CANARY not in caplog.text


async def test_the_library_keeps_nothing_of_forms_and_answers(here: Desk) -> None:
    """It would look there for what is pressed; a form that is never sent would stay for good."""
    await here.ana.command("write")
    here.ana.close()
    await here.ana.command("help")
    await here.post(QUESTION)
    await here.ana.press("Go on")
    [keeper] = here.under_test.gateway._keepers  # noqa: SLF001 - the memory that must stay empty
    assert keeper.ear is not None
    store = keeper.ear._connection._view_store  # noqa: SLF001
    assert (store._views, store._modals, store._synced_message_views) == ({}, {}, {})  # noqa: SLF001


# Words in the direct conversation


async def test_words_are_heard_and_answered_below(here: Desk) -> None:
    """And where they were said is known from then on."""
    said = await here.ana.dm("a kind end")
    [heard, _] = here.core.heard
    assert isinstance(heard, DirectMessage)
    assert (heard.text, heard.message) == ("a kind end", said.id)
    assert "There it is." in here.ana.posts[-1].text
    assert told(here) == [(None, said.channel)]


async def test_what_becomes_of_a_message_is_heard(here: Desk) -> None:
    """Changed, and deleted, of which Discord does not say whose it was."""
    here.core.says = lambda _: QUIET
    said = await here.ana.dm("a kind end")
    await here.ana.edit(said, "a kinder end")
    await here.ana.delete(said)
    edited, deleted = here.core.heard_of(MessageEdited, MessageDeleted)
    assert isinstance(edited, MessageEdited)
    assert isinstance(deleted, MessageDeleted)
    assert (edited.text, edited.message, deleted.message) == ("a kinder end", said.id, said.id)
    assert deleted.account == here.account


async def test_a_deletion_after_a_restart_is_theirs_all_the_same(here: Desk) -> None:
    """Discord is asked whose conversation it is, once."""
    here.core.says = lambda _: QUIET
    first, second = await here.ana.dm("one"), await here.ana.dm("two")
    await here.under_test.gateway.close()
    async with on_discord(here.sim, here.core, words=WORDS):
        await here.ana.delete(first)
        await here.ana.delete(second)
    deleted = here.core.heard_of(MessageDeleted)
    assert [event.account for event in deleted] == [here.account] * 2
    assert len(here.sim.journal.calls("GET /channels/*")) == 1


async def test_what_only_a_form_can_show_opens_by_a_button_after_words(here: Desk) -> None:
    """The line says nothing of what it is; the button asks for the same again."""
    await here.ana.dm("read")
    assert "Yours alone." not in here.ana.screen_text()
    assert phrases.FOR_YOUR_EYES in here.ana.posts[-1].text
    await here.ana.press(phrases.OPEN_HERE)
    assert [message.text for message in here.ana.whispers] == ["Yours alone."]


async def test_a_sealed_card_after_words_is_shown_by_a_button_while_it_is_kept(here: Desk) -> None:
    """Who to call stands beside it in any case: after a restart what was kept has gone."""
    here.core.says = lambda event: shows(SECRET) if isinstance(event, DirectMessage) else scripted(event)
    await here.ana.dm("a hard day")
    assert "Yours alone." not in here.ana.screen_text()
    await here.ana.press(phrases.OPEN_HERE)
    assert [message.text for message in here.ana.whispers] == ["Yours alone."]
    await here.under_test.gateway.close()
    async with on_discord(here.sim, here.core, words=WORDS):
        await here.ana.press(phrases.OPEN_HERE)
        assert text.GONE in here.ana.whispers[-1].text
        await here.ana.press(text.HELP_NOW, on=here.ana.whispers[-1])
    asked = here.core.heard_of(CommandInvoked)[-1]
    assert isinstance(asked, CommandInvoked)
    assert asked.text == "helpnow"


# What goes wrong


async def test_what_comes_twice_is_answered_once(here: Desk) -> None:
    """A session that is resumed may say again what was heard."""
    await here.ana.command("help")
    here.sim.gateway.repeat("INTERACTION_CREATE")
    said = await here.ana.dm("a kind end")
    here.sim.gateway.repeat("MESSAGE_CREATE")
    await here.sim.settled()
    assert len(here.core.heard_of(CommandInvoked)) == 1
    assert [event.text for event in here.core.heard_of(DirectMessage)] == [said.content]
    assert len(here.ana.whispers) == 1


async def test_a_control_that_nobody_knows_any_more_is_answered_by_a_sentence(here: Desk) -> None:
    """Of an older Reststop, or of somebody else's making."""
    message = await here.post(QUESTION)
    row = {"type": 1, "components": [{"type": 2, "style": 2, "label": "Old", "custom_id": "old"}]}
    body = {**post_line("Long ago"), "components": [row]}
    await here.under_test.line.call("POST", MESSAGES, body=body, channel_id=message.channel)
    await here.ana.press("Old")
    assert [whisper.text for whisper in here.ana.whispers] == [text.NOT_KNOWN]
    assert here.core.heard == []


async def test_a_core_that_breaks_leaves_nobody_without_a_word(
    here: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """The fault is logged by its type."""
    here.core.says = _breaks
    await here.ana.command("help")
    assert [message.text for message in here.ana.whispers] == [text.BROKEN]
    assert "OSError" in caplog.text
    assert CANARY not in caplog.text


async def test_a_card_that_discord_cannot_hold_is_a_fault_and_a_sentence(here: Desk) -> None:
    """It never stands there as if nothing had been said."""
    long = replace(QUESTION, blocks=(say("x" * 5_000), *QUESTION.blocks), reach=Reach.PERSONAL)
    message = await here.post(QUESTION)
    here.core.says = lambda _: Outcome(first=Replace(card=long))
    await here.ana.press("Go on", on=message)
    assert [message.text for message in here.ana.whispers] == [text.BROKEN]


def _is_act(event: InboundEvent) -> bool:
    return isinstance(event, ActionPressed)


def _breaks(event: InboundEvent) -> Outcome:
    del event
    raise OSError(CANARY)
