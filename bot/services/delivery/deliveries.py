"""Lanes: what was planned is claimed, drawn, sent and marked, in order, as many at once as a platform takes.

Sends happen between units, never inside one. Before each send the world is looked at again: a person
may have paused, the hour may have gone by, quiet hours may have begun, another door may be preferred.
"""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never
from uuid import UUID

from bot.domain.agenda import SENT_ONCE, AgendaKind
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import PersonId
from bot.errors import KeyAway, KeyGone, LaneLost, Tampered
from bot.ports.chat import ChatPort, Closed, HeldBack, Later, MaybeSent, NotOpen, Receipt, Sent, Unreachable
from bot.ports.store import Unit
from bot.services.delivery import postings
from bot.services.delivery.doubts import settle_doubts
from bot.services.delivery.holding import Hold
from bot.services.delivery.outgoing import (
    DOUBT_PAUSE,
    HELD_AT_LEAST,
    KINDS,
    Way,
    again_at,
    arrived,
    back,
    laid_back,
    letter_of,
    look_at,
    never_shown,
    way_now,
)
from bot.services.desk import Desk
from bot.services.doors import reach
from bot.services.flows.letters import rests_until
from bot.services.leaving.departures import shut_early
from bot.services.letters.absence import put_off
from bot.services.letters.kinds import LetterKind, Look, Removal
from bot.services.letters.quiet import quiet_until
from bot.services.letters.team import hushed_until

_log = logging.getLogger(__name__)

CLAIMED_AT_ONCE = 50
"""So many are claimed in one unit, and the surface is asked about their people at once."""
CLAIMED_FIRST = 10
"""So many of a lane that is taken up: its platform may ask to wait after one, and each is looked at."""

AWAY_PAUSE = timedelta(minutes=1)
"""After so long it is tried again, where somebody's key could not be had."""

