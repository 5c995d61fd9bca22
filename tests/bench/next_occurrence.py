"""How much the rules of local time cost over the bare conversion that they cannot do without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.recurrence import daily, next_after
from tests.bench.harness import Figure, compare

_N = 20_000


def figures() -> Iterator[Figure]:
    """Compare `next_after` with zoneinfo by hand for a daily 09:00 in New York."""
    zone, at, rule = ZoneInfo("America/New_York"), time(9), daily(time(9))
    start = datetime(2026, 1, 5, 8, tzinfo=UTC)
    instants = [start + timedelta(minutes=37 * place) for place in range(_N)]

    def product() -> None:
        for instant in instants:
            next_after(rule, zone, instant)

    def by_hand() -> None:
        for instant in instants:
            local = instant.astimezone(zone)
            day = local.date() + timedelta(days=1) if at <= local.time() else local.date()
            datetime.combine(day, at, zone).astimezone(UTC)

    why = "zoneinfo by hand, without gaps, missing dates or a result value"
    yield compare("next_occurrence", product, by_hand, n=_N, why=why)
