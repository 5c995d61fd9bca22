"""A Slack that asks to wait: an answer comes later and in its order, or they are told to press again."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator

import pytest

from bot.surface import phrases
from bot.surface.card import say
from bot.surface.inbound import DirectMessage, InboundEvent
from bot.surface.outcome import QUIET, Open, Outcome
from tests.contract.surface_samples import card, shows
from tests.unit.scripted_core import CANARY, FORM, QUESTION
from tests.unit.slack.desk import AT_EASE, Desk, desk


class Waits:
    """Waiting that takes no time, and is written down; held back until `go_on` where that is asked for."""

    def __init__(self) -> None:
        """Wait for nothing."""
        self.seconds: list[float] = []
        self.go_on = asyncio.Event()
        self.go_on.set()

    async def __call__(self, seconds: float) -> None:
        """Wait."""
        self.seconds.append(seconds)
        await self.go_on.wait()


@pytest.fixture
def waits() -> Waits:
    """What is waited for."""
    return Waits()


@pytest.fixture
async def busy(waits: Waits) -> AsyncIterator[Desk]:
    """Somebody before a Slack that may ask to wait."""
    async with desk(AT_EASE, waits) as here:
        yield here


def _echo(event: InboundEvent) -> Outcome:
    return shows(card(say(f"Heard: {event.text}"))) if isinstance(event, DirectMessage) else QUIET


def _heard(desk: Desk) -> list[str]:
    """Return the answers in their conversation, as they stand there."""
    return [
        block["text"]["text"]
        for message in desk.ana.messages
        for block in message.blocks
        if "Heard" in str(block.get("text"))
    ]


async def test_an_answer_comes_when_slack_lets_it(busy: Desk, waits: Waits) -> None:
    """After just so long as Slack asks for, as often as it does, and once."""
    busy.core.says = _echo
    busy.slack.faults.fail("chat.postMessage", "ratelimited", times=2, retry_after=7)
    await busy.ana.dm("slow morning")
    assert waits.seconds == [7, 7]
    assert _heard(busy) == ["Heard: slow morning"]


async def test_who_types_quickly_has_every_answer_in_order(busy: Desk, waits: Waits) -> None:
    """The first waits; what is answered meanwhile does not overtake it."""
    busy.core.says = _echo
    busy.slack.settles = False
    waits.go_on.clear()
    busy.slack.faults.fail("chat.postMessage", "ratelimited")
    for words in ("one", "two", "three"):
        await busy.ana.dm(words)
    await busy.slack.until(lambda: bool(busy.slack.journal.calls("chat.postMessage")))
    assert _heard(busy) == []
    waits.go_on.set()
    await busy.under_test.surface.settled()
    assert _heard(busy) == ["Heard: one", "Heard: two", "Heard: three"]


async def test_nobody_waits_for_an_answer_beyond_a_minute(
    busy: Desk, waits: Waits, caplog: pytest.LogCaptureFixture
) -> None:
    """Then it is given up, and logged by its type; the next one is tried anew."""
    caplog.set_level(logging.DEBUG)
    busy.core.says = _echo
    busy.slack.faults.fail("chat.postMessage", "ratelimited", retry_after=61)
    await busy.ana.dm(CANARY)
    await busy.ana.dm("again")
    assert waits.seconds == []
    assert _heard(busy) == ["Heard: again"]
    assert "Post failed: AskedToWait" in caplog.text
    assert CANARY not in caplog.text


@pytest.mark.parametrize(("method", "word"), [("chat.update", "press"), ("views.update", "card")])
async def test_what_was_pressed_changes_when_slack_lets_it(
    busy: Desk, waits: Waits, method: str, word: str
) -> None:
    """A message or a modal does not stay as it was before."""
    message = await busy.post(QUESTION) if word == "press" else None
    if message is None:
        await busy.ana.command("/reststop card")
    busy.slack.faults.fail(method, "ratelimited", retry_after=3)
    await busy.ana.click("Go on", on=message)
    assert waits.seconds == [3]
    assert "There it is." in busy.ana.screen_text()


async def test_a_modal_does_not_wait_and_is_asked_for_again(busy: Desk, waits: Waits) -> None:
    """Its trigger would have run out by then: they read that at once."""
    busy.slack.faults.fail("views.open", "ratelimited", retry_after=1)
    await busy.ana.command("/reststop write")
    assert waits.seconds == []
    assert [message.text for message in busy.ana.messages] == [phrases.TOO_LONG]


async def test_a_form_that_cannot_be_put_on_top_takes_the_place_of_its_card(busy: Desk) -> None:
    """Slack asks to wait with the one, and lets the other through."""
    await busy.ana.command("/reststop card")
    busy.slack.faults.fail("views.push", "ratelimited")
    busy.core.says = lambda _: Outcome(first=Open(form=FORM))
    await busy.ana.click("Go on")
    assert [modal.title for modal in busy.ana.modals] == ["Just for you"]
