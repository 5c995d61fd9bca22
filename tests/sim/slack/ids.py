"""Ids as Slack's look, the same in every run with the same seed."""

from __future__ import annotations

import base64
import hashlib
from collections import Counter


class Ids:
    """Gives out ids. Each kind counts for itself, so that one more of a kind moves no id of another."""

    def __init__(self, seed: int) -> None:
        """Draw everything from `seed`."""
        self._seed = seed
        self._given: Counter[str] = Counter()
        self._last_ts = 0

    def new(self, kind: str, length: int = 9) -> str:
        """Return an id that begins with `kind` ("U", "D", "V", …) and has `length` further letters."""
        return kind + self.word(kind, length)

    def word(self, kind: str, length: int) -> str:
        """Return so many capitals and digits (56 at most), never the same for one kind."""
        self._given[kind] += 1
        drawn = hashlib.sha256(f"{self._seed}:{kind}:{self._given[kind]}".encode()).digest()
        return base64.b32encode(drawn).decode().rstrip("=")[:length]

    def skip(self, count: int, *kinds: str) -> None:
        """Let so many of some kinds have been given out before: nothing of them comes again."""
        for kind in kinds:
            self._given[kind] += count

    def ts(self, now: float) -> str:
        """Return the ts of a message: unique in the whole world, and never before an earlier one."""
        self._last_ts = max(round(now * 1_000_000), self._last_ts + 1)
        return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"
