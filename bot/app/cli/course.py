"""`reststop course`: what a trainer does with files."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import click

from adapters.content.course_file import CourseReport, examine_course
from adapters.content.loader import examine
from bot.app.cli.content_courses import coverage_lines, empty_in, facts_of_course
from bot.app.cli.content_folders import in_folders
from bot.app.cli.course_attendance import attendance
from bot.app.cli.course_import import import_bank
from bot.app.cli.course_preview import preview
from bot.app.cli.course_units_preview import pool_lines
from bot.app.fitting import misfit_courses
from bot.app.library import Folders
from bot.domain.courses.course import Course
from bot.domain.courses.coverage import coverage

course_file = click.argument(
    "file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
"""The file with a course that a command is about."""


@click.group()
def course() -> None:
    """Look after the files of a course."""


course.add_command(attendance)
course.add_command(import_bank)
course.add_command(preview)


@course.command()
@course_file
@in_folders
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of sentences.")
def check(*, file: Path, folders: Folders, as_json: bool) -> None:
    """Name every problem of a course, and what serves its objectives. Exits 1 if there is a problem."""
    report = examine_course(file, examine(folders.library, folders.packs))
    if report.template and not report.problems:
        misfits = misfit_courses((report.template,))
        report = replace(report, problems=tuple(replace(each, file=file.name) for each in misfits))
    click.echo(_as_json(report) if as_json else "\n".join(_as_sentences(report)))
    if report.problems:
        raise SystemExit(1)


def _as_sentences(report: CourseReport) -> Iterator[str]:
    if report.template:
        kept = report.template.course
        yield f"{kept.title} ({report.template.id}, version {report.template.version})"
        yield f"How it goes: {facts_of_course(report.template)['goes']}."
        yield from coverage_lines(kept)
        yield from pool_lines(kept)
        yield f"Left empty for the organiser: {', '.join(empty_in(kept))}."
    yield from (f"{problem} ({problem.code})" for problem in report.problems)
    count = len(report.problems)
    yield f"{count or 'No'} problem{'' if count == 1 else 's'}."


def _as_json(report: CourseReport) -> str:
    kept = report.template
    return json.dumps(
        {
            "id": kept.id if kept else None,
            "coverage": _covered(kept.course) if kept else None,
            "unserved": list(coverage(kept.course).unserved) if kept else [],
            "empty": list(empty_in(kept.course)) if kept else [],
            "problems": [asdict(problem) for problem in report.problems],
        },
        ensure_ascii=False,
    )


def _covered(kept: Course) -> dict[str, dict[str, list[int] | list[str]]]:
    found = coverage(kept)
    return {
        name: {
            "sessions": list(found.sessions[name]),
            "prompts": list(found.pushes[name]),
            **(
                {"units": list(found.units[name]), "questions": list(found.questions[name])}
                if kept.units
                else {}
            ),
        }
        for name in kept.objectives
    }
