"""An account is closed while another is open: that door alone ends, and everything goes on by the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.agenda import AgendaKind, AgendaRow
from bot.domain.people import GONE_DOOR_DAYS, GONE_KEPT_DAYS, Account
from bot.services.leaving import departures
from bot.services.leaving.departures import count_anew
from tests.unit.doors.two import DISCORD, TERMINAL, Doors, two_doors
from tests.unit.leaving import countdowns, installed, leaves, removed, tells
from tests.unit.small_house import ANA, BEN, MONDAY, card_of, on
from tests.unit.world import FIRST_SLOT, World

DAY = timedelta(days=1)
FORGOTTEN = MONDAY + GONE_DOOR_DAYS * DAY
"""When a door is forgotten that was shut on the Monday."""

Shut = Callable[[World], Awaitable[object]]


async def _is_removed(house: World) -> object:
    await tells(house, removed())
    return None


WAYS: dict[str, Shut] = {"a closed account": leaves, "a removed app": _is_removed}


async def settled(doors: Doors, *more: Account) -> None:
    """Let Ana settle in, with these accounts beside her first."""
    await doors.house.settle_in()
    for account in more:
        await doors.link(account)


def checkins(doors: Doors) -> set[str]:
    """By which surfaces check-ins came."""
    return {name for name, text_id in doors.came if text_id == "checkin"}


async def answering(doors: Doors, until: timedelta) -> None:
    """Let time pass with somebody who answers at the other door, so that no silence is asked about."""
    house = doors.house
    while house.clock.now() < MONDAY + until:
        await house.until(min(MONDAY + until, house.clock.now() + 3 * DAY))
        await house.command("checkin", DISCORD)
        letters = doors.discord.letters[-1:] if doors.discord.letters else []
        for one in (one for letter in letters for one in letter.card.controls if one.name == "checkin.skip"):
            await house.press(one, DISCORD)


@pytest.mark.parametrize("way", WAYS)
async def test_check_ins_go_on_by_the_other(way: str) -> None:
    """From the next one on, and nothing is counted for the person."""
    with two_doors() as doors:
        await settled(doors, DISCORD)
        await WAYS[way](doors.house)
        assert countdowns(doors.house) == {}
        await doors.house.until(FIRST_SLOT)
        assert checkins(doors) == {"discord"}
        assert await doors.preferred(DISCORD) == DISCORD.lane


@pytest.mark.parametrize("way", WAYS)
async def test_the_shut_door_is_forgotten_after_ninety_days(way: str) -> None:
    """And nothing else: the notebook and its other door stay; the account is a stranger then."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        person = await house.person()
        await WAYS[way](house)
        await answering(doors, (GONE_DOOR_DAYS - 1) * DAY)
        assert await doors.door(ANA) is not None
        await house.until(FORGOTTEN)
        assert await doors.door(ANA) is None
        assert (await house.person(DISCORD)).id == person.id
        assert card_of(await house.command("start", ANA)).text_id == "consent"


async def test_whoever_comes_back_by_it_keeps_it() -> None:
    """Its days end; where check-ins come stays as it is."""
    with two_doors() as doors:
        await settled(doors, DISCORD)
        await leaves(doors.house)
        await doors.house.until(on(20, 7))
        await doors.house.command("help", ANA)
        await answering(doors, (GONE_DOOR_DAYS + 1) * DAY)
        assert await doors.door(ANA) is not None
        assert await doors.preferred() == DISCORD.lane


async def test_what_is_not_preferred_ends_without_a_word() -> None:
    """Nothing moves by it."""
    with two_doors() as doors:
        await settled(doors, DISCORD)
        await leaves(doors.house, DISCORD)
        assert countdowns(doors.house) == {}
        await doors.house.until(FIRST_SLOT)
        assert checkins(doors) == {"chat"}


async def test_with_the_last_door_thirty_days_count() -> None:
    """From its own end on, whichever went first; then everything goes."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        person = (await house.person()).id
        await leaves(house)
        await house.until(on(15, 8))
        await leaves(house, DISCORD)
        assert list(countdowns(house).values()) == [on(15, 8) + GONE_KEPT_DAYS * DAY]
        before = doors.came
        await house.until(on(15, 8) + GONE_KEPT_DAYS * DAY - timedelta(minutes=1))
        assert doors.came == before
        await house.until(on(15, 8) + GONE_KEPT_DAYS * DAY)
        assert (house.vault.knows(person), house.tables.people, house.tables.doors) == (False, {}, {})


@pytest.mark.parametrize("who", [ANA, DISCORD])
async def test_whoever_comes_back_by_one_goes_on_by_that(who: Account) -> None:
    """Also where it is not the one by which check-ins came last; the other stays shut."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        await leaves(house)
        await leaves(house, DISCORD)
        await house.until(on(15, 8))
        await house.command("help", who)
        assert countdowns(house) == {}
        assert await doors.preferred() == who.lane
        await house.until(on(15, 12))
        assert checkins(doors) == {who.surface}


async def test_a_shut_door_is_listed_as_such_and_not_chosen() -> None:
    """It can be taken away at once, and the one that is open cannot."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        await leaves(house)
        listed = card_of(await house.command("unlink", DISCORD))
        assert "That account is gone" in listed.text
        assert [one.name for one in listed.controls] == ["unlink.ask"]
        settings = card_of(await house.command("settings", DISCORD))
        assert "settings.door" not in {one.name for one in settings.controls}
        await doors.unlink(ANA, at=DISCORD)
        assert await doors.door(ANA) is None
        assert countdowns(house) == {}


async def test_added_again_the_door_opens() -> None:
    """A workspace that came back; a closed account there stays closed."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        await house.settle_in(BEN)
        await doors.link(TERMINAL, BEN)
        await leaves(house, BEN)
        await tells(house, removed())
        await tells(house, installed())
        await doors.prefer(ANA, at=DISCORD)
        assert await doors.preferred() == ANA.lane
        settings = card_of(await house.command("settings", TERMINAL))
        assert "settings.door" not in {one.name for one in settings.controls}


async def test_what_waits_in_a_closing_lane_leaves_by_the_other() -> None:
    """It was planned before Reststop was removed, and its person's turn has not come."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        await house.store.run(partial(departures.hear_of_workspace, desk=house.desk, event=removed()))
        row = next(row for row in house.tables.agenda.values() if row.kind is AgendaKind.LANE_CLOSES)
        await house.store.run(lambda unit: unit.agenda.put(_later(row)))
        await house.until(FIRST_SLOT)
        assert checkins(doors) == {"discord"}
        assert await doors.preferred(DISCORD) == DISCORD.lane


async def test_a_restored_copy_counts_the_days_of_doors_anew() -> None:
    """It does not know who came back by it since."""
    with two_doors() as doors:
        house = doors.house
        await settled(doors, DISCORD)
        await leaves(house)
        await answering(doors, 80 * DAY)
        await house.store.run(partial(count_anew, now=house.clock.now()))
        await answering(doors, 100 * DAY)
        assert await doors.door(ANA) is not None


async def test_told_twice_the_days_count_from_the_first() -> None:
    """Whatever tells it."""
    with two_doors() as doors:
        await settled(doors, DISCORD)
        await leaves(doors.house)
        await answering(doors, 20 * DAY)
        await leaves(doors.house)
        await tells(doors.house, removed())
        await answering(doors, GONE_DOOR_DAYS * DAY)
        await doors.house.until(FORGOTTEN)
        assert await doors.door(ANA) is None


def _later(row: AgendaRow) -> AgendaRow:
    return replace(row, due_at=MONDAY + 2 * DAY)
