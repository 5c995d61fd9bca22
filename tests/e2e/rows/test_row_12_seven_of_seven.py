"""Seven objectives of a course: each is served by something that comes, and the report says by what."""

from __future__ import annotations

import re

from bot.domain.courses.coverage import coverage
from tests.e2e.rows.rows_library import course, course_check

COURSE = "attachment_steam_4"


def test_the_report_shows_seven_of_seven() -> None:
    """Each objective on a line of its own, with the prompts that serve it."""
    told = course_check(COURSE)
    assert "Objectives served by a prompt: 7/7." in told
    lines = re.findall(r"^  (O[0-9])  .+: (.+)$", told, re.MULTILINE)
    assert [name for name, _ in lines] == [f"O{n}" for n in range(1, 8)]
    prompts = {push.id for push in course(COURSE).course.pushes}
    assert all(prompts & set(by.split(", ")) for _, by in lines)


def test_everything_that_comes_serves_an_objective() -> None:
    """And each of those is one of the seven."""
    kept = course(COURSE).course
    for push in kept.pushes:
        assert push.objectives
        assert set(push.objectives) <= set(kept.objectives)
    assert coverage(kept).unserved == ()
