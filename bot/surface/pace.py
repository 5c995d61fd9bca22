"""How fast something may leave: computed, not waited for. Whoever asks says what time it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

NOW = timedelta(0)


@dataclass(slots=True, kw_only=True)
class Bucket:
    """So many at once, and one more `every` so often.

    With a `size` above one the pace does not drift: one that leaves late delays none that follow.
    """

    size: int
    every: timedelta
    full_at: datetime
    """When it is full again: each one that is taken puts this off."""

    def wait(self, now: datetime) -> timedelta:
        """Return how long it is until one may be taken."""
        return max(NOW, self.full_at - (self.size - 1) * self.every - now)

    def leave_one(self, now: datetime) -> None:
        """Let one be left at most: others may have been taken elsewhere."""
        self.full_at = max(self.full_at, now + (self.size - 1) * self.every)

    def take(self, now: datetime) -> None:
        """Take one, also before its time: then the next waits for longer."""
        self.full_at = max(self.full_at, now) + self.every
