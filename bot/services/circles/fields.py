"""What is typed into the forms of circles and team prompts, read field by field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from bot.domain.circles import Setup
from bot.domain.recurrence import weekly
from bot.domain.zones import zone_meant, zone_of
from bot.errors import BadInput
from bot.services.cards.circles.creating import BAD_DAY
from bot.services.cards.circles.words import comes
from bot.services.cards.schedule import BAD_AT, NO_ZONE
from bot.services.desk import Turn
from bot.services.gatherings import upcoming
from bot.services.rhythm.schedule import read_at

T = TypeVar("T")
Errors = dict[str, str]
"""A sentence for each field that cannot be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """On which day of the week, Monday being 0, and at which hour of a zone."""

    day: int
    at: time
    zone: str

    @property
    def rule(self) -> str:
        """The rule, as it is kept."""
        return str(weekly({self.day}, self.at))


def read_when(turn: Turn, errors: Errors) -> When | None:
    """Return when something is to come; None where a field cannot be read, with a sentence on each."""
    day = read_day(turn.typed.get("day", ""))
    if day is None:
        errors["day"] = BAD_DAY
    at = read_at(turn.typed.get("at", ""))
    if at is None:
        errors["at"] = BAD_AT
    typed = turn.typed.get("zone", "").strip()
    zone = read_into(errors, "zone", lambda: zone_meant(typed).key)
    if not typed:
        errors["zone"] = NO_ZONE
    if day is None or at is None or zone is None:
        return None
    return When(day=day, at=at, zone=zone)


def read_day(text: str) -> int | None:
    """Return the day of the week that was chosen, Monday being 0; None where it is none."""
    return int(text) if text in {str(day) for day in range(7)} else None


def read_into(errors: Errors, name: str, reading: Callable[[], T]) -> T | None:
    """Return what a field holds; where it cannot be read, the sentence on it goes to the errors."""
    try:
        return reading()
    except BadInput as problem:
        errors[name] = problem.sentence
        return None


def zone_offered(turn: Turn) -> str:
    """Return the zone that a form opens with: as the surface tells, or their own; "" where neither does."""
    return turn.zone_told or (turn.visitor.zone if turn.visitor else None) or ""


def first_of(turn: Turn, setup: Setup) -> str:
    """Return when something comes next, in the middle of a sentence; "" while nothing does."""
    slot = upcoming.next_slot(setup, turn.now)
    return comes(slot, today_of(turn, setup)) if slot else ""


def today_of(turn: Turn, setup: Setup) -> date:
    """Return the date where a gathering is."""
    return turn.now.astimezone(zone_of(setup.zone)).date()
