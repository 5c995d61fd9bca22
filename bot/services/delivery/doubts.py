"""Sends in doubt: the surface by which each left is asked whether it came, before anything is sent again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import assert_never

from bot.domain.agenda import AgendaKind
from bot.domain.checkins import RunState
from bot.domain.deliveries import Delivery, DeliveryState
from bot.ports.chat import Arrival, ChatPort, Letter, Posting, Sent
from bot.ports.store import Unit
from bot.services.delivery import postings
from bot.services.delivery.holding import Hold
from bot.services.delivery.outgoing import (
    DOUBT_PAUSE,
    KINDS,
    arrived,
    back,
    door_sent_by,
    letter_of,
    look_at,
)
from bot.services.desk import Desk
from bot.services.letters.kinds import Look


async def settle_doubts(
    desk: Desk, doubted: Sequence[Delivery], chat: ChatPort, hold: Hold, moved: set[str]
) -> None:
    """Ask the surface about each send of a lane that was left in doubt: by a crash, or a cut line.

    Into `moved` go the lanes in which one is planned again.
    """
    for delivery in doubted:
        again = await desk.store.run(partial(_again, desk=desk, delivery=delivery), writes=False)
        desk.crash.passing("before_asking")
        arrival = await chat.was_sent(again) if isinstance(again, Letter | Posting) else again
        desk.crash.passing("after_asking")
        await hold.run(partial(_settle, desk=desk, delivery=delivery, arrival=arrival, moved=moved))


def _again(unit: Unit, desk: Desk, delivery: Delivery) -> Letter | Posting | Arrival:
    """Return the letter of a delivery in doubt as it was, or what is known of it where nobody can be asked.

    Where the door that it left by is gone, it is not known, and it is not sent a second time by another. What
    cannot be drawn again, since nothing of it is there, did not come.
    """
    if delivery.owner is None:
        return postings.again(desk, unit, delivery)
    row = unit.agenda.get(delivery.agenda)
    door = door_sent_by(unit, delivery)
    if row is not None and row.kind is not AgendaKind.FILE_ENDS and door is None:
        return Arrival.UNKNOWABLE
    look = look_at(desk, unit, delivery, sent_by=door)
    card = KINDS[look.row.kind].again(look) if isinstance(look, Look) else None
    if not isinstance(look, Look) or card is None:
        return Arrival.NOT_ARRIVED
    return letter_of(look, card)


def _settle(unit: Unit, desk: Desk, delivery: Delivery, arrival: Arrival | Sent, moved: set[str]) -> None:
    """Write what the surface knew of a send in doubt. An answered question did arrive, whatever it says.

    What nobody can know is never sent twice: it is parked, and its question stays open for who has seen it.
    """
    if delivery.owner is None:
        moved.add(postings.settle(desk, unit, delivery, arrival))
        return
    run = unit.runs.get(delivery.run) if delivery.run else None
    if run is not None and run.state is not RunState.OPEN:
        arrival = Arrival.ARRIVED
    match arrival:
        case Arrival.ARRIVED | Sent():
            arrived(desk, unit, delivery)
        case Arrival.NOT_ARRIVED:
            moved.add(back(unit, delivery))
        case Arrival.NOT_NOW:
            unit.deliveries.save(replace(delivery, not_before=desk.clock.now() + DOUBT_PAUSE))
        case Arrival.UNKNOWABLE:
            unit.deliveries.save(replace(delivery, state=DeliveryState.PARKED, not_before=None, door=None))
        case _:
            assert_never(arrival)
