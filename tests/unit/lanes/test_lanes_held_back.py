"""One who wishes not to be disturbed, a lane asked to wait, and doubts that nobody can settle yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.domain.checkins import RunState
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import Account
from bot.ports.chat import Arrival, HeldBack, Later, MaybeSent, Sent
from bot.services.delivery.deliveries import CLAIMED_AT_ONCE, CLAIMED_FIRST
from bot.services.delivery.outgoing import DOUBT_PAUSE, HELD_AT_LEAST
from tests.unit.flows.walks import rest
from tests.unit.small_house import ANA, BEN, HOSTED, LANE, card_of, on
from tests.unit.world import FIRST_SLOT, World, world


def _reached(house: World) -> list[Account]:
    return [letter.to for letter in house.chat.letters]


async def _of(house: World, who: Account) -> Delivery:
    owner = (await house.person(who)).id
    [delivery] = [each for each in house.outbox if each.owner == owner]
    return delivery


async def test_one_who_is_not_to_be_disturbed_gets_theirs_when_it_is_over() -> None:
    """Nobody else in the lane waits for that, and it costs no try."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        house.chat.receipts = [HeldBack(until=on(5, 10))]
        await house.until(FIRST_SLOT)
        assert _reached(house) == [BEN]
        held = await _of(house, ANA)
        assert (held.state, held.tries, held.not_before) == (DeliveryState.PLANNED, 0, on(5, 10))
        await house.until(on(5, 10))
        assert _reached(house) == [BEN, ANA]


async def test_one_whose_quiet_ends_while_another_letter_is_sent_gets_theirs_then() -> None:
    """Their lane goes on for them, though nothing else wakes it."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)

        async def takes_long() -> None:
            house.clock.move_to(FIRST_SLOT + 5 * HELD_AT_LEAST)

        async def next_takes_long() -> None:
            house.chat.meanwhile = takes_long

        house.chat.meanwhile = next_takes_long
        house.chat.receipts = [HeldBack(until=FIRST_SLOT + HELD_AT_LEAST)]
        await house.until(FIRST_SLOT + 5 * HELD_AT_LEAST)
        assert _reached(house) == [BEN, ANA]


async def test_a_check_in_that_is_held_back_past_its_window_is_let_go() -> None:
    """In silence, and its question was never asked."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [HeldBack(until=on(5, 13))]
        assert await house.until(on(5, 23)) == []
        assert [each.state for each in house.outbox] == [DeliveryState.EXPIRED]
        assert len(house.runs) == 1  # the one right after the yes


@pytest.mark.parametrize("until", [FIRST_SLOT, FIRST_SLOT - timedelta(hours=1)])
async def test_a_wish_that_is_over_already_makes_no_lane_spin(until: datetime) -> None:
    """A platform's clock may be slow: the letter waits a moment all the same."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [HeldBack(until=until)]
        assert await house.until(FIRST_SLOT) == []
        assert len(await house.until(FIRST_SLOT + HELD_AT_LEAST)) == 1


async def test_what_somebody_waits_for_says_so() -> None:
    """A check-in could wait; the step after a rest is awaited at that moment."""
    with world() as house:
        await rest(house)
        await house.until(FIRST_SLOT)
        awaited = [(letter.card.text_id == "checkin", letter.is_awaited) for letter in house.chat.letters]
    assert awaited == [(False, True), (True, False)]


async def test_a_letter_says_that_its_lane_was_asked_to_wait() -> None:
    """Whoever sends it may be another process, which knows nothing of that; the first one says nothing."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        house.chat.receipts = [Sent(), Later(wait=timedelta(minutes=5))]
        await house.until(FIRST_SLOT + timedelta(minutes=5))
        assert [letter.has_waited for letter in house.chat.letters] == [False, True]


async def test_a_surface_hears_of_all_before_the_first_is_sent() -> None:
    """Each once, so many at a time, and never somebody whose lane it is not."""
    several = CLAIMED_FIRST + CLAIMED_AT_ONCE + 3
    people = [Account(surface="chat", workspace="team", user=f"n{n}") for n in range(several)]
    with world() as house:
        for who in people:
            await house.settle_in(who)
        await house.until(FIRST_SLOT)
    assert [len(batch) for batch in house.chat.foreseen] == [CLAIMED_FIRST, CLAIMED_AT_ONCE, 3]
    assert {who for batch in house.chat.foreseen for who in batch} == set(people)


async def test_a_surface_that_learns_nothing_by_it_is_not_told_before() -> None:
    """Nobody is looked up for it; each letter leaves all the same."""
    with world(capabilities=replace(HOSTED, foresees=False)) as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        assert len(await house.until(FIRST_SLOT)) == 2
        assert house.chat.foreseen == []


async def test_a_lane_that_was_asked_to_wait_is_not_tried_by_every_tick() -> None:
    """Whatever else happens in the house, the platform hears nothing before the wait is over."""
    with world() as house:
        await house.settle_in(ANA)
        await house.settle_in(BEN)
        wait = timedelta(minutes=5)
        house.chat.receipts = [Later(wait=wait)]
        await house.until(FIRST_SLOT)
        for minute in range(1, 5):
            await house.command("help")
            house.engine.wake()
            house.engine.wake(LANE)
            assert await house.until(FIRST_SLOT + timedelta(minutes=minute)) == []
        assert len(house.chat.foreseen) == 1
        assert len(await house.until(FIRST_SLOT + wait)) == 2


async def test_a_doubt_waits_while_it_cannot_be_asked_about() -> None:
    """Nothing is sent again meanwhile, and it costs no try."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [MaybeSent()]
        house.chat.arrivals = [*[Arrival.NOT_NOW] * 3, Arrival.ARRIVED]
        await house.until(FIRST_SLOT + 3 * DOUBT_PAUSE)
        [delivery] = house.outbox
        assert (delivery.state, delivery.tries) == (DeliveryState.AMBIGUOUS, 1)
        assert await house.until(FIRST_SLOT + 4 * DOUBT_PAUSE) == []
        assert [each.state for each in house.outbox] == [DeliveryState.SENT]


async def test_a_doubt_that_nobody_can_settle_is_parked_and_never_sent_twice() -> None:
    """Its question stays open: whoever did see it can answer."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [MaybeSent()]
        house.chat.arrivals = [Arrival.UNKNOWABLE]
        assert await house.until(on(5, 23)) == []
        [delivery] = house.outbox
        assert (delivery.state, delivery.run) == (DeliveryState.PARKED, house.runs[-1].id)
        assert house.runs[-1].state is RunState.OPEN


async def test_an_answered_question_arrived_whatever_nobody_can_know() -> None:
    """An answer is proof."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [MaybeSent()]
        house.chat.arrivals = [Arrival.UNKNOWABLE]
        await house.until(FIRST_SLOT)
        await house.pick(card_of(await house.command("checkin")), "checkin.energy", 2)
        await house.until(on(5, 10))
        assert [each.state for each in house.outbox] == [DeliveryState.SENT]
