"""Time through the front door: what is due is sent once, in time, and only to who still wishes it."""

from __future__ import annotations

from datetime import timedelta
from typing import NoReturn

import pytest

from bot.domain.deliveries import DeliveryState
from bot.domain.people import QuietHours
from bot.errors import NotSaved
from bot.ports.chat import Later, Letter, MaybeSent, NotOpen, Receipt, Unreachable
from bot.services.delivery.outgoing import MOST_TRIES
from bot.surface.capabilities import Capabilities
from tests.unit.small_house import SmallHouse, card_of, on, small_house

TERMINAL = Capabilities(surface="chat", waits=True, hosted=False)


def _states(house: SmallHouse) -> list[DeliveryState]:
    return [delivery.state for delivery in house.ground.tables(house.store).deliveries.values()]


def _runs(house: SmallHouse) -> int:
    return len(house.ground.tables(house.store).runs)


async def test_each_slot_comes_once_and_no_tick_adds_another() -> None:
    """Five weekdays, five check-ins; looking again and again changes nothing."""
    with small_house() as house:
        await house.settle_in()
        for _ in range(3):
            await house.until(on(5, 9))
            house.engine.wake()
        cards = await house.until(on(11, 23))
        assert len(cards) == 4
        assert len(house.chat.letters) == len({letter.key for letter in house.chat.letters}) == 5


@pytest.mark.parametrize(("hours", "comes"), [(2, 1), (4, 0)])
async def test_an_outage_within_the_window_is_made_up_for(hours: int, comes: int) -> None:
    """Two hours late it still comes; four hours late it is let go in silence."""
    with small_house() as house:
        await house.settle_in()
        house.clock.move_to(on(5, 9 + hours))
        assert len(await house.until(on(5, 9 + hours))) == comes
        assert len(await house.until(on(6, 9))) == 1


async def test_after_days_away_a_terminal_shows_the_latest_one_only() -> None:
    """Nothing piles up."""
    with small_house(capabilities=TERMINAL) as house:
        await house.settle_in()
        house.clock.move_to(on(8, 11))
        assert len(await house.until(on(8, 11))) == 1
        assert len(await house.until(on(9, 9))) == 1


async def test_quiet_hours_are_looked_at_again_when_it_is_sent() -> None:
    """Held back until they end, if that is still in time."""
    with small_house() as house:
        await house.settle_in()
        person = await house.person()
        house.clock.move_to(on(5, 9))
        quiet = QuietHours(start=on(5, 8).time(), end=on(5, 10).time())
        object.__setattr__(person, "quiet", quiet)
        await house.store.run(lambda unit: unit.people.save(person))
        assert await house.until(on(5, 9, 59)) == []
        assert len(await house.until(on(5, 10))) == 1


@pytest.mark.parametrize("word", ["pause", "stop"])
async def test_who_stops_before_the_hour_is_left_in_peace(word: str) -> None:
    """What was planned meanwhile is let go."""
    with small_house(capabilities=TERMINAL) as house:
        await house.settle_in()
        house.chat.receipts = [NotOpen()]
        await house.until(on(5, 9))
        await house.command(word)
        house.engine.wake("chat/team")
        assert await house.until(on(12, 9)) == []
        assert DeliveryState.PLANNED not in _states(house)


async def test_nobody_there_leaves_nothing_behind() -> None:
    """It stays planned, no question counts as asked, and however often, it is not given up."""
    with small_house(capabilities=TERMINAL) as house:
        await house.settle_in()
        before = _runs(house)
        house.chat.receipts = [NotOpen() for _ in range(MOST_TRIES + 5)]
        await house.until(on(5, 9))
        for _ in range(MOST_TRIES + 4):
            house.engine.wake("chat/team")
            assert await house.until(on(5, 9)) == []
        assert (_states(house), _runs(house)) == ([DeliveryState.PLANNED], before)
        house.engine.wake("chat/team")
        assert len(await house.until(on(5, 9))) == 1


async def test_a_platform_that_asks_to_wait_is_heeded() -> None:
    """Not a second earlier."""
    with small_house() as house:
        await house.settle_in()
        house.chat.receipts = [Later(wait=timedelta(minutes=7))]
        assert await house.until(on(5, 9, 6)) == []
        assert len(await house.until(on(5, 9, 7))) == 1


async def test_who_cannot_be_reached_is_not_tried_again() -> None:
    """Until the next slot; it is a state, not an error."""
    with small_house() as house:
        await house.settle_in()
        house.chat.receipts = [Unreachable()]
        assert await house.until(on(5, 23)) == []
        assert _states(house) == [DeliveryState.UNREACHABLE]
        assert len(await house.until(on(6, 9))) == 1


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_send_in_doubt_is_asked_about_before_it_is_sent_again(*, arrived: bool) -> None:
    """If it arrived, it is not sent twice; if not, it comes."""
    with small_house() as house:
        await house.settle_in()
        house.chat.receipts = [MaybeSent()]
        house.chat.knows_letters = arrived
        cards = await house.until(on(5, 9, 5))
        assert len(cards) == (0 if arrived else 1)
        assert _states(house) == [DeliveryState.SENT]


@pytest.mark.parametrize("arrived", [True, False])
async def test_a_database_lost_in_the_middle_loses_nothing(*, arrived: bool) -> None:
    """Gone right after the send: once it is back, the surface is asked, and the check-in came once."""
    with small_house() as house:
        await house.settle_in()
        send, run = house.chat.send, house.store.run

        async def away(*_: object, **__: object) -> NoReturn:
            raise NotSaved

        async def cut_off(letter: Letter) -> Receipt:
            house.store.run = away  # type: ignore[method-assign]  # the cable is pulled
            return await send(letter) if arrived else Unreachable()

        house.chat.send = cut_off  # type: ignore[method-assign]  # as it leaves
        await house.until(on(5, 9))
        house.chat.send, house.store.run = send, run  # type: ignore[method-assign]  # and put back
        await house.until(on(5, 9, 5))
        assert len(house.chat.letters) == 1
        assert _states(house) == [DeliveryState.SENT]


async def test_what_stays_in_doubt_is_parked() -> None:
    """After five tries somebody has to look; the next slot is not held up."""
    with small_house() as house:
        await house.settle_in()
        doubts: list[Receipt] = [MaybeSent() for _ in range(MOST_TRIES)]
        house.chat.receipts = doubts
        assert await house.until(on(5, 23)) == []
        assert _states(house) == [DeliveryState.PARKED]
        assert len(await house.until(on(6, 9))) == 1


async def test_an_older_question_lapses_when_the_new_one_was_shown() -> None:
    """Not before: while nobody was there, yesterday's still takes answers."""
    with small_house(capabilities=TERMINAL) as house:
        await house.settle_in()
        [first] = await house.until(on(5, 9))
        house.chat.receipts = [NotOpen(), NotOpen()]
        await house.until(on(6, 9))
        outcome = await house.rate(first.controls[0], 3)
        assert card_of(outcome).text_id == "checkin"
        house.engine.wake("chat/team")
        assert len(await house.until(on(6, 9))) == 1
        outcome = await house.rate(first.controls[0], 3)
        assert card_of(outcome).text_id == "checkin.earlier"
