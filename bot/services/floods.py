"""How much one account sends to a circle at once: in memory alone, so that nobody is counted anywhere.

An event counts once, however often its unit of work is run.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock
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
        self._sent: Bounded[tuple[Account, UUID], dict[str, datetime]] = Bounded(_KNOWN)
        self._reports: Bounded[tuple[Account, UUID], tuple[int, frozenset[str]]] = Bounded(_KNOWN)
        self._alone = Lock()  # units run on several threads

    def takes_form(self, account: Account, circle: UUID, now: datetime, event: str) -> bool:
        """Whether one more form is taken from an account now; one that is taken counts."""
        with self._alone:
            sent = self._sent.get((account, circle)) or {}
            lately = {each: at for each, at in sent.items() if at > now - SENT_WITHIN}
            is_taken = event in lately or len(lately) < SENT_MOST
            self._sent.put((account, circle), {event: now} | lately if is_taken else lately)
        return is_taken

    def takes_report(self, account: Account, circle: UUID, of_round: int, event: str) -> bool:
        """Whether an account may ask once more for a look in this round; where it may, that counts."""
        with self._alone:
            last, asked = self._reports.get((account, circle)) or (of_round, frozenset())
            asked = asked if last == of_round else frozenset()
            is_taken = event in asked or len(asked) < REPORTS_MOST
            self._reports.put((account, circle), (of_round, asked | {event} if is_taken else asked))
        return is_taken
