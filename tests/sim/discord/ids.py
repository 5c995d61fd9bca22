"""Ids and tokens as Discord's look, the same in every run with the same seed and clock.

https://docs.discord.com/developers/reference#snowflakes
"""

from __future__ import annotations

import hashlib
from collections import Counter

from tests.sim.common.clock import Timers

EPOCH = 1_420_070_400_000
"""The first millisecond of 2015, where snowflakes begin to count."""


class Ids:
    """Gives out ids. A snowflake says when it was made, and a later one is greater."""

    def __init__(self, timers: Timers, seed: int) -> None:
        """Draw tokens from `seed`, and ids from the clock."""
        self._timers = timers
        self._seed = seed
        self._given: Counter[str] = Counter()
        self._last = 0

    def snowflake(self) -> str:
        """Return a new id."""
        at = (int(self._timers.now() * 1000) - EPOCH) << 22
        self._last = max(at, self._last + 1)
        return str(self._last)

    def lasting(self, name: str) -> str:
        """Return the id of what has this name, the same whenever it is made."""
        drawn = int.from_bytes(hashlib.sha256(f"{self._seed}:{name}".encode()).digest()[:5])
        return str((1 << 58) + drawn)

    def skip(self, count: int) -> None:
        """Leave out so many snowflakes."""
        self._last = (int(self._timers.now() * 1000) - EPOCH << 22) + count

    def word(self, kind: str, length: int) -> str:
        """Return so many small letters and digits (64 at most), never the same for one kind."""
        self._given[kind] += 1
        drawn = hashlib.sha256(f"{self._seed}:{kind}:{self._given[kind]}".encode()).hexdigest()
        return drawn[:length]
