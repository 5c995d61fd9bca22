"""`reststop course preview` and `course check` of a course in units: what its learners will meet."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app.cli.course import course
from bot.app.library import library_folder

FILE = library_folder() / "courses" / "family_alliance_5.yaml"
FIRST = "Learners take its units when it suits them, in any order: 3 h 40 min, with the tests about 4 h."
ASKING = (
    "Questions to the instructor: an answer within 48 hours, and a word to the instructor after 36 hours. "
    "Days off do not count."
)
LINES = (
    "Unit 2: What we say without words (30 min)",
    "  if they like, video: The first five minutes, with the sound off",
    "  Its test draws 5 of 12 questions, and 4 right ones pass. 3 attempts, 12 hours apart.",
    "  It opens once all that is required above is ticked.",
    "A reminder comes once each after 7 and 21 idle days, and then silence.",
    ASKING,
)


def test_a_course_in_units_is_shown_unit_by_unit() -> None:
    """How long, what is in it, how its test goes with one draw, and what comes after it."""
    found = CliRunner().invoke(course, ["preview", str(FILE)])
    assert found.exit_code == 0, found.output
    lines = found.output.splitlines()
    assert lines[1] == FIRST
    assert [line for line in LINES if line not in lines] == []
    assert [line[:7] for line in lines if line.startswith("Unit ")] == [f"Unit {n}:" for n in range(1, 6)]
    assert sum(line.lstrip().startswith("[x]") for line in lines) == 5 * 5
    begins, ends = lines.index(LINES[0]), lines.index(next(line for line in lines if line[:6] == "Unit 3"))
    after = [line.split(":")[0].strip() for line in lines[begins:ends] if "after it is finished" in line]
    assert after == ["1 day after it is finished", "3 days after it is finished"]


@pytest.mark.parametrize("words", [["--zone", "UTC"], ["--first", "2027-01-04"], ["--at", "09:00"]])
def test_what_has_no_date_is_not_asked_for_one(words: list[str], tmp_path: Path) -> None:
    """A zone or a day is refused with the reason, and so is a calendar file."""
    for more in (words, ["--ics", str(tmp_path / "course.ics")]):
        found = CliRunner().invoke(course, ["preview", str(FILE), *more])
        assert found.exit_code == 2
        assert "no zone and no date to show" in found.output
    assert not list(tmp_path.iterdir())


def test_the_check_tells_pools_and_what_serves_objectives() -> None:
    """By unit: how many questions, and how often the right one stands at each place."""
    found = CliRunner().invoke(course, ["check", str(FILE)])
    assert found.exit_code == 0, found.output
    assert "Objectives served by a prompt or a question: 6/6." in found.output
    assert "  Unit 3: 12 questions, 5 drawn; right ones by place: 3, 3, 3, 3" in found.output
