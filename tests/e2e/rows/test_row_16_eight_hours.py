"""Four sessions of two hours come to eight; how many count for credit is for the organiser to say."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path

from adapters.content.course_file import examine_course
from bot.app.library import library_folder
from bot.domain.courses.timetable import moved_to, starts_at
from tests.e2e.rows.rows_library import course, course_check, report

COURSE = "act_relationship_4"
FILE = library_folder() / "courses" / f"{COURSE}.yaml"


def test_a_first_date_gives_all_four() -> None:
    """28 November 2023, and a week apart: 16:00 in New York is 21:00 UTC each time."""
    moved = moved_to(course(COURSE).course, date(2023, 11, 28), time(16))
    assert [starts_at(moved, each) for each in moved.sessions] == [
        datetime(2023, month, day, 21, tzinfo=UTC) for month, day in ((11, 28), (12, 5), (12, 12), (12, 19))
    ]


def test_eight_hours_are_worked_out_and_credit_is_not() -> None:
    """The one is a sum; the other stays empty."""
    kept = course(COURSE).course
    assert [each.minutes for each in kept.sessions] == [120] * 4
    assert kept.minutes == 8 * 60
    assert kept.credit.hours == ""
    told = course_check(COURSE)
    assert "4 live sessions, 8 hours together" in told
    assert "Left empty for the organiser: disclosures, approvals, credit hours" in told


def test_no_file_fills_in_credit_hours(tmp_path: Path) -> None:
    """However it is written."""
    for written in ("8", '"8"', "8.0"):
        file = tmp_path / "mine.yaml"
        file.write_text(FILE.read_text("utf-8").replace("hours: null", f"hours: {written}"), "utf-8")
        [problem] = examine_course(file, report()).problems
        assert (problem.path, problem.code) == ("organiser.hours", "organisers_own")
