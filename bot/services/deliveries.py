"""Lanes: what was planned is claimed, drawn, sent and marked, one after another in each lane.

Sends happen between units, never inside one. Before each send the world is looked at again: a person
may have paused, the hour may have gone by, quiet hours may have begun.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never

from bot.domain.agenda import AWAITED, SENT_ONCE, AgendaKind
from bot.domain.checkins import RunState
from bot.domain.deliveries import Delivery, DeliveryState
from bot.errors import KeyGone, Tampered
from bot.ports.chat import (
    Arrival,
    ChatPort,
    HeldBack,
    Later,
    Letter,
    MaybeSent,
    NotOpen,
    Receipt,
    Sent,
    Unreachable,
)
from bot.ports.store import Door, Unit
from bot.services import keeping, plan_letters, snooze, zone_offers
from bot.services.absence import put_off
from bot.services.addresses import Address, address_of, keep_conversation
from bot.services.checkin_letters import CheckinLetter
from bot.services.copies import FileEnds
from bot.services.departures import is_gone
from bot.services.desk import Desk
from bot.services.flow_letters import FlowLetter, rests_until
from bot.services.letters import LetterKind, Look, Once, Removal
from bot.services.plan_letters import PlanLetter
from bot.services.quiet import quiet_until

_log = logging.getLogger(__name__)

CLAIMED_AT_ONCE = 50
"""So many are claimed in one unit, and the surface is asked about their people at once."""
MOST_TRIES = 5
"""Sends of one delivery before it is parked for somebody who looks."""
DOUBT_PAUSE = timedelta(seconds=30)
"""How long a send whose end is unknown rests before the surface is asked about it, and asked again."""
HELD_AT_LEAST = timedelta(seconds=30)
"""How long one is held back at least: a surface that says "until just now" makes no lane spin."""

_KINDS: Mapping[AgendaKind, LetterKind] = {
    AgendaKind.CHECKIN: CheckinLetter(),
    AgendaKind.SNOOZE: Once(card=snooze.letter),
    AgendaKind.PLAN: PlanLetter(card=plan_letters.letter),
    AgendaKind.FLOW_GOES_ON: FlowLetter(),
    AgendaKind.KEEPING_ENDS: Once(card=keeping.letter),
    AgendaKind.FILE_ENDS: FileEnds(),
    AgendaKind.ZONE_OFFER: Once(card=zone_offers.letter, keeps_quiet=False),
}
"""What leaves by a lane, and how."""

_Leave = Callable[[], Awaitable[Receipt]]


async def drain(desk: Desk, lane: str) -> datetime | None:
    """Send what a lane holds; return when what was held back may be tried again."""
    chat = desk.chats.get(lane.partition("/")[0])
    if chat is None:
        return None  # a surface that this process does not run
    await _settle_doubts(desk, lane, chat)
    while True:
        claimed = await desk.store.run(partial(_claim, desk=desk, lane=lane))
        if not claimed:
            return await _held_until(desk, lane)
        accounts = (address.account for _, address in claimed if address is not None)
        await chat.foresee(tuple(dict.fromkeys(accounts)))
        for place, (delivery, address) in enumerate(claimed):
            receipt = await _send(desk, chat, delivery, address)
            if isinstance(receipt, Later | NotOpen | MaybeSent):
                left = [later for later, _ in claimed[place + 1 :]]
                rest = partial(_rest, desk=desk, lane=lane, taken=left, receipt=receipt)
                await desk.store.run(rest)
                return await _held_until(desk, lane)


def _claim(unit: Unit, desk: Desk, lane: str) -> Sequence[tuple[Delivery, Address | None]]:
    """Claim what comes next in a lane; return it with whom it goes to, None where nobody can tell."""
    claimed = unit.deliveries.claim(lane, desk.clock.now(), CLAIMED_AT_ONCE)
    doors = (unit.people.door(delivery.owner) for delivery in claimed)
    return [
        (delivery, _address(desk, door) if door else None)
        for delivery, door in zip(claimed, doors, strict=True)
    ]


async def _held_until(desk: Desk, lane: str) -> datetime | None:
    now = desk.clock.now()
    return await desk.store.run(lambda unit: unit.deliveries.next_not_before(now, lane), writes=False)


async def _send(desk: Desk, chat: ChatPort, delivery: Delivery, address: Address | None) -> Receipt | None:
    """Send one delivery and write what became of it; None where there was nothing to send."""
    try:
        prepared = await desk.store.run(lambda unit: _prepare(desk, unit, chat, delivery, address))
    except (KeyGone, Tampered) as problem:
        _log.warning("a page that a letter needs does not open: %s", type(problem).__name__)
        await desk.store.run(lambda unit: unit.deliveries.save(replace(delivery, state=DeliveryState.PARKED)))
        return None  # one person's trouble, and not their lane's
    if prepared is None:
        return None
    sending, leave = prepared
    receipt = await leave()
    desk.crash.passing("after_send")
    await desk.store.run(lambda unit: _conclude(desk, unit, chat, sending, receipt, address=address))
    return receipt


def _prepare(
    desk: Desk, unit: Unit, chat: ChatPort, delivery: Delivery, address: Address | None
) -> tuple[Delivery, _Leave] | None:
    """Look at the world again, write the run, and mark `sending`; None if nothing is to be sent now.

    What is returned with the delivery lets it leave.
    """
    look = _look(desk, unit, chat, delivery, address)
    if isinstance(look, DeliveryState):
        unit.deliveries.save(replace(delivery, state=look))
        return None
    kind = _KINDS[look.row.kind]
    is_wanted = _is_wanted(look, kind)
    held = (rests_until(look) or quiet_until(look)) if is_wanted and kind.keeps_quiet else None
    if held is not None:
        unit.deliveries.save(replace(delivery, state=DeliveryState.PLANNED, not_before=held))
        return None
    begun = kind.begin(look) if is_wanted else None
    if begun is None:
        unit.deliveries.save(replace(delivery, state=DeliveryState.EXPIRED))
        return None
    sending = replace(delivery, state=DeliveryState.SENDING, tries=delivery.tries + 1)
    if isinstance(begun, Removal):
        unit.deliveries.save(sending)
        return sending, partial(chat.take_back, look.address.account, begun.file)
    sending = replace(sending, run=begun.run)
    unit.deliveries.save(sending)
    letter = Letter(
        key=_key(desk, delivery),
        to=look.address.account,
        card=begun.card,
        is_awaited=look.row.kind in AWAITED,
        conversation=look.address.conversation,
    )
    return sending, partial(chat.send, letter)


def _is_wanted(look: Look, kind: LetterKind) -> bool:
    """Whether it may be sent still. What is sent once waits for who is gone from their platform."""
    if not isinstance(kind, FileEnds) and is_gone(look.unit, look.person.id, look.delivery.lane):
        if look.row.kind in SENT_ONCE:
            put_off(look.desk, look.unit, look.person, look.row)
        return False
    return kind.is_wanted(look)


def _look(
    desk: Desk, unit: Unit, chat: ChatPort, delivery: Delivery, address: Address | None = None
) -> Look | DeliveryState:
    """Return the world around a delivery, or how it ends where its person, row or address is gone.

    An `address` that was read a moment ago is not read again: its door goes with its person.
    """
    person, row = unit.people.get(delivery.owner), unit.agenda.get(delivery.agenda)
    if person is None or row is None or row.kind not in _KINDS:
        return DeliveryState.EXPIRED
    if address is None:
        door = unit.people.door(delivery.owner)
        if door is None:
            return DeliveryState.EXPIRED
        address = _address(desk, door)
    if address is None:
        return DeliveryState.UNREACHABLE
    return Look(
        desk=desk,
        unit=unit,
        person=person,
        row=row,
        delivery=delivery,
        address=address,
        mint=desk.mint(address.account),
        waits=chat.capabilities.waits,
        now=desk.clock.now(),
    )


def _conclude(
    desk: Desk, unit: Unit, chat: ChatPort, delivery: Delivery, receipt: Receipt, *, address: Address | None
) -> None:
    """Write what became of a send."""
    now = desk.clock.now()
    match receipt:
        case Sent(conversation=conversation):
            _arrived(desk, unit, chat, delivery, address)
            _note_conversation(desk, unit, address, conversation)
        case NotOpen():
            _back(unit, replace(delivery, tries=delivery.tries - 1))
        case Later():
            _back(unit, replace(delivery, tries=delivery.tries - 1), now + receipt.wait)
        case HeldBack():
            until = max(receipt.until, now + HELD_AT_LEAST)
            _back(unit, replace(delivery, tries=delivery.tries - 1), until)
        case Unreachable():
            _never_shown(unit, delivery)
            unit.deliveries.save(replace(delivery, state=DeliveryState.UNREACHABLE, run=None))
        case MaybeSent():
            unit.deliveries.save(
                replace(delivery, state=DeliveryState.AMBIGUOUS, not_before=now + DOUBT_PAUSE)
            )
        case _:
            assert_never(receipt)


async def _settle_doubts(desk: Desk, lane: str, chat: ChatPort) -> None:
    """Ask the surface about each send that a crash, a cut line or a lost database left in doubt."""
    for delivery in await desk.store.run(partial(_left_over, lane=lane, now=desk.clock.now())):
        letter = await desk.store.run(partial(_again, desk=desk, chat=chat, delivery=delivery), writes=False)
        arrival = await chat.was_sent(letter) if letter else Arrival.NOT_ARRIVED
        await desk.store.run(partial(_settle, desk=desk, chat=chat, delivery=delivery, arrival=arrival))


def _left_over(unit: Unit, lane: str, now: datetime) -> Sequence[Delivery]:
    """Sort out what an earlier drain left half way, and return what is in doubt."""
    unit.deliveries.recover(lane)
    return unit.deliveries.in_doubt(lane, now)


def _again(unit: Unit, desk: Desk, chat: ChatPort, delivery: Delivery) -> Letter | None:
    """Return the letter of a delivery in doubt as it was, or None where it can no longer be told."""
    look = _look(desk, unit, chat, delivery)
    if isinstance(look, DeliveryState):
        return None
    card = _KINDS[look.row.kind].again(look)
    if card is None:
        return None
    return Letter(
        key=_key(desk, delivery),
        to=look.address.account,
        card=card,
        conversation=look.address.conversation,
    )


def _address(desk: Desk, door: Door) -> Address | None:
    """Open a door; None where it stays closed, which is one person's trouble and not their lane's."""
    try:
        return address_of(desk, door)
    except (KeyGone, Tampered) as problem:
        _log.warning("an address does not open: %s", type(problem).__name__)
        return None


def _settle(unit: Unit, desk: Desk, chat: ChatPort, delivery: Delivery, arrival: Arrival) -> None:
    """Write what the surface knew of a send in doubt. An answered question did arrive, whatever it says.

    What nobody can know is never sent twice: it is parked, and its question stays open for who has seen it.
    """
    run = unit.runs.get(delivery.run) if delivery.run else None
    if run is not None and run.state is not RunState.OPEN:
        arrival = Arrival.ARRIVED
    match arrival:
        case Arrival.ARRIVED:
            _arrived(desk, unit, chat, delivery)
        case Arrival.NOT_ARRIVED:
            _back(unit, delivery)
        case Arrival.NOT_NOW:
            unit.deliveries.save(replace(delivery, not_before=desk.clock.now() + DOUBT_PAUSE))
        case Arrival.UNKNOWABLE:
            unit.deliveries.save(replace(delivery, state=DeliveryState.PARKED, not_before=None))
        case _:
            assert_never(arrival)


def _arrived(
    desk: Desk, unit: Unit, chat: ChatPort, delivery: Delivery, address: Address | None = None
) -> None:
    unit.deliveries.save(replace(delivery, state=DeliveryState.SENT, not_before=None))
    look = _look(desk, unit, chat, delivery, address)
    if isinstance(look, Look):
        _KINDS[look.row.kind].arrived(look)


def _note_conversation(desk: Desk, unit: Unit, address: Address | None, conversation: str) -> None:
    """Keep where a letter was shown, if its surface says so and the door is still there."""
    door = unit.people.door_at(desk.index(address.account)) if address and conversation else None
    if door is not None:
        keep_conversation(desk, unit, door, conversation)


def _back(unit: Unit, delivery: Delivery, not_before: datetime | None = None) -> None:
    _never_shown(unit, delivery)
    state = DeliveryState.PARKED if delivery.tries >= MOST_TRIES else DeliveryState.PLANNED
    unit.deliveries.save(replace(delivery, state=state, not_before=not_before, run=None))


def _never_shown(unit: Unit, delivery: Delivery) -> None:
    if delivery.run is not None:
        unit.runs.remove(delivery.run)


def _rest(unit: Unit, desk: Desk, lane: str, taken: Sequence[Delivery], receipt: Receipt) -> None:
    """Let a lane rest: what was taken goes back, and where it was asked to wait no tick tries it before."""
    for delivery in taken:
        unit.deliveries.save(replace(delivery, state=DeliveryState.PLANNED))
    if isinstance(receipt, Later):
        unit.deliveries.hold(lane, desk.clock.now() + receipt.wait)


def _key(desk: Desk, delivery: Delivery) -> bytes:
    """Return the keyed hash under which a platform knows this delivery; no id of the database shows."""
    parts = (str(delivery.agenda), delivery.slot_on.isoformat(), delivery.slot)
    return desk.vault.digest("delivery", *parts)
