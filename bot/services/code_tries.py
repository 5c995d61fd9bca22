"""Codes that were tried and are none, by account: in memory alone, so that of a stranger nothing is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
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
        self._wrong: Bounded[Account, tuple[datetime, ...]] = Bounded(_ACCOUNTS)

    def are_over(self, account: Account, now: datetime) -> bool:
        """Whether this account is to wait before it brings another."""
        return len(self._lately(account, now)) >= MOST

    def note(self, account: Account, now: datetime) -> None:
        """Note that it brought a wrong one."""
        self._wrong.put(account, (*self._lately(account, now), now))

    def _lately(self, account: Account, now: datetime) -> tuple[datetime, ...]:
        return tuple(at for at in self._wrong.get(account) or () if at > now - WITHIN)
