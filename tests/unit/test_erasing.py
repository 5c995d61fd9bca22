"""Leaving for good: asked twice, the key first, and nothing is called erased before it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.people import Account, Person
from bot.domain.roles import Role
from bot.errors import KeyGone, NotSaved
from bot.ports.keys import tombstone_mark
from bot.services.journal.entries import read_entry
from bot.surface.audience import Direct
from bot.surface.card import Card
from bot.surface.inbound import ActionPressed
from bot.surface.outcome import QUIET, Outcome, Show
from bot.testing.store import Trouble
from tests.unit.given_roles import give_role
from tests.unit.small_house import ANA, BEN, card_of, control, form_of, on, ref_of
from tests.unit.test_takeout_document import write_sheets
from tests.unit.world import FIRST_SLOT, TERMINAL, World, world


async def sure(house: World, who: Account = ANA) -> Card:
    """Let somebody ask for it and be asked again; return the card with the last button."""
    offer = card_of(await house.command("erase", who))
    return card_of(await house.press(control(offer, "erase.ask"), who))


async def erased(house: World, who: Account = ANA) -> Outcome:
    """Let somebody go all the way."""
    return await house.press(control(await sure(house, who), "erase.confirm"), who)


def rows_of(house: World, person: Person) -> list[object]:
    """Every row, in any table, in which a person can be told."""
    tables = house.tables
    return [
        row
        for name in tables.__slots__
        for row in getattr(tables, name).values()
        if person.id in {getattr(row, key, None) for key in ("id", "person", "owner")}
    ]


async def full(house: World) -> Person:
    """Let Ana have a row of every kind, and a letter that is on its way."""
    card = await house.asked()
    await house.pick(card, "checkin.energy", 2)
    await house.submit(form_of(await house.command("write")), text="kept")
    await house.say("a draft of some words")
    await write_sheets(house, await house.person())
    return await house.person()


async def test_everything_goes_and_the_receipt_says_so() -> None:
    """No row, no key, a tombstone that answers to the code, and the day by which copies end."""
    with world() as house:
        person = await full(house)
        assert {type(row).__name__ for row in rows_of(house, person)} == {
            "Person", "Door", "AgendaRow", "Delivery", "Run", "Marks", "Entry", "Draft", "Sheet",
        }  # fmt: skip
        outcome = await erased(house)
        assert outcome.forgets
        assert isinstance(outcome.first, Show)
        assert (outcome.first.audience, outcome.then) == (Direct(), ())
        text = outcome.first.card.text
        assert rows_of(house, person) == []
        assert not house.vault.knows(person.id)
        mark = tombstone_mark(person.id).hex()
    code = "-".join((mark[:4], mark[4:8], mark[8:12], mark[12:16]))
    assert f"Day: Monday 5 January 2026\nReceipt: {code}\n" in text
    assert "outlive Monday 2 February 2026" in text
    assert "The messages between us stay" in text


async def test_what_was_sealed_stays_closed_in_a_copy_too() -> None:
    """Rows that were laid aside before do not open: it is the key that went."""
    with world() as house:
        person = await full(house)
        aside = list(house.tables.entries.values())
        [page] = [read_entry(house.desk, person, entry).text for entry in aside]
        assert page == "kept"
        await erased(house)
        for entry in aside:
            with pytest.raises(KeyGone):
                read_entry(house.desk, person, entry)


async def test_nobody_else_loses_anything() -> None:
    """Ben stands beside, and stays as he was."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        ben = await house.person(BEN)
        before = rows_of(house, ben)
        await erased(house)
        assert rows_of(house, ben) == before
        assert [card.text_id for card in await house.until(FIRST_SLOT)] == ["checkin"]


async def test_roles_of_the_account_go_along() -> None:
    """In every organisation, and nobody else's; what was set there stays, for those who look after it."""
    with world() as house:
        await house.settle_in()
        places = [await give_role(house, ANA, role) for role in (Role.ADMIN, Role.TRAINER)]
        await give_role(house, BEN, Role.ADMIN)
        await erased(house)
        assert [each.index for each in house.tables.roles.values()] == [house.desk.index(BEN)]
        assert set(places) < house.tables.organisations.keys()
        assert all(house.vault.knows(place) for place in places)


async def test_it_takes_two_presses_and_says_what_goes() -> None:
    """Up to the second nothing is changed; to keep stands where a quick second tap would land."""
    with world() as house:
        await house.settle_in()
        before = house.tables
        offer = card_of(await house.command("erase"))
        assert [one.name for one in offer.controls] == ["erase.export", "erase.ask", "erase.keep"]
        assert card_of(await house.press(control(offer, "erase.export"))).text_id == "export"
        second = card_of(await house.press(control(offer, "erase.ask")))
        assert [one.name for one in second.controls] == ["erase.confirm", "erase.keep"]
        kept = card_of(await house.press(control(second, "erase.keep")))
        assert kept.text == "Fine. Nothing was changed."
        assert house.tables == replace(before, inbox=house.tables.inbox)


