"""Quiet hours of a person and of their organisation, side by side."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.domain.people import QuietHours

_DAY = timedelta(days=1)


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


def is_quiet(own: QuietHours, team: QuietHours | None, at: time) -> bool:
    """Whether nothing is sent at a time of day."""
    return quiet_ends(own, team, datetime.combine(date(2000, 1, 1), at)) is not None


def _end(quiet: QuietHours, local: datetime) -> datetime:
    """Return when quiet hours end that hold now."""
    ends = local.replace(hour=quiet.end.hour, minute=quiet.end.minute, second=0, microsecond=0)
    return ends if ends > local else ends + _DAY
