"""How much one account sends to a circle at once: in memory alone, so that nobody is counted anywhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from bot.domain.people import Account
from bot.surface.bounded import Bounded

SENT_MOST: Final = 6
"""Forms that an account may send to one circle within `SENT_WITHIN`."""
SENT_WITHIN: Final = timedelta(minutes=10)
REPORTS_MOST: Final = 3
"""Times that an account may ask for a look in one round of a circle."""
_KNOWN: Final = 10_000


class Floods:
    """What came lately, by account and circle. A restart forgets it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._sent: Bounded[tuple[Account, UUID], tuple[datetime, ...]] = Bounded(_KNOWN)
        self._reports: Bounded[tuple[Account, UUID], tuple[int, int]] = Bounded(_KNOWN)

    def takes_form(self, account: Account, circle: UUID, now: datetime) -> bool:
        """Whether one more form is taken from an account now; one that is taken counts."""
        lately = tuple(at for at in self._sent.get((account, circle)) or () if at > now - SENT_WITHIN)
        is_taken = len(lately) < SENT_MOST
        self._sent.put((account, circle), (*lately, now) if is_taken else lately)
        return is_taken

    def takes_report(self, account: Account, circle: UUID, of_round: int) -> bool:
        """Whether an account may ask once more for a look in this round; where it may, that counts."""
        last, count = self._reports.get((account, circle)) or (of_round, 0)
        count = count if last == of_round else 0
        self._reports.put((account, circle), (of_round, min(count + 1, REPORTS_MOST)))
        return count < REPORTS_MOST