@pytest.mark.parametrize(("minutes", "text_id"), [(15, "erased"), (16, "erase"), (60 * 24 * 40, "erase")])
async def test_an_old_button_erases_nobody(minutes: int, text_id: str) -> None:
    """One that is found in an old conversation asks from the beginning."""
    with world() as house:
        await house.arrive()
        second = await sure(house)
        await house.until(on(5, 8) + timedelta(minutes=minutes))
        assert card_of(await house.press(control(second, "erase.confirm"))).text_id == text_id


async def test_afterwards_somebody_new_comes_in() -> None:
    """No message, old buttons lead to the first card, and a yes begins with an empty journal."""
    with world() as house:
        person = await full(house)
        old = control(house.chat.letters[-1].card, "checkin.write")
        second = await sure(house)
        await house.press(control(second, "erase.confirm"))
        assert await house.until(on(30, 12)) == []
        assert card_of(await house.press(old)).text_id == "consent"
        assert card_of(await house.press(control(second, "erase.confirm"))).text_id == "nothing_held"
        assert card_of(await house.command("start")).text_id == "consent"
        await house.settle_in()
        assert card_of(await house.command("journal last")).text_id == "journal.empty"
        assert (await house.person()).id != person.id


async def test_a_button_that_erases_is_good_for_one_notebook() -> None:
    """Pressed again within its quarter of an hour, it does not take the one that was begun since."""
    with world() as house:
        await house.settle_in()
        confirm = control(await sure(house), "erase.confirm")
        assert card_of(await house.press(confirm)).text_id == "erased"
        await house.settle_in()
        assert card_of(await house.press(confirm)).text_id == "erase"
        assert (await house.person()).has_said_yes


async def test_a_press_that_comes_twice_erases_once() -> None:
    """A platform that delivers it again hears nothing, and a yes given meanwhile stands."""
    with world() as house:
        await house.settle_in()
        confirm = ref_of(control(await sure(house), "erase.confirm"))
        event = ActionPressed(**house.facts(ANA), ref=confirm)
        assert card_of(await house.hear(event)).text_id == "erased"
        await house.settle_in()
        assert await house.hear(event) == QUIET
        assert (await house.person()).has_said_yes


async def test_a_key_store_that_is_busy_is_not_called_erased() -> None:
    """The key went and could not be wiped yet: that is said, and the same press finishes it."""
    with world() as house:
        person = await full(house)
        house.vault.shreds_to = [NotSaved()]
        second = await sure(house)
        assert card_of(await house.press(control(second, "erase.confirm"))).text_id == "erase.unfinished"
        assert card_of(await house.press(control(second, "erase.confirm"))).text_id == "erased"
        assert rows_of(house, person) == []


async def test_rows_that_cannot_go_yet_are_not_called_erased() -> None:
    """A full disk after the key: nothing opens, nothing is sent, and `erase` goes on where it stopped."""
    with world() as house:
        person = await full(house)
        second = await sure(house)
        house.store.refuse(Trouble.FULL)
        assert card_of(await house.press(control(second, "erase.confirm"))).text_id == "erase.unfinished"
        house.store.refuse(None)
        assert not house.vault.knows(person.id)
        assert await house.until(on(7, 12)) == []
        assert card_of(await erased(house)).text_id == "erased"
        assert rows_of(house, person) == []


async def test_a_fault_in_the_middle_is_not_called_unchanged() -> None:
    """What nobody foresaw after the key went: the usual "nothing was changed" would be a lie."""
    with world() as house:
        await house.settle_in()
        house.vault.shreds_to = [ValueError()]
        assert card_of(await erased(house)).text_id == "erase.unfinished"


async def test_a_letter_that_waits_behind_another_is_not_sent() -> None:
    """Two are claimed together; while the first is on its way, the other's person goes."""
    with world() as house:
        await house.settle_in(BEN)
        await house.settle_in(ANA)
        await house.until(FIRST_SLOT - timedelta(minutes=10))
        confirm = ref_of(control(await sure(house), "erase.confirm"))
        event = ActionPressed(**house.facts(ANA), ref=confirm)
        house.chat.meanwhile = partial(house.router.hear, event)
        await house.until(FIRST_SLOT)
        assert [letter.to for letter in house.chat.letters] == [BEN]
        assert {delivery.owner for delivery in house.outbox} == {(await house.person(BEN)).id}


async def test_a_letter_that_is_on_its_way_leaves_no_row() -> None:
    """Its person goes while the platform has it: nothing of it is written any more."""
    with world() as house:
        await house.settle_in()
        await house.until(FIRST_SLOT - timedelta(minutes=10))
        confirm = ref_of(control(await sure(house), "erase.confirm"))
        person = await house.person()
        house.chat.meanwhile = partial(house.router.hear, ActionPressed(**house.facts(ANA), ref=confirm))
        await house.until(FIRST_SLOT)
        assert rows_of(house, person) == []


async def test_in_a_terminal_no_message_remains_to_be_spoken_of() -> None:
    """The receipt there says nothing of a platform."""
    with world(capabilities=TERMINAL) as house:
        await house.arrive()
        assert "Messages" not in card_of(await erased(house)).text
