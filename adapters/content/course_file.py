"""One file with a course, wherever it lies: read, checked, and made into one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from adapters.content.course_build import course_of
from adapters.content.course_checks import check_course
from adapters.content.course_models import CourseFile
from adapters.content.loader import Report
from adapters.content.problems import Place, Problem
from adapters.content.reading import understood
from adapters.content.yaml_file import read_yaml
from bot.domain.courses.course import CourseTemplate
from bot.errors import BadInput, ContentBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseReport:
    """All that can be said of one file: the course, where it can be made, and every problem."""

    template: CourseTemplate | None
    problems: tuple[Problem, ...]
    """Ordered by place; empty when the course may be used."""


def examine_course(file: Path, library: Report) -> CourseReport:
    """Read and check a file by the voice and the flows of a library. Never raises."""
    data, faults = read_yaml(file)
    if faults:
        return CourseReport(
            template=None,
            problems=tuple(Problem(file.name, each.where, each.code, each.message) for each in faults),
        )
    content, found = understood(file.name, data)
    problems = list(found)
    template = None
    if isinstance(content, CourseFile):
        flows = {flow.id for flow in library.flows}
        problems += check_course(Place(file.name), content, library.voice, flows)
        template = _made(content)
    elif not problems:
        problems.append(Place(file.name, "meta.kind").problem("not_a_course", "This is no course."))
    return CourseReport(template=template, problems=tuple(sorted(set(problems))))


def course_in(file: Path, library: Report) -> CourseTemplate:
    """Return the course of a file that is whole and sound.

    Raises:
        ContentBroken: with every problem, one line each.
    """
    report = examine_course(file, library)
    if report.problems or report.template is None:
        raise ContentBroken(problems=tuple(map(str, report.problems)))
    return report.template


def _made(content: CourseFile) -> CourseTemplate | None:
    try:
        return course_of(content)
    except BadInput:  # named by the check
        return None
