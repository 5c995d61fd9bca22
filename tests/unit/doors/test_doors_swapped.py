"""Somebody who can write to the database leads their account to another's notebook: it stays closed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.domain.agenda import AgendaKind
from bot.ports.store import Door
from tests.unit.doors.two import DISCORD, two_doors
from tests.unit.small_house import ANA, BEN, card_of, control, form_of

Changed = tuple[Door, Door]
"""Ana's door and Ben's, as whoever writes there leaves them."""


def swapped(ana: Door, ben: Door) -> Changed:
    """Each index at the other's door."""
    return replace(ana, index=ben.index), replace(ben, index=ana.index)


def moved(ana: Door, ben: Door) -> Changed:
    """Ana's door on Ben's notebook."""
    return replace(ana, person=ben.person, preferred=False), ben


def copied(ana: Door, ben: Door) -> Changed:
    """The same, with what Ben's door seals."""
    return replace(ana, person=ben.person, preferred=False, sealed=ben.sealed), ben


def renamed(ana: Door, ben: Door) -> Changed:
    """Ben's door on another platform, its index Ana's."""
    return replace(ana, index=b"n" * 32), replace(ben, surface="discord", index=ana.index)


@pytest.mark.parametrize("change", [swapped, moved, copied, renamed])
async def test_a_door_opens_for_the_account_that_it_seals_and_for_no_other(
    change: Callable[[Door, Door], Changed],
) -> None:
    """Nothing is read and nothing written, whichever of the two comes by it; who to call is still said."""
    with two_doors() as doors:
        house = doors.house
        for who in (ANA, BEN):
            await house.settle_in(who)
        await house.submit(form_of(await house.command("write")), text="anas words")
        before = [await doors.door(who) for who in (ANA, BEN)]
        ana, ben = (door for door in before if door is not None)
        for door in change(ana, ben):
            house.tables.doors[door.id] = door
        kept = dict(house.tables.entries)
        for word in ("journal last", "write stolen", "export", "erase", "checkin"):
            assert card_of(await house.command(word)).text_id == "stays_closed"
        assert house.tables.entries == kept
        assert card_of(await house.command("helpnow")).text_id == "helpnow"


async def test_a_code_cannot_be_given_another_owner() -> None:
    """Ana makes one for herself, and the row says afterwards that it is Ben's: it opens nothing."""
    with two_doors() as doors:
        house = doors.house
        for who in (ANA, BEN):
            await house.settle_in(who)
        code = await doors.code()
        shown = await doors.bring(code)
        [row] = (row for row in house.tables.agenda.values() if row.kind is AgendaKind.LINK_CODE)
        house.tables.agenda[row.id] = replace(row, owner=(await house.person(BEN)).id)
        assert (await doors.bring(code)).text_id == "link.wrong"
        await house.press(control(shown, "link.yes"), DISCORD)
        assert await doors.door(DISCORD) is None
        house.tables.agenda[row.id] = row
        await house.press(control(shown, "link.yes"), DISCORD)
        assert await doors.door(DISCORD) is not None
