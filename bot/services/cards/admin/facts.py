"""What is set for an organisation, in a few words each: on the menu, and in the log as before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo

from bot.domain.organisations import Rules
from bot.domain.people import QuietHours
from bot.domain.regions import STALE_AFTER
from bot.domain.roles import Creates, Gathering
from bot.services.cards.days import day_in_full
from bot.services.cards.keeping import length
from bot.surface.text import shown

NOT_SET = "not set"
POLICY = "Your own page"
ON_CALL = "On-call line"
STAFF = "Lines for staff"
LINES = "Help lines"
KEEPING = "Pages stay at most"
GROUP = "Smallest group"
OFF_DAYS = "Days off"
HOLIDAYS = "Public holidays"
QUIET = "Quiet hours"
HUSH = "Paused"
REVIEWED = "Only signed texts"
CIRCLES = "Who begins circles"
COURSES = "Who begins courses"
CHANNELS = "In which channels"

_BY_ROLE = {Gathering.CIRCLE: "facilitators and admins", Gathering.COURSE: "trainers and admins"}
_MOST = 160
"""Characters of one fact where it stands beside others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """By what things are said: now and by which clock, how regions are called, and what the server has.

    `lines` is how many help lines there are; `policy` and `on_call` hold where an organisation set none.
    """

    now: datetime
    zone: tzinfo
    regions: Mapping[str, str] = field(repr=False)
    lines: int
    policy: str = field(repr=False)
    on_call: str = field(repr=False)

    @property
    def today(self) -> date:
        """The date by that clock."""
        return self.now.astimezone(self.zone).date()


def said(rules: Rules, look: Look) -> Mapping[str, str]:
    """Return what is set, by what it is about, in full: two that differ anywhere differ here."""
    return {
        POLICY: shown(rules.policy) or NOT_SET,
        ON_CALL: shown(rules.on_call) or NOT_SET,
        STAFF: "; ".join(shown(line) for line in rules.staff) or NOT_SET,
        LINES: _lines(rules, look),
        KEEPING: keeping(rules, look),
        GROUP: f"{rules.min_group} people",
        OFF_DAYS: ", ".join(day_short(day) for day in off_days(rules, look.today)) or NOT_SET,
        HOLIDAYS: look.regions.get(rules.holidays, rules.holidays) if rules.holidays else NOT_SET,
        QUIET: hours(rules.quiet) if rules.quiet else NOT_SET,
        HUSH: f"until {moment(rules.hushed_until, look)}"
        if rules.hushed_until and rules.is_hushed(look.now)
        else "no",
        REVIEWED: "yes" if rules.only_reviewed else "no",
        CIRCLES: who(rules.circles_by, Gathering.CIRCLE),
        COURSES: who(rules.courses_by, Gathering.COURSE),
        CHANNELS: ", ".join(f"#{shown(name)}" for name in rules.channels) or NOT_SET,
    }


def facts(rules: Rules, look: Look) -> tuple[tuple[str, str], ...]:
    """Return what is set as it stands on the menu: short, and where nothing is set what holds instead."""
    instead = {
        POLICY: f"{NOT_SET}; from the server: {shown(look.policy)}" if look.policy else NOT_SET,
        ON_CALL: f"{NOT_SET}; from the server: {shown(look.on_call)}" if look.on_call else NOT_SET,
        KEEPING: f"{NOT_SET}; as each person likes",
        CHANNELS: f"{NOT_SET}; wherever I was let in",
    }
    return tuple(
        (what, short(instead.get(what, value) if value == NOT_SET else value))
        for what, value in said(rules, look).items()
    )


def keeping(rules: Rules, look: Look) -> str:
    """Return how long pages stay at most, now and from when on otherwise."""
    holds, coming = rules.longest_for(look.today), rules.to_come(look.today)
    now = NOT_SET if holds is None else length(holds)
    if coming is None:
        return now
    then = f"{length(coming.days)} for what is written from {day_in_full(coming.since)} on"
    return then if holds is None else f"{now}; {then}"


def off_days(rules: Rules, today: date) -> list[date]:
    """Return the days off that are not over, in their order."""
    return sorted(day for day in rules.off_days if day >= today)


def day_short(day: date) -> str:
    """Return "24 December 2026": as it can be typed again."""
    return day_in_full(day).partition(" ")[2]


def hours(quiet: QuietHours) -> str:
    """Return quiet hours as they can be typed again."""
    return f"{quiet.start:%H:%M} to {quiet.end:%H:%M}"


def moment(at: datetime, look: Look) -> str:
    """Return an instant in words, by the clock of who reads it; where none is known, by UTC, and so named."""
    local = at.astimezone(look.zone)
    clock = " UTC" if look.zone is UTC else ""
    return f"{day_in_full(local.date())}, {local:%H:%M}{clock}"


def who(by: Creates, what: Gathering) -> str:
    """Return who may begin something."""
    return "only admins" if by is Creates.ADMINS else _BY_ROLE[what]


def short(text: str, most: int = _MOST) -> str:
    """Return a fact, cut where it is long."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}\u2026"


def _lines(rules: Rules, look: Look) -> str:
    ticked = [day for day in rules.checked.values() if look.today - day <= STALE_AFTER]
    if not ticked:
        return f"none of {look.lines} checked here"
    return f"{len(ticked)} of {look.lines} checked here, the last on {day_short(max(ticked))}"
