"""Typed messages that change or go on their platform: the kept copy stays, and its writer is asked."""

from __future__ import annotations

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.surface.card import Card
from bot.surface.inbound import DirectMessage, MessageDeleted, MessageEdited
from bot.surface.outcome import QUIET, Outcome
from tests.unit.small_house import ANA, BEN, card_of, control, form_of
from tests.unit.world import World, world


async def _say(house: World, text: str, message: str = "m1") -> Card:
    return card_of(await house.hear(DirectMessage(**house.facts(ANA), text=text, message=message)))


async def _edit(house: World, text: str, message: str = "m1") -> Outcome:
    return await house.hear(MessageEdited(**house.facts(ANA), text=text, message=message))


async def _delete(house: World, message: str = "m1") -> Outcome:
    return await house.hear(MessageDeleted(**house.facts(ANA), message=message))


async def _keep(house: World, text: str, message: str = "m1") -> Card:
    offer = await _say(house, text, message)
    await house.submit(form_of(await house.press(control(offer, "draft.open"))))
    return offer


def _texts(house: World) -> list[str]:
    return [one["text"] for one in house.entries()]


async def test_a_deleted_message_deletes_no_page() -> None:
    """It is asked; a no keeps it, a yes removes it for good."""
    with world() as house:
        await house.settle_in()
        await _keep(house, "other", "m0")
        await _keep(house, "said and kept")
        asked = card_of(await _delete(house))
        assert asked.text.startswith("Your private copy stays. Remove it too?")
        assert _texts(house) == ["other", "said and kept"]
        assert card_of(await house.press(control(asked, "entry.stay"))).text == "It stays."
        assert _texts(house) == ["other", "said and kept"]
        assert card_of(await house.press(control(asked, "entry.remove"))).text == "Gone."
        assert _texts(house) == ["other"]
        assert await _delete(house) == QUIET


async def test_a_changed_message_is_offered_to_its_page() -> None:
    """A no leaves it, a yes writes the same page again; what else stands on it stays."""
    with world() as house:
        await house.settle_in()
        offer = await _say(house, "said and kept")
        form = form_of(await house.press(control(offer, "draft.open")))
        await house.submit(form, scene="the corridor")
        asked = card_of(await _edit(house, "said anew"))
        assert asked.text == "Take the change into your journal too?"
        assert card_of(await house.press(control(asked, "change.leave"))).text_id == "typed.left"
        assert (_texts(house), house.tables.drafts) == (["said and kept"], {})
        assert card_of(await house.press(control(asked, "change.take"))).text_id == "draft.gone"
        asked = card_of(await _edit(house, "said anew"))
        assert card_of(await house.press(control(asked, "change.take"))).text == "Saved privately."
        [page] = house.entries()
        assert (page["text"], page["scene"], house.tables.drafts) == ("said anew", "the corridor", {})
        assert card_of(await _delete(house)).text_id == "typed.deleted"


async def test_a_change_that_waits_is_opened_by_write() -> None:
    """As any draft is; sent from there it changes the page that it belongs to."""
    with world() as house:
        await house.settle_in()
        await _keep(house, "said and kept")
        await _edit(house, "said anew")
        form = form_of(await house.command("write"))
        assert form.fields[0].value == "said anew"
        await house.submit(form, text="said at last")
        assert (_texts(house), house.tables.drafts) == (["said at last"], {})


async def test_what_was_not_kept_is_not_asked_about() -> None:
    """Unknown messages, those of others, those said no to, those without an id: silence."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        await house.press(control(await _say(house, "let go"), "draft.drop"))
        await _keep(house, "no id", "")
        await _keep(house, "kept", "m2")
        before = house.tables.snapshot()
        answers = [
            await _edit(house, "changed"),
            await _delete(house),
            await _edit(house, "changed", ""),
            await _delete(house, ""),
            await _edit(house, "kept", "m2"),
            await _edit(house, " ", "m2"),
            await house.hear(MessageDeleted(**house.facts(BEN), message="m2")),
        ]
        assert answers == [QUIET] * 7
        assert (house.tables.entries, house.tables.drafts) == (before.entries, before.drafts)


async def test_words_that_still_wait_change_in_silence() -> None:
    """The draft says what the message says now; a deleted message leaves it, for who wants it here alone."""
    with world() as house:
        await house.settle_in()
        offer = await _say(house, "said")
        assert await _edit(house, "said better") == QUIET
        assert await _delete(house) == QUIET
        form = form_of(await house.press(control(offer, "draft.open")))
        assert form.fields[0].value == "said better"
        await house.submit(form)
        assert card_of(await _delete(house)).text_id == "typed.deleted"


async def test_a_change_longer_than_a_page_is_refused() -> None:
    """With the numbers; the copy stays as it was, and nothing waits."""
    with world() as house:
        await house.settle_in()
        await _keep(house, "short")
        assert "8,001" in card_of(await _edit(house, "x" * (ENTRY_MAX + 1))).text
        assert (_texts(house), house.tables.drafts) == (["short"], {})


@pytest.mark.parametrize("standing", ["never said yes", "stopped"])
async def test_without_a_yes_nothing_is_said(standing: str) -> None:
    """Who changes a message of theirs is not asked for a yes because of it."""
    with world() as house:
        if standing == "stopped":
            await house.settle_in()
            await _keep(house, "said and kept")
            await house.command("stop")
        assert await _edit(house, "changed") == QUIET
        assert await _delete(house) == QUIET


async def test_a_message_is_known_by_a_digest_alone() -> None:
    """Its platform's id stands in no row and in no page."""
    with world() as house:
        await house.settle_in()
        await _keep(house, "said and kept", "1700000000.000100")
        assert "1700000000" not in repr(house.tables) + repr(house.entries())
        assert len(house.entries()[0]["message"]) == 64
