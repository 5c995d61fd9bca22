"""`reststop course preview`: every message of a course in each zone, before anybody is told of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.app.cli.course import course
from bot.app.library import library_folder
from bot.errors import ContentBroken

FOLDER = library_folder() / "courses"


def test_a_course_of_2023_keeps_its_promises_by_its_own_calendar(tmp_path: Path) -> None:
    """The last days to cancel and to look at recordings, each message in each zone, and a file of them."""
    out = tmp_path / "course.ics"
    words = ["preview", str(FOLDER / "act_relationship_4.yaml"), "--first", "2023-11-28", "--ics", str(out)]
    found = CliRunner().invoke(course, [*words, "--zone", "Asia/Kolkata", "--zone", "auckland"])
    assert found.exit_code == 0
    assert "Last day to cancel without cost: Tuesday 14 November 2023." in found.output
    assert "Last day of the recordings: Thursday 19 September 2024." in found.output
    assert "Learners are told of that on Thursday 5 September 2024." in found.output
    lines = found.output.splitlines()
    assert lines.index("Asia/Kolkata") < lines.index("Pacific/Auckland")
    assert "  Wed 29 Nov 2023 02:30  Session 1, " in found.output
    assert "  Wed 29 Nov 2023 10:00  Session 1, " in found.output
    assert "Who is on leave gets it from the morning on which they are back" in found.output
    body = out.read_bytes().decode()
    assert body.startswith("BEGIN:VCALENDAR\r\n")
    listed = [line for line in lines if re.match(r"  [A-Z][a-z]{2} [ 0-9]", line)]
    sessions = [line for line in listed if "  Session " in line]
    assert len(sessions) == 2 * 4
    assert body.count("BEGIN:VEVENT") == len(listed) - 4  # a session is one event for all


def test_hours_of_2020_are_right_on_both_sides_of_a_change_of_the_clock() -> None:
    """As somebody reads them whose clock is that of UTC."""
    words = ["preview", str(FOLDER / "attachment_steam_4.yaml"), "--first", "2020-10-19", "--zone", "UTC"]
    found = CliRunner().invoke(course, words)
    at = [line.split("  Session")[0][-5:] for line in found.output.splitlines() if "  Session" in line]
    assert at == ["20:00", "20:00", "21:00", "21:00"]
    assert "From session 3 on they begin at 21:00 here, and no longer at 20:00" in found.output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--zone", "Pacific/Aukland"], "Perhaps Pacific/Auckland?"),
        (["--first", "3/4"], "I could not read that day."),
        (["--at", "25:00"], "A time of day looks like 09:00 or 16:30."),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(words: list[str], said: str) -> None:
    """And nothing is shown."""
    found = CliRunner().invoke(course, ["preview", str(FOLDER / "act_relationship_4.yaml"), *words])
    assert found.exit_code == 2
    assert said in found.output


def test_a_course_with_faults_is_refused_with_every_one_of_them(tmp_path: Path) -> None:
    """Each by its place."""
    whole = (FOLDER / "act_relationship_4.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "act_relationship_4.yaml"
    broken.write_text(
        whole.replace("zone: America/New_York", "zone: America/New_Yrok").replace("id: mid2", "id: mid1"),
        encoding="utf-8",
    )
    found = CliRunner().invoke(course, ["preview", str(broken)])
    assert isinstance(found.exception, ContentBroken)
    said = "\n".join(found.exception.problems)
    assert "zone" in said
    assert "mid1" in said
