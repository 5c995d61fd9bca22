"""Lanes: what was planned is claimed, drawn, sent and marked, one after another in each lane.

Sends happen between units, never inside one. Before each send the world is looked at again: a person
may have paused, the hour may have gone by, quiet hours may have begun.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import assert_never

from bot.domain.checkins import RunState, is_in_time
from bot.domain.deliveries import Delivery, DeliveryState
from bot.domain.people import Account, Person, Standing
from bot.domain.recurrence import Rule, following, occurrences
from bot.domain.zones import zone_of
from bot.errors import KeyGone, Tampered
from bot.ports.chat import ChatPort, Later, Letter, MaybeSent, NotOpen, Receipt, Sent, Unreachable
from bot.ports.store import Door, Unit
from bot.services import checkins
from bot.services.cards import checkin as cards
from bot.services.desk import Desk

_log = logging.getLogger(__name__)

CLAIMED_AT_ONCE = 20
MOST_TRIES = 5
"""Sends of one delivery before it is parked for somebody who looks."""
DOUBT_PAUSE = timedelta(seconds=30)
"""How long a send whose end is unknown rests before the surface is asked about it."""


async def drain(desk: Desk, lane: str) -> datetime | None:
    """Send what a lane holds; return when what was held back may be tried again."""
    chat = desk.chats.get(lane.partition("/")[0])
    if chat is None:
        return None  # a surface that this process does not run
    await _settle_doubts(desk, lane, chat)
    while claimed := await desk.store.run(
        lambda unit: unit.deliveries.claim(lane, desk.clock.now(), CLAIMED_AT_ONCE)
    ):
        for place, delivery in enumerate(claimed):
            if not await _send(desk, chat, delivery):
                rest = claimed[place + 1 :]
                await desk.store.run(partial(_release, deliveries=rest))
                return await _held_until(desk, lane)
    return await _held_until(desk, lane)


async def _held_until(desk: Desk, lane: str) -> datetime | None:
    now = desk.clock.now()
    return await desk.store.run(lambda unit: unit.deliveries.next_not_before(now, lane), writes=False)


async def _send(desk: Desk, chat: ChatPort, delivery: Delivery) -> bool:
    """Send one delivery; False when its lane rests for now."""
    prepared = await desk.store.run(lambda unit: _prepare(desk, unit, chat, delivery))
    if prepared is None:
        return True
    sending, letter = prepared
    receipt = await chat.send(letter)
    desk.crash.passing("after_send")
    await desk.store.run(lambda unit: _conclude(desk, unit, sending, receipt))
    return isinstance(receipt, Sent | Unreachable)


def _prepare(desk: Desk, unit: Unit, chat: ChatPort, delivery: Delivery) -> tuple[Delivery, Letter] | None:
    """Look at the world again, write the run, and mark `sending`; None if nothing is to be sent now."""
    now = desk.clock.now()
    person, door = unit.people.get(delivery.owner), unit.people.door(delivery.owner)
    if person is None or door is None or not _is_wanted(unit, person, delivery, chat, now):
        unit.deliveries.save(replace(delivery, state=DeliveryState.EXPIRED))
        return None
    account = _address(desk, door)
    if account is None:
        unit.deliveries.save(replace(delivery, state=DeliveryState.UNREACHABLE))
        return None
    held = _quiet_until(person, chat, now)
    if held is not None:
        unit.deliveries.save(replace(delivery, state=DeliveryState.PLANNED, not_before=held))
        return None
    prompt = checkins.choose_prompt(desk, unit, person)
    run = checkins.begin(desk, unit, person, prompt)
    sending = replace(delivery, state=DeliveryState.SENDING, tries=delivery.tries + 1, run=run.id)
    unit.deliveries.save(sending)
    card = cards.checkin(desk.mint(account), run, prompt)
    return sending, Letter(key=_key(desk, delivery), to=account, card=card)


def _conclude(desk: Desk, unit: Unit, delivery: Delivery, receipt: Receipt) -> None:
    """Write what became of a send. The older question lapses only once the new one was shown."""
    now = desk.clock.now()
    match receipt:
        case Sent():
            _arrived(unit, delivery)
        case NotOpen():
            _back(unit, replace(delivery, tries=delivery.tries - 1))
        case Later():
            _back(unit, replace(delivery, tries=delivery.tries - 1), now + receipt.wait)
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
        letter = await desk.store.run(partial(_again, desk=desk, delivery=delivery), writes=False)
        arrived = letter is not None and await chat.was_sent(letter)
        await desk.store.run(partial(_settle, delivery=delivery, arrived=arrived))


def _left_over(unit: Unit, lane: str, now: datetime) -> Sequence[Delivery]:
    """Sort out what an earlier drain left half way, and return what is in doubt."""
    unit.deliveries.recover(lane)
    return unit.deliveries.in_doubt(lane, now)


def _again(unit: Unit, desk: Desk, delivery: Delivery) -> Letter | None:
    """Return the letter of a delivery in doubt as it was, or None where its person is gone."""
    door = unit.people.door(delivery.owner)
    account = _address(desk, door) if door else None
    run = unit.runs.get(delivery.run) if delivery.run else None
    if account is None or run is None:
        return None
    prompt = desk.catalogue.prompt(run.prompt) if run.prompt else None
    return Letter(key=_key(desk, delivery), to=account, card=cards.checkin(desk.mint(account), run, prompt))


def _address(desk: Desk, door: Door) -> Account | None:
    """Open a door; None where it stays closed, which is one person's trouble and not their lane's."""
    try:
        return desk.account_of(door)
    except (KeyGone, Tampered) as problem:
        _log.warning("an address does not open: %s", type(problem).__name__)
        return None


def _settle(unit: Unit, delivery: Delivery, *, arrived: bool) -> None:
    """Write what the surface knew of a send in doubt. An answered question did arrive, whatever it says."""
    run = unit.runs.get(delivery.run) if delivery.run else None
    if arrived or (run is not None and run.state is not RunState.OPEN):
        _arrived(unit, delivery)
    else:
        _back(unit, delivery)


def _arrived(unit: Unit, delivery: Delivery) -> None:
    """Note a send and lapse all but the latest question: one may have been asked for while a doubt rested."""
    unit.deliveries.save(replace(delivery, state=DeliveryState.SENT, not_before=None))
    latest = unit.runs.latest(delivery.owner)
    if latest is not None:
        unit.runs.lapse_others(delivery.owner, latest.id)


def _back(unit: Unit, delivery: Delivery, not_before: datetime | None = None) -> None:
    _never_shown(unit, delivery)
    state = DeliveryState.PARKED if delivery.tries >= MOST_TRIES else DeliveryState.PLANNED
    unit.deliveries.save(replace(delivery, state=state, not_before=not_before, run=None))


def _never_shown(unit: Unit, delivery: Delivery) -> None:
    if delivery.run is not None:
        unit.runs.remove(delivery.run)


def _release(unit: Unit, deliveries: Sequence[Delivery]) -> None:
    for delivery in deliveries:
        unit.deliveries.save(replace(delivery, state=DeliveryState.PLANNED))


def _is_wanted(unit: Unit, person: Person, delivery: Delivery, chat: ChatPort, now: datetime) -> bool:
    """Whether the person still wishes it, and the hour has not gone by."""
    row = unit.agenda.get(delivery.agenda)
    if row is None or not (row.due_at and row.rule and row.zone):
        return False
    if person.standing is not Standing.ACTIVE or not person.has_said_yes:
        return False
    rule, zone = Rule.parse(row.rule), zone_of(row.zone)
    asked = next(occurrences(rule, zone, delivery.slot_on), None)
    if asked is None or (asked.slot_on, asked.slot) != (delivery.slot_on, delivery.slot):
        return False  # a send in doubt outlived the rhythm that it was planned for
    upcoming = following(rule, zone, delivery.slot_on)
    return is_in_time(now, delivery.due_at, upcoming.at, waits=chat.capabilities.waits)


def _quiet_until(person: Person, chat: ChatPort, now: datetime) -> datetime | None:
    """Return the end of quiet hours that hold at `now`. Where a person comes by themselves, none do."""
    if chat.capabilities.waits or person.zone is None:
        return None
    local = now.astimezone(zone_of(person.zone))
    if not person.quiet.cover(local.time()):
        return None
    ends = local.replace(hour=person.quiet.end.hour, minute=person.quiet.end.minute, second=0, microsecond=0)
    return ends if ends > local else ends + timedelta(days=1)


def _key(desk: Desk, delivery: Delivery) -> bytes:
    """Return the keyed hash under which a platform knows this delivery; no id of the database shows."""
    parts = (str(delivery.agenda), delivery.slot_on.isoformat(), delivery.slot)
    return desk.vault.digest("delivery", *parts)
