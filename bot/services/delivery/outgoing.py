"""A delivery on its way out: the world around it, the letter that it becomes, where it stands afterwards."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from bot.domain.agenda import AWAITED, AgendaKind
from bot.domain.deliveries import Delivery, DeliveryState
from bot.errors import KeyAway, KeyGone, Tampered
from bot.ports.chat import Letter
from bot.ports.store import Door, Unit
from bot.services.arriving import letters as door_letters
from bot.services.checkins import snooze
from bot.services.checkins.letters import CheckinLetter
from bot.services.desk import Desk
from bot.services.doors import reach
from bot.services.doors.addresses import Address, address_of, keep_conversation
from bot.services.doors.ways import door_of
from bot.services.flows.letters import FlowLetter
from bot.services.insights.letters import LookLetter
from bot.services.journal import keeping
from bot.services.letters import notices
from bot.services.letters.kinds import LetterKind, Look, Once
from bot.services.plans import letters as plan_letters
from bot.services.plans.letters import PlanLetter
from bot.services.pushes import letters as course_letters
from bot.services.pushes.letters import CourseLetter
from bot.services.rhythm import zone_offers
from bot.services.supervision import meeting
from bot.services.supervision.meeting import SupervisionLetter
from bot.services.takeout.copies import FileEnds
from bot.surface.card import Card

_log = logging.getLogger(__name__)

DOUBT_PAUSE = timedelta(seconds=30)
"""How long a send whose end is unknown rests before the surface is asked about it, and asked again."""
AFTER_OTHERS = timedelta(milliseconds=1)
HELD_AT_LEAST = timedelta(seconds=30)
"""How long one is held back at least: a surface that says "until just now" makes no lane spin."""
MOST_TRIES = 5
"""Sends of one delivery before it is parked for somebody who looks."""

KINDS: Mapping[AgendaKind, LetterKind] = {
    AgendaKind.CHECKIN: CheckinLetter(),
    AgendaKind.SNOOZE: Once(card=snooze.letter),
    AgendaKind.PLAN: PlanLetter(card=plan_letters.letter),
    AgendaKind.FLOW_GOES_ON: FlowLetter(),
    AgendaKind.LOOK_BACK: LookLetter(),
    AgendaKind.SUPERVISION: SupervisionLetter(card=meeting.letter),
    AgendaKind.KEEPING_ENDS: Once(card=keeping.letter),
    AgendaKind.FILE_ENDS: FileEnds(),
    AgendaKind.ZONE_OFFER: Once(card=zone_offers.letter, keeps_quiet=False),
    AgendaKind.DOOR_ADDED: door_letters.DoorAdded(),
    AgendaKind.COURSE_PUSH: CourseLetter(card=course_letters.letter),
    AgendaKind.NOTICE: Once(card=notices.letter),
    AgendaKind.LAST_CALL: Once(card=notices.letter, is_pressing=True),
}
"""What leaves by a lane, and how."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A door, and whom it leads to; no address where it does not open, which is one person's trouble."""

    door: Door
    address: Address | None


def way_by(desk: Desk, door: Door, known: Way | None = None) -> Way:
    """Open a door's address; one that was opened a moment ago and is the same is not opened again."""
    if known is not None and known.door == door:
        return known
    try:
        return Way(door=door, address=address_of(desk, door))
    except (KeyGone, Tampered) as problem:
        _log.warning("an address does not open: %s", type(problem).__name__)
        return Way(door=door, address=None)


def way_now(desk: Desk, unit: Unit, delivery: Delivery) -> Way | None:
    """Return by which way a delivery leaves as things are; None where there is none, or none to be seen."""
    row = unit.agenda.get(delivery.agenda)
    door = door_of(unit, delivery.owner, row) if row and delivery.owner else None
    with suppress(KeyAway):  # looked at once more before it is sent
        return way_by(desk, door) if door else None
    return None


