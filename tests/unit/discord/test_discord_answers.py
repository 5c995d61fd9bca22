"""An answer on a line that breaks, or too late for Discord: once, whole, and never to anybody else."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import replace
from uuid import UUID

import pytest

from adapters.discord import text
from adapters.discord.limits import FILE_BYTES
from bot.surface import phrases
from bot.surface.audience import Direct, OnlyYou
from bot.surface.card import Card, Reach, say
from bot.surface.inbound import ActionPressed, CommandInvoked, FileGiven, FormSubmitted, InboundEvent
from bot.surface.outcome import QUIET, Act, Attach, File, Open, Outcome, Refuse, Replace, Retract, Show
from tests.contract.surface_samples import card, shows
from tests.sim.discord.faults import CALLBACK, FOLLOWUP
from tests.unit.discord.desk import SHORT, Desk, desk
from tests.unit.scripted_core import ANSWER, CANARY, FORM, QUESTION, SECRET

POSTING = "POST /channels/*/messages"
LATE, GONE = (404, 10062), (404, 10015)
"""It is too late for a first answer; for any."""
Says = Callable[[InboundEvent], Outcome]

SECOND = card(say("And this."))


@pytest.fixture
async def here() -> AsyncIterator[Desk]:
    """Somebody whose answers break."""
    async with desk() as at_ease:
        at_ease.sim.interactions.answer_seconds = 0.3
        yield at_ease


def acts(*all_of_them: Act) -> Outcome:
    """Return an outcome."""
    return Outcome(first=all_of_them[0], then=all_of_them[1:])


def whispers(here: Desk) -> list[str]:
    """Return what Ana alone sees."""
    return [message.text for message in here.ana.whispers]


def posts(here: Desk) -> list[str]:
    """Return what stands in her conversation."""
    return [message.text for message in here.ana.posts]


# A line that breaks


@pytest.mark.parametrize("arrived", [False, True])
async def test_a_first_answer_on_a_line_that_breaks_is_given_once(here: Desk, *, arrived: bool) -> None:
    """Discord takes one: so it is asked for again, whether it had arrived or not."""
    here.sim.faults.cut(CALLBACK, accepted=arrived)
    await here.ana.command("help")
    assert whispers(here) == ["There it is."]
    assert here.ana.errors == []


@pytest.mark.parametrize("arrived", [False, True])
async def test_a_message_that_was_pressed_changes_once_on_a_line_that_breaks(
    here: Desk, *, arrived: bool
) -> None:
    """And nothing else comes."""
    message = await here.post(QUESTION)
    here.sim.faults.cut(CALLBACK, accepted=arrived)
    await here.ana.press("Go on", on=message)
    assert [("There it is." in each) for each in posts(here)] == [True]
    assert (whispers(here), here.ana.errors) == ([], [])


@pytest.mark.parametrize("arrived", [False, True])
async def test_what_is_for_their_eyes_comes_once_beside_a_message_on_a_line_that_breaks(
    here: Desk, *, arrived: bool
) -> None:
    """The message itself stays as it is."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: acts(_you(SECRET))
    here.sim.faults.cut(CALLBACK, accepted=arrived)
    await here.ana.press("Go on", on=message)
    assert whispers(here) == ["Yours alone."]
    assert "How are you?" in posts(here)[0]


@pytest.mark.parametrize("arrived", [False, True])
async def test_a_form_opens_on_a_line_that_breaks(here: Desk, *, arrived: bool) -> None:
    """And is sent as ever."""
    here.sim.faults.cut(CALLBACK, accepted=arrived)
    await here.ana.command("write")
    here.ana.fill({"Your words": CANARY})
    await here.ana.submit()
    assert whispers(here) == ["There it is."]


async def test_what_a_fault_of_discords_kept_silent_about_is_not_said_twice(here: Desk) -> None:
    """discord.py asks again by itself, and reads that it was answered before."""
    here.sim.faults.fail(CALLBACK, 400, 40060, accepted=True)
    await here.ana.command("help")
    assert whispers(here) == ["There it is."]


