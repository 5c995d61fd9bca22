"""Codes that were tried and are none, by account: in memory alone, so that of a stranger nothing is kept.

An event counts once, however often its unit of work is run.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from threading import Lock
from typing import Final

from bot.domain.people import Account
from bot.surface.bounded import Bounded

MOST: Final = 5
"""Wrong codes that an account may bring within `WITHIN`: of a code nobody guesses any more than so many parts
in 2**39."""
WITHIN: Final = timedelta(minutes=10)
_ACCOUNTS: Final = 10_000


class CodeTries:
    """Who brought how many wrong codes lately."""

    def __init__(self) -> None:
        """Begin with nobody."""
        self._wrong: Bounded[Account, dict[str, datetime]] = Bounded(_ACCOUNTS)
        self._alone = Lock()  # units run on several threads

    def are_over(self, account: Account, now: datetime, event: str) -> bool:
        """Whether this account is to wait before it brings another than it brought with this event."""
        with self._alone:
            return len(self._lately(account, now).keys() - {event}) >= MOST

    def note(self, account: Account, now: datetime, event: str) -> None:
        """Note that it brought a wrong one."""
        with self._alone:
            self._wrong.put(account, {event: now} | self._lately(account, now))

    def _lately(self, account: Account, now: datetime) -> dict[str, datetime]:
        wrong = self._wrong.get(account) or {}
        return {event: at for event, at in wrong.items() if at > now - WITHIN}
