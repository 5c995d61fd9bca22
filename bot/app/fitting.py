"""What no platform could show whole is refused with the library, before anybody meets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from adapters.content.library import Library
from adapters.content.loader import Report, examine, load
from adapters.content.problems import Problem
from bot.app.content_cards import Met, of_flow, of_prompt, of_reading, of_round, of_template
from bot.app.content_courses import of_push, of_question, of_sitting
from bot.app.library import Folders, library_folder
from bot.app.platforms import PLATFORMS
from bot.domain.courses.course import Course, CourseTemplate
from bot.domain.flows import Flow
from bot.domain.organisations import LINE_MAX, STAFF_LINES, Rules
from bot.domain.portfolios import Template
from bot.domain.prompts import Prompt
from bot.domain.readings import Reading
from bot.domain.regions import Region
from bot.domain.rounds import RoundTemplate
from bot.errors import ContentBroken, SurfaceError
from bot.services.cards.help import help_now

_SAYS = "A card made of this does not fit everywhere ({why}). Say less, or ask something in between."

_MOST = Rules(on_call="x" * LINE_MAX, staff=("x" * LINE_MAX,) * STAFF_LINES)
"""The most that an organisation may name beside the lines of a region."""


def examine_library(folders: Folders) -> Report:
    """Return all that can be said of a library and its packs. Never raises.

    What some platform could not show is looked for where all else is sound.
    """
    report = examine(folders.library, folders.packs)
    if report.problems or report.regions is None:
        return report
    regions = (*report.regions.named, report.regions.directory)
    problems = misfits(
        report.prompts, report.flows, report.readings, regions, report.templates, rounds=report.rounds
    )
    return replace(report, problems=tuple(sorted((*problems, *misfit_courses(report.courses)))))


def load_library(folders: Folders) -> Library:
    """Load a library that is whole, and that every platform can show.

    The one that ships alone is not drawn at each start: `content check` did that, and `doctor` does.

    Raises:
        ContentBroken: with every problem, one line each; half a library is never used.
    """
    library = load(folders.library, folders.packs)
    if folders == Folders(library_folder()):
        return library
    regions = (*library.regions(), library.region(None))
    found = misfits(
        library.prompts(),
        library.flows(),
        library.readings(),
        regions,
        library.templates(),
        rounds=library.rounds(),
    )
    found += misfit_courses(library.courses())
    if found:
        raise ContentBroken(problems=tuple(str(problem) for problem in found))
    return library


@lru_cache(maxsize=1)
def misfits(
    prompts: tuple[Prompt, ...],
    flows: tuple[Flow, ...],
    readings: tuple[Reading, ...],
    regions: tuple[Region, ...],
    templates: tuple[Template, ...] = (),
    *,
    rounds: tuple[RoundTemplate, ...] = (),
) -> tuple[Problem, ...]:
    """Return the problems of what a library leads to, in order; none where everything fits.

    Whoever it is shown to, and however they came there: lines to call are those of the region with most, and
    the most that an organisation may name.
    The last library is remembered, so that a house that opens again does not look it over again.
    """
    found = {*_misfits(prompts, flows, readings, regions, templates), *_misfit_rounds(rounds)}
    return tuple(sorted(found))


def _misfits(
    prompts: tuple[Prompt, ...],
    flows: tuple[Flow, ...],
    readings: tuple[Reading, ...],
    regions: tuple[Region, ...],
    templates: tuple[Template, ...],
) -> Iterator[Problem]:
    longest = max(regions, key=lambda region: len(help_now(region, "").text))
    known = {flow.id: flow for flow in flows}
    for prompt in prompts:
        file = f"{'/'.join(prompt.id.split('.')[:-1])}.yaml"
        yield from _problems(file, f"prompts[{prompt.id}]", of_prompt(prompt))
    for reading in readings:
        yield from _problems("reading.yaml", f"readings[{reading.id}]", of_reading(reading))
    for template in templates:
        yield from _problems(f"portfolio/{template.id}.yaml", "", of_template(template))
    for flow in flows:
        yield from _problems(f"flows/{flow.id}.yaml", "", of_flow(flow, longest, known, _MOST))


def _misfit_rounds(rounds: tuple[RoundTemplate, ...]) -> Iterator[Problem]:
    for kept in rounds:
        yield from _problems(f"rounds/{kept.id}.yaml", "", of_round(kept))


def misfit_courses(courses: Sequence[CourseTemplate]) -> tuple[Problem, ...]:
    """Return the problems of what courses send and ask, in order; none where everything fits."""
    found: set[Problem] = set()
    for each in courses:
        for asked in each.course.pushes:
            place = f"push[{asked.id}]"
            found.update(_problems(f"courses/{each.id}.yaml", place, of_push(each.course, asked)))
        found.update(_misfit_tests(f"courses/{each.id}.yaml", each.course))
    return tuple(sorted(found))


def _misfit_tests(file: str, course: Course) -> Iterator[Problem]:
    for unit in course.units:
        place = f"units[n={unit.n}].test"
        for asked in unit.asked:
            yield from _problems(file, f"{place}[{asked.id}]", of_question(course, unit, asked))
        yield from _problems(file, place, of_sitting(course, unit))


def _problems(file: str, path: str, of: Iterator[Met]) -> Iterator[Problem]:
    """Walk what is too much for a platform, and what is no card at all."""
    try:
        for met in of:
            for kind in PLATFORMS:
                try:
                    kind.draw(met)
                except SurfaceError as problem:
                    why = f"{kind.name}: {problem.sentence}"
                    where = f"steps.{met.at}" if met.at and not path else path
                    yield Problem(file, where, "does_not_fit", _SAYS.format(why=why))
    except SurfaceError as problem:
        yield Problem(file, path, "does_not_fit", _SAYS.format(why=problem.sentence))
