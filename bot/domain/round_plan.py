"""When each step of a round comes, by the working days and hours of whoever looks after it.

Where a clock is set while a round is open, a length of time stays as long as it is, and a time of day stays
the time of day: sharing may end at another hour on the clock, and the next morning is a morning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import islice
from zoneinfo import ZoneInfo

from bot.domain.round_hours import NOT_IN_LAST, Hours, clock, day_name, instant
from bot.domain.rounds import RoundTemplate
from bot.errors import BadInput

_HOUR = timedelta(hours=1)
_MINUTE = timedelta(minutes=1)


class Step(StrEnum):
    """What happens to a round, in the order in which things of one instant happen."""

    OPENS = "opens"
    CLOSE = "close"
    """Sharing ends, and how people arrived is told."""
    LOOK = "look"
    """Whoever looks after the circle is asked to look where nothing was answered through Reststop."""
    RELEASE = "release"
    """What has no name is released, two or more together."""
    ENDS = "ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPlan:
    """The instants of one round, in UTC.

    `opens` < `sharing_ends` <= `look_at` <= `ends`. Every one of `releases` lies after `opens`, not after
    `ends`, and in no last two hours of the facilitator's; there may be none.
    """

    opens: datetime
    sharing_ends: datetime
    look_at: datetime
    ends: datetime
    releases: tuple[datetime, ...]

    @property
    def steps(self) -> tuple[tuple[Step, datetime], ...]:
        """All that happens, in its order."""
        named = [
            (self.opens, Step.OPENS),
            (self.sharing_ends, Step.CLOSE),
            (self.look_at, Step.LOOK),
            *((release, Step.RELEASE) for release in self.releases),
            (self.ends, Step.ENDS),
        ]
        order = list(Step)
        named.sort(key=lambda each: (each[0], order.index(each[1])))
        return tuple((step, at) for at, step in named)


def check_fit(sharing: timedelta, day: int, at: time, hours: Hours) -> None:
    """See that a round that opens on a day of the week (Monday 0) stays within somebody's hours.

    Raises:
        BadInput: it does not. The sentence says what would fit.
    """
    lasts, room = in_words(sharing), hours.length - sharing
    if room < timedelta():
        raise BadInput(
            f"Sharing goes on for {lasts} in this round, and the hours given hold {in_words(hours.length)}. "
            "Longer hours would fit it, or another round."
        )
    offset = hours.offset(at)
    if offset is None or offset > room:
        first, last = clock(hours.start), clock(hours.clock_at(room))
        raise BadInput(
            f"Sharing goes on for {lasts} in this round, and the hours given are {first} to "
            f"{clock(hours.end)}. It can open {f'between {first} and {last}' if room else f'at {first}'}."
        )
    if hours.day_of(day, at) not in hours.days:
        raise BadInput(
            f"{day_name(hours.day_of(day, at))} is not among the days given: {hours.days_in_words}."
        )


def plan_round(template: RoundTemplate, opens: datetime, hours: Hours, zone: ZoneInfo) -> RoundPlan:
    """Return when each step of a round comes that opens at an instant.

    Raises:
        BadInput: it leaves the hours. The sentence says what would fit.
    """
    local = opens.astimezone(zone)
    check_fit(template.sharing, local.weekday(), local.time(), hours)
    return laid_out(template, opens, hours, zone)


def laid_out(template: RoundTemplate, opens: datetime, hours: Hours, zone: ZoneInfo) -> RoundPlan:
    """Return when each step comes, even of a round that leaves the hours, as where a clock was set."""
    opens = opens.astimezone(UTC)
    day = hours.belongs_to(opens.astimezone(zone))
    over = hours.end_on(day, zone)
    sharing_ends = opens + template.sharing
    if opens < over < sharing_ends:
        sharing_ends = over
    mornings = ((on, at) for on, at in hours.mornings_from(day, zone) if at > sharing_ends)
    following = list(islice(mornings, template.answering))
    (next_day, look_at), (last_day, last_morning) = following[0], following[-1]
    ends = max(_same_time(sharing_ends, last_day, hours, zone), last_morning)
    early = min(sharing_ends, over - NOT_IN_LAST)
    is_there = hours.start_on(day, zone) <= early and opens < early
    is_there_next = look_at <= hours.end_on(next_day, zone) - NOT_IN_LAST
    releases = ((early,) if is_there else ()) + ((look_at,) if is_there_next else ())
    return RoundPlan(opens=opens, sharing_ends=sharing_ends, look_at=look_at, ends=ends, releases=releases)


def _same_time(then: datetime, day: date, hours: Hours, zone: ZoneInfo) -> datetime:
    """Return the time of day of `then` in the hours that begin on another date."""
    at = then.astimezone(zone).time().replace(second=0, microsecond=0)
    is_late = hours.is_overnight and at <= hours.end
    return instant(day + timedelta(days=1) if is_late else day, at, zone)


def in_words(span: timedelta) -> str:
    """Return "4 hours", "45 minutes" or "1 hour and 30 minutes"."""
    hours, rest = divmod(span, _HOUR)
    minutes = rest // _MINUTE
    said = [
        f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in ((hours, "hour"), (minutes, "minute"))
    ]
    return (
        " and ".join(each for each, count in zip(said, (hours, minutes), strict=True) if count) or "no time"
    )
