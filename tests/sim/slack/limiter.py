"""Slack's rate limits: token buckets that refill on the clock.

https://docs.slack.dev/apis/web-api/rate-limits: each method of a workspace has a tier, in requests a minute;
`chat.postMessage` is bound by about one message a second in a channel, and by a ceiling for the workspace.
How large a burst may be is nowhere written: the bursts here are guesses.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from tests.sim.common.clock import Timers

TIERS = {1: 1, 2: 20, 3: 50, 4: 100}
"""Requests a minute."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a workspace may ask for.

    A tier's burst is `tier_burst` times what it allows in a minute.
    """

    tier_burst: float = 0.5
    channel_per_second: float = 1.0
    channel_burst: int = 3
    posts_per_minute: float = 300.0
    posts_burst: int = 20


@dataclass(slots=True)
class Bucket:
    """So many requests at once, and so many a second after that."""

    size: float
    per_second: float
    at: float
    held: float = field(init=False)

    def __post_init__(self) -> None:
        """Begin full."""
        self.held = self.size

    def wait(self, now: float) -> float:
        """Return the seconds until a request may come; 0.0 for now. Nothing is taken."""
        self.held = min(self.size, self.held + max(0.0, now - self.at) * self.per_second)
        self.at = now
        return 0.0 if self.held >= 1 else (1 - self.held) / self.per_second


class Limiter:
    """Counts the requests of every workspace."""

    def __init__(self, timers: Timers, limits: Limits | None) -> None:
        """Hold to `limits`; None for none at all."""
        self._timers = timers
        self.limits = limits
        self._buckets: dict[tuple[str, ...], Bucket] = {}
        self.refused = 0
        """How many were told to wait."""

    def take(self, workspace: str, method: str, tier: int | None, channel: str | None) -> int | None:
        """Count a request; return the whole seconds to wait if it comes too soon, else None."""
        limits = self.limits
        if limits is None:
            return None
        buckets = []
        if tier is not None:
            minute = TIERS[tier]
            buckets.append(
                self._bucket((workspace, method), max(1.0, minute * limits.tier_burst), minute / 60)
            )
        if method == "chat.postMessage":
            size, rate = limits.posts_burst, limits.posts_per_minute / 60
            buckets.append(self._bucket((workspace, method, "all"), size, rate))
            size, rate = limits.channel_burst, limits.channel_per_second
            buckets.append(self._bucket((workspace, method, "channel", channel or ""), size, rate))
        now = self._timers.now()
        wait = max((bucket.wait(now) for bucket in buckets), default=0.0)
        if wait > 0:
            self.refused += 1
            return math.ceil(wait)
        for bucket in buckets:
            bucket.held -= 1
        return None

    def _bucket(self, key: tuple[str, ...], size: float, per_second: float) -> Bucket:
        if key not in self._buckets:
            self._buckets[key] = Bucket(size, per_second, self._timers.now())
        return self._buckets[key]
