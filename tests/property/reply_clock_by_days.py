"""How much time counts while a question waits, worked out day by day: what its laws are held against."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.domain.courses.reply_clock import DaysOff
from bot.domain.round_hours import instant
from bot.domain.zones import zone_of

_DAY = timedelta(days=1)


def counted(since: datetime, until: datetime, days_off: DaysOff, zone: str) -> timedelta:
    """Return how much of the time between two instants counts; nothing where they are the other way round."""
    whole = timedelta()
    for begins, ends in _days(since, until, days_off, zone):
        whole += max(timedelta(), min(ends, until) - max(begins, since))
    return whole


def is_running(now: datetime, days_off: DaysOff, zone: str) -> bool:
    """Whether the clock runs at an instant."""
    return any(begins <= now < ends for begins, ends in _days(now, now, days_off, zone))


def _days(since: datetime, until: datetime, days_off: DaysOff, zone: str) -> list[tuple[datetime, datetime]]:
    """Return each day from the one before the first to the one after the last that is not off."""
    place = zone_of(zone)
    first, last = (at.astimezone(UTC).astimezone(place).date() for at in (since, until))
    days = [first + number * _DAY for number in range(-1, (last - first).days + 2)]
    return [
        (instant(day, time(), place), instant(day + _DAY, time(), place))
        for day in days
        if day not in days_off
    ]
