"""The items of a unit changed while its course runs, and what follows from it for each learner."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.materials import Item
from bot.domain.courses.progress import completes
from bot.domain.courses.units import Unit
from bot.errors import BadInput

ITEMS_MOST = 10
"""Items of one unit: as many as a card shows with their links."""
PLACES_MOST = 25
"""Places of a unit, with what was taken out: each keeps its own for good."""
TOO_MANY = f"A unit has up to {ITEMS_MOST} items. Take one out first."
NO_PLACE = "This unit had so many items in turn that no more fit. Correct one that it has instead."
LAST_REQUIRED = (
    "It is the only required item of its unit, and a unit is not without one. If this one is to go, add "
    "another first."
)
NO_SUCH = "That item is not in this course any more."


@dataclass(frozen=True, slots=True, kw_only=True)
class Follows:
    """What a change of a unit means, in numbers of learners.

    `finished` have finished it, and that stays. `ahead` have it still before them. `by_it` of these finish it
    by the change alone.
    """

    finished: int
    ahead: int
    by_it: int


def item_named(course: Course, name: str) -> Item | None:
    """Return an item of a unit by the name of its tick, also one that was taken out; None for no item."""
    unit, place = _placed(course, name)
    return unit.items[place] if unit is not None else None


def with_new_item(course: Course, n: int, item: Item) -> Course:
    """Return a course one unit of which has an item more, behind the others.

    Raises:
        BadInput: the unit is not there, or holds no more.
    """
    unit = course.unit(n)
    if unit is None:
        raise BadInput(NO_SUCH)
    if sum(not each.is_withdrawn for each in unit.items) >= ITEMS_MOST:
        raise BadInput(TOO_MANY)
    if len(unit.items) >= PLACES_MOST:
        raise BadInput(NO_PLACE)
    return _with(course, replace(unit, items=(*unit.items, item)))


def with_item(course: Course, name: str, item: Item) -> Course:
    """Return a course with an item at a place that has one: corrected, taken out, or put back.

    Raises:
        BadInput: there is none; the unit would be left without a required one, or holds no more.
    """
    unit, place = _placed(course, name)
    if unit is None:
        raise BadInput(NO_SUCH)
    after = replace(unit, items=(*unit.items[:place], item, *unit.items[place + 1 :]))
    if unit.required and not after.required:
        raise BadInput(LAST_REQUIRED)
    if sum(not each.is_withdrawn for each in after.items) > ITEMS_MOST:
        raise BadInput(TOO_MANY)
    return _with(course, after)


def as_new(course: Course) -> Course:
    """Return a course for another group: without the items and questions that were taken out of it."""
    return replace(
        course,
        units=tuple(
            replace(
                unit,
                items=tuple(each for each in unit.items if not each.is_withdrawn),
                test=tuple(replace(each, right_until=None) for each in unit.test if not each.is_withdrawn),
            )
            for unit in course.units
        ),
    )


def what_follows(before: Course, after: Course, n: int, learners: Iterable[Learner]) -> Follows:
    """Return what a change of unit `n` means for those who are in the course."""
    every = list(learners)
    ahead = [each for each in every if n not in each.finished and not completes(before, each, n)]
    return Follows(
        finished=len(every) - len(ahead),
        ahead=len(ahead),
        by_it=sum(completes(after, each, n) for each in ahead),
    )


def _with(course: Course, unit: Unit) -> Course:
    return replace(course, units=tuple(unit if each.n == unit.n else each for each in course.units))


def _placed(course: Course, name: str) -> tuple[Unit | None, int]:
    """Return the unit and the place that a tick's name says, where there is such an item."""
    n, _, at = name.partition(".")
    unit = course.unit(int(n)) if n.isdecimal() and at.isdecimal() else None
    place = int(at) if unit is not None else 0
    return (unit, place) if unit is not None and place < len(unit.items) else (None, 0)
