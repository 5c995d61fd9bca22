"""The loopback Discord's limits hold, tell what is left, and come back with the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.testing.time import ManualClock
from tests.sim.discord.limiter import MESSAGES, WEBHOOK, Asked, Limiter, Limits, Quota

START = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
POST = Asked("POST", MESSAGES, "1")
CALLBACK = Asked("POST", "/interactions/{interaction}/{token}/callback")
FOLLOW = Asked("POST", WEBHOOK, "a/t")


@pytest.fixture
def clock() -> ManualClock:
    """A clock that stands still."""
    return ManualClock(START)


def limiter(clock: ManualClock, limits: Limits | None) -> Limiter:
    """A limiter on a clock."""
    return Limiter(lambda: clock.now().timestamp(), limits)


def passes(limiter: Limiter, asked: Asked, times: int) -> int:
    """How many of so many requests are let through."""
    return sum(limiter.take(asked) is None for _ in range(times))


def later(clock: ManualClock, seconds: float) -> None:
    """Let seconds go by."""
    clock.move_to(clock.now() + timedelta(seconds=seconds))


def test_a_route_has_a_quota_for_each_channel_and_tells_what_is_left(clock: ManualClock) -> None:
    """The headers of Discord's page, and one bucket for all channels."""
    limits = limiter(clock, Limits(routes={f"POST {MESSAGES}": Quota(2, 5.0)}))
    assert limits.take(POST) is None
    assert limits.headers(POST) == {
        "X-RateLimit-Limit": "2",
        "X-RateLimit-Remaining": "1",
        "X-RateLimit-Reset": f"{START.timestamp() + 5:.3f}",
        "X-RateLimit-Reset-After": "5.000",
        "X-RateLimit-Bucket": limits.headers(Asked("POST", MESSAGES, "2"))["X-RateLimit-Bucket"],
    }
    later(clock, 1.5)
    assert passes(limits, POST, 2) == 1
    assert limits.headers(POST)["X-RateLimit-Remaining"] == "0"
    assert limits.headers(POST)["X-RateLimit-Reset-After"] == "3.500"
    assert limits.take(Asked("POST", MESSAGES, "2")) is None
    assert limits.take(Asked("DELETE", MESSAGES + "/{message}", "1")) is None
    later(clock, 3.4)
    assert limits.take(POST) is not None
    later(clock, 0.1)
    assert passes(limits, POST, 3) == 2


def test_a_refusal_says_how_long_and_whose_limit_it_is(clock: ManualClock) -> None:
    """The three examples of Discord's page."""
    limits = limiter(clock, Limits(routes={f"POST {MESSAGES}": Quota(1, 64.57)}))
    limits.take(POST)
    refused = limits.take(POST)
    assert refused is not None
    assert (refused.status, refused.headers["Retry-After"]) == (429, "65")
    assert refused.headers["X-RateLimit-Scope"] == "user"
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    assert "X-RateLimit-Global" not in refused.headers
    assert refused.body == {
        "message": "You are being rate limited.",
        "retry_after": pytest.approx(64.57),
        "global": False,
    }
    limits.limits = Limits(routes={f"POST {MESSAGES}": Quota(1, 10.0, shared=True)})
    limits.take(POST)
    refused = limits.take(POST)
    assert refused is not None
    assert refused.body is not None
    assert refused.headers["X-RateLimit-Scope"] == "shared"
    assert refused.body["message"] == "The resource is being rate limited."
    assert limits.refused == 2


def test_everything_but_answers_to_interactions_shares_one_limit(clock: ManualClock) -> None:
    """50 a second, whatever the route; callbacks and follow-ups go on."""
    limits = limiter(clock, Limits(routes={f"POST {WEBHOOK}": Quota(99, 5.0)}))
    assert sum(limits.take(Asked("POST", MESSAGES, str(n))) is None for n in range(51)) == 50
    refused = limits.take(Asked("GET", "/users/@me"))
    assert refused is not None
    assert refused.body is not None
    assert refused.body["global"] is True
    assert refused.headers["X-RateLimit-Global"] == "true"
    assert refused.headers["X-RateLimit-Scope"] == "global"
    assert "X-RateLimit-Bucket" not in refused.headers
    assert passes(limits, CALLBACK, 200) == 200
    assert limits.headers(CALLBACK) == {}
    assert passes(limits, FOLLOW, 60) == 60
    later(clock, 1.0)
    assert limits.take(POST) is None


def test_direct_messages_cannot_be_opened_too_fast(clock: ManualClock) -> None:
    """40003, until the window has closed."""
    limits = limiter(clock, Limits(opening=Quota(2, 60.0)))
    assert [limits.opens() is None for _ in range(3)] == [True, True, False]
    refused = limits.opens()
    assert refused is not None
    assert refused.status == 403
    assert refused.body == {"message": "You are opening direct messages too fast", "code": 40003}
    later(clock, 60.0)
    assert limits.opens() is None


def test_too_many_refusals_bring_a_ban_that_ends(clock: ManualClock) -> None:
    """A page without JSON, to everything; what is shared and what went well does not count."""
    limits = limiter(clock, Limits(invalid=Quota(3, 600.0), ban=120.0))
    for status in (200, 400, 404, 500):
        limits.answered(status)
    limits.answered(429, {"X-RateLimit-Scope": "shared"})
    assert limits.invalid == 0
    limits.answered(401)
    limits.answered(403)
    assert limits.invalid == 2
    later(clock, 600.0)
    assert limits.invalid == 0
    for status in (401, 403, 429):
        assert not limits.is_banned
        limits.answered(status, {"X-RateLimit-Scope": "user"})
    assert limits.is_banned
    refused = limits.take(CALLBACK)
    assert refused is not None
    assert (refused.status, refused.body, refused.headers) == (429, None, {"Retry-After": "120"})
    assert refused.page.startswith("<!DOCTYPE html>")
    limits.answered(429)
    assert limits.turned_away == 1
    later(clock, 120.0)
    assert not limits.is_banned
    assert limits.take(CALLBACK) is None


def test_one_refusal_less_brings_no_ban(clock: ManualClock) -> None:
    """10,000 in ten minutes, as Discord's page says, and not before."""
    limits = limiter(clock, Limits())
    for _ in range(9_999):
        limits.answered(403)
    assert not limits.is_banned
    limits.answered(403)
    assert limits.is_banned


def test_without_limits_nothing_is_refused(clock: ManualClock) -> None:
    """And no headers tell of what is not there."""
    limits = limiter(clock, None)
    assert passes(limits, POST, 500) == 500
    assert limits.headers(POST) == {}
    assert limits.opens() is None
    for _ in range(20_000):
        limits.answered(401)
    assert not limits.is_banned
    assert limits.invalid == 0
    assert limits.take(POST) is None
