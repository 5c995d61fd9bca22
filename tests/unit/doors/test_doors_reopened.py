"""An account that opens another notebook: what it was shown of the one before leads nowhere any more.

A code that was handed on is a notebook handed on, until its door is taken away. After that the messages on
the platform still hold every button.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.domain.journal import ENTRY_MAX
from bot.surface.card import Card
from bot.surface.inbound import (
    ActionPressed,
    DirectMessage,
    FormSubmitted,
    InboundEvent,
    MessageEdited,
    OptionChosen,
    ScaleAnswered,
)
from bot.surface.outcome import Outcome, Show
from tests.unit.doors.two import DISCORD, Doors, two_doors
from tests.unit.small_house import card_of, control, errors_of, form_of, ref_of
from tests.unit.test_erasing import sure
from tests.unit.world import FIRST_SLOT

Prepare = Callable[[Doors], Awaitable[InboundEvent]]
TOO_LONG = "x" * (ENTRY_MAX + 1)
NOT_YOURS = "That button belongs to somebody else, or to another Reststop. `start` shows yours."


def _of_run(action: str, arg: str = "") -> Prepare:
    """Return the press of a control of the check-in that is open."""

    async def prepare(doors: Doors) -> InboundEvent:
        await doors.house.until(FIRST_SLOT)
        ref = doors.house.desk.mint(DISCORD)(action, doors.house.runs[-1].id, arg)
        facts = doors.house.facts(DISCORD)
        if action in {"checkin.mark", "gentle.prompt"}:
            return ScaleAnswered(**facts, ref=ref, value=1)
        if action == "checkin.prompt":
            return OptionChosen(**facts, ref=ref, values=("one",))
        if action == "checkin.save":
            return FormSubmitted(**facts, ref=ref, values={"text": "words"})
        return ActionPressed(**facts, ref=ref)

    return prepare


async def _page(doors: Doors) -> Card:
    """Return the page that stands in the journal."""
    house = doors.house
    form = form_of(await house.command("write", DISCORD))
    await house.hear(FormSubmitted(**house.facts(DISCORD), ref=form.ref, values={"text": "a heron"}))
    return card_of(await house.command("journal", DISCORD))


def _press(name: str, of: Callable[[Doors], Awaitable[Card]]) -> Prepare:
    async def prepare(doors: Doors) -> InboundEvent:
        return ActionPressed(**doors.house.facts(DISCORD), ref=ref_of(control(await of(doors), name)))

    return prepare


async def _waiting(doors: Doors) -> Card:
    return card_of(await doors.house.say("words that wait", DISCORD))


async def _change(doors: Doors) -> Card:
    house = doors.house
    said = DirectMessage(**house.facts(DISCORD), text="as it was", message="m1")
    form = form_of(await house.press(control(card_of(await house.hear(said)), "draft.open"), DISCORD))
    await house.hear(FormSubmitted(**house.facts(DISCORD), ref=form.ref, values={"text": "as it was"}))
    edited = MessageEdited(**house.facts(DISCORD), message="m1", text="as it is")
    return card_of(await house.hear(edited))


async def _too_long(doors: Doors) -> str:
    """Let something that no page holds wait; return the ref of its page."""
    house = doors.house
    ref = form_of(await house.command("write", DISCORD)).ref
    await house.hear(FormSubmitted(**house.facts(DISCORD), ref=ref, values={"text": TOO_LONG}))
    return ref


async def _sends_shorter(doors: Doors) -> InboundEvent:
    ref = await _too_long(doors)
    return FormSubmitted(**doors.house.facts(DISCORD), ref=ref, values={"text": "short"})


async def _sends_longer(doors: Doors) -> InboundEvent:
    ref = await _too_long(doors)
    return FormSubmitted(**doors.house.facts(DISCORD), ref=ref, values={"text": TOO_LONG * 2})


SEEN: dict[str, Prepare] = {
    "a mark": _of_run("checkin.mark", "energy"),
    "an answer": _of_run("checkin.prompt"),
    "a skip": _of_run("checkin.skip"),
    "a page of a check-in": _of_run("checkin.write"),
    "words to a check-in": _of_run("checkin.save", "0.a"),
    "an answer to something small": _of_run("gentle.prompt", "0"),
    "a page of something small": _of_run("gentle.write", "0"),
    "a no to something small": _of_run("gentle.no", "0"),
    "a draft that waits": _press("draft.open", _waiting),
    "a draft dropped": _press("draft.drop", _waiting),
    "a change left": _press("change.leave", _change),
    "a page that was too long": _sends_shorter,
    "a page that is too long again": _sends_longer,
    "a page to change": _press("entry.edit", _page),
    "a page to delete": _press("entry.delete", _page),
}


@pytest.mark.parametrize("what", SEEN)
async def test_what_was_shown_at_a_door_leads_nowhere_once_it_opens_another_notebook(
    what: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Nothing of the notebook before is read or changed by it."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        event = await SEEN[what](doors)
        await doors.unlink(DISCORD)
        await house.settle_in(DISCORD)
        before = house.tables.snapshot()
        assert _said(await house.hear(event)) == NOT_YOURS
        assert house.tables == before
    assert caplog.records == []


async def test_a_button_that_erases_is_good_for_the_notebook_that_it_was_made_for() -> None:
    """Pressed again within its quarter of an hour, it does not take the one that was begun since."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        confirm = control(await sure(house), "erase.confirm")
        await house.press(confirm)
        await house.settle_in()
        assert card_of(await house.press(confirm)).text_id == "erase"
        assert (await house.person()).has_said_yes


async def test_a_button_is_good_for_the_account_that_it_was_made_for() -> None:
    """The other door of the same person is another account: what one platform knows is of no use there."""
    with two_doors() as doors:
        house = doors.house
        await house.settle_in()
        await doors.link()
        card = card_of(await house.command("checkin"))
        before = house.tables.snapshot()
        for one in card.controls:
            assert card_of(await house.press(one, DISCORD)).text_id == "not_yours"
        assert house.tables == before


def _said(outcome: Outcome) -> str:
    if isinstance(outcome.first, Show):
        return card_of(outcome).text
    return next(iter(errors_of(outcome).values()))
