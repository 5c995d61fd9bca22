"""A course as learners meet it: what comes to them, and its tests with their reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.app.content_cards import ENDS, LONGEST_ZONE, MINT, NOBODY, Met
from bot.domain.courses.course import Course, CourseTemplate, Push
from bot.domain.courses.post_tests import Door, Standing
from bot.domain.courses.sittings import Drawn, Sitting
from bot.domain.courses.units import Question, Unit
from bot.services.cards.courses import post_tests as cards
from bot.services.cards.courses import pushes
from bot.surface.card import Card


def of_course(template: CourseTemplate) -> Iterator[Met]:
    """Walk what comes to a learner of a course, then each question of its tests, and a look at each test."""
    course = template.course
    for asked in course.pushes:
        yield from of_push(course, asked)
    for unit in course.units:
        for question in unit.asked:
            taken = _taken(course, unit, (question,))
            yield Met(at=question.id, what=cards.question(MINT, taken, 0, hosted=True))
        yield from of_sitting(course, unit)


def of_push(course: Course, asked: Push) -> Iterator[Met]:
    """Walk one thing of a course that nobody signed, as it stands once something was noted there."""
    clock = (LONGEST_ZONE, ENDS)
    yield Met(at=asked.id, what=pushes.push(MINT, NOBODY, course, asked, clock, noted=True, unread=True))


def of_question(course: Course, unit: Unit, asked: Question) -> Iterator[Met]:
    """Walk one question on its card, and its reason where the answer was another."""
    taken = _taken(course, unit, (asked,))
    for hosted in (True, False):
        yield Met(at=asked.id, what=cards.question(MINT, taken, 0, hosted=hosted))
    yield Met(at=asked.id, what=_result(taken))


def of_sitting(course: Course, unit: Unit) -> Iterator[Met]:
    """Walk the look before handing in, and the reasons, for the longest test that can be drawn."""
    longest = sorted(unit.asked, key=_length, reverse=True)[: course.tests.draw]
    if longest:
        taken = _taken(course, unit, tuple(longest))
        yield Met(what=cards.look(MINT, taken))
        yield Met(what=_result(taken))


def _taken(course: Course, unit: Unit, asked: tuple[Question, ...]) -> cards.Taken:
    """Return a sitting in which the longest answer was chosen, of those that are not right."""
    wrong = {each.id: _longest_wrong(each) for each in asked}
    sitting = Sitting(
        unit=unit.n,
        drawn=tuple(Drawn(question=each.id, order=tuple(range(len(each.options)))) for each in asked),
        begun_at=ENDS,
        answers=wrong,
    )
    return cards.Taken(course_id=NOBODY, course=course, unit=unit, sitting=sitting, attempt=0)


def _result(taken: cards.Taken) -> Card:
    later = ENDS + timedelta(days=1)
    standing = Standing(door=Door.COOLING, opens_at=later, attempts_left=1)
    clock = cards.Clock(now=ENDS, zone=LONGEST_ZONE)
    return cards.result(MINT, taken, standing, clock, is_finished=False)


def _longest_wrong(asked: Question) -> int:
    others = (place for place in range(len(asked.options)) if place != asked.answer)
    return max(others, key=lambda place: len(asked.options[place]))


def _length(asked: Question) -> int:
    return len(asked.text) + len(asked.why) + 2 * max(map(len, asked.options))
