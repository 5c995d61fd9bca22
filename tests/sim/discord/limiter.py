"""Discord's rate limits: quotas of routes, one for all, one for opening direct messages, and the ban.

https://docs.discord.com/developers/topics/rate-limits: what is asked of one route and one channel or webhook
has a quota, told in headers; all requests but those that answer interactions have one more, 50 a second; and
who gets 401, 403 or 429 too often is turned away by Cloudflare for a while, with a page of HTML that has no
`Via`. No number of a route is documented, nor how many direct messages may be opened (25 to 40 were seen,
discord-php/DiscordPHP#467), nor how long a ban lasts: those here are guesses.
"""

from __future__ import annotations

import hashlib
import math
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from tests.json_types import ReadJson

MESSAGES = "/channels/{channel}/messages"
"""The template of the route on which messages are posted."""
WEBHOOK = "/webhooks/{application}/{token}"
"""The template of the route on which follow-ups are sent."""


@dataclass(frozen=True, slots=True)
class Quota:
    """So many requests in so many seconds. `shared` is one that others use up too: no 429 of it counts."""

    most: int
    seconds: float
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What an app may ask for. `routes` are by method and template: "POST /channels/{channel}/messages"."""

    routes: Mapping[str, Quota] = field(
        default_factory=lambda: {f"POST {MESSAGES}": Quota(5, 5.0), f"POST {WEBHOOK}": Quota(5, 2.0)}
    )
    route: Quota = Quota(10, 5.0)
    """What every other route may be asked for."""
    everything: Quota = Quota(50, 1.0)
    opening: Quota = Quota(30, 600.0)
    """How many direct messages may be opened that were not open before."""
    invalid: Quota = Quota(10_000, 600.0)
    ban: float = 600.0
    """Seconds for which who has had too many refusals is turned away."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A request: its method, the template of its route, and the channel, guild or webhook in it."""

    method: str
    template: str
    major: str = ""

    @property
    def is_of_interaction(self) -> bool:
        """Whether it answers an interaction, at once or later."""
        return self.template.startswith(("/interactions/", "/webhooks/"))

    @property
    def has_bucket(self) -> bool:
        """Whether its route has a quota; a first answer to an interaction has none."""
        return not self.template.startswith("/interactions/")


@dataclass(frozen=True, slots=True)
class Reply:
    """What is answered instead: JSON, or a page of HTML where `page` is not empty."""

    status: int
    headers: Mapping[str, str]
    body: ReadJson | None = None
    page: str = ""


class Window:
    """Counts what happens in a window that opens with the first and closes some seconds later."""

    def __init__(self, quota: Quota) -> None:
        """Begin with nothing."""
        self.quota = quota
        self.ends = 0.0
        self.used = 0

    def wait(self, now: float) -> float:
        """Return the seconds until there is room; 0.0 for now. Nothing is taken."""
        if now >= self.ends:
            self.used, self.ends = 0, now + self.quota.seconds
        return self.ends - now if self.used >= self.quota.most else 0.0


class Limiter:
    """Counts the requests of one app, by the seconds that `now` tells."""

    def __init__(self, now: Callable[[], float], limits: Limits | None) -> None:
        """Hold to `limits`; None for none at all. They may be set anew at any time."""
        self._now = now
        self.limits = limits
        self._windows: dict[tuple[str, ...], Window] = {}
        self._invalid: deque[float] = deque()
        self._banned_until = 0.0
        self.refused = 0
        """How many were told to wait."""
        self.turned_away = 0
        """How many came during a ban."""

    @property
    def invalid(self) -> int:
        """How many answers of 401, 403 and 429 count against the app now."""
        if self.limits is not None:
            self._forget(self.limits)
        return len(self._invalid)

    @property
    def is_banned(self) -> bool:
        """Whether the app is turned away now."""
        return self._now() < self._banned_until

    def take(self, asked: Asked) -> Reply | None:
        """Count a request; return what is answered instead of what it asks for, if it comes too soon."""
        if self.limits is None:
            return None
        now = self._now()
        if now < self._banned_until:
            self.turned_away += 1
            return Reply(429, {"Retry-After": str(math.ceil(self._banned_until - now))}, page=_PAGE)
        if not asked.is_of_interaction:
            everything = self._window(self.limits.everything, "everything")
            if wait := everything.wait(now):
                return self._too_many(wait, "global", {})
            everything.used += 1
        if not asked.has_bucket:
            return None
        window = self._route(asked, self.limits)
        if wait := window.wait(now):
            return self._too_many(wait, "shared" if window.quota.shared else "user", self.headers(asked))
        window.used += 1
        return None

    def headers(self, asked: Asked) -> dict[str, str]:
        """Return what the answer to a request tells of the quota of its route."""
        if self.limits is None or not asked.has_bucket:
            return {}
        now = self._now()
        window = self._route(asked, self.limits)
        window.wait(now)
        name = hashlib.sha256(f"{asked.method} {asked.template}".encode()).hexdigest()[:32]
        return {
            "X-RateLimit-Limit": str(window.quota.most),
            "X-RateLimit-Remaining": str(max(0, window.quota.most - window.used)),
            "X-RateLimit-Reset": f"{window.ends:.3f}",
            "X-RateLimit-Reset-After": f"{window.ends - now:.3f}",
            "X-RateLimit-Bucket": name,
        }

    def opens(self) -> Reply | None:
        """Count a direct message that is opened for the first time; return the refusal of one too many."""
        if self.limits is None:
            return None
        window = self._window(self.limits.opening, "opening")
        if window.wait(self._now()):
            self.refused += 1
            return Reply(403, {}, {"message": "You are opening direct messages too fast", "code": 40003})
        window.used += 1
        return None

    def answered(self, status: int, headers: Mapping[str, str] | None = None) -> None:
        """Count an answer that was given, whoever gave it; enough of those that are refusals bring a ban."""
        limits = self.limits
        scope = (headers or {}).get("X-RateLimit-Scope")
        if limits is None or self.is_banned or status not in {401, 403, 429} or scope == "shared":
            return
        self._forget(limits)
        self._invalid.append(self._now())
        if len(self._invalid) >= limits.invalid.most:
            self._invalid.clear()
            self._banned_until = self._now() + limits.ban

    def _too_many(self, wait: float, scope: str, headers: Mapping[str, str]) -> Reply:
        self.refused += 1
        told = {**headers, "Retry-After": str(math.ceil(wait)), "X-RateLimit-Scope": scope}
        if scope == "global":
            told["X-RateLimit-Global"] = "true"
        whose = "The resource is" if scope == "shared" else "You are"
        body = {"message": f"{whose} being rate limited.", "retry_after": wait, "global": scope == "global"}
        return Reply(429, told, body)

    def _route(self, asked: Asked, limits: Limits) -> Window:
        quota = limits.routes.get(f"{asked.method} {asked.template}", limits.route)
        return self._window(quota, asked.method, asked.template, asked.major)

    def _window(self, quota: Quota, *key: str) -> Window:
        """Return the window of a key, a new one where its quota has changed."""
        if key not in self._windows or self._windows[key].quota != quota:
            self._windows[key] = Window(quota)
        return self._windows[key]

    def _forget(self, limits: Limits) -> None:
        while self._invalid and self._invalid[0] <= self._now() - limits.invalid.seconds:
            self._invalid.popleft()


_PAGE = "<!DOCTYPE html><html><head><title>Access denied</title></head><body>error code: 1015</body></html>"