def look_at(
    desk: Desk, unit: Unit, delivery: Delivery, known: Way | None = None, *, sent_by: Door | None = None
) -> Look | DeliveryState:
    """Return the world around a delivery, or how it ends where its person, row or address is gone.

    It leaves as things are now, or was `sent_by` a door.
    """
    person = unit.people.get(delivery.owner) if delivery.owner else None
    rows = unit.agenda.every(person.id) if person else ()
    row = next((each for each in rows if each.id == delivery.agenda), None)
    if person is None or row is None or row.kind not in KINDS:
        return DeliveryState.EXPIRED
    door = sent_by or door_of(unit, person.id, row)
    if door is None:
        return DeliveryState.EXPIRED
    way = way_by(desk, door, known)
    if way.address is None:
        return DeliveryState.UNREACHABLE
    chat = desk.chats.get(door.surface)
    return Look(
        desk=desk,
        unit=unit,
        person=person,
        row=row,
        rows=rows,
        delivery=delivery,
        door=door,
        address=way.address,
        mint=desk.mint(way.address.account),
        waits=chat is not None and chat.capabilities.waits,
        now=desk.clock.now(),
    )


def letter_of(look: Look, card: Card) -> Letter:
    """Return the letter that a delivery becomes."""
    return Letter(
        key=key_of(look.desk, look.delivery),
        to=look.address.account,
        card=card,
        is_awaited=look.row.kind in AWAITED,
        conversation=look.address.conversation,
        is_only=look.row.kind is AgendaKind.COURSE_PUSH,
        has_waited=look.delivery.not_before is not None,
    )


def arrived(
    desk: Desk, unit: Unit, delivery: Delivery, known: Way | None = None, conversation: str = ""
) -> None:
    """Note that a delivery was shown, and where, if its surface says so."""
    unit.deliveries.save(replace(delivery, state=DeliveryState.SENT, not_before=None, door=None))
    look = look_at(desk, unit, delivery, known, sent_by=known.door if known else None)
    if not isinstance(look, Look):
        return
    KINDS[look.row.kind].arrived(look)
    if look.row.kind is not AgendaKind.FILE_ENDS:
        reach.reached(unit, look.row_of(AgendaKind.NOT_REACHED))
    here = unit.people.door_at(look.door.index) if conversation else None
    if here is not None:
        keep_conversation(desk, unit, here, conversation)


def back(unit: Unit, delivery: Delivery, not_before: datetime | None = None) -> str:
    """Plan a delivery again that was not shown; after too many tries it is parked. Return its lane."""
    never_shown(unit, delivery)
    state = DeliveryState.PARKED if delivery.tries >= MOST_TRIES else DeliveryState.PLANNED
    again = replace(delivery, state=state, not_before=not_before, run=None, door=None)
    return _laid(unit, again)


def again_at(delivery: Delivery, until: datetime) -> datetime:
    """Return when one is tried again whose platform asked to wait until then.

    Asked a second time, it comes after all else that waits in its lane: one that is never taken stops nobody.
    """
    return until if delivery.not_before is None else until + AFTER_OTHERS


def laid_back(unit: Unit, delivery: Delivery) -> str:
    """Plan a delivery again that was claimed and not tried, and return in which lane."""
    return _laid(unit, replace(delivery, state=DeliveryState.PLANNED))


def never_shown(unit: Unit, delivery: Delivery) -> None:
    """Remove the question that a delivery would have asked."""
    if delivery.run is not None:
        unit.runs.remove(delivery.run)


def _laid(unit: Unit, delivery: Delivery) -> str:
    """Lay a delivery into the lane that it belongs to by now; what held it back in another is over."""
    row = unit.agenda.get(delivery.agenda)
    stays = row is None or row.kind is AgendaKind.FILE_ENDS
    door = door_of(unit, delivery.owner, row) if row and delivery.owner and not stays else None
    if door is not None and door.lane != delivery.lane:
        delivery = replace(delivery, lane=door.lane, not_before=None)
    unit.deliveries.save(delivery)
    return delivery.lane


def key_of(desk: Desk, delivery: Delivery) -> bytes:
    """Return the keyed hash under which a platform knows this delivery; no id of the database shows."""
    parts = (str(delivery.agenda), delivery.slot_on.isoformat(), delivery.slot)
    return desk.vault.digest("delivery", *parts)


def door_sent_by(unit: Unit, delivery: Delivery) -> Door | None:
    """Return the door by which a delivery in doubt was sent; None where it is gone."""
    doors = unit.people.doors(delivery.owner) if delivery.owner else ()
    named: UUID | None = delivery.door
    if named is None:
        return next((door for door in doors if door.lane == delivery.lane), None)
    return next((door for door in doors if door.id == named), None)
