"""Where people are, as they told it with a command: Discord itself says nothing of anybody's zone.

What was told is kept in memory alone, until the core has asked for it; a restart loses what was not used.
"""

from __future__ import annotations

from adapters.discord.limits import CHOICES, PEOPLE_KNOWN
from bot.domain.people import Account
from bot.domain.zones import zones_with
from bot.surface.bounded import Bounded


class Zones:
    """The zone of everyone who told it since the start."""

    def __init__(self) -> None:
        """Know nobody's."""
        self._told: Bounded[Account, str] = Bounded(PEOPLE_KNOWN)

    def of(self, account: Account) -> str | None:
        """Return the IANA name of the zone that somebody told; None where they told none."""
        return self._told.get(account)

    def note(self, account: Account, zone: str) -> None:
        """Keep the IANA name of the zone that somebody told."""
        self._told.put(account, zone)

    def forget(self, account: Account) -> None:
        """Know no zone of somebody's any more."""
        self._told.drop(account)

    def offered(self, account: Account, typed: str) -> tuple[str, ...]:
        """Return the names that are offered while somebody types; their own first where they typed none."""
        found = zones_with(typed, CHOICES)
        own = self.of(account)
        if own is None or typed.strip():
            return found
        return (own, *(name for name in found if name != own))[:CHOICES]
