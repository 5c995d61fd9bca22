"""The rounds that a circle may keep, as whoever begins one chooses among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from bot.domain.hours_words import HoursMeant
from bot.domain.round_hours import Hours
from bot.domain.round_plan import check_fit
from bot.domain.rounds import DEFAULT_ROUND, RoundTemplate
from bot.services.desk import Desk


def every(desk: Desk) -> Sequence[RoundTemplate]:
    """Return the rounds of the library, the usual one first."""
    return sorted(desk.catalogue.rounds(), key=lambda each: (each.id != DEFAULT_ROUND, each.id))


def named(desk: Desk, template: str) -> RoundTemplate | None:
    """Return a round by its id; None where the library has none of it any more."""
    return desk.catalogue.round(template)


def check(template: RoundTemplate, day: int, at: time, hours: HoursMeant) -> None:
    """See that a round stays within somebody's hours.

    Raises:
        BadInput: it does not. The sentence says what would fit.
    """
    kept = Hours(days=hours.days, start=hours.start, end=hours.end)
    check_fit(template.sharing, day, at, kept)
