"""docs/writing-courses.md: what it shows of a course in units is a course, and its lists come into it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.app.cli.course import course
from bot.app.library import library_folder
from bot.domain.courses.question_banks import bank_of

PAGE = (library_folder().parent / "docs" / "writing-courses.md").read_text("utf-8")


def shown(kind: str, begins: str) -> str:
    """The one example of a kind that begins so."""
    [found] = re.findall(rf"```{kind}\n({begins}.*?)```", PAGE, re.DOTALL)
    return str(found)


def run(*words: str | Path) -> Result:
    """What `reststop course` says."""
    return CliRunner().invoke(course, [str(word) for word in words])


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """The course of the page, in a file."""
    file = tmp_path / "hearing_out.yaml"
    file.write_text(shown("yaml", "# One unit"), "utf-8")
    return file


def test_the_course_of_the_page_is_whole_once_its_list_is_in(written: Path) -> None:
    """Before that its test has too few questions, and nothing else is amiss; then it can be looked at."""
    before = run("check", written)
    assert before.exit_code == 1
    assert re.findall(r"\((\w+)\)$", before.output, re.MULTILINE) == ["too_few_questions"]
    bank = written.parent / "bank.csv"
    bank.write_text(shown("csv", "unit,"), "utf-8")
    added = run("import", bank, "--into", written)
    assert added.exit_code == 0, added.output
    assert "10 questions added to hearing_out.yaml:" in added.output
    assert "put in another order" not in added.output
    after = run("check", written)
    assert after.exit_code == 0, after.output
    assert "10 questions, 5 drawn; right ones by place: 4, 3, 3" in after.output
    assert "7 days after it is finished" in run("preview", written).output


def test_the_same_question_as_a_text_is_the_same() -> None:
    """Markdown or CSV, it stands in the course once; the one that is shown as YAML is it, too."""
    table, page = bank_of(shown("csv", "unit,")), bank_of(shown("markdown", "## Unit"))
    [asked] = page.questions
    assert not page.broken
    [same] = [each for each in table.questions if each.text == asked.text]
    assert (same.options, same.answer, same.why) == (asked.options, asked.answer, asked.why)
    assert same.objectives == asked.objectives
