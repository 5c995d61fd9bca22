"""The system's clock and its chance: the one file that reads the hour and draws what nobody can foresee."""

from __future__ import annotations

import secrets
import time
from datetime import UTC, datetime
from uuid import UUID, uuid4
from zoneinfo import ZoneInfoNotFoundError

from tzlocal import get_localzone_name


class SystemClock:
    """The clock of the machine."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC)

    def elapsed(self) -> float:
        """Return seconds on a clock that never goes backwards."""
        return time.monotonic()


class SystemChance:
    """Chance from the operating system."""

    def new_id(self) -> UUID:
        """Return a fresh random UUID (version 4)."""
        return uuid4()

    def below(self, count: int) -> int:
        """Return a number from 0 to `count` - 1, each as likely; raises ValueError below 1."""
        return secrets.randbelow(count)


def local_zone() -> str | None:
    """Return the machine's IANA zone, or None where it tells none."""
    try:
        return get_localzone_name()
    except (ZoneInfoNotFoundError, LookupError):
        return None
