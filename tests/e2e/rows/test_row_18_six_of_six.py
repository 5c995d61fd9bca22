"""Six objectives of a course on the stance: each is served, and the report says six of six."""

from __future__ import annotations

from bot.domain.courses.coverage import coverage
from tests.e2e.rows.rows_library import course, course_check

COURSE = "act_relationship_4"


def test_the_report_shows_six_of_six() -> None:
    """None is left without a prompt, nor without a session."""
    assert "Objectives served by a prompt: 6/6." in course_check(COURSE)
    found = coverage(course(COURSE).course)
    assert list(found.pushes) == [f"O{n}" for n in range(1, 7)]
    assert all(found.pushes.values())
    assert all(found.sessions.values())
