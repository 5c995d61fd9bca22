"""A clock that stands still until it is moved."""

from __future__ import annotations

from datetime import UTC, datetime


class ManualClock:
    """Shows the instant that it was moved to last; it passes the contract suite of the port."""

    def __init__(self, start: datetime) -> None:
        """Show `start`.

        Raises:
            ValueError: `start` has no offset.
        """
        self._now = _in_utc(start)
        self._elapsed = 0.0

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return self._now

    def elapsed(self) -> float:
        """Return the seconds that the clock was moved forward, and those that were spent."""
        return self._elapsed

    def move_to(self, instant: datetime) -> None:
        """Show `instant`. It may lie in the past, as when a system clock is put right; `elapsed` then stays.

        Raises:
            ValueError: `instant` has no offset.
        """
        instant = _in_utc(instant)
        self._elapsed += max(0.0, (instant - self._now).total_seconds())
        self._now = instant

    def spend(self, seconds: float) -> None:
        """Let `seconds` go by on `elapsed` alone, as slow work does, at the same instant.

        Raises:
            ValueError: `seconds` is below zero.
        """
        if seconds < 0:
            raise ValueError("what is spent is not given back")
        self._elapsed += seconds


def _in_utc(instant: datetime) -> datetime:
    if instant.utcoffset() is None:
        raise ValueError("an instant has an offset")
    return instant.astimezone(UTC)
