"""Quiet hours of a person and of their organisation, side by side."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.people import QuietHours

_DAY = timedelta(days=1)
_TICK = timedelta.resolution


def quiet_ends(own: QuietHours, team: QuietHours | None, local: datetime) -> datetime | None:
    """Return the next instant outside both; None where `local`, in the person's zone, is outside already.

    Where both together leave no minute of a day, somebody lives by other hours than their organisation:
    then their own hold alone.
    """
    both = [quiet for quiet in (own, team) if quiet is not None]
    at = local
    while (holds := next((quiet for quiet in both if quiet.cover(at.time())), None)) is not None:
        at = _end(holds, at)
        if at - local > _DAY:
            return _end(own, local) if own.cover(local.time()) else None
    return at if at > local else None


def quiet_begins(own: QuietHours, team: QuietHours | None, local: datetime) -> datetime | None:
    """Return when the quiet hours began that hold at `local`, or where none hold the last ones before it.

    Both count as one where they touch, and their own alone where both leave no minute of a day, as for
    `quiet_ends`. None where there are none.
    """
    both = [quiet for quiet in (own, team) if quiet is not None and quiet.start != quiet.end]
    if not both:
        return None
    last = at = max(_begin(quiet, local) for quiet in both)
    while (holds := next((quiet for quiet in both if quiet.cover((at - _TICK).time())), None)) is not None:
        at = _begin(holds, at - _TICK)
        if last - at > _DAY:
            return quiet_begins(own, None, local)
    return at


def is_quiet(own: QuietHours, team: QuietHours | None, at: time) -> bool:
    """Whether nothing is sent at a time of day."""
    return quiet_ends(own, team, datetime.combine(date(2000, 1, 1), at)) is not None


def _end(quiet: QuietHours, local: datetime) -> datetime:
    """Return when quiet hours end that hold now."""
    ends = local.replace(hour=quiet.end.hour, minute=quiet.end.minute, second=0, microsecond=0)
    return ends if ends > local else ends + _DAY


def _begin(quiet: QuietHours, local: datetime) -> datetime:
    """Return when quiet hours last began."""
    begins = local.replace(hour=quiet.start.hour, minute=quiet.start.minute, second=0, microsecond=0)
    return begins if begins <= local else begins - _DAY
