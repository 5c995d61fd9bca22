"""A delivery's states: what a receipt makes of it, of its tries, and of its question."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.checkins import RunState
from bot.domain.deliveries import ENDED, DeliveryState
from bot.ports.chat import Later, MaybeSent, NotOpen, Receipt, Sent, Unreachable
from bot.services.delivery.outgoing import DOUBT_PAUSE, MOST_TRIES
from tests.unit.small_house import BEN, LANE, card_of, on
from tests.unit.world import FIRST_SLOT, TERMINAL, World, world

DOUBT = MaybeSent()


@pytest.mark.parametrize(
    ("receipt", "state", "tries", "is_asked"),
    [
        (Sent(), DeliveryState.SENT, 1, True),
        (NotOpen(), DeliveryState.PLANNED, 0, False),
        (Later(wait=timedelta(minutes=5)), DeliveryState.PLANNED, 0, False),
        (Unreachable(), DeliveryState.UNREACHABLE, 1, False),
        (DOUBT, DeliveryState.AMBIGUOUS, 1, True),
    ],
)
async def test_what_a_receipt_makes_of_a_delivery(
    receipt: Receipt, state: DeliveryState, tries: int, *, is_asked: bool
) -> None:
    """Only what may have been seen counts as a try and as asked."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [receipt]
        await house.until(FIRST_SLOT)
        [delivery] = house.outbox
        assert (delivery.state, delivery.tries) == (state, tries)
        assert delivery.run == (house.runs[-1].id if is_asked else None)
        assert len(house.runs) == 1 + is_asked  # the first check-in of all came right after the yes


@pytest.mark.parametrize("receipt", [NotOpen(), Later(wait=timedelta(seconds=1)), DOUBT])
async def test_a_delivery_that_waits_lets_the_older_question_live(receipt: Receipt) -> None:
    """Yesterday's still takes answers until the new one was surely shown."""
    with world() as house:
        await house.asked()
        house.chat.receipts = [receipt]
        await house.until(on(6, 9))
        assert house.runs[1].state is RunState.OPEN


async def test_a_doubt_rests_before_the_surface_is_asked() -> None:
    """Thirty seconds: a platform may need a moment to know what it has shown."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT]
        assert await house.until(FIRST_SLOT + DOUBT_PAUSE - timedelta(seconds=1)) == []
        house.engine.wake(LANE)
        assert await house.until(house.clock.now()) == []
        assert len(await house.until(FIRST_SLOT + DOUBT_PAUSE)) == 1


async def test_five_doubts_park_a_delivery_for_good() -> None:
    """No wake, no restart and no later tick takes it out again, and it leaves no question behind."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT] * MOST_TRIES
        await house.until(on(5, 10))
        [delivery] = house.outbox
        assert (delivery.state, delivery.tries, delivery.run) == (DeliveryState.PARKED, MOST_TRIES, None)
        await house.restart()
        house.engine.wake(LANE)
        assert await house.until(on(5, 23)) == []
        assert house.outbox == [delivery]
        assert len(house.runs) == 1


async def test_four_doubts_are_not_five() -> None:
    """The fifth try is still made."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT] * (MOST_TRIES - 1)
        assert len(await house.until(on(5, 10))) == 1
        assert [(each.state, each.tries) for each in house.outbox] == [(DeliveryState.SENT, MOST_TRIES)]


async def test_nobody_there_is_no_try_in_between_either() -> None:
    """A night of closed terminals and waits does not use up what doubts may use."""
    with world(capabilities=TERMINAL) as house:
        await house.settle_in()
        night: list[Receipt] = [NotOpen(), Later(wait=timedelta(minutes=1))] * MOST_TRIES
        house.chat.receipts = [DOUBT, *night]
        for minute in range(len(night) + 2):
            house.engine.wake(LANE)
            await house.until(FIRST_SLOT + timedelta(minutes=minute))
        assert [(each.state, each.tries) for each in house.outbox] == [(DeliveryState.SENT, 2)]
        assert len(house.chat.letters) == 1


async def test_an_answered_question_did_arrive() -> None:
    """Whatever the surface remembers: an answer is proof, and is not thrown away with the doubt."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT]
        await house.until(FIRST_SLOT)
        run = house.runs[-1]
        card = card_of(await house.command("checkin"))  # the card that the platform lost track of
        await house.pick(card, "checkin.energy", 2)
        assert await house.until(on(5, 10)) == []
        assert [each.state for each in house.outbox] == [DeliveryState.SENT]
        assert house.steps(run) == {"energy": 2}


async def test_a_question_asked_for_meanwhile_stays_open() -> None:
    """When an old doubt is settled, the newest question is the one that goes on taking answers."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT]
        house.chat.knows_letters = True
        await house.until(FIRST_SLOT)
        await house.pick(card_of(await house.command("checkin")), "checkin.energy", 2)
        newest = card_of(await house.command("checkin"))
        await house.until(on(5, 10))
        assert [each.state for each in house.outbox] == [DeliveryState.SENT]
        assert card_of(await house.pick(newest, "checkin.energy", 4)).text_id == "checkin"


@pytest.mark.parametrize("word", ["pause", "stop"])
@pytest.mark.parametrize("arrived", [True, False])
async def test_a_doubt_about_somebody_who_left_ends_in_peace(word: str, *, arrived: bool) -> None:
    """If it arrived it did; if not, it is let go and never sent."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT]
        house.chat.knows_letters = arrived
        await house.until(FIRST_SLOT)
        await house.command(word)
        assert await house.until(on(6, 23)) == []
        expected = DeliveryState.SENT if arrived else DeliveryState.EXPIRED
        assert [each.state for each in house.outbox] == [expected]


async def test_a_doubt_settled_after_the_window_is_let_go() -> None:
    """Three hours later nobody expects the morning's question any more."""
    with world() as house:
        await house.settle_in()
        house.chat.receipts = [DOUBT]
        await house.until(FIRST_SLOT)
        house.clock.move_to(on(5, 12))
        assert await house.until(on(5, 12)) == []
        assert [each.state for each in house.outbox] == [DeliveryState.EXPIRED]
        assert len(house.runs) == 1


async def _keys(house: World) -> list[bytes]:
    await house.until(on(6, 23))
    return [letter.key for letter in house.chat.letters]


async def test_a_letter_is_known_by_a_key_that_tells_nothing() -> None:
    """One for each slot and person, the same for each try, stable over a restart, and no row's id in it."""
    with world() as house:
        await house.settle_in()
        await house.settle_in(BEN)
        house.chat.receipts = [DOUBT]
        await house.until(FIRST_SLOT)
        await house.restart()
        keys = await _keys(house)
        assert len(keys) == len(set(keys)) == 4
        ids = [row.bytes for row in (*house.tables.agenda, *house.tables.people, *house.tables.runs)]
        assert not [key for key in keys for row in ids if row in key]
        assert all(each.state is DeliveryState.SENT for each in house.outbox)


def test_a_delivery_ends_or_goes_on() -> None:
    """Every state is one or the other: what has ended is never sent."""
    going = {
        DeliveryState.PLANNED,
        DeliveryState.CLAIMED,
        DeliveryState.SENDING,
        DeliveryState.AMBIGUOUS,
    }
    assert going | ENDED == set(DeliveryState)
    assert not going & ENDED
