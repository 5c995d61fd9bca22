"""The course in units that ships: its minutes, its tests, and what comes after each unit."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from bot.domain.courses.course import Does, Level
from bot.domain.courses.coverage import coverage
from bot.domain.courses.materials import Kind
from bot.domain.courses.moments import Anchor
from bot.domain.courses.units import AskRule, Question, TestRule, Unit
from tests.made_once import our_library

COURSE = next(each for each in our_library().courses() if each.id == "family_alliance_5").course
QUESTIONS = [asked for unit in COURSE.units for asked in unit.test]


def test_five_units_of_the_minutes_that_were_asked_for() -> None:
    """50, 30, 40, 50 and 50 come to 220; with the tests all of it takes about four hours."""
    assert [unit.minutes for unit in COURSE.units] == [50, 30, 40, 50, 50]
    assert (COURSE.minutes, COURSE.about_minutes) == (220, 240)
    assert COURSE.level is Level.INTERMEDIATE


def test_each_unit_has_a_webinar_and_a_reading_and_some_have_more() -> None:
    """Two required items or more each; the video may be left, the sheet is needed."""
    for unit in COURSE.units:
        required = {each.kind for each in unit.items if each.required}
        assert {Kind.WEBINAR, Kind.READING} <= required
    others = {
        unit.n: [each.kind for each in unit.items if each.kind not in {Kind.WEBINAR, Kind.READING}]
        for unit in COURSE.units
    }
    assert others == {1: [], 2: [Kind.VIDEO], 3: [], 4: [], 5: [Kind.HANDOUT]}


def test_every_objective_is_served_by_questions_and_by_something_that_comes() -> None:
    """Six of six, both ways."""
    found = coverage(COURSE)
    assert set(found.questions) == {"A1", "A2", "A3", "A4", "A5", "A6"}
    assert all(len(each) >= 5 for each in found.questions.values())
    assert all(found.pushes.values())
    assert all(found.units.values())


@pytest.mark.parametrize("unit", COURSE.units, ids=lambda unit: f"unit {unit.n}")
def test_a_unit_has_twelve_questions_whose_answers_show_no_pattern(unit: Unit) -> None:
    """Each place is right three times of twelve, and the longest option in no more than a third."""
    assert len(unit.test) == 12
    assert Counter(asked.answer for asked in unit.test) == {0: 3, 1: 3, 2: 3, 3: 3}
    assert sum(map(_is_longest, unit.test)) <= 4
    assert sum(map(_is_shortest, unit.test)) <= 4


def test_no_question_is_a_trick() -> None:
    """Four options each, and none that takes the others together."""
    for asked in QUESTIONS:
        assert len(asked.options) == len({each.casefold() for each in asked.options}) == 4
        said = " ".join((asked.text, *asked.options)).casefold()
        assert not any(each in said for each in ("of the above", "none of these", "both of these", "except"))
        assert len(asked.why) <= 150


def test_sixty_questions_are_sixty() -> None:
    """No two share an id, a text, a right answer or a reason."""
    assert len(QUESTIONS) == 60
    for parts in (
        [asked.id for asked in QUESTIONS],
        [asked.text for asked in QUESTIONS],
        [asked.options[asked.answer] for asked in QUESTIONS],
        [asked.why for asked in QUESTIONS],
    ):
        assert len(set(parts)) == 60


def test_after_each_unit_come_a_question_for_oneself_and_something_to_go_on_with() -> None:
    """The day after it, and three days after the first four; two weeks and a month after the last."""
    when = [str(push.when) for push in COURSE.pushes]
    assert [f"u{n}.done +P1D" for n in range(1, 6)] == [each for each in when if each.endswith("+P1D")]
    assert [each for each in when if not each.endswith("+P1D")] == [
        *(f"u{n}.done +P3D" for n in range(1, 5)),
        "u5.done +P14D",
        "u5.done +P30D",
    ]
    assert all(push.when.anchor is Anchor.DONE for push in COURSE.pushes)
    assert {push.flow for push in COURSE.pushes if push.does is Does.FLOW} == {
        "many_chairs",
        "rupture_repair",
    }


def test_the_promises_on_tests_questions_and_reminders() -> None:
    """Five of a pool, 0.75, three attempts half a day apart; 36 and 48 hours; 7 and 21 days, then silence."""
    assert COURSE.tests == TestRule(draw=5, pass_mark=0.75, attempts=3, cooldown=timedelta(hours=12))
    assert COURSE.ask == AskRule(reply_within=timedelta(hours=48), nudge_at=timedelta(hours=36))
    assert COURSE.nudges == (7, 21)
    assert COURSE.credit.wording == "Evidence of completion. Your board decides."


def _is_longest(asked: Question) -> bool:
    right = asked.options[asked.answer]
    return all(len(right) > len(each) for each in asked.options if each != right)


def _is_shortest(asked: Question) -> bool:
    right = asked.options[asked.answer]
    return all(len(right) < len(each) for each in asked.options if each != right)