async def test_what_follows_is_not_sent_again_and_the_rest_is_done_all_the_same(
    here: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """It may have arrived, and a second one would stand there beside it."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: acts(Replace(card=ANSWER), _you(SECRET), Show(card=SECOND, audience=Direct()))
    here.sim.faults.cut(FOLLOWUP, accepted=True)
    await here.ana.press("Go on", on=message)
    assert whispers(here) == ["Yours alone."]
    assert "And this." in posts(here)[-1]
    assert "Follow failed: LineCut" in caplog.text
    assert "Yours alone" not in caplog.text


async def test_a_body_that_discord_refuses_leaves_nobody_without_a_word(here: Desk) -> None:
    """It is a fault, and said to be one."""
    here.sim.faults.fail(CALLBACK, 400, 50035)
    await here.ana.command("help")
    assert (whispers(here), here.ana.errors) == ([text.BROKEN], [])


# Too late


async def test_a_card_that_comes_too_late_stands_in_their_conversation(here: Desk) -> None:
    """Since a message may hold it."""
    here.sim.faults.fail(CALLBACK, *LATE)
    await here.ana.command("help", guild=here.sim.guild())
    assert ["There it is." in each for each in posts(here)] == [True]
    assert whispers(here) == []


async def test_what_no_message_may_hold_is_shown_by_a_button_if_it_comes_too_late(here: Desk) -> None:
    """The line says nothing of what it is, and who to call stands beside it."""
    here.core.says = lambda _: acts(_you(SECRET))
    here.sim.faults.fail(CALLBACK, *LATE)
    await here.ana.command("help", guild=here.sim.guild())
    [line] = posts(here)
    assert phrases.FOR_YOUR_EYES in line
    assert "Yours" not in line
    assert text.HELP_NOW in line
    await here.ana.press(phrases.OPEN_HERE)
    assert whispers(here) == ["Yours alone."]


async def test_what_was_pressed_changes_however_late_and_what_opens_opens_by_a_button(here: Desk) -> None:
    """By the right to its own messages; the form answers there, too."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: acts(Open(form=FORM), Replace(card=QUESTION))
    here.sim.faults.fail(CALLBACK, *LATE)
    await here.ana.press("Go on", on=message)
    await here.ana.press(phrases.OPEN_HERE)
    here.ana.fill({"Your words": "yes"})
    here.core.says = lambda _: acts(Replace(card=ANSWER))
    await here.ana.submit()
    assert "There it is." in posts(here)[0]


async def test_a_message_that_is_taken_back_too_late_goes(here: Desk) -> None:
    """By the right to its own messages."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: acts(Retract())
    here.sim.faults.fail(CALLBACK, *LATE)
    await here.ana.press("Go on", on=message)
    assert posts(here) == []


async def test_nothing_to_show_says_that_it_was_too_late(here: Desk) -> None:
    """Discord has said that it failed."""
    message = await here.post(QUESTION)
    here.core.says = lambda _: QUIET
    here.sim.faults.fail(CALLBACK, *LATE)
    await here.ana.press("Go on", on=message)
    assert phrases.TOO_LONG in posts(here)[-1]


async def test_words_that_were_refused_too_late_come_back_by_a_button(here: Desk) -> None:
    """To their writer alone."""
    await here.ana.command("write", guild=here.sim.guild())
    here.ana.fill({"Your words": CANARY})
    here.core.says = lambda _: acts(Refuse(errors={"words": "Not that."}))
    here.sim.faults.fail(CALLBACK, *LATE)
    await here.ana.submit()
    assert CANARY not in posts(here)[-1]
    await here.ana.press(phrases.OPEN_HERE)
    assert CANARY in whispers(here)[-1]
    await here.ana.press(text.AGAIN)
    assert here.ana.modal is not None
    assert CANARY in here.ana.modal.text


async def test_an_answer_for_which_the_right_has_run_out_stands_in_their_conversation() -> None:
    """Who was told to wait waits no longer than Discord lets anybody answer."""
    async with desk(SHORT) as here:
        here.sim.settles = False
        may_answer = here.core.holds()
        await here.ana.command("help")
        here.sim.interactions.token_seconds = 0.0
        may_answer.set()
        here.sim.settles = True
        await here.sim.settled()
        assert ["There it is." in each for each in posts(here)] == [True]


async def test_further_pages_for_which_the_right_has_run_out_are_shown_by_a_button(here: Desk) -> None:
    """All of them, and none twice."""
    pages = _pages("abc")
    here.core.says = lambda _: acts(*map(_you, pages))
    here.sim.faults.fail(FOLLOWUP, *GONE, times=2)
    await here.ana.command("help")
    assert [each[0] for each in whispers(here)] == ["a"]
    await here.ana.press(phrases.OPEN_HERE)
    assert [each[0] for each in whispers(here)] == ["a", "b", "c"]


# How much


async def test_who_has_added_it_for_themselves_reads_all_of_it(here: Desk) -> None:
    """Discord takes five further messages for one press, and no more."""
    ben = here.sim.user("ben", guilds=[])
    ben.install()
    pages = _pages("abcdefgh")
    here.core.says = lambda _: acts(*map(_you, pages))
    await ben.command("help")
    await ben.press(text.GO_ON)
    read = [message.text for message in ben.whispers if not message.text.startswith(text.MORE_OF_IT)]
    assert "".join(each[0] for each in read) == "abcdefgh"
    assert all(len(each) > 3_000 for each in read)


# What stays


async def test_a_promise_that_could_not_be_kept_is_put_right(here: Desk) -> None:
    """Nobody looks for a message that is not there."""
    here.ana.close_dms()
    here.core.says = lambda _: acts(Show(card=ANSWER, audience=Direct()))
    await here.ana.command("help", guild=here.sim.guild())
    assert whispers(here) == [text.CLOSED_TO_ME]


async def test_who_reads_an_answer_is_told_beside_it_that_no_message_came(here: Desk) -> None:
    """The answer stays."""
    here.core.says = lambda _: acts(_you(ANSWER), Show(card=SECOND, audience=Direct()))
    here.sim.faults.fail(POSTING, 400, 50035)
    await here.ana.command("help", guild=here.sim.guild())
    assert whispers(here) == ["There it is.", text.NOT_WRITTEN]


async def test_a_file_is_handed_over_beside_the_answer_and_noted_before(here: Desk) -> None:
    """Where the core takes no note of it, none is."""
    here.core.says = _attaches(b"#")
    await here.ana.command("help")
    assert [file.name for file in here.ana.files] == ["pages.md"]
    [given] = here.core.heard_of(FileGiven)
    assert isinstance(given, FileGiven)
    assert given.file == f"{here.ana.posts[-1].channel}/{here.ana.posts[-1].id}"
    here.core.says = _attaches(b"#", noted=False)
    await here.ana.command("help")
    assert [file.name for file in here.ana.files] == ["pages.md"]
    assert phrases.FILE_FAILED.replace("`", "") in posts(here)[-1].replace("`", "")


async def test_a_file_that_discord_does_not_carry_is_said_to_be_one(here: Desk) -> None:
    """Before anything of it leaves."""
    here.core.says = _attaches(bytes(FILE_BYTES + 1))
    await here.ana.command("help")
    assert here.ana.files == []
    assert "more than Discord carries" in posts(here)[-1]


# Forms and where they answer


async def test_a_form_that_was_opened_again_answers_on_the_message_that_it_came_from(here: Desk) -> None:
    """However often it was refused; what it was refused with is gone by then."""
    message = await here.post(QUESTION)
    here.core.says = _asks_from_a_message
    await here.ana.press("Go on", on=message)
    here.ana.fill({"Your words": "no"})
    await here.ana.submit()
    await here.ana.press(text.AGAIN)
    await here.ana.submit()
    assert len(here.ana.whispers) == 1
    await here.ana.press(text.AGAIN)
    here.ana.fill({"Your words": "yes"})
    await here.ana.submit()
    assert ["There it is." in each for each in posts(here)] == [True]
    assert (whispers(here), here.ana.errors) == ([], [])


async def test_a_form_after_a_form_opens_by_a_button(here: Desk) -> None:
    """Discord opens none in answer to one; what it changes stands where it began."""
    message = await here.post(QUESTION)
    second = replace(FORM, ref="2:form", fields=(replace(FORM.fields[0], label="And why"),))
    here.core.says = lambda _: acts(Open(form=FORM))
    await here.ana.press("Go on", on=message)
    here.ana.fill({"Your words": "one"})
    here.core.says = lambda _: acts(Open(form=second))
    await here.ana.submit()
    assert whispers(here) == [f"{text.GOES_ON}\n{phrases.OPEN_HERE}"]
    await here.ana.press(phrases.OPEN_HERE)
    here.ana.fill({"And why": "two"})
    here.core.says = lambda _: acts(Replace(card=ANSWER))
    await here.ana.submit()
    refs = [event.ref for event in here.core.heard_of(FormSubmitted)]
    assert refs == [FORM.ref, second.ref]
    assert "There it is." in posts(here)[0]
    assert (whispers(here), here.ana.errors) == ([], [])


async def test_nothing_of_an_answer_is_written_down(here: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """Whatever fails."""
    caplog.set_level(logging.DEBUG)
    own = card(say(CANARY), reach=Reach.SEALED)
    here.core.says = lambda _: acts(_you(own), _you(own))
    for how in (LATE, (400, 50035), (500, 0)):
        here.sim.faults.fail(CALLBACK, *how)
        await here.ana.command("help")
    assert CANARY not in caplog.text


def _you(shown: Card) -> Show:
    return Show(card=shown, audience=OnlyYou())


def _pages(names: str) -> Sequence[Card]:
    return [card(say(f"{name}{'.' * 3_900}"), reach=Reach.SEALED) for name in names]


def _attaches(body: bytes, *, noted: bool = True) -> Says:
    attach = Attach(file=File(name="pages.md", type="text/markdown", body=body), id=UUID(int=7))

    def says(event: InboundEvent) -> Outcome:
        match event:
            case CommandInvoked():
                return acts(_you(ANSWER), attach)
            case FileGiven() if not noted:
                return shows(ANSWER)
            case _:
                return QUIET

    return says


def _asks_from_a_message(event: InboundEvent) -> Outcome:
    match event:
        case ActionPressed():
            return acts(Open(form=FORM))
        case FormSubmitted(values={"words": "no"}):
            return acts(Refuse(errors={"words": "Not that."}))
        case FormSubmitted():
            return acts(Replace(card=ANSWER))
        case _:
            return QUIET
