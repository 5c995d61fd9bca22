"""Reststop is removed from a workspace: all who come through it are gone, until it is there again."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest

from bot.domain.deliveries import DeliveryState
from bot.domain.people import Account
from bot.ports.chat import Later
from bot.services.leaving import departures
from bot.testing.faults import Killed
from tests.unit.leaving import (
    A_MINUTE,
    THE_END,
    countdowns,
    installed,
    lane_rows,
    leaves,
    removed,
    tells,
)
from tests.unit.small_house import ANA, BEN, on
from tests.unit.world import FIRST_SLOT, World, world

TEAM = [Account(surface="chat", workspace="team", user=f"person {n}") for n in range(5)]
ELSEWHERE = Account(surface="chat", workspace="other", user="ana")


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let two people be a unit's work, and one person's end a tick's: all of it takes several."""
    monkeypatch.setattr(departures, "PEOPLE_AT_ONCE", 2)
    monkeypatch.setattr(departures, "ENDED_AT_ONCE", 1)


async def _all_settle_in(house: World) -> None:
    for who in (*TEAM, ELSEWHERE):
        await house.settle_in(who)


async def test_all_of_a_workspace_are_gone_after_thirty_days() -> None:
    """Nothing is sent to them meanwhile; who comes through another workspace stays and is written to."""
    with world() as house:
        await _all_settle_in(house)
        people = [(await house.person(who)).id for who in TEAM]
        await tells(house, removed())
        assert countdowns(house).keys() == set(people)
        assert lane_rows(house) == []
        await house.until(THE_END - A_MINUTE)
        assert {letter.to for letter in house.chat.letters} == {ELSEWHERE}
        assert len(house.tables.people) == len(TEAM) + 1
        await house.until(THE_END)
        assert list(house.tables.people) == [(await house.person(ELSEWHERE)).id]
        assert [house.vault.knows(person) for person in people] == [False] * len(TEAM)


async def test_what_was_on_its_way_there_expires() -> None:
    """Also what waits behind the first of its lane; none is tried at a platform that is gone."""
    with world() as house:
        await _all_settle_in(house)
        house.chat.receipts = [Later(wait=timedelta(hours=1)), Later(wait=timedelta(hours=1))]
        await house.until(FIRST_SLOT)
        assert [each.state for each in house.outbox if each.lane == ANA.lane] == [DeliveryState.PLANNED] * 5
        await tells(house, removed())
        await house.until(on(5, 12))
        assert {each.state for each in house.outbox if each.lane == ANA.lane} == {DeliveryState.EXPIRED}


@pytest.mark.parametrize("again", [False, True])
async def test_told_twice_it_is_one_leaving(*, again: bool) -> None:
    """A platform says that the app went and that its tokens did, in either order, or the same thing again."""
    with world() as house:
        await _all_settle_in(house)
        first = removed()
        await tells(house, first)
        await house.until(on(15, 8))
        await tells(house, first if again else removed())
        assert set(countdowns(house).values()) == {THE_END}


async def test_added_again_all_go_on_as_they_stood() -> None:
    """Check-ins come with the next slot, a pause stays one, and nobody goes."""
    with world() as house:
        await _all_settle_in(house)
        await house.command("pause", TEAM[0])
        await tells(house, removed())
        await house.until(on(14, 23))
        before = len(house.chat.letters)
        await tells(house, installed())
        assert (countdowns(house), lane_rows(house)) == ({}, [])
        await house.until(on(15, 9))
        assert {letter.to for letter in house.chat.letters[before:]} == set(TEAM[1:])
        await house.until(THE_END + timedelta(days=1))
        assert len(house.tables.people) == len(TEAM) + 1


async def test_an_account_that_was_closed_stays_so() -> None:
    """Told before Reststop was removed: that it is back brings no closed account back."""
    with world() as house:
        await _all_settle_in(house)
        await leaves(house, TEAM[0])
        await tells(house, removed())
        await leaves(house, TEAM[1])  # told late, on its way before
        await tells(house, installed())
        assert countdowns(house).keys() == {(await house.person(who)).id for who in TEAM[:2]}


async def test_who_acts_there_is_back_alone() -> None:
    """An act says that they are there, whatever was told of the others."""
    with world() as house:
        await _all_settle_in(house)
        await tells(house, removed())
        await house.command("help", TEAM[0])
        assert countdowns(house).keys() == {(await house.person(who)).id for who in TEAM[1:]}


async def test_the_last_word_holds() -> None:
    """Removed and added within one moment, in whatever state the first was left."""
    with world() as house:
        await _all_settle_in(house)
        await house.begin()
        for event in (removed(), installed()):
            await house.store.run(partial(departures.hear_of_workspace, desk=house.desk, event=event))
        await house.until(on(5, 9))
        assert (countdowns(house), lane_rows(house)) == ({}, [])
        assert len(house.chat.letters) == len(TEAM) + 1


async def test_an_old_telling_that_comes_again_removes_nobody() -> None:
    """It was heard before Reststop was added again."""
    old = removed()
    with world() as house:
        await _all_settle_in(house)
        await tells(house, old)
        await tells(house, installed())
        await tells(house, old)
        assert (countdowns(house), lane_rows(house)) == ({}, [])


@pytest.mark.parametrize("passes", range(1, 9))
async def test_a_crash_between_the_people_is_gone_on_from(passes: int) -> None:
    """At whichever commit it strikes: everybody is seen to in the end, once."""
    event = removed()
    with world() as house:
        await _all_settle_in(house)
        house.end_after(passes)
        with pytest.raises(Killed):
            await tells(house, event)
        await house.restart()
        await tells(house, event)
        assert set(countdowns(house).values()) == {THE_END}
        assert (len(countdowns(house)), lane_rows(house)) == (len(TEAM), [])


async def test_nobody_is_written_to_before_they_are_seen_to() -> None:
    """Between the telling and the last of many people, the lane is silent already."""
    with world() as house:
        await _all_settle_in(house)
        house.clock.move_to(FIRST_SLOT)

        house.chat.meanwhile = partial(
            house.store.run, partial(departures.hear_of_workspace, desk=house.desk, event=removed())
        )
        await house.until(FIRST_SLOT)
        assert len([letter for letter in house.chat.letters if letter.to in TEAM]) <= 1
        assert BEN not in {letter.to for letter in house.chat.letters}
