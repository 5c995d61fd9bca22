"""The test at the end of a unit: when its door is open, which questions are drawn, and who passes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.sittings import Drawn, Sitting
from bot.domain.courses.units import Question, TestRule, Unit

T = TypeVar("T")


class Door(StrEnum):
    """How the test of a unit stands for one learner."""

    LOCKED = "locked"
    """A required item is not ticked yet."""
    OPEN = "open"
    """It can be begun now."""
    GOING_ON = "going_on"
    """It was begun, and goes on where it was left."""
    COOLING = "cooling"
    """One was handed in and not passed; the next can be begun at `Standing.opens_at`."""
    SPENT = "spent"
    """Every attempt was handed in, and none passed."""
    PASSED = "passed"
    """Nothing more is to be done; also where the unit has no test."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The door of a test, and what goes with it.

    `opens_at` is there while it is COOLING. `attempts_left` are those that may still be handed in, the one
    that goes on among them.
    """

    door: Door
    opens_at: datetime | None = None
    attempts_left: int = 0


def door(course: Course, learner: Learner, n: int, now: datetime) -> Standing:
    """Return how the test of unit `n` stands for a learner; of a unit that is not there it stays LOCKED."""
    unit = course.unit(n)
    if unit is None:
        return Standing(door=Door.LOCKED)
    ends = [each.handed_in for each in sittings_in(learner, n) if each.handed_in is not None]
    left = max(0, course.tests.attempts + learner.more_attempts.get(n, 0) - len(ends))
    if is_passed(course, learner, n):
        return Standing(door=Door.PASSED, attempts_left=left)
    if going_on(learner, n) is not None:
        return Standing(door=Door.GOING_ON, attempts_left=left)
    if not unit.required <= learner.ticks:
        return Standing(door=Door.LOCKED, attempts_left=left)
    return _again(course.tests, ends, left, now)


def sittings_in(learner: Learner, n: int) -> tuple[Sitting, ...]:
    """Return a learner's sittings in unit `n`, the first first."""
    return tuple(each for each in learner.sittings if each.unit == n)


def going_on(learner: Learner, n: int) -> Sitting | None:
    """Return the sitting in unit `n` that was begun and is not handed in."""
    return next((each for each in sittings_in(learner, n) if each.handed_in is None), None)


def drawn(
    unit: Unit, rule: TestRule, earlier: Sequence[Sitting], chance: Callable[[int], int]
) -> tuple[Drawn, ...]:
    """Draw the questions of a new sitting; fewer than the rule's where fewer are left to draw.

    Those that `earlier` sittings did not have come first, and the same set comes again only where every other
    was had. The right answers are spread over the places: none comes again before each was used.
    `chance(count)` returns a number from 0 to `count` - 1, each as likely.
    """
    had = [
        frozenset(each.question for each in sitting.drawn) for sitting in earlier if sitting.unit == unit.n
    ]
    seen = Counter(question for one in had for question in one)
    ranked = sorted(_shuffled(unit.asked, chance), key=lambda question: seen[question.id])
    chosen = _not_had(ranked, min(rule.draw, len(ranked)), had)
    decks: dict[int, list[int]] = defaultdict(list)
    return tuple(_shown(question, decks, chance) for question in _shuffled(chosen, chance))


def right(unit: Unit, sitting: Sitting) -> int:
    """Return how many questions of a sitting are right; one that was withdrawn counts as right."""
    return sum(is_right(unit, sitting, each.question) for each in sitting.drawn)


def is_right(unit: Unit, sitting: Sitting, question_id: str) -> bool:
    """Whether one question of a sitting is right; one that is withdrawn, or was as it was handed in, is."""
    question = unit.question(question_id)
    if question is None or is_given(question, sitting):
        return True
    return sitting.answers.get(question_id) == question.answer


def is_given(question: Question, sitting: Sitting) -> bool:
    """Whether a question counts as right in a sitting, whatever was chosen: it was taken out."""
    if question.is_withdrawn:
        return True
    until, at = question.right_until, sitting.handed_in
    return until is not None and at is not None and at <= until


def needed(rule: TestRule, count: int) -> int:
    """Return how many of `count` questions have to be right to pass."""
    return next((some for some in range(count) if some / count >= rule.pass_mark), count)


def has_passed(course: Course, sitting: Sitting) -> bool:
    """Whether a sitting was handed in and passes; questions that were withdrawn since count as right."""
    unit = course.unit(sitting.unit)
    if unit is None or sitting.handed_in is None:
        return False
    return right(unit, sitting) >= needed(course.tests, len(sitting.drawn))


def is_passed(course: Course, learner: Learner, n: int) -> bool:
    """Whether a learner passed the test of unit `n`; True where the unit has none to pass."""
    unit = course.unit(n)
    if unit is None:
        return False
    return not unit.asked or any(has_passed(course, each) for each in sittings_in(learner, n))


def _again(rule: TestRule, ends: Sequence[datetime], left: int, now: datetime) -> Standing:
    """Return whether one more sitting may begin, where the ones before ended at `ends`."""
    if not left:
        return Standing(door=Door.SPENT)
    opens_at = max(ends) + rule.cooldown if ends else now
    if now < opens_at:
        return Standing(door=Door.COOLING, opens_at=opens_at, attempts_left=left)
    return Standing(door=Door.OPEN, attempts_left=left)


def _not_had(ranked: Sequence[Question], size: int, had: Sequence[frozenset[str]]) -> tuple[Question, ...]:
    """Return the first set that was not had; where each was, the one that was longest ago."""
    ago = {ids: place for place, ids in enumerate(had)}
    found = {frozenset(each.id for each in one): one for one in _until_new(ranked, size, ago)}
    return found[min(found, key=lambda ids: ago.get(ids, -1))]


def _until_new(
    ranked: Sequence[Question], size: int, had: Container[frozenset[str]]
) -> Iterator[tuple[Question, ...]]:
    for one in combinations(ranked, size):
        yield one
        if frozenset(each.id for each in one) not in had:
            return


def _shown(question: Question, decks: dict[int, list[int]], chance: Callable[[int], int]) -> Drawn:
    """Put the options of a question in an order that has the right one where the deck of places says."""
    count = len(question.options)
    if not decks[count]:
        decks[count] = _shuffled(range(count), chance)
    order = _shuffled([place for place in range(count) if place != question.answer], chance)
    order.insert(decks[count].pop(), question.answer)
    return Drawn(question=question.id, order=tuple(order))


def _shuffled(things: Sequence[T], chance: Callable[[int], int]) -> list[T]:
    left, mixed = list(things), []
    while left:
        mixed.append(left.pop(chance(len(left))))
    return mixed
