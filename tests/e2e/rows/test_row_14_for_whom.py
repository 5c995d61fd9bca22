"""For whom a course is meant: its file says a level, one of four."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.content.course_file import examine_course
from bot.app.library import library_folder
from bot.domain.courses.course import CourseTemplate, Level
from tests.e2e.rows.rows_library import library, report

FILE = library_folder() / "courses" / "attachment_steam_4.yaml"


@pytest.mark.parametrize("kept", library().courses(), ids=lambda each: each.id)
def test_every_course_says_its_level(kept: CourseTemplate) -> None:
    """A word that somebody can place themselves by."""
    assert kept.course.level in Level


@pytest.mark.parametrize(("line", "code"), [("", "missing"), ("  level: gifted\n", "not_in_list")])
def test_a_course_without_a_level_is_refused(tmp_path: Path, line: str, code: str) -> None:
    """And so is one with a word of its own."""
    file = tmp_path / "mine.yaml"
    file.write_text(FILE.read_text("utf-8").replace("  level: beginner\n", line), "utf-8")
    problems = examine_course(file, report()).problems
    assert [(each.path, each.code) for each in problems] == [("meta.level", code)]
