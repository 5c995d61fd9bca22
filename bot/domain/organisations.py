"""An organisation: a Slack workspace, a Discord server, or who is at one terminal; and what its admins set.

Settings are about the organisation. None of them opens, shortens or tells what somebody wrote before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain.adoption import Counted
from bot.domain.people import PersonId, QuietHours
from bot.domain.roles import Creates

LEAST_GROUP = 5
"""No figure about fewer people is ever shown. Admins may raise it, and never lower it again."""
MOST_GROUP = 100
CEILING_NOTICE = timedelta(days=30)
"""A shorter time for pages holds from so long after it was set on, for pages written from then on."""
KEPT_DAYS = 30
"""So long an organisation is kept after Reststop was removed there, in case it is added again."""
STAFF_LINES = 3
LINE_MAX = 120
CHANNELS_MAX = 10
OFF_DAYS_MAX = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The longest that a page written on `since` or later is kept; `days` None: as each person likes."""

    since: date
    days: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What an organisation set. Empty where nobody did: then it says "not set" to whoever looks for it.

    `policy` is the https address of its own page on ending, referring and law. `on_call` and `staff` are how
    its people reach somebody. `checked` holds on which day an admin saw that a help line is right, by
    `region/label`. `ceilings` are ordered by day. `off_days` are days on which nothing comes by itself, and
    `holidays` the region whose public holidays are such days, too. Within `quiet` nothing is sent, beside
    each person's own quiet hours. `hushed_until`: after a hard event nothing comes before this instant.
    `only_reviewed`: what nobody signed here is not pushed. `channels` are the names of those in which circles
    and courses may be; none named means wherever Reststop was let in.
    """

    policy: str = ""
    on_call: str = ""
    staff: tuple[str, ...] = ()
    checked: Mapping[str, date] = field(default_factory=dict)
    ceilings: tuple[Ceiling, ...] = ()
    min_group: int = LEAST_GROUP
    off_days: frozenset[date] = frozenset()
    holidays: str | None = None
    quiet: QuietHours | None = None
    hushed_until: datetime | None = None
    only_reviewed: bool = False
    circles_by: Creates = Creates.ROLE
    courses_by: Creates = Creates.ROLE
    channels: tuple[str, ...] = ()

    def is_hushed(self, now: datetime) -> bool:
        """Whether nothing comes by itself at this moment."""
        return self.hushed_until is not None and now < self.hushed_until

    def longest_for(self, written: date) -> int | None:
        """Return how many days a page of `written` is kept at most; None where nothing is set for it."""
        return next((each.days for each in reversed(self.ceilings) if each.since <= written), None)


NO_RULES = Rules()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation, opened. `name` is `surface/id`, as the platform names it; `id` holds its key."""

    id: PersonId
    name: str
    rules: Rules = NO_RULES
    counted: Counted | None = None
    version: int = 0
    """0 as long as no row was written."""
