"""What an organisation wishes for its people: days off, and nothing at all for a while after a hard event."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.agenda import AWAITED, SENT_ONCE
from bot.domain.organisations import Rules
from bot.services.desk import Desk
from bot.services.letters.kinds import Look

LOOKED_AT_AGAIN = timedelta(hours=1)
"""How long what waits is left alone: an admin may let things come again at any moment."""


def hushed_until(look: Look) -> datetime | None:
    """Return when to look again at what is sent once and has to wait; None where nothing holds it back.

    What somebody began and waits for at this moment goes on.
    """
    if look.row.kind not in SENT_ONCE or look.row.kind in AWAITED:
        return None
    until = look.rules.hushed_until
    return min(until, look.now + LOOKED_AT_AGAIN) if until is not None and look.now < until else None


def is_off(desk: Desk, rules: Rules, day: date) -> bool:
    """Whether no check-in comes on a day: it was named, or is a public holiday where the organisation is."""
    if day in rules.off_days:
        return True
    return rules.holidays is not None and desk.holidays.is_holiday(rules.holidays, day)
