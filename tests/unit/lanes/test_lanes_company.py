"""Several people in one lane: nobody's trouble holds up the others, and nobody gets what is another's."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account
from bot.ports.chat import Later, Letter, MaybeSent, NotOpen, Receipt, Unreachable
from bot.ports.vault import SEALED_MARK
from bot.services.delivery.deliveries import CLAIMED_AT_ONCE
from tests.unit.small_house import ANA, BEN, LANE, on, ref_of
from tests.unit.world import FIRST_SLOT, World, world

CLEO = Account(surface="chat", workspace="team", user="cleo")
ALL = (ANA, BEN, CLEO)


async def _settled(house: World, *people: Account) -> None:
    for who in people or ALL:
        await house.settle_in(who)


def _reached(house: World) -> list[Account]:
    return [letter.to for letter in house.chat.letters]


async def test_everybody_gets_their_own() -> None:
    """One each, more people than are claimed at once, in one lane at one minute."""
    people = [Account(surface="chat", workspace="team", user=f"n{n}") for n in range(2 * CLAIMED_AT_ONCE + 5)]
    with world() as house:
        await _settled(house, *people)
        await house.until(FIRST_SLOT)
        assert sorted(who.user for who in _reached(house)) == sorted(who.user for who in people)
        owners = {who: (await house.person(who)).id for who in people}
        for letter in house.chat.letters:
            [run] = [run for run in house.runs if run.id == _run_on(house, letter)]
            assert run.person == owners[letter.to]


def _run_on(house: World, letter: Letter) -> object:
    return house.desk.refs.unpack(ref_of(letter.card.controls[0]), letter.to).subject


@pytest.mark.parametrize("receipt", [Unreachable(), NotOpen(), MaybeSent(), Later(wait=timedelta(minutes=5))])
async def test_one_who_is_not_reached_does_not_silence_the_others(receipt: Receipt) -> None:
    """They get theirs at once, or when the lane has rested."""
    with world() as house:
        await _settled(house)
        house.chat.receipts = [receipt]
        await house.until(FIRST_SLOT + timedelta(minutes=6))
        house.engine.wake(LANE)
        await house.until(FIRST_SLOT + timedelta(minutes=6))
        assert set(_reached(house)) >= {BEN, CLEO}
        assert len(_reached(house)) == len(set(_reached(house)))


async def test_a_lane_that_was_asked_to_wait_sends_nothing_of_what_it_had_taken() -> None:
    """What was claimed with the one that was refused goes back, and comes when the wait is over."""
    with world() as house:
        await _settled(house)
        house.chat.receipts = [Later(wait=timedelta(minutes=5))]
        await house.until(FIRST_SLOT)
        assert _reached(house) == []
        assert [each.state for each in house.outbox] == [DeliveryState.PLANNED] * 3
        await house.until(FIRST_SLOT + timedelta(minutes=5))
        assert set(_reached(house)) == set(ALL)


@pytest.mark.parametrize("word", ["pause", "stop"])
async def test_one_who_left_is_passed_over(word: str) -> None:
    """Also in the moment between being planned and being sent."""
    with world() as house:
        await _settled(house)
        house.chat.receipts = [Later(wait=timedelta(minutes=1))]
        await house.until(FIRST_SLOT)
        await house.command(word, BEN)
        await house.until(on(5, 12))
        assert set(_reached(house)) == {ANA, CLEO}


async def test_one_address_that_does_not_open_holds_nobody_up() -> None:
    """A row that was changed by hand is that one person's trouble; the lane goes on, also after a restart."""
    with world() as house:
        await _settled(house)
        ana = (await house.person(ANA)).id
        [door] = [each for each in house.tables.doors.values() if each.person == ana]
        broken = replace(door, sealed=SEALED_MARK + bytes(len(door.sealed)))
        await house.store.run(lambda unit: unit.people.save_door(broken))
        await house.until(FIRST_SLOT)
        assert set(_reached(house)) == {BEN, CLEO}
        assert house.engine.failures == ()
        states = {each.owner: each.state for each in house.outbox}
        assert states[ana] is DeliveryState.UNREACHABLE
        await house.restart()
        await house.until(on(6, 9))
        assert len(_reached(house)) == 4


async def test_one_address_that_does_not_open_any_more_settles_its_doubt() -> None:
    """A send in doubt whose address closed meanwhile ends, and the others get theirs."""
    with world() as house:
        await _settled(house)
        house.chat.receipts = [MaybeSent()]
        await house.until(FIRST_SLOT)
        [doubted] = [each for each in house.outbox if each.state is DeliveryState.AMBIGUOUS]
        [door] = [each for each in house.tables.doors.values() if each.person == doubted.owner]
        broken = replace(door, sealed=SEALED_MARK + bytes(len(door.sealed)))
        await house.store.run(lambda unit: unit.people.save_door(broken))
        await house.until(on(5, 12))
        states = [each.state for each in house.outbox if each.owner == doubted.owner]
        assert states == [DeliveryState.UNREACHABLE]
        assert len(_reached(house)) == 2
        assert house.engine.failures == ()


async def test_somebody_erased_between_planning_and_sending_is_gone() -> None:
    """No row, no letter, and no trouble for who comes after."""
    with world() as house:
        await _settled(house)
        house.chat.receipts = [Later(wait=timedelta(minutes=1))]
        await house.until(FIRST_SLOT)
        ben = (await house.person(BEN)).id
        house.vault.shred(ben)
        await house.store.run(lambda unit: unit.people.remove(ben))
        await house.until(on(5, 12))
        assert set(_reached(house)) == {ANA, CLEO}


async def test_a_key_destroyed_before_its_rows_stops_nothing() -> None:
    """Erasing ends the key first; a lane that comes in between finds a closed address."""
    with world() as house:
        await _settled(house)
        house.vault.shred((await house.person(BEN)).id)
        await house.until(FIRST_SLOT)
        assert set(_reached(house)) == {ANA, CLEO}
        assert house.engine.failures == ()


async def test_a_lane_of_a_surface_that_does_not_run_here_waits() -> None:
    """Another process may serve it; what is planned stays planned, and our own lanes go on."""
    with world() as house:
        await _settled(house, ANA)
        person = await house.person(ANA)
        row = next(row for row in house.tables.agenda.values() if row.owner == person.id)
        await house.store.run(lambda unit: unit.agenda.put(replace(row, lane="elsewhere/team")))
        await _settled(house, BEN)
        await house.until(on(5, 10))
        assert _reached(house) == [BEN]
        assert sorted(each.state for each in house.outbox) == [DeliveryState.PLANNED, DeliveryState.SENT]


async def test_two_workspaces_do_not_wait_for_each_other() -> None:
    """A lane each: one that was asked to rest leaves the other alone."""
    other = Account(surface="chat", workspace="other", user="dora")
    with world() as house:
        await _settled(house, ANA, other)
        house.chat.receipts = [Later(wait=timedelta(minutes=30))]
        await house.until(FIRST_SLOT)
        assert len(_reached(house)) == 1
        await house.until(FIRST_SLOT + timedelta(minutes=30))
        assert set(_reached(house)) == {ANA, other}
