"""Disclosures are the organiser's: no file of ours holds any, and without them a course is unfinished."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from adapters.content.course_file import examine_course
from bot.app.library import library_folder
from bot.domain.courses.cohort import Cohort, unfinished
from bot.domain.courses.course import CourseTemplate
from tests.e2e.rows.rows_library import library, report

COURSES = library().courses()
EMPTY = "The disclosures are empty."


def _as_it_ships(kept: CourseTemplate) -> Cohort:
    return Cohort(template=kept.id, template_version=kept.version, course=kept.course, code="INVENTED")


@pytest.mark.parametrize("kept", COURSES, ids=lambda each: each.id)
def test_what_ships_cannot_be_published_as_it_is(kept: CourseTemplate) -> None:
    """The disclosures are asked for first, then a place, then each link that is not there."""
    cohort = _as_it_ships(kept)
    found = unfinished(cohort)
    assert found[0].startswith(EMPTY)
    assert sum("has no link yet" in each for each in found) == len(kept.course.items)
    spoken = unfinished(replace(cohort, disclosures="None to make.", where="Room 2"))
    assert not [each for each in spoken if "link" not in each]


@pytest.mark.parametrize("kept", COURSES, ids=lambda each: each.id)
def test_a_file_that_fills_them_in_is_refused(tmp_path: Path, kept: CourseTemplate) -> None:
    """So that nobody's words stand there but the organiser's."""
    text = (library_folder() / "courses" / f"{kept.id}.yaml").read_text("utf-8")
    file = tmp_path / "mine.yaml"
    file.write_text(text.replace("disclosures: null", "disclosures: none to make"), "utf-8")
    [problem] = examine_course(file, report()).problems
    assert (problem.path, problem.code) == ("organiser.disclosures", "organisers_own")
