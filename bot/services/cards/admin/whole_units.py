"""The units of a course as a reviewer reads them: every item, and every question with its right answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from bot.domain.courses.course import Course
from bot.domain.courses.post_tests import needed
from bot.domain.courses.units import Question, Unit
from bot.domain.round_plan import in_words
from bot.services.cards.courses.schedule import lasts
from bot.services.cards.courses.units import KINDS


def parts_of_units(course: Course) -> Iterator[str]:
    """Yield what is promised on all units, then each unit and each of its questions."""
    if course.units:
        yield "\n".join(_promises(course))
    for unit in course.units:
        yield "\n".join(_unit(unit))
        for number, asked in enumerate(unit.asked, start=1):
            yield "\n".join(_question(unit, number, asked))


def parts_of_promises(course: Course) -> Iterator[str]:
    """Yield what is promised on questions and reminders, where anything is."""
    if course.ask is not None:
        yield (
            f"Questions to the instructor: answered within {in_words(course.ask.reply_within)}, not live, "
            f"not for emergencies. The instructor is reminded after {in_words(course.ask.nudge_at)}."
        )
    if course.nudges:
        days = " and ".join(str(each) for each in course.nudges)
        yield f"A word to who takes no step: after {days} days, once each, and then none."


def _promises(course: Course) -> Iterator[str]:
    yield f"{len(course.units)} units: {lasts(course)}."
    rule = course.tests
    if any(unit.asked for unit in course.units):
        again = f"{in_words(rule.cooldown)} apart" if rule.cooldown > timedelta() else "one after another"
        yield (
            f"Each test draws {rule.draw} questions, shows their answers in another order each time, and is "
            f"passed with {needed(rule, rule.draw)} right. There are {rule.attempts} attempts, {again}; the "
            "reasons come after each of them."
        )


def _unit(unit: Unit) -> Iterator[str]:
    yield f"Unit {unit.n}: {unit.title} ({unit.minutes} minutes)"
    for item in unit.items:
        yield f"- {KINDS[item.kind]}{'' if item.required else ', if they like'}: {item.title}"


def _question(unit: Unit, number: int, asked: Question) -> Iterator[str]:
    yield f"Unit {unit.n}, question {number} of {len(unit.asked)}: {asked.text}"
    for place, option in enumerate(asked.options):
        yield f"- {option}{' (right)' if place == asked.answer else ''}"
    yield f"Why: {asked.why}"
