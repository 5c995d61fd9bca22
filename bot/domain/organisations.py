"""An organisation: a Slack workspace, a Discord server, or who is at one terminal; and what its admins set.

Settings are about the organisation. None of them opens, shortens or tells what somebody wrote before.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from bot.domain.adoption import Counted
from bot.domain.people import PersonId, QuietHours
from bot.domain.regions import STALE_AFTER
from bot.domain.roles import Creates, Gathering, Role
from bot.errors import BadInput

LEAST_GROUP = 5
"""No figure about fewer people is ever shown. Admins may raise it, and never lower it again."""
MOST_GROUP = 100
CEILING_NOTICE = timedelta(days=30)
"""A shorter time for pages holds from so long after it was set on, for pages written from then on."""
KEPT_DAYS = 30
"""So long an organisation is kept after Reststop was removed there, in case it is added again."""
POLICY_MAX = 300
STAFF_LINES = 3
LINE_MAX = 120
CHANNELS_MAX = 10
CHANNEL_MAX = 100
"""Characters of a channel's name: Discord's limit, and more than Slack's 80."""
OFF_DAYS_MAX = 60
QUIET_HOURS_MAX = 16
"""Of a day, for a team: people have their own beside, and hours at which they may be asked are left."""
HUSH_MOST = timedelta(days=92)
"""How long a pause for a whole team may be set; set again, it goes on."""
NEVER_LOWER = "It can be raised, never lowered: somebody answered on the larger number."
NO_GROUP = f"A whole number from {LEAST_GROUP} to {MOST_GROUP}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Ceiling:
    """The longest that a page written on `since` or later is kept; `days` None: as each person likes."""

    since: date
    days: int | None


def longest(ceilings: Sequence[Ceiling], written: date) -> int | None:
    """Return how many days a page of `written` is kept at most by these; None where nothing is set for it."""
    return next((each.days for each in reversed(ceilings) if each.since <= written), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What an organisation set. Empty where nobody did: then it says "not set" to whoever looks for it.

    `policy` is the https address of its own page on ending, referring and law. `on_call` and `staff` are how
    its people reach somebody. `checked` holds on which day an admin saw that a help line is right, by
    `region/label`. `ceilings` are ordered by day. `off_days` are days on which no check-in comes, and
    `holidays` the region whose public holidays are such days, too. Within `quiet` nothing is sent, beside
    each person's own quiet hours. `hushed_until`: after a hard event nothing comes before this instant.
    `only_reviewed`: what nobody signed here is not pushed. `channels` are the names of those in which circles
    and courses may be; none named means wherever Reststop was let in.
    """

    policy: str = field(default="", repr=False)
    on_call: str = field(default="", repr=False)
    staff: tuple[str, ...] = field(default=(), repr=False)
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
    channels: tuple[str, ...] = field(default=(), repr=False)

    def is_hushed(self, now: datetime) -> bool:
        """Whether nothing comes by itself at this moment."""
        return self.hushed_until is not None and now < self.hushed_until

    def longest_for(self, written: date) -> int | None:
        """Return how many days a page of `written` is kept at most; None where nothing is set for it."""
        return longest(self.ceilings, written)

    def to_come(self, today: date) -> Ceiling | None:
        """Return the longest time that was set and has not begun."""
        return next((each for each in self.ceilings if each.since > today), None)

    def checked_on(self, region: str, label: str, today: date) -> date | None:
        """Return when an admin last saw that a help line is right; None where that is over 180 days ago."""
        day = self.checked.get(line_key(region, label))
        return None if day is None or today - day > STALE_AFTER else day


NO_RULES = Rules()


def line_key(region: str, label: str) -> str:
    """Return under which name a help line of a region is ticked."""
    return f"{region}/{label}"


def with_ceiling(rules: Rules, days: int | None, today: date, told: date | None = None) -> Rules:
    """Return rules by which pages stay `days` at most, from today on or from when that may begin.

    A shorter time than what holds today begins 30 days after the day on which everybody is `told`, today
    where none is named; a longer one, or none, at once. What was set and has not begun is taken back by it.
    No page ever loses a day that it had when it was written.
    """
    holds, coming = rules.longest_for(today), rules.to_come(today)
    if coming is not None and coming.days == days:
        return rules
    begun = tuple(each for each in rules.ceilings if each.since <= today)
    if days == holds:
        return replace(rules, ceilings=begun)
    if days is not None and (holds is None or days < holds):
        return replace(rules, ceilings=(*begun, Ceiling(since=(told or today) + CEILING_NOTICE, days=days)))
    earlier = tuple(each for each in begun if each.since < today)
    return replace(rules, ceilings=(*earlier, Ceiling(since=today, days=days)))


def with_min_group(rules: Rules, people: int) -> Rules:
    """Return rules with a larger smallest group, or the same.

    Raises:
        BadInput: it is smaller than what was promised to who answered, or no number that can be.
    """
    if not LEAST_GROUP <= people <= MOST_GROUP:
        raise BadInput(NEVER_LOWER if people < rules.min_group else NO_GROUP)
    if people < rules.min_group:
        raise BadInput(NEVER_LOWER)
    return replace(rules, min_group=people)


def may_create(rules: Rules, roles: Collection[Role], what: Gathering, channel: str) -> bool:
    """Whether who holds these roles may begin a circle or a course in a channel of that name."""
    is_let_in = not rules.channels or channel_name(channel) in rules.channels
    by = rules.courses_by if what is Gathering.COURSE else rules.circles_by
    return is_let_in and (Role.ADMIN in roles or (by is Creates.ROLE and what.role in roles))


def channel_name(typed: str) -> str:
    """Return a channel's name as it is compared: without its sign, in small letters."""
    return typed.strip().removeprefix("#").strip().casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """One organisation, opened. `name` is `surface/id`, as the platform names it; `id` holds its key."""

    id: PersonId
    name: str = field(repr=False)
    rules: Rules = NO_RULES
    counted: Counted | None = None
    version: int = 0
    """0 as long as no row was written."""
