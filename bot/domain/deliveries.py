"""Deliveries: one row for each thing to send, and the states it may pass through."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bot.domain.people import PersonId


class DeliveryState(StrEnum):
    """Where a delivery stands. After a crash only `sending` is in doubt."""

    PLANNED = "planned"
    CLAIMED = "claimed"
    SENDING = "sending"
    AMBIGUOUS = "ambiguous"
    """It may have been sent: the surface is asked before anything is sent again."""
    SENT = "sent"
    UNREACHABLE = "unreachable"
    EXPIRED = "expired"
    """Its window went by, or the person no longer wished it: let go in silence."""
    PARKED = "parked"
    """Tried too often; it waits for somebody who looks."""


ENDED = frozenset(
    {DeliveryState.SENT, DeliveryState.UNREACHABLE, DeliveryState.EXPIRED, DeliveryState.PARKED}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One occurrence of an agenda row on its way to a person: unique by (agenda, slot_on, slot).

    `owner` None: it is said for a gathering, in its channel or to one of its members. `run` is set when it
    is claimed; before that a delivery holds no content. `not_before` only holds back.
    `door` is by which of their doors it was sent, while its end is unknown: it is asked about there.
    """

    agenda: UUID
    slot_on: date
    slot: str
    owner: PersonId | None
    lane: str
    due_at: datetime
    state: DeliveryState = DeliveryState.PLANNED
    not_before: datetime | None = None
    tries: int = 0
    run: UUID | None = None
    door: UUID | None = None
