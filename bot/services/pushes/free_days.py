"""The days of a learner on which nothing comes by itself: of their organisation, and holidays by a wish."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from bot.domain.courses.timeline import no_day_off
from bot.domain.organisations import Rules
from bot.domain.people import Person
from bot.ports.holidays import HolidayCalendar
from bot.ports.store import Unit
from bot.services.desk import Desk
from bot.services.rhythm.wishes import wishes_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _FreeDays:
    """Days that were named, and the public holidays of some regions. Equal ones say the same of every day."""

    named: frozenset[date]
    regions: frozenset[str]
    calendar: HolidayCalendar = field(compare=False, repr=False)

    def __call__(self, day: date) -> bool:
        return day in self.named or any(self.calendar.is_holiday(region, day) for region in self.regions)


def free_days(desk: Desk, unit: Unit, person: Person, rules: Rules) -> Callable[[date], bool]:
    """Return what says whether a day of a learner is free; `rules` are those that hold for them."""
    regions = {rules.holidays} if rules.holidays is not None else set()
    own = person.region
    if own is not None and desk.holidays.knows(own) and wishes_of(desk, unit, person).skips_holidays:
        regions.add(own)
    known = frozenset(region for region in regions if desk.holidays.knows(region))
    if not known and not rules.off_days:
        return no_day_off
    return _FreeDays(named=frozenset(rules.off_days), regions=known, calendar=desk.holidays)
