"""How much the rules of local time cost over the bare conversion that they cannot do without."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.recurrence import Occurrence, daily, next_after
from tests.bench.harness import Figure, compare

_N = 20_000


def figures() -> Iterator[Figure]:
    """Compare `next_after` with zoneinfo by hand for a daily 09:00 in New York."""
    zone, at, rule = ZoneInfo("America/New_York"), time(9), daily(time(9))
    one_day = timedelta(days=1)
    start = datetime(2026, 1, 5, 8, tzinfo=UTC)
    instants = [start + timedelta(minutes=37 * place) for place in range(_N)]

    def product() -> None:
        for instant in instants:
            next_after(rule, zone, instant)

    def by_hand() -> None:
        for instant in instants:
            local = instant.astimezone(zone)
            day = local.date() + one_day if at <= local.time() else local.date()
            asked = datetime.combine(day, at, zone)
            Occurrence(day, "09:00", asked.astimezone(UTC), asked)

    why = (
        "zoneinfo by hand to the same result value; the floor knows one daily hour and no gap, fold, "
        "missing date or other rhythm"
    )
    yield compare("next_occurrence", product, by_hand, n=_N, why=why, target=1.3)
