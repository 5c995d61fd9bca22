"""A course in units at the review desk, and on every platform: each question whole, or refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.app.content_courses import of_course
from bot.app.fitting import misfit_courses
from bot.domain.courses.course import CourseTemplate
from bot.services.cards.admin.whole import PAGE_MOST, course_parts, pages
from bot.testing.courses import THREE_UNITS
from tests.made_once import our_library

FAMILY = next(each for each in our_library().courses() if each.id == "family_alliance_5")


@pytest.mark.parametrize("kept", [FAMILY, THREE_UNITS], ids=lambda each: each.id)
def test_who_signs_reads_every_word_that_a_learner_may_meet(kept: CourseTemplate) -> None:
    """Each item, each question with its options, which of them is right, and why; each thing that comes."""
    whole = "\n\n".join(course_parts(kept))
    for unit in kept.course.units:
        assert f"Unit {unit.n}: {unit.title} ({unit.minutes} minutes)\n" in whole
        assert all(f": {item.title}\n" in f"{whole}\n" for item in unit.items)
        for asked in unit.test:
            options = (
                f"- {option}{' (right)' if place == asked.answer else ''}"
                for place, option in enumerate(asked.options)
            )
            assert "\n".join((asked.text, *options, f"Why: {asked.why}")) in whole
    for push in kept.course.pushes:
        days = "1 day" if push.when.days == 1 else f"{push.when.days} days"
        assert f"{days} after unit {push.when.unit} is finished:\n{push.text}" in whole


def test_who_signs_reads_what_is_promised() -> None:
    """On tests, on questions to the instructor, and on reminders."""
    whole = "\n".join(course_parts(THREE_UNITS))
    assert "3 units: 2 h, with the tests about 2 h 20 min.\n" in whole
    assert "passed with 4 right. There are 3 attempts, 12 hours apart" in whole
    assert "answered within 48 hours, not live, not for emergencies" in whole
    assert "after 7 and 21 days, once each, and then none" in whole


def test_the_desk_has_a_page_for_all_of_it() -> None:
    """No part is cut, and no page is longer than a platform shows."""
    parts = course_parts(FAMILY)
    found = pages(parts)
    assert [part for page in found for part in page] == list(parts)
    assert max(sum(map(len, page)) for page in found) <= PAGE_MOST


def test_a_question_as_long_as_may_be_fits_every_platform() -> None:
    """Six options, a question and a reason, each as long as it may be, and a whole test of such."""
    [asked, *_] = THREE_UNITS.course.units[0].test
    long = replace(
        asked, text="q" * 200, why="w" * 200, options=tuple(f"{n}{'o' * 74}" for n in range(6)), answer=5
    )
    first, *others = THREE_UNITS.course.units
    unit = replace(first, test=tuple(replace(long, id=f"u1q{n}") for n in range(1, 13)))
    whole = replace(THREE_UNITS, course=replace(THREE_UNITS.course, units=(unit, *others)))
    assert misfit_courses((whole,)) == ()


def test_a_look_at_a_course_shows_each_question_once() -> None:
    """As people see it, beside what comes to them."""
    met = [each.at for each in of_course(FAMILY)]
    for unit in FAMILY.course.units:
        assert all(met.count(asked.id) == 1 for asked in unit.test)
