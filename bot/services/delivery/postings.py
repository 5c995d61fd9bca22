"""What is said for a gathering on its way: in its channel, or to one member; sent once, and marked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import assert_never

from bot.domain.deliveries import Delivery, DeliveryState
from bot.errors import KeyGone, Tampered
from bot.ports.chat import (
    Arrival,
    Change,
    ChatPort,
    Closed,
    HeldBack,
    Later,
    Letter,
    MaybeSent,
    NotOpen,
    Posting,
    Receipt,
    Sent,
    Unreachable,
)
from bot.ports.store import Unit
from bot.services.delivery.holding import Hold
from bot.services.delivery.outgoing import DOUBT_PAUSE, HELD_AT_LEAST, MOST_TRIES, again_at, back, key_of
from bot.services.desk import Desk
from bot.services.gatherings import outgoing as circles
from bot.services.gatherings.outgoing import Said, Waits

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class _On:
    """What is on its way, and what it is."""

    delivery: Delivery
    said: Said


async def post(
    desk: Desk, chat: ChatPort, delivery: Delivery, hold: Hold, moved: Callable[[str], None]
) -> Receipt | None:
    """Send one, and write what became of it; None where nothing was to be said. `moved` hears its lane."""
    run, crash, began = hold.run, desk.crash, desk.clock.elapsed()
    crash.passing("before_mark")
    try:
        on = await run(partial(_prepare, desk=desk, delivery=delivery))
    except (KeyGone, Tampered) as problem:
        _log.warning("what is said for a gathering does not open: %s", type(problem).__name__)
        await run(lambda unit: unit.deliveries.save(replace(delivery, state=DeliveryState.PARKED)))
        return None
    if on is None:
        return None
    crash.passing("after_mark")
    receipt = await _leave(chat, on.said) if hold.is_fresh(began) else NotOpen()  # it never left
    crash.passing("after_send")
    moved(await run(partial(_conclude, desk=desk, on=on, receipt=receipt)))
    crash.passing("after_conclude")
    return receipt


def again(desk: Desk, unit: Unit, delivery: Delivery) -> Letter | Posting | Arrival:
    """Return what was said, for a surface that is asked whether it came. A change is simply made again."""
    try:
        said = circles.begin(desk, unit, delivery.agenda, key_of(desk, delivery))
    except (KeyGone, Tampered):
        return Arrival.UNKNOWABLE
    return said if isinstance(said, Letter | Posting) else Arrival.NOT_ARRIVED


def settle(desk: Desk, unit: Unit, delivery: Delivery, arrival: Arrival | Sent) -> str:
    """Write what the surface knew of one in doubt; return its lane. What nobody can know is said once."""
    now = desk.clock.now()
    match arrival:
        case Sent(message=message):
            _end(unit, delivery, DeliveryState.SENT)
            circles.arrived(desk, unit, delivery.agenda, message)
        case Arrival.ARRIVED:
            _end(unit, delivery, DeliveryState.SENT)
            circles.arrived(desk, unit, delivery.agenda, "")
        case Arrival.NOT_ARRIVED:
            return _back(desk, unit, delivery)
        case Arrival.NOT_NOW:
            unit.deliveries.save(replace(delivery, not_before=now + DOUBT_PAUSE))
        case Arrival.UNKNOWABLE:
            _end(unit, delivery, DeliveryState.PARKED)
            circles.turned_away(desk, unit, delivery.agenda, None)
        case _:
            assert_never(arrival)
    return delivery.lane


def _prepare(unit: Unit, desk: Desk, delivery: Delivery) -> _On | None:
    said = circles.begin(desk, unit, delivery.agenda, key_of(desk, delivery))
    if isinstance(said, Waits):
        waits = desk.clock.now() + DOUBT_PAUSE
        unit.deliveries.save(replace(delivery, state=DeliveryState.PLANNED, not_before=waits))
        return None
    if said is None:
        unit.agenda.remove(delivery.agenda)
        _end(unit, delivery, DeliveryState.EXPIRED)
        return None
    sending = replace(delivery, state=DeliveryState.SENDING, tries=delivery.tries + 1)
    unit.deliveries.save(sending)
    return _On(delivery=sending, said=said)


async def _leave(chat: ChatPort, said: Said) -> Receipt:
    match said:
        case Posting():
            return await chat.post(said)
        case Letter():
            return await chat.send(said)
        case Change():
            return await chat.change(said)


def _conclude(unit: Unit, desk: Desk, on: _On, receipt: Receipt) -> str:
    """Write what became of it; return in which lane it is now."""
    now, delivery = desk.clock.now(), on.delivery
    untried = replace(delivery, tries=delivery.tries - 1)
    match receipt:
        case Sent(message=message):
            _end(unit, delivery, DeliveryState.SENT)
            circles.arrived(desk, unit, delivery.agenda, message)
        case NotOpen():
            return _back(desk, unit, untried)
        case Later():
            return _back(desk, unit, untried, again_at(delivery, now + receipt.wait))
        case HeldBack():
            return _back(desk, unit, untried, max(receipt.until, now + HELD_AT_LEAST))
        case Unreachable():
            _end(unit, delivery, DeliveryState.UNREACHABLE)
            unit.agenda.remove(delivery.agenda)
        case Closed(why=why):
            _end(unit, delivery, DeliveryState.UNREACHABLE)
            circles.turned_away(desk, unit, delivery.agenda, why)
        case MaybeSent() if isinstance(on.said, Change):
            return _back(desk, unit, delivery, now + DOUBT_PAUSE)  # done twice it is done once
        case MaybeSent():
            unit.deliveries.save(
                replace(delivery, state=DeliveryState.AMBIGUOUS, not_before=now + DOUBT_PAUSE)
            )
        case _:
            assert_never(receipt)
    return delivery.lane


def _end(unit: Unit, delivery: Delivery, state: DeliveryState) -> None:
    unit.deliveries.save(replace(delivery, state=state, not_before=None))


def _back(desk: Desk, unit: Unit, delivery: Delivery, not_before: datetime | None = None) -> str:
    """Plan one again that was not said; one that was tried too often is told to who looks after it."""
    lane = back(unit, delivery, not_before)
    if delivery.tries >= MOST_TRIES:
        circles.turned_away(desk, unit, delivery.agenda, None)
    return lane
