"""What an organisation wishes for its people: days off, and nothing at all for a while after a hard event."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bot.domain.agenda import AWAITED, SENT_ONCE, AgendaKind
from bot.domain.organisations import Rules
from bot.services.desk import Desk
from bot.services.letters.kinds import Look

LOOKED_AT_AGAIN = timedelta(hours=1)
"""How long what waits is left alone: an admin may let things come again at any moment."""
ENDING = frozenset({AgendaKind.KEEPING_ENDS, AgendaKind.NOTICE, AgendaKind.LAST_CALL})
"""What tells that something ends or changes on a day: behind a long pause it would come too late."""
ENDING_WAITS = timedelta(days=3)
"""How long that waits at most. The shortest time that it tells of is a week."""


def hushed_until(look: Look) -> datetime | None:
    """Return when to look again at what is sent once and has to wait; None where nothing holds it back.

    What somebody began and waits for at this moment goes on. What has an end is told before that: nobody's
    pages, nor a whole server, go unsaid because an organisation let nothing come.
    """
    if look.row.kind not in SENT_ONCE or look.row.kind in AWAITED:
        return None
    until = look.rules.hushed_until
    if until is not None and look.row.kind in ENDING:
        until = min(until, look.delivery.due_at + ENDING_WAITS)
    return min(until, look.now + LOOKED_AT_AGAIN) if until is not None and look.now < until else None


def is_off(desk: Desk, rules: Rules, day: date) -> bool:
    """Whether no check-in comes on a day: it was named, or is a public holiday where the organisation is."""
    if day in rules.off_days:
        return True
    return rules.holidays is not None and desk.holidays.is_holiday(rules.holidays, day)
