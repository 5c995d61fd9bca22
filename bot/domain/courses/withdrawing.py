"""Questions of a test taken out of a course that runs, or put back, and who passes by that."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.domain.courses.course import Course
from bot.domain.courses.learners import Learner
from bot.domain.courses.post_tests import is_passed
from bot.domain.courses.units import Question, Unit
from bot.errors import BadInput

NO_SUCH = "That question is not in this course any more."


def question_named(course: Course, name: str) -> tuple[Unit, Question] | None:
    """Return a question with its unit by its name, `2.0` for the first of unit 2; None: there is none."""
    n, _, at = name.partition(".")
    unit = course.unit(int(n)) if n.isdecimal() and at.isdecimal() else None
    if unit is None or int(at) >= len(unit.test):
        return None
    return unit, unit.test[int(at)]


def may_go(course: Course, unit: Unit) -> bool:
    """Whether a unit has as many questions as its test draws once one of them is out."""
    return len(unit.asked) > course.tests.draw


def too_few(course: Course, unit: Unit) -> str:
    """Return why no question of a unit can be taken out."""
    return (
        f"Its test draws {course.tests.draw} of {len(unit.asked)} questions. With one less it could not, so "
        "this one stays. Another that was taken out can be put back first."
    )


def taken_out(course: Course, name: str) -> Course:
    """Return a course without a question: it is drawn no more, and counts as right for whoever had it.

    Raises:
        BadInput: there is none; or fewer would be left than its test draws.
    """
    found = question_named(course, name)
    if found is None:
        raise BadInput(NO_SUCH)
    unit, question = found
    if question.is_withdrawn:
        return course
    if not may_go(course, unit):
        raise BadInput(too_few(course, unit))
    return _with(course, unit, question, replace(question, is_withdrawn=True))


def put_back(course: Course, name: str, now: datetime) -> Course:
    """Return a course with a question that may be drawn again; for whoever had it by now it stays right.

    Raises:
        BadInput: there is none.
    """
    found = question_named(course, name)
    if found is None:
        raise BadInput(NO_SUCH)
    unit, question = found
    if not question.is_withdrawn:
        return course
    return _with(course, unit, question, replace(question, is_withdrawn=False, right_until=now))


def passes_by(course: Course, name: str, learner: Learner) -> bool:
    """Whether it is by a question that was taken out, and by nothing else, that a learner passed a test."""
    found = question_named(course, name)
    if found is None or not found[1].is_withdrawn:
        return False
    unit, question = found
    before = _with(course, unit, question, replace(question, is_withdrawn=False))
    return is_passed(course, learner, unit.n) and not is_passed(before, learner, unit.n)


def _with(course: Course, unit: Unit, before: Question, after: Question) -> Course:
    test = tuple(after if each.id == before.id else each for each in unit.test)
    changed = replace(unit, test=test)
    return replace(course, units=tuple(changed if each.n == unit.n else each for each in course.units))
