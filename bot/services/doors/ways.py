"""Ways: by which door of a person something leaves, and how that changes.

A door is shut while its platform has no such account, or Reststop was removed from there
(bot/services/leaving/departures.py). The preferred door is an open one wherever there is any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID, uuid5

from bot.domain.agenda import SENT_ONCE, AgendaKind, AgendaRow
from bot.domain.people import PersonId
from bot.ports.store import Door, Unit

_SHUT = UUID("5b0c1d0e-9f55-4b0a-8a0e-3f1c6f6e7c21")
_LANES = UUID("0f6a3a2e-6f0b-4f35-9d34-0c2f6d9f7f51")


def shut_row(index: bytes) -> UUID:
    """Return the id of the row that a shut door has on the agenda: found without looking the door up."""
    return uuid5(_SHUT, index.hex())


def lane_row(lane: str) -> UUID:
    """Return the id of the one row that says how things stand with a lane."""
    return uuid5(_LANES, lane)


def is_closing(unit: Unit, lane: str) -> bool:
    """Whether Reststop was removed from a lane, and not everybody was seen to yet."""
    row = unit.agenda.get(lane_row(lane))
    return row is not None and row.kind is AgendaKind.LANE_CLOSES


def is_shut(unit: Unit, door: Door) -> bool:
    """Whether nobody comes through a door any more."""
    return unit.agenda.get(shut_row(door.index)) is not None


def open_doors(unit: Unit, person: PersonId) -> Sequence[Door]:
    """Return the doors of a person that are not shut, the preferred one first."""
    return [door for door in unit.people.doors(person) if not is_shut(unit, door)]


def door_of(unit: Unit, person: PersonId, row: AgendaRow) -> Door | None:
    """Return by which door leaves what a row brings; None where the person has none.

    A row that is sent once may name a lane of its own: it leaves there while it can. Everything else, and
    what cannot, leaves by the preferred door; and nothing that is about a door leaves by that one.
    """
    preferred = unit.people.door(person)
    if row.lane is None or row.kind not in SENT_ONCE:
        return preferred
    others = [door for door in open_doors(unit, person) if door.id != row.ref]
    return next((door for door in others if door.lane == row.lane), others[0] if others else preferred)


def prefer(unit: Unit, door: Door) -> None:
    """Let what comes by itself leave by a door from now on, what is planned already too.

    What is under way ends where it is, and is asked about there.
    """
    unit.people.prefer(door)
    for row in unit.agenda.every(door.person):
        if row.kind is AgendaKind.CHECKIN:
            unit.agenda.put(replace(row, lane=door.lane))
        if row.kind is AgendaKind.CHECKIN or (row.kind in SENT_ONCE and row.lane is None):
            unit.deliveries.move(row.id, door.lane)


def forget(unit: Unit, door: Door) -> None:
    """Let a door go with all that is only about it. Another one is preferred then, an open one first."""
    if door.preferred:
        others = [each for each in unit.people.doors(door.person) if each.id != door.id]
        still_open = [each for each in others if not is_shut(unit, each)]
        for other in (still_open or others)[:1]:
            prefer(unit, other)
    unit.people.remove_door(door.id)
    unit.agenda.remove(shut_row(door.index))
    unit.agenda.remove_for(door.id)
