"""Bad requests, counted before Cloudflare counts them.

After 10,000 of them in ten minutes it turns an address away
(https://discord.com/developers/docs/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
"""

from __future__ import annotations

from collections import deque
from datetime import timedelta
from types import SimpleNamespace

import aiohttp

from adapters.discord.limits import PEOPLE_KNOWN, STRIKES_AGE, STRIKES_MOST, TURNED_AWAY_MOST
from bot.domain.people import Account
from bot.ports.time import Clock
from bot.surface.bounded import Bounded
from bot.surface.pace import NOW

_BAD = frozenset({401, 403, 429})
_TOO_MANY = 429
_SHARED = "shared"
"""What Discord says of a limit that others have used up: that one does not count."""


class Strikes:
    """The bad requests of this process, whichever of its clients made them."""

    def __init__(self, clock: Clock, *, most: int = STRIKES_MOST) -> None:
        """From `most` on the line is shut until enough of them are ten minutes old."""
        self._clock = clock
        self._times: deque[float] = deque(maxlen=most)

    def wait(self) -> timedelta:
        """Return how long the line is still shut; nothing where it is open."""
        if len(self._times) < (self._times.maxlen or 0):
            return NOW
        return max(NOW, STRIKES_AGE - timedelta(seconds=self._clock.elapsed() - self._times[0]))

    def note(self, status: int, scope: str = "") -> None:
        """Count an answer by its HTTP status, if it is a bad one, and by whose limit it was."""
        if status in _BAD and not (status == _TOO_MANY and scope == _SHARED):
            self._times.append(self._clock.elapsed())

    def trace(self) -> aiohttp.TraceConfig:
        """Return what has every answer counted that a client gets (`http_trace`)."""
        config = aiohttp.TraceConfig()
        config.on_request_end.append(self._ended)
        return config

    async def _ended(
        self,
        _session: aiohttp.ClientSession,
        _context: SimpleNamespace,
        params: aiohttp.TraceRequestEndParams,
    ) -> None:
        self.note(params.response.status, params.response.headers.get("X-RateLimit-Scope", ""))


class TurnedAway:
    """Who could not be written to lately, and how often: nobody is to shut the line for all others.

    Whoever has closed their direct messages makes a bad request with each command that writes there.
    """

    def __init__(self, clock: Clock) -> None:
        """Begin with nobody."""
        self._now = clock.elapsed
        self._times: Bounded[Account, tuple[float, ...]] = Bounded(PEOPLE_KNOWN)

    def is_tried(self, account: Account) -> bool:
        """Whether Discord is to be asked once more: not after so many times in ten minutes."""
        return len(self._lately(account)) < TURNED_AWAY_MOST

    def note(self, account: Account) -> None:
        """Note that they could not be written to."""
        self._times.put(account, (*self._lately(account), self._now()))

    def _lately(self, account: Account) -> tuple[float, ...]:
        since = self._now() - STRIKES_AGE.total_seconds()
        return tuple(at for at in self._times.get(account) or () if at > since)
