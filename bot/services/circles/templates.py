"""The rounds that a circle may keep, as whoever begins one chooses among them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from bot.domain.hours_words import HoursMeant, hours_said
from bot.errors import BadInput
from bot.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A seam until the rounds of the library are in."""

    id: str
    title: str
    about: str
    opens_on: int
    opens_at: time
    fewest: int
    most: int


_ONLY = Known(
    id="working_day",
    title="One working day",
    about="Share by the afternoon, answer until the next working day.",
    opens_on=3,
    opens_at=time(12),
    fewest=4,
    most=12,
)


def every(_desk: Desk) -> Sequence[Known]:
    """Return the rounds of the library, the usual one first."""
    return (_ONLY,)


def named(desk: Desk, template: str) -> Known | None:
    """Return a round by its id; None where the library has none of it any more."""
    return next((each for each in every(desk) if each.id == template), None)


def check(_template: Known, day: int, at: time, hours: HoursMeant) -> None:
    """See that a round stays within somebody's hours.

    Raises:
        BadInput: it does not.
    """
    if day not in hours.days or not hours.start <= at < hours.end:
        raise BadInput(f"That is outside your hours: {hours_said(hours.days, hours.start, hours.end)}.")
