"""The house ends at any point, as kill -9 would end it: no check-in is lost, none is shown twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.checkins import RunState
from bot.domain.deliveries import DeliveryState
from bot.ports.faults import Point
from bot.testing.faults import Killed
from tests.unit.small_house import ANA, BEN, card_in, card_of, control, on
from tests.unit.world import FIRST_SLOT, World, world

POINTS: tuple[Point, ...] = ("before_commit", "after_commit", "after_send")


async def _through_crashes(house: World, until: timedelta) -> int:
    """Let time pass, starting again after each end; return how often the house ended."""
    ended = 0
    while True:
        try:
            await house.until(FIRST_SLOT + until)
        except Killed:
            ended += 1
            await house.restart()
        else:
            return ended


@pytest.mark.parametrize("point", POINTS)
async def test_one_crash_costs_nothing(point: Point) -> None:
    """At the first pass of each point, with an honest surface: one letter, and its question is open."""
    with world() as house:
        await house.settle_in()
        house.crash.arm(point)
        assert await _through_crashes(house, timedelta(0)) == 1
        assert len(house.chat.letters) == 1
        [delivery] = house.outbox
        assert delivery.state is DeliveryState.SENT
        assert house.runs[-1].id == delivery.run
        assert [run.state for run in house.runs] == [RunState.LAPSED, RunState.OPEN]
        await house.pick(house.chat.letters[0].card, "checkin.energy", 3)
        assert house.steps(house.runs[-1]) == {"energy": 3}


@pytest.mark.parametrize("passes", range(1, 24))
async def test_an_end_between_any_two_steps_costs_nothing(passes: int) -> None:
    """Two people, one lane, and the end after each commit or send there is: one letter each, no more."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        house.end_after(passes)
        await _through_crashes(house, timedelta(hours=1))
        assert sorted(letter.to.user for letter in house.chat.letters) == ["ana", "ben"]
        assert [each.state for each in house.outbox] == [DeliveryState.SENT] * 2
        assert len(house.runs) == 4


@pytest.mark.parametrize("passes", [2, 3, 4, 5])
async def test_ends_in_a_row_cost_nothing(passes: int) -> None:
    """Three ends, each so many steps after the last start."""
    with world() as house:
        await house.settle_in()
        for _ in range(3):
            house.end_after(passes)
            await _through_crashes(house, timedelta(0))
        await _through_crashes(house, timedelta(minutes=5))
        assert [letter.to for letter in house.chat.letters] == [ANA]
        assert [each.state for each in house.outbox] == [DeliveryState.SENT]


async def test_an_end_before_a_long_sleep_is_not_made_up_for() -> None:
    """Killed on the way, back after four hours: the window has gone by, and the next slot is in order."""
    with world() as house:
        await house.settle_in()
        house.crash.arm("before_commit")
        with pytest.raises(Killed):
            await house.until(FIRST_SLOT)
        house.clock.move_to(on(5, 13))
        await house.restart()
        assert await house.until(on(5, 13)) == []
        assert len(await house.until(on(6, 9))) == 1


async def test_a_letter_that_arrived_takes_answers_after_the_crash() -> None:
    """Shown, then killed before that was noted: the card on the screen is the one that counts."""
    with world() as house:
        await house.settle_in()
        house.crash.arm("after_send")
        with pytest.raises(Killed):
            await house.until(FIRST_SLOT)
        [letter] = house.chat.letters
        await house.restart()
        outcome = await house.pick(letter.card, "checkin.energy", 4)
        assert card_of(outcome).text_id == "checkin"
        assert house.steps(house.runs[-1]) == {"energy": 4}


async def test_a_pause_that_was_answered_survives_a_crash() -> None:
    """What was acknowledged holds, also when the house ends right after."""
    with world() as house:
        await house.settle_in()
        assert card_of(await house.command("pause")).text_id == "paused"
        await house.restart()
        assert await house.until(on(7, 23)) == []


@pytest.mark.parametrize("point", ["before_commit", "after_commit"])
async def test_a_crash_while_agreeing_leaves_it_agreed_or_not(point: Point) -> None:
    """Before the commit there is no hour, after it there is; the OK may be pressed again either way."""
    with world() as house:
        first = await house.arrive()
        [offer] = (await house.pick(first, "checkin.energy", 3)).then
        ok = control(card_in(offer), "settings.ok")
        house.crash.arm(point)
        with pytest.raises(Killed):
            await house.press(ok)
        await house.restart()
        await house.press(ok)
        assert len(await house.until(on(5, 12, 30))) == 1
        assert len(await house.until(on(6, 12, 30))) == 1
