"""Looking back: when it comes by itself, what it spans, the one thing it offers, and the monthly question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.recurrence import Rule, Unit, next_after, occurrences

WEEK = 7
"""Days of a look back that comes each week."""
FOUR_WEEKS = 28
"""Days of one that comes every fourth week."""
SPANS = (WEEK, FOUR_WEEKS)
LATE = timedelta(days=1)
"""So late a look back may still come; then it is let go, and the next one comes at its time."""
ASKED_AGAIN = timedelta(days=28)
"""Between two questions whether this is worth somebody's time lie at the least so many days."""

_A_MOMENT = timedelta(seconds=1)
_A_MONTH = timedelta(days=31)
"""So long after the first of a month it is always the next one."""


class Worth(StrEnum):
    """What somebody says to the question whether this is worth their time."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Drop(StrEnum):
    """What somebody would drop. Each does what it says."""

    CHECKINS = "checkins"
    LENGTH = "length"
    TOPIC = "topic"
    LOOK_BACK = "look_back"
    NOTHING = "nothing"
    WORDS = "words"
    """Something else, in their own words."""


class Offered(StrEnum):
    """The one thing that a look back offers."""

    SOMEONE = "someone"
    """Marks that were lower lately, to be taken to somebody."""
    TOPIC = "topic"
    """A question on an inner domain that is rarely met."""
    SUPERVISION = "supervision"
    """Pages that wait for supervision."""
    THEN = "then"
    """Pages from this month last year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """What a look back finds, as far as it decides what is offered."""

    is_lower: bool = False
    has_rare: bool = False
    for_supervision: bool = False
    has_then: bool = False


def offered(stands: Stands) -> Offered | None:
    """Return the one thing to offer, the first that there is in this order; None: nothing."""
    found = (
        (stands.is_lower, Offered.SOMEONE),
        (stands.has_rare, Offered.TOPIC),
        (stands.for_supervision, Offered.SUPERVISION),
        (stands.has_then, Offered.THEN),
    )
    return next((offer for is_there, offer in found if is_there), None)


def rule_of(days: int, weekday: int, at: time, zone: ZoneInfo, now: datetime) -> Rule:
    """Return how a look back over so many days comes: on a day of each week, or of every fourth.

    Fourth weeks count from the next such day.

    Raises:
        BadRule: the parts do not make a rhythm.
    """
    weekly = Rule(at=at, unit=Unit.WEEK, days=frozenset({weekday}))
    if days == WEEK:
        return weekly
    return replace(weekly, every=days // WEEK, anchor=next_after(weekly, zone, now).slot_on)


def span_of(rule: Rule) -> int:
    """Return over how many days a look back of this rhythm goes."""
    return rule.every * WEEK


def moved(rule: Rule, due_at: datetime, was: ZoneInfo, zone: ZoneInfo, now: datetime) -> datetime:
    """Return when one that is due comes in another zone: on the same date, if that is still ahead there."""
    on = due_at.astimezone(was).date()
    return next(slot.at for slot in occurrences(rule, zone, on) if slot.at > now)


def is_own_time(rule: Rule, zone: ZoneInfo, at: datetime) -> bool:
    """Whether an instant is one that this rhythm asks for: what was put off stands at another one."""
    return next_after(rule, zone, at - _A_MOMENT).at == at


def since(days: int, today: date) -> date:
    """Return the first of so many days up to today."""
    return today - timedelta(days=days - 1)


def is_to_ask(asked_on: date | None, first_on: date | None, today: date) -> bool:
    """Whether it may be asked whether this is worth somebody's time: four weeks after it was asked last.

    Where it never was, four weeks after the earliest day that anything is known of.
    """
    from_day = asked_on or first_on
    return from_day is not None and today - from_day >= ASKED_AGAIN


def month_last_year(today: date) -> tuple[date, date]:
    """Return the first day of this month a year ago, and the first day of the month after it."""
    first = date(today.year - 1, today.month, 1)
    return first, (first + _A_MONTH).replace(day=1)
