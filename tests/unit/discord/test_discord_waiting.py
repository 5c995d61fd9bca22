"""Somebody in Discord and a core that is slow: Discord is told that an answer comes, and it does."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Coroutine

import pytest

from adapters.discord import text
from bot.surface import phrases
from bot.surface.inbound import FormSubmitted, InboundEvent
from bot.surface.outcome import QUIET, Outcome, Retract
from tests.contract.surface_samples import shows
from tests.sim.discord import Interaction
from tests.sim.discord.faults import CALLBACK
from tests.sim.discord.interactions import DEFER, DEFER_UPDATE
from tests.unit.discord.desk import SHORT, Desk, desk
from tests.unit.scripted_core import CANARY, FORM, QUESTION, SECRET, scripted


@pytest.fixture
async def slow() -> AsyncIterator[Desk]:
    """Nobody waits long before Discord is told so."""
    async with desk(SHORT) as here:
        yield here


async def late(here: Desk, act: Coroutine[object, object, Interaction]) -> Interaction:
    """Let Ana do something that the core answers only after Discord was told to wait."""
    here.sim.settles = False
    may_answer, before = here.core.holds(), len(here.sim.journal.calls(CALLBACK))
    acting = asyncio.create_task(act)
    await here.sim.until(lambda: len(here.sim.journal.calls(CALLBACK)) > before)
    may_answer.set()
    interaction = await acting
    here.sim.settles = True
    await here.sim.settled()
    assert here.ana.errors == []
    return interaction


async def test_a_command_is_answered_where_it_said_to_wait(slow: Desk) -> None:
    """One answer for their eyes, which was "thinking" before."""
    interaction = await late(slow, slow.ana.command("help", guild=slow.sim.guild()))
    assert interaction.answer == DEFER
    assert [message.text for message in slow.ana.whispers] == ["There it is."]
    assert (slow.ana.posts, slow.sim.user("ben").messages) == ([], [])


async def test_own_words_stay_for_one_pair_of_eyes_however_late_they_are(slow: Desk) -> None:
    """What was deferred for all could never become theirs alone."""
    slow.core.says = lambda _: shows(SECRET)
    await late(slow, slow.ana.command("journal last", guild=slow.sim.guild()))
    assert [message.text for message in slow.ana.whispers] == ["Yours alone."]
    assert slow.sim.guild().messages == []


async def test_a_form_that_comes_late_opens_by_a_button(slow: Desk) -> None:
    """Discord opens none after it was told to wait; it can be sent all the same."""
    await late(slow, slow.ana.command("write"))
    assert slow.ana.modal is None
    await slow.ana.press(phrases.OPEN_HERE)
    slow.ana.fill({"Your words": CANARY})
    await slow.ana.submit()
    [sent] = slow.core.heard_of(FormSubmitted)
    assert isinstance(sent, FormSubmitted)
    assert (sent.ref, dict(sent.values)) == (FORM.ref, {"words": CANARY})


async def test_a_message_that_was_pressed_changes_however_late_it_is(slow: Desk) -> None:
    """What was posted does not stay as it was."""
    message = await slow.post(QUESTION)
    interaction = await late(slow, slow.ana.press("Go on", on=message))
    assert interaction.answer == DEFER_UPDATE
    assert "There it is." in slow.ana.posts[-1].text
    assert "How are you?" not in slow.ana.screen_text()
    assert slow.ana.whispers == []


async def test_what_is_for_their_eyes_comes_late_beside_the_message(slow: Desk) -> None:
    """The message itself never shows it."""
    message = await slow.post(QUESTION)
    slow.core.says = lambda _: shows(SECRET)
    await late(slow, slow.ana.press("Go on", on=message))
    assert "How are you?" in slow.ana.posts[-1].text
    assert [message.text for message in slow.ana.whispers] == ["Yours alone."]


async def test_an_answer_that_was_pressed_becomes_the_next_however_late_it_is(slow: Desk) -> None:
    """In its place."""
    slow.core.says = lambda _: shows(QUESTION)
    await slow.ana.command("help")
    slow.core.says = scripted
    await late(slow, slow.ana.press("Go on"))
    assert [message.text for message in slow.ana.whispers] == ["There it is."]


async def test_a_message_that_is_taken_back_goes_however_late_it_is(slow: Desk) -> None:
    """And nothing takes its place."""
    message = await slow.post(QUESTION)
    slow.core.says = lambda _: Outcome(first=Retract())
    await late(slow, slow.ana.press("Go on", on=message))
    assert slow.ana.messages == []


async def test_nothing_to_show_ends_the_waiting(slow: Desk) -> None:
    """A command does not think for ever."""
    slow.core.says = lambda _: QUIET
    await late(slow, slow.ana.command("pause"))
    assert [message.text for message in slow.ana.whispers] == [phrases.FINE]


async def test_a_form_whose_saving_takes_long_is_answered_and_heard_once(slow: Desk) -> None:
    """Nothing is abandoned: the unit that runs is finished, and says so."""
    await slow.ana.command("write")
    slow.ana.fill({"Your words": CANARY})
    await late(slow, slow.ana.submit())
    assert [message.text for message in slow.ana.whispers] == ["There it is."]
    assert len(slow.core.heard_of(FormSubmitted)) == 1


async def test_a_form_that_is_refused_late_gives_the_words_back(slow: Desk) -> None:
    """And opens again with them."""
    await slow.ana.command("write")
    slow.ana.fill({"Your words": "no"})
    await late(slow, slow.ana.submit())
    assert "Not that." in slow.ana.screen_text()
    await slow.ana.press(text.AGAIN)
    assert slow.ana.modal is not None
    assert "no" in slow.ana.modal.text


async def test_a_core_that_breaks_late_leaves_nobody_waiting(
    slow: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """A sentence stands where it said to wait; the fault is logged by its type."""

    def breaks(_: InboundEvent) -> Outcome:
        raise OSError(CANARY)

    slow.core.says = breaks
    await late(slow, slow.ana.command("help"))
    assert [message.text for message in slow.ana.whispers] == [text.BROKEN]
    assert "OSError" in caplog.text
    assert CANARY not in caplog.text


async def test_who_could_not_be_told_to_wait_is_answered_all_the_same(slow: Desk) -> None:
    """If there is still time for it."""
    slow.sim.faults.fail(CALLBACK, status=403, code=50013)
    await late(slow, slow.ana.command("help"))
    assert [message.text for message in slow.ana.whispers] == ["There it is."]


async def test_answers_that_are_quick_tell_nobody_to_wait() -> None:
    """One request for one press."""
    async with desk() as here:
        interaction = await here.ana.command("help")
        assert interaction.answer != DEFER
        assert len(here.sim.journal.calls(CALLBACK)) == 1
