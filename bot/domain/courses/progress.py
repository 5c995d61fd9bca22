"""How far a learner is in a course with units: what is ticked, which test is passed, what is finished."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import is_passed
from bot.domain.courses.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitProgress:
    """One unit, for one learner. `open_items`: what its test waits for, named as ticks are, in their order.

    `finished_at` None: it is not finished. `is_passed` holds, too, where it has no test.
    """

    unit: Unit
    open_items: tuple[str, ...]
    is_passed: bool
    finished_at: datetime | None

    @property
    def is_ticked_off(self) -> bool:
        """Whether every required item is ticked."""
        return not self.open_items

    @property
    def is_finished(self) -> bool:
        """Whether it was finished once. That stays, whatever a trainer changes after it."""
        return self.finished_at is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """All units of a course, in their order. They may be done in any."""

    units: tuple[UnitProgress, ...]

    @property
    def current(self) -> UnitProgress | None:
        """The first unit that is not finished; None where all are."""
        return next((each for each in self.units if not each.is_finished), None)

    @property
    def finished_count(self) -> int:
        """How many units are finished."""
        return sum(each.is_finished for each in self.units)

    @property
    def is_complete(self) -> bool:
        """Whether every unit is finished; never of a course without units."""
        return bool(self.units) and self.current is None

    def of(self, n: int) -> UnitProgress | None:
        """Return one unit by its number."""
        return next((each for each in self.units if each.unit.n == n), None)


def progress(course: Course, learner: Learner) -> Progress:
    """Return how far a learner is, by what the course keeps of them."""
    return Progress(units=tuple(_of_unit(course, learner, each) for each in course.units))


def completes(course: Course, learner: Learner, n: int) -> bool:
    """Whether a learner has all that a unit asks for: its required items ticked, and its test passed."""
    unit = course.unit(n)
    if unit is None:
        return False
    found = _of_unit(course, learner, unit)
    return found.is_ticked_off and found.is_passed


def with_finished(course: Course, learner: Learner, now: datetime) -> Learner:
    """Return a learner who finished, at an instant, each unit that they have all of and had not finished."""
    found: Mapping[int, datetime] = {
        each.n: now
        for each in course.units
        if each.n not in learner.finished and completes(course, learner, each.n)
    }
    return replace(learner, finished={**learner.finished, **found}) if found else learner


def completed_at(course: Course, learner: Learner) -> datetime | None:
    """Return when a learner finished the last of all units; None where some are not finished."""
    found = progress(course, learner)
    if not found.is_complete:
        return None
    return max(each.finished_at for each in found.units if each.finished_at is not None)


def _of_unit(course: Course, learner: Learner, unit: Unit) -> UnitProgress:
    needed = (f"{unit.n}.{place}" for place in range(len(unit.items)))
    return UnitProgress(
        unit=unit,
        open_items=tuple(each for each in needed if each in unit.required and each not in learner.ticks),
        is_passed=is_passed(course, learner, unit.n),
        finished_at=learner.finished.get(unit.n),
    )
