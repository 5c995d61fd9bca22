"""`reststop course import`: a trainer's own list of questions comes into a course, once, and whole."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from adapters.content.course_unit_models import TEST_TEXT_MOST
from bot.app.cli.course import course
from bot.app.library import library_folder
from bot.domain.courses.bank_questions import OPTION_MOST, TEXT_MOST
from bot.surface.card import LABEL_MAX
from tests.content.bank_texts import HEAD, OPTIONS, course_text, csv_bank, csv_row, written_test

FULL = course_text(written_test(1, range(12)), written_test(2, range(12)))


AN_OBJECTIVE = "An objective is a letter and a number. Write it as A1, and several as A1, A2."
NO_RIGHT_ONE = "The right answer is none of the options. Name one of them."
NOT_THE_SAME = (
    "Unit 1 has a question in these words (u1q3), and not the same. "
    "Change that one in the course, or reword this."
)
AMISS = (
    (3, NO_RIGHT_ONE),
    (4, "The course has no unit 7. Correct the number."),
    (5, "It is of no unit. Write the number of one, such as 1."),
    (5, "There is no reason. Say in a line why the right one is right."),
    (6, AN_OBJECTIVE),
    (6, "Option 2 is empty, and one after it is not. Fill it, or move them up."),
    (6, "The question is over 200 characters. Shorten it."),
    (6, "The reason is over 200 characters. Shorten it."),
    (6, NO_RIGHT_ONE),
    (7, "This question stands in row 2 already. Keep one."),
    (8, NOT_THE_SAME),
)


def run(file: Path, *more: Path | str) -> Result:
    """What the command says, beside a library with nothing in it."""
    library = file.parent / "library"
    library.mkdir(exist_ok=True)
    return CliRunner().invoke(course, ["import", str(file), *map(str, more), "--prompts", str(library)])


def put(folder: Path, bank: str | bytes, written: str = FULL) -> tuple[Path, Path]:
    """A bank and a course in files."""
    file, into = folder / "mine.csv", folder / "two_units.yaml"
    file.write_bytes(bank if isinstance(bank, bytes) else bank.encode())
    into.write_bytes(written.encode())
    return file, into


def ids_in(into: Path) -> dict[int, list[str]]:
    """The ids of questions by unit."""
    data = yaml.safe_load(into.read_text("utf-8"))
    return {unit["n"]: [each["id"] for each in unit.get("test") or ()] for unit in data["units"]}


def test_questions_stand_at_the_end_of_their_unit_and_all_else_stays(tmp_path: Path) -> None:
    """Comments and the order of lines too; the course is checked, and what was added is named."""
    file, into = put(tmp_path, csv_bank(2, [20, 21]))
    found = run(file, "--into", into)
    assert found.exit_code == 0, found.output
    assert "2 questions added to two_units.yaml:" in found.output
    assert "  unit 2: 2 (u2q12 to u2q13)" in found.output
    assert "take the questions with these ids out" in found.output
    written = into.read_text("utf-8")
    added = written.splitlines()
    kept = FULL.splitlines()
    start = added.index("      - id: u2q12")
    assert added[:start] + added[start + 20 :] == kept
    assert ids_in(into)[2][-3:] == ["u2q11", "u2q12", "u2q13"]


def test_the_same_import_again_adds_nothing(tmp_path: Path) -> None:
    """Not a byte of the file changes."""
    file, into = put(tmp_path, csv_bank(1, [20, 21, 22]))
    run(file, "--into", into)
    once = into.read_bytes()
    again = run(file, "--into", into)
    assert again.exit_code == 0
    assert "There already, and not added again: 3." in again.output
    assert "Nothing is new. Nothing was written." in again.output
    assert into.read_bytes() == once


def test_a_try_writes_nothing(tmp_path: Path) -> None:
    """And says what would be added."""
    file, into = put(tmp_path, csv_bank(1, [20]))
    found = run(file, "--into", into, "--dry-run")
    assert found.exit_code == 0
    assert "1 question would be added to two_units.yaml:" in found.output
    assert "this was a try" in found.output
    assert into.read_text("utf-8") == FULL
    assert sorted(each.name for each in tmp_path.iterdir()) == ["library", "mine.csv", "two_units.yaml"]


def test_every_broken_row_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    """By its number, each with what to do; nothing of the row is quoted."""
    long = "w" * (TEXT_MOST + 1)
    rows = (
        HEAD,
        csv_row(1, 20),
        csv_row(1, 21, "e"),
        csv_row(7, 22),
        ",Which?,one,two,,,a,,A1",
        f"2,{long},one,,three,,9,{long},first",
        csv_row(1, 20),
        "1,Invented question 3 of unit 1?,other,words,,,a,Another reason.,A1",
    )
    file, into = put(tmp_path, "\n".join(rows))
    found = run(file, "--into", into)
    assert found.exit_code == 1
    said = found.output.splitlines()
    assert said == [
        *(f"mine.csv: row {row}: {sentence}" for row, sentence in AMISS),
        f"{len(AMISS)} to mend. Nothing was written.",
    ]
    assert into.read_text("utf-8") == FULL


def test_a_fault_that_the_course_would_get_is_named_by_its_row(tmp_path: Path) -> None:
    """What the check of a course finds in new questions is told by where they came from."""
    rows = (HEAD, csv_row(1, 20).replace("at the clock", "at it!"), csv_row(1, 21).replace(",A1", ",A9"))
    file, into = put(tmp_path, "\n".join(rows))
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "voice.yaml").write_bytes((library_folder() / "voice.yaml").read_bytes())
    found = run(file, "--into", into)
    assert found.exit_code == 1
    assert "mine.csv: row 2, option 2: An exclamation mark stands here." in found.output
    assert "mine.csv: row 3: A9 is not among the objectives." in found.output
    assert "(unknown_objective)" in found.output
    assert "2 problems would be new in the course. Nothing was written." in found.output
    assert into.read_text("utf-8") == FULL


def test_a_course_that_had_a_fault_before_can_be_filled_unit_by_unit(tmp_path: Path) -> None:
    """What is left to mend is named, and the questions are there."""
    broken = FULL.replace("zone: UTC", "zone: Europe/Lodnon")
    file, into = put(tmp_path, csv_bank(1, [20]), broken)
    found = run(file, "--into", into)
    assert found.exit_code == 1
    assert "unknown_zone" in found.output
    assert "The course has 1 left to mend, named above; none is from this import." in found.output
    assert ids_in(into)[1][-1] == "u1q12"


@pytest.mark.parametrize(
    "test",
    [
        "",
        "    test:",
        "    test: []  # none yet",
        "    test: null\n    # none yet",
        "    test:\n    # none yet",
    ],
    ids=["none", "empty", "list", "null", "comment"],
)
def test_a_unit_without_questions_gets_its_first(tmp_path: Path, test: str) -> None:
    """However its file says that there are none."""
    file, into = put(tmp_path, csv_bank(1, range(12)), course_text(test, written_test(2, range(12))))
    found = run(file, "--into", into)
    assert found.exit_code == 0, found.output
    assert ids_in(into)[1] == [f"u1q{n}" for n in range(1, 13)]
    assert "# what follows is the second unit" in into.read_text("utf-8")
    assert ("none yet" in into.read_text("utf-8")) == ("none yet" in test)


def test_a_course_written_in_one_line_a_unit_takes_them_too(tmp_path: Path) -> None:
    """As in a list between brackets, with the line ends of Windows and a mark at the begin."""
    data = yaml.safe_load(FULL)
    units = yaml.safe_dump(data["units"], default_flow_style=True, width=100_000, sort_keys=False)
    begin, end = FULL.index("units:"), FULL.index("credit:")
    text = f"{FULL[:begin]}units: {units}\n{FULL[end:]}".replace("\n", "\r\n")
    file, into = put(tmp_path, csv_bank(2, [20, 21]), "\ufeff" + text)
    found = run(file, "--into", into)
    assert found.exit_code == 0, found.output
    assert ids_in(into)[2][-2:] == ["u2q12", "u2q13"]
    written = into.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf# A course")
    assert written.count(b"\n") == written.count(b"\r\n") == text.count("\n")


def test_right_answers_that_all_stand_first_are_spread(tmp_path: Path) -> None:
    """As most lists are written; whoever takes a test sees options shuffled anyway."""
    bank = "\n".join((HEAD, *(csv_row(1, n, "a") for n in range(12))))
    file, into = put(tmp_path, bank, course_text("    test: []", written_test(2, range(12))))
    found = run(file, "--into", into)
    assert found.exit_code == 0, found.output
    assert "put in another order" in found.output
    (test,) = (each["test"] for each in yaml.safe_load(into.read_text("utf-8"))["units"] if each["n"] == 1)
    assert [each["answer"] for each in test] == [f"{OPTIONS[0]} ({n})" for n in range(12)]
    places = [each["options"].index(each["answer"]) for each in test]
    assert {places.count(place) for place in range(4)} == {3}
    assert "There already, and not added again: 12." in run(file, "--into", into).output


def test_without_a_course_the_questions_are_printed_to_be_pasted(tmp_path: Path) -> None:
    """As a course has them, and nothing is written."""
    file, into = put(tmp_path, csv_bank(1, [20, 21, 22, 23]))
    found = run(file)
    assert found.exit_code == 0
    assert "Unit 1: paste this below `test:`" in found.stdout
    pasted = course_text(f"    test:\n{found.stdout}", written_test(2, range(12)))
    into.write_text(pasted, "utf-8")
    assert ids_in(into)[1] == ["u1q1", "u1q2", "u1q3", "u1q4"]


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    """With what a list looks like; a workbook with how to save it."""
    file, into = put(tmp_path, "Dear all,\nplease find the questions attached.\n")
    assert "no list of questions" in str(run(file, "--into", into).exception)
    file.write_bytes(b"PK\x03\x04 and so on")
    assert "Save it as CSV" in str(run(file, "--into", into).exception)
    file.write_bytes(b"\x81\x8d\x00\x01")
    assert "no list of questions" in str(run(file, "--into", into).exception)


def test_a_list_holds_texts_as_long_as_a_course_does() -> None:
    """Its limits are those of the file of a course, and of a card."""
    assert TEXT_MOST == TEST_TEXT_MOST
    assert OPTION_MOST == LABEL_MAX
