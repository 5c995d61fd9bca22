"""Drafts: words too long, or typed where no form was open, are not lost and not kept by stealth."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.agenda import AgendaKind
from bot.domain.journal import DRAFT_KEPT_DAYS, DRAFT_MAX, ENTRY_MAX
from bot.domain.prompts import Modality
from bot.surface.inbound import DirectMessage
from bot.surface.outcome import QUIET
from bot.testing.store import Trouble
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, control, errors_of, form_of
from tests.unit.world import World, only, world

TOO_LONG = "x" * (ENTRY_MAX + 1)


def _endings(house: World) -> list[object]:
    """Return what the agenda's rows about the ends of drafts are about."""
    return [row.ref for row in house.tables.agenda.values() if row.kind is AgendaKind.DRAFT_ENDS]


async def test_a_text_shortened_in_its_own_form_leaves_no_draft() -> None:
    """The form that refused takes it the second time: one entry, and nothing waits any more."""
    with world() as house:
        await house.settle_in()
        form = form_of(await house.command("write"))
        assert "8,001" in errors_of(await house.submit(form, text=TOO_LONG))["text"]
        assert _endings(house) == list(house.tables.drafts)
        assert card_of(await house.submit(form, text="short")).text == "Saved privately."
        assert [one["text"] for one in house.entries()] == ["short"]
        assert (house.tables.drafts, _endings(house)) == ({}, [])


async def test_a_long_text_sent_again_is_one_draft() -> None:
    """Pressing the same form three times keeps the last version, and its days count from then."""
    with world() as house:
        await house.settle_in()
        await house.command("pause")
        form = form_of(await house.command("write"))
        for day in range(3):
            await house.until(MONDAY + timedelta(days=day))
            await house.submit(form, text=TOO_LONG + str(day))
        assert len(house.tables.drafts) == 1
        await house.until(MONDAY + timedelta(days=2 + DRAFT_KEPT_DAYS, seconds=-1))
        assert form_of(await house.command("write")).fields[0].value == TOO_LONG + "2"
        await house.until(MONDAY + timedelta(days=2 + DRAFT_KEPT_DAYS))
        assert (house.tables.drafts, _endings(house)) == ({}, [])


async def test_a_draft_that_was_too_long_may_stay_too_long() -> None:
    """Sending it back unshortened keeps the draft, and still says the limit."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text=TOO_LONG)
        again = form_of(await house.command("write"))
        assert "8,000" in errors_of(await house.submit(again, text=TOO_LONG + "y"))["text"]
        assert form_of(await house.command("write")).fields[0].value == TOO_LONG + "y"
        assert len(house.tables.drafts) == 1


async def test_a_draft_keeps_its_question() -> None:
    """Too long an answer to a check-in comes back under the question that it answers."""
    with world(only(Modality.TEXT)) as house:
        card = await house.asked()
        form = form_of(await house.press(control(card, "checkin.write")))
        await house.submit(form, text=TOO_LONG)
        again = form_of(await house.command("write"))
        assert again.intro == form.intro
        await house.submit(again, text="shorter")
        await house.submit(again, text="shorter still")
        assert [(one["question"], one["text"]) for one in house.entries()] == [(form.intro, "shorter still")]


async def test_a_no_after_keeping_does_not_say_that_nothing_was_kept() -> None:
    """The offer's card outlives the offer: the entry stays, and is not denied."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.say("kept, then no"))
        await house.submit(form_of(await house.press(control(offer, "draft.open"))))
        answer = card_of(await house.press(control(offer, "draft.drop")))
        assert "nothing was kept" not in answer.text
        assert [one["text"] for one in house.entries()] == ["kept, then no"]


async def test_a_no_while_the_page_is_open_loses_nothing_that_is_sent() -> None:
    """Who says no on the card and then sends the page after all meant the page."""
    with world() as house:
        await house.settle_in()
        offer = card_of(await house.say("first no"))
        form = form_of(await house.press(control(offer, "draft.open")))
        assert card_of(await house.press(control(offer, "draft.drop"))).text == "Fine, nothing was kept."
        assert (house.tables.drafts, house.entries()) == ({}, [])
        assert card_of(await house.submit(form, text="then yes")).text == "Saved privately."


async def test_typed_words_that_come_twice_are_one_offer() -> None:
    """A platform that delivers a message again does not make a second draft."""
    with world() as house:
        await house.settle_in()
        event = DirectMessage(**house.facts(ANA), text="said once")
        assert card_of(await house.hear(event)).text_id == "typed"
        assert await house.hear(event) == QUIET
        assert len(house.tables.drafts) == 1


@pytest.mark.parametrize("text", ["", "  \n ", "\0"])
async def test_a_message_without_words_is_not_offered(text: str) -> None:
    """A picture alone, say: there is nothing to keep, and nothing is asked."""
    with world() as house:
        await house.settle_in()
        assert await house.say(text) == QUIET
        assert house.tables.drafts == {}


async def test_typed_words_at_the_limit_are_held() -> None:
    """200,000 characters fit a draft; one more is refused with the numbers, and nothing is held."""
    with world() as house:
        await house.settle_in()
        assert card_of(await house.say("x" * DRAFT_MAX)).text_id == "typed"
        refused = card_of(await house.say("x" * (DRAFT_MAX + 1)))
        assert "200,001" in refused.text
        assert "200,000" in refused.text
        assert len(house.tables.drafts) == 1


async def test_typed_words_that_could_not_be_held_are_said_to_be_lost() -> None:
    """Nothing is pressed there, so the sentence asks for another try."""
    with world() as house:
        await house.settle_in()
        house.store.refuse(Trouble.LOCKED)
        answer = card_of(await house.say("into the wind"))
        assert answer.text.startswith("Not saved yet.")
        assert "press" not in answer.text


async def test_write_opens_the_draft_begun_last_unless_words_come_with_it() -> None:
    """Words after the command are a page of their own, and the draft goes on waiting."""
    with world() as house:
        await house.settle_in()
        await house.say("older")
        await house.say("newer")
        assert form_of(await house.command("write")).fields[0].value == "newer"
        assert form_of(await house.command("write quite new")).fields[0].value == "quite new"
        await house.submit(form_of(await house.command("write")), text="newer")
        assert form_of(await house.command("write")).fields[0].value == "older"


async def test_nobody_else_meets_a_draft() -> None:
    """Another person's `write` is an empty page, and the offer's buttons are not theirs."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        offer = card_of(await house.say("not for Ben"))
        assert form_of(await house.command("write", BEN)).fields[0].value == ""
        assert card_of(await house.press(control(offer, "draft.open"), BEN)).text_id == "not_yours"


async def test_stop_leaves_drafts_to_their_days() -> None:
    """What waits goes when it was said to, also for who has stopped; entries stay."""
    with world() as house:
        await house.settle_in()
        await house.submit(form_of(await house.command("write")), text="stays")
        await house.say("goes")
        await house.command("stop")
        await house.until(MONDAY + timedelta(days=DRAFT_KEPT_DAYS))
        assert house.tables.drafts == {}
        assert len(house.tables.entries) == 1
