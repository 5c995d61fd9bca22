"""Somebody in Slack and a core that is slow: who waits is told so, and nobody waits for nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

import pytest

from adapters.slack import text
from bot.surface import phrases
from bot.surface.inbound import (
    FormSubmitted,
    InboundEvent,
)
from bot.surface.outcome import Outcome, Quiet
from tests.unit.scripted_core import CANARY, FORM, QUESTION
from tests.unit.slack.desk import OUT, SHORT, Desk, desk, stands


@pytest.fixture(params=[SHORT, OUT], ids=["before the end", "after the end"])
async def slow(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """Somebody is told soon to wait; the answer comes before Slack gives up, or after."""
    async with desk(request.param) as here:
        here.slack.settles = False
        yield here


async def test_who_waits_is_told_so_and_has_the_answer_in_the_same_place(slow: Desk) -> None:
    """A modal says "One moment." and becomes the answer; nothing else is said."""
    may_answer = slow.core.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop help"))
    await slow.slack.until(lambda: stands(slow.ana, phrases.ONE_MOMENT))
    may_answer.set()
    assert (await typed).error == ""
    await slow.slack.until(lambda: stands(slow.ana, "There it is."))
    await slow.slack.settled()
    assert phrases.ONE_MOMENT not in slow.ana.screen_text()
    assert (slow.ana.messages, slow.ana.errors, len(slow.ana.modals)) == ([], [], 1)


async def test_a_form_that_comes_late_stands_where_one_was_told_to_wait(slow: Desk) -> None:
    """Its trigger is used by then: the modal becomes the form, and it can be sent."""
    may_answer = slow.core.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop write"))
    await slow.slack.until(lambda: stands(slow.ana, phrases.ONE_MOMENT))
    may_answer.set()
    await typed
    await slow.slack.until(lambda: stands(slow.ana, "Your words"))
    slow.ana.fill({"Your words": CANARY})
    await slow.ana.submit()
    [sent] = slow.core.heard_of(FormSubmitted)
    assert isinstance(sent, FormSubmitted)
    assert (sent.ref, dict(sent.values)) == (FORM.ref, {"words": CANARY})


async def test_a_message_that_was_pressed_changes_however_late_it_is(slow: Desk) -> None:
    """What was posted must not stay as it was; the modal that said to wait says that it is done."""
    message = await slow.post(QUESTION)
    may_answer = slow.core.holds()
    pressed = asyncio.create_task(slow.ana.click("Go on", on=message))
    await slow.slack.until(lambda: stands(slow.ana, phrases.ONE_MOMENT))
    may_answer.set()
    await pressed
    await slow.slack.until(lambda: stands(slow.ana, phrases.FINE))
    await slow.slack.settled()
    assert "There it is." in slow.ana.screen_text()
    assert "How are you?" not in slow.ana.screen_text()


async def test_a_card_that_was_pressed_says_to_wait_itself(slow: Desk) -> None:
    """There is one modal all the time: the card, the word, the answer."""
    await slow.ana.command("/reststop card")
    await slow.slack.until(lambda: stands(slow.ana, "How are you?"))
    may_answer = slow.core.holds()
    pressed = asyncio.create_task(slow.ana.click("Go on"))
    await slow.slack.until(lambda: stands(slow.ana, phrases.ONE_MOMENT))
    may_answer.set()
    assert (await pressed).error == ""
    await slow.slack.until(lambda: stands(slow.ana, "There it is."))
    assert len(slow.ana.modals) == 1


async def test_nothing_to_show_closes_the_waiting_with_a_word(slow: Desk) -> None:
    """A modal cannot be closed from here: it does not go on saying to wait."""
    slow.core.says = lambda _: Outcome(first=Quiet())
    may_answer = slow.core.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop pause"))
    await slow.slack.until(lambda: stands(slow.ana, phrases.ONE_MOMENT))
    may_answer.set()
    await typed
    await slow.slack.until(lambda: stands(slow.ana, phrases.FINE))


async def test_a_core_that_breaks_late_leaves_nobody_waiting(
    slow: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """The modal says to press again; the fault is logged by its type."""

    def breaks(_: InboundEvent) -> Outcome:
        raise OSError(CANARY)

    slow.core.says = breaks
    may_answer = slow.core.holds()
    typed = asyncio.create_task(slow.ana.command("/reststop help"))
    await slow.slack.until(lambda: stands(slow.ana, phrases.ONE_MOMENT))
    may_answer.set()
    assert (await typed).error == ""
    await slow.slack.until(lambda: stands(slow.ana, phrases.TOO_LONG))
    await slow.slack.settled()
    assert "OSError" in caplog.text
    assert CANARY not in caplog.text


async def test_where_no_modal_can_say_to_wait_the_answer_comes_all_the_same(slow: Desk) -> None:
    """In the acknowledgement while there is time for it, and to the command's own address after that."""
    slow.slack.faults.fail("views.open", "http_500", times=2)
    may_answer = slow.core.holds()
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
    await slow.slack.until(lambda: stands(slow.ana, "Your words"))
    slow.ana.fill({"Your words": CANARY})
    may_answer = slow.core.holds()
    sent = asyncio.create_task(slow.ana.submit())
    if slow.under_test.surface._patience is OUT:  # noqa: SLF001 - which of the two stands here
        await sent
        assert list(slow.ana.modals[-1].errors.values()) == [text.NOT_SAVED]
        assert CANARY in slow.ana.modals[-1].text
        may_answer.set()
        await slow.ana.submit()
    may_answer.set()
    await sent
    await slow.slack.until(lambda: stands(slow.ana, "There it is."))
    assert slow.ana.errors == []
