"""Leases: what only one process may do at a time, where several stand on one database.

Contract: tests/contract/leases_contract.py.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Protocol


class Leases(Protocol):
    """Each lease has a name and one holder. Both methods raise `NotSaved` where the database is not there."""

    async def take(self, name: str, holder: str, *, runs: timedelta) -> bool:
        """Hold a lease for `runs` from now on, as often as one likes; False where another holds it."""
        ...

    async def give_up(self, name: str, holder: str) -> None:
        """Let a lease go; one that somebody else holds stays theirs."""
        ...