_Claimed = tuple[Delivery, Way | None]
_Sending = asyncio.Task[None]
_Leave = Callable[[], Awaitable[Receipt]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draining:
    """A lane that is being drained. Into `moved` go the lanes in which something of it is laid.

    Into `put_off` goes what is not sent after all: another row of the agenda may have taken its place. Into
    `asked` go the receipts after which it rests.
    """

    desk: Desk
    chat: ChatPort
    lane: str
    hold: Hold
    moved: set[str] = field(default_factory=set)
    put_off: set[UUID] = field(default_factory=set)
    asked: list[Receipt] = field(default_factory=list)

    def hear(self, receipt: Receipt) -> None:
        """Begin nothing more where a receipt lets the lane rest, from before it is written down."""
        if isinstance(receipt, Later | NotOpen | MaybeSent):
            self.asked.append(receipt)


async def drain(desk: Desk, wake: Callable[[str | None], None], lane: str) -> datetime | None:
    """Send what a lane holds; return when what was held back may be tried again.

    What leaves by another door by now is laid into the lane of that, for which `wake` is called; where
    something was put off, it is called without one, since its time may come before anything known.
    """
    chat = desk.chats.get(lane.partition("/")[0])
    if chat is None:
        return None  # a surface that this process does not run
    here = _Draining(desk=desk, chat=chat, lane=lane, hold=Hold.on(desk, lane))
    try:
        return await _drain(here)
    except LaneLost:
        _log.warning("a lane was taken over; what was left of a drain is let go")
        return None
    finally:
        for other in sorted(here.moved - {lane}):
            wake(other)
        if here.put_off:
            wake(None)


async def _drain(here: _Draining) -> datetime | None:
    run, crash = here.hold.run, here.desk.crash
    crash.passing("before_claim")
    looked = here.desk.clock.now()
    doubted, claimed = await here.desk.store.run(partial(_take_up, here=here))
    limit = CLAIMED_FIRST
    if doubted:
        await settle_doubts(here.desk, doubted, here.chat, here.hold, here.moved)
        looked = here.desk.clock.now()
        claimed = await run(partial(_claim, here=here, limit=limit))
    while claimed:
        crash.passing("after_claim")
        addresses = (way.address for _, way in claimed if way is not None)
        accounts = tuple(dict.fromkeys(each.account for each in addresses if each is not None))
        if accounts:
            await here.chat.foresee(accounts)
        await _send_all(here, claimed)
        if here.asked:
            await run(partial(_rest, here=here))
        is_last = len(claimed) < limit and not any(each.owner is None for each, _ in claimed)
        if here.asked or is_last:  # who lays more into a lane wakes it; what a gathering says may lay more
            break
        crash.passing("before_claim")
        looked, limit = here.desk.clock.now(), CLAIMED_AT_ONCE
        claimed = await run(partial(_claim, here=here, limit=limit))
    return await _held_until(here, looked)


def _take_up(unit: Unit, here: _Draining) -> tuple[Sequence[Delivery], Sequence[_Claimed]]:
    """Take the lane and sort out what an earlier drain left half way; return what of it is in doubt.

    Where nothing is, claim what comes next, in the same unit.
    """
    here.hold.take(unit)
    unit.deliveries.recover(here.lane)
    doubted = unit.deliveries.in_doubt(here.lane, here.desk.clock.now())
    return doubted, () if doubted else _claim(unit, here, CLAIMED_FIRST)


def _claim(unit: Unit, here: _Draining, limit: int) -> Sequence[_Claimed]:
    """Claim what comes next in a lane; return it with the way that each leaves by, if one has to know."""
    claimed = unit.deliveries.claim(here.lane, here.desk.clock.now(), limit)
    foresees = here.chat.capabilities.foresees
    return [(each, way_now(here.desk, unit, each) if foresees else None) for each in claimed]


async def _held_until(here: _Draining, looked: datetime) -> datetime | None:
    """Return when the lane goes on. What was held back by then and is not now was not claimed either."""
    look = here.desk.store.run
    return await look(lambda unit: unit.deliveries.next_not_before(looked, here.lane), writes=False)


async def _send_all(here: _Draining, claimed: Sequence[_Claimed]) -> None:
    """Send in order, as many at a time as the platform takes; nobody has two on their way, channels neither.

    What is sent to somebody may settle what else waits for them: plans that are due at one moment leave as
    one letter. Where the lane is to rest, what was not begun stays claimed. Whatever befalls one, what is on
    its way ends first.
    """
    left, going = deque(claimed), dict[_Sending, PersonId | None]()
    faults = list[BaseException]()
    try:
        while going or (left and not here.asked and not faults):
            while _may_begin(here, left, going) and not faults:
                delivery, way = left.popleft()
                going[asyncio.ensure_future(_send(here, delivery, way))] = delivery.owner
            ended, _ = await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
            for each in ended:
                del going[each]
                fault = asyncio.CancelledError() if each.cancelled() else each.exception()
                if fault is not None:
                    faults.append(fault)
    finally:
        for each in going:  # only where this itself was cancelled
            each.cancel()
    if faults:
        raise faults[0]


def _may_begin(here: _Draining, left: deque[_Claimed], going: Mapping[_Sending, PersonId | None]) -> bool:
    has_room = len(going) < here.chat.capabilities.at_once
    return bool(left) and has_room and not here.asked and left[0][0].owner not in going.values()


async def _send(here: _Draining, delivery: Delivery, known: Way | None) -> None:
    """Send one delivery, if there is something to send, and write what became of it."""
    if delivery.owner is None:
        posted = await postings.post(here.desk, here.chat, delivery, here.hold, here.moved.add)
        if posted is not None:
            here.hear(posted)
        return
    run, crash, began = here.hold.run, here.desk.crash, here.desk.clock.elapsed()
    crash.passing("before_mark")
    try:
        prepared = await run(lambda unit: _prepare(here, unit, delivery, known))
    except (KeyGone, Tampered) as problem:
        _log.warning("a page that a letter needs does not open: %s", type(problem).__name__)
        await run(lambda unit: unit.deliveries.save(replace(delivery, state=DeliveryState.PARKED)))
        return  # one person's trouble, and not their lane's
    except KeyAway:
        again = replace(delivery, state=DeliveryState.PLANNED, not_before=here.desk.clock.now() + AWAY_PAUSE)
        await run(lambda unit: unit.deliveries.save(again))
        return  # their lane goes on with whose key is at hand
    if prepared is None:
        return
    sending, way, leave = prepared
    crash.passing("after_mark")
    receipt = await leave() if here.hold.is_fresh(began) else NotOpen()  # it never left
    here.hear(receipt)
    crash.passing("after_send")
    await run(lambda unit: _conclude(here, unit, sending, receipt, way))
    crash.passing("after_conclude")


def _prepare(
    here: _Draining, unit: Unit, delivery: Delivery, known: Way | None
) -> tuple[Delivery, Way, _Leave] | None:
    """Look at the world again, write the run, and mark `sending`; None if nothing is to be sent now.

    What is returned with the delivery is its way, and lets it leave.
    """
    look = look_at(here.desk, unit, delivery, known)
    if isinstance(look, Look) and _is_shut_early(look):
        look = look_at(here.desk, unit, delivery)
    if isinstance(look, DeliveryState):
        unit.deliveries.save(replace(delivery, state=look))
        return None
    if look.row.kind is not AgendaKind.FILE_ENDS and look.door.lane != delivery.lane:
        here.moved.add(laid_back(unit, delivery))  # it leaves by another door by now
        return None
    kind = KINDS[look.row.kind]
    is_wanted = _is_wanted(look, kind)
    held = _held(look, kind) if is_wanted else None
    if held is not None:
        unit.deliveries.save(replace(delivery, state=DeliveryState.PLANNED, not_before=held))
        return None
    begun = kind.begin(look) if is_wanted else None
    if begun is None:
        here.put_off.add(delivery.agenda)
        unit.deliveries.save(replace(delivery, state=DeliveryState.EXPIRED))
        return None
    way = Way(door=look.door, address=look.address)
    sending = replace(delivery, state=DeliveryState.SENDING, tries=delivery.tries + 1, door=look.door.id)
    if isinstance(begun, Removal):
        unit.deliveries.save(sending)
        return sending, way, partial(here.chat.take_back, begun.to, begun.file)
    sending = replace(sending, run=begun.run)
    unit.deliveries.save(sending)
    return sending, way, partial(here.chat.send, letter_of(look, begun.card))


def _is_shut_early(look: Look) -> bool:
    return look.row.kind is not AgendaKind.FILE_ENDS and shut_early(
        look.unit, look.person, look.door, look.now
    )


def _is_wanted(look: Look, kind: LetterKind) -> bool:
    """Whether it may be sent still. What is sent once waits for who is gone from their platform."""
    if look.row.kind is not AgendaKind.FILE_ENDS and look.row_of(AgendaKind.ACCOUNT_ENDS) is not None:
        if look.row.kind in SENT_ONCE:
            put_off(look.desk, look.unit, look.person, look.row)
        return False
    return kind.is_wanted(look)


def _held(look: Look, kind: LetterKind) -> datetime | None:
    """Return until when something waits that may be sent still; None where nothing holds it back."""
    quiet = (rests_until(look) or quiet_until(look)) if kind.keeps_quiet else None
    return quiet or hushed_until(look)


def _conclude(here: _Draining, unit: Unit, delivery: Delivery, receipt: Receipt, way: Way) -> None:
    """Write what became of a send."""
    now = here.desk.clock.now()
    untried = replace(delivery, tries=delivery.tries - 1)
    match receipt:
        case Sent(conversation=conversation):
            arrived(here.desk, unit, delivery, way, conversation)
        case NotOpen():
            here.moved.add(back(unit, untried))
        case Later():
            here.moved.add(back(unit, untried, again_at(delivery, now + receipt.wait)))
        case HeldBack():
            here.moved.add(back(unit, untried, max(receipt.until, now + HELD_AT_LEAST)))
        case Unreachable() | Closed():
            never_shown(unit, delivery)
            reach.not_reached(unit, delivery, way.door)
            unit.deliveries.save(replace(delivery, state=DeliveryState.UNREACHABLE, run=None, door=None))
        case MaybeSent():
            unit.deliveries.save(
                replace(delivery, state=DeliveryState.AMBIGUOUS, not_before=now + DOUBT_PAUSE)
            )
        case _:
            assert_never(receipt)


def _rest(unit: Unit, here: _Draining) -> None:
    """Let a lane rest: what was claimed goes back, and where it was asked to wait no tick tries it before.

    All at once, and so without a look at each one's door: that is looked at when it is sent.
    """
    unit.deliveries.recover(here.lane)
    waits = [receipt.wait for receipt in here.asked if isinstance(receipt, Later)]
    if waits:
        unit.deliveries.hold(here.lane, here.desk.clock.now() + max(waits))
