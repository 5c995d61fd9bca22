"""What the operator said last of the end of their server, and what of it holds now."""

from __future__ import annotations

from datetime import date

from bot.domain.closing import Closing
from bot.ports.store import Unit
from bot.services.desk import Desk, Turn

NOTED = "house/closing"
"""The note of what was said."""


def closing_of(unit: Unit) -> Closing | None:
    """Return what was said last; None where nothing ever was."""
    return Closing.read(unit.notes.get(NOTED))


def said_now(desk: Desk, unit: Unit) -> Closing | None:
    """Return what holds now: what was said before the start, or where several processes run, said last.

    Nobody stops all of them at once in order to name a day.
    """
    return closing_of(unit) if desk.is_shared else desk.closing


def closes_on(turn: Turn) -> date | None:
    """Return the day on which everything here ends; None where its operator named none."""
    closing = said_now(turn.desk, turn.unit)
    return closing.closes_on if closing else None
