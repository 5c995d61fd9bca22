"""`reststop course import`: questions out of a trainer's own file, into the tests of a course."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from adapters.content.course_bank import block, questions_in
from adapters.content.course_file import CourseReport, examine_course
from adapters.content.course_insert import inserted
from adapters.content.loader import Report, examine
from adapters.content.problems import Problem
from adapters.content.yaml_file import read_yaml
from bot.app.cli.content_folders import in_folders
from bot.app.fitting import misfit_courses
from bot.app.library import Folders
from bot.domain.courses.bank_merging import Merged, merged
from bot.domain.courses.bank_questions import Bank, Broken
from bot.domain.courses.question_banks import bank_of, text_of
from bot.domain.courses.units import Question
from bot.errors import BadInput, ContentBroken

_MARK = b"\xef\xbb\xbf"
_NOT_WRITTEN = "Nothing was written."
_TRIED = "Nothing was written: this was a try (--dry-run)."
_UNDO = "To undo it, take the questions with these ids out of the file."
_TURNED = "Options of {count} were put in another order, so that right answers stand at every place."
_PASTE = "# Unit {unit}: paste this below `test:`, as far in as what stands there, under ids that are free."


@click.command("import")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--into",
    "course",
    metavar="COURSE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The file with the course to which they are added; without it they are printed.",
)
@click.option("--dry-run", "is_try", is_flag=True, help="Say what would be added, and write nothing.")
@in_folders
def import_bank(*, file: Path, course: Path | None, is_try: bool, folders: Folders) -> None:
    """Add the questions of a list, in CSV or Markdown, to the tests of a course.

    Nothing is written while a row is broken, or where the course would get a fault that it has not.
    What stands in the course already is not added again.
    """
    bank = bank_of(text_of(file.read_bytes()))
    if course is None:
        _print(file, bank)
        return
    library = examine(folders.library, folders.packs)
    lines, is_sound = _import(file, bank, course.resolve(), library, is_try=is_try)
    click.echo("\n".join(lines))
    if not is_sound:
        raise SystemExit(1)


def _print(file: Path, bank: Bank) -> None:
    """Print the questions as a course has them; what is broken goes beside them, and then none is printed."""
    units = {question.unit: tuple[Question, ...]() for question in bank.questions}
    found = merged(bank, units)
    for line in (*_left_out(file, bank), *_broken(file, bank, bank.broken)):
        click.echo(line, err=True)
    if bank.broken:
        click.echo("Nothing is printed until these are mended.", err=True)
        raise SystemExit(1)
    if found.turned:
        click.echo(_TURNED.format(count=_questions(found.turned)), err=True)
    for unit, questions in found.added.items():
        click.echo(_PASTE.format(unit=unit))
        click.echo(block(questions, " " * 6), nl=False)


def _import(
    file: Path, bank: Bank, course: Path, library: Report, *, is_try: bool
) -> tuple[Sequence[str], bool]:
    """Add what is new, and return what to say of it; and whether there is nothing left to mend."""
    raw = course.read_bytes()
    data, faults = read_yaml(course)
    if faults:
        raise ContentBroken(
            problems=tuple(str(Problem(course.name, each.where, each.code, each.message)) for each in faults)
        )
    found = merged(bank, questions_in(data))
    broken = tuple(sorted((*bank.broken, *found.broken)))
    said = [*_left_out(file, bank), *_broken(file, bank, broken)]
    if broken:
        return [*said, f"{len(broken)} to mend. {_NOT_WRITTEN}"], False
    before = _problems(course.name, raw, library)
    added = _with(raw, found)
    after = _problems(course.name, added, library)
    known = {(each.path, each.code) for each in before}
    fresh = [each for each in after if (each.path, each.code) not in known]
    said += [_in_words(each, file, bank, found.rows) for each in after]
    if fresh:
        count = f"{len(fresh)} problem{'' if len(fresh) == 1 else 's'} would be new in the course."
        return [*said, f"{count} {_NOT_WRITTEN}"], False
    if found.added and not is_try:
        _replace(course, added)
    said += _report(course, found, is_try=is_try)
    if after:
        said.append(f"The course has {len(after)} left to mend, named above; none is from this import.")
    return said, not after


def _report(course: Path, found: Merged, *, is_try: bool) -> Iterator[str]:
    count = len(found.rows)
    verb = "would be added" if is_try else "added"
    if count:
        yield f"{_questions(count).capitalize()} {verb} to {course.name}:"
    for unit, questions in found.added.items():
        ids = questions[0].id if len(questions) == 1 else f"{questions[0].id} to {questions[-1].id}"
        yield f"  unit {unit}: {len(questions)} ({ids})"
    if found.present:
        yield f"There already, and not added again: {found.present}."
    if not count:
        yield f"Nothing is new. {_NOT_WRITTEN}"
        return
    if found.turned:
        yield _TURNED.format(count=_questions(found.turned))
    yield _TRIED if is_try else _UNDO


def _with(raw: bytes, found: Merged) -> bytes:
    """Return the bytes of a file with questions added; the mark at its begin stays, where it has one."""
    if not found.added:
        return raw
    text = inserted(raw.decode("utf-8-sig"), found.added)
    return (_MARK if raw.startswith(_MARK) else b"") + text.encode("utf-8")


def _problems(name: str, raw: bytes, library: Report) -> Sequence[Problem]:
    """Return what `reststop course check` finds in a file of these bytes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / name
        file.write_bytes(raw)
        report: CourseReport = examine_course(file, library)
    if report.template and not report.problems:
        return [replace(each, file=name) for each in misfit_courses((report.template,))]
    return report.problems


def _replace(course: Path, raw: bytes) -> None:
    """Write beside the file, then put that in its place: it is whole at every moment."""
    beside = ""
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{course.name}.", dir=course.parent)
        with os.fdopen(handle, "wb") as opened:
            opened.write(raw)
            opened.flush()
            os.fsync(opened.fileno())
        shutil.copymode(course, beside)
        Path(beside).replace(course)
    except OSError:
        if beside:
            Path(beside).unlink(missing_ok=True)
        raise BadInput("The file of the course could not be written. Look at its permissions.") from None


def _in_words(problem: Problem, file: Path, bank: Bank, rows: Mapping[str, int]) -> str:
    """Say a problem; one of a question that came in, by the row that it came from."""
    name = next((name for name in rows if f"[{name}]" in problem.path), None)
    if name is None:
        return f"{problem} ({problem.code})"
    part = _part(problem.path.partition(f"[{name}]")[2])
    return f"{file.name}: {bank.counts} {rows[name]}{part}: {problem.message} ({problem.code})"


def _part(path: str) -> str:
    """Return which part of a question a place within it is, as a list calls it."""
    if found := re.fullmatch(r"\.options\[([0-9])\]", path):
        return f", option {int(found[1]) + 1}"
    return {".q": ", question", ".why": ", reason"}.get(path, "")


def _broken(file: Path, bank: Bank, broken: Sequence[Broken]) -> Iterator[str]:
    yield from (f"{file.name}: {bank.counts} {row}: {sentence}" for row, sentence in broken)


def _left_out(file: Path, bank: Bank) -> Iterator[str]:
    if bank.left_out:
        columns = ", ".join(bank.left_out)
        yield f"{file.name}: nothing is read of column {columns}, whose heading is none of these."


def _questions(count: int) -> str:
    return f"{count} question{'' if count == 1 else 's'}"
