"""The way into the library: look its folders over and hear every problem, or load it whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from adapters.content.build import prompts_of, readings_of, regions_of, template_of
from adapters.content.course_build import course_of
from adapters.content.course_checks import check_across_courses, check_course_file, check_served
from adapters.content.flow_build import flow_of
from adapters.content.flow_checks import check_across_flows, check_flow_file
from adapters.content.flow_ways import check_ways
from adapters.content.library import Library
from adapters.content.models import PackMeta
from adapters.content.pack_checks import check_packs
from adapters.content.portfolio_checks import check_across_templates, check_template
from adapters.content.problems import Problem
from adapters.content.prompt_checks import COMMONS, check_across, check_prompts_file
from adapters.content.reading import (
    READINGS_FILE,
    REGIONS_FILE,
    VOICE_FILE,
    ZONES_FILE,
    Reading,
    flow_ids,
    home_of,
    is_retired,
    read_folders,
)
from adapters.content.reading_checks import check_readings
from adapters.content.round_build import round_of
from adapters.content.round_checks import check_across_rounds, check_round
from adapters.content.safety_checks import check_regions, check_voice, check_zones
from adapters.content.voice import Voice
from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.portfolios import Template
from bot.domain.prompts import Domain, Prompt
from bot.domain.readings import Reading as CardToRead
from bot.domain.regions import Regions
from bot.domain.rounds import RoundTemplate
from bot.errors import BadInput, ContentBroken


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """All that can be said of a library with its packs: what could be read, and every problem."""

    prompts: tuple[Prompt, ...]
    """Ordered by id; those that could be read, even where something is wrong with them."""
    flows: tuple[Flow, ...]
    """Ordered by id; those that could be read and lead to an end."""
    readings: tuple[CardToRead, ...]
    """In the order of the file."""
    templates: tuple[Template, ...]
    """For a portfolio, ordered by id."""
    rounds: tuple[RoundTemplate, ...]
    """For circles, ordered by id; those whose hours hold something."""
    courses: tuple[CourseTemplate, ...]
    """Ordered by id; those whose dates and moments can be read."""
    retired: tuple[Flow, ...]
    """Old versions, of which no new run begins."""
    packs: tuple[PackMeta, ...]
    """What stands beside the library, ordered by id."""
    regions: Regions | None
    voice: Voice
    titles: Mapping[Domain, str]
    """What people see instead of a domain's own word."""
    problems: tuple[Problem, ...]
    """Ordered by file and place; empty when the library may be used."""

    def by_domain(self) -> dict[str, int]:
        """How many prompts each domain has, nothing left out; the gentle commons apart from the rest."""
        counted = Counter(_shelf(prompt) for prompt in self.prompts)
        return {str(shelf): counted[shelf] for shelf in (*Domain, COMMONS)}

    def drafts(self) -> int:
        """How many prompts, flows, cards to read, templates, rounds, courses no practitioner has reviewed."""
        prompts = sum(prompt.review.is_draft for prompt in self.prompts)
        flows = sum(flow.review.is_draft for flow in self.flows)
        readings = sum(reading.review.is_draft for reading in self.readings)
        templates = sum(template.review.is_draft for template in self.templates)
        rounds = sum(each.review.is_draft for each in self.rounds)
        courses = sum(each.review.is_draft for each in self.courses)
        return prompts + flows + readings + templates + rounds + courses


def _shelf(prompt: Prompt) -> str:
    return COMMONS if prompt.id.startswith(f"{COMMONS}.") else prompt.domain


def examine(folder: Path, packs: Sequence[Path] = ()) -> Report:
    """Read and check everything below the folder of a library and of its packs.

    Never raises; a broken file does not hide the others.
    """
    reading = read_folders(folder, packs)
    voice, problems = _checked(reading)
    prompts = [prompt for content in reading.prompts.values() for prompt in prompts_of(content)]
    regions = regions_of(reading.regions, reading.zones) if reading.regions and reading.zones else None
    metas = (content.meta for name, content in reading.prompts.items() if not home_of(name))
    walkable = {
        name: flow_of(content)
        for name, content in sorted(reading.flows.items())
        if not any(check_ways(name, content))
    }
    return Report(
        flows=tuple(flow for name, flow in walkable.items() if not is_retired(name)),
        retired=tuple(flow for name, flow in walkable.items() if is_retired(name)),
        readings=tuple(readings_of(reading.readings)) if reading.readings else (),
        templates=tuple(sorted(map(template_of, reading.templates.values()), key=lambda one: one.id)),
        rounds=_rounds(reading),
        courses=_courses(reading),
        prompts=tuple(sorted(prompts, key=lambda prompt: prompt.id)),
        packs=tuple(sorted((content.meta for content in reading.packs.values()), key=lambda meta: meta.id)),
        regions=regions,
        voice=voice,
        titles={meta.domain: meta.title for meta in metas if meta.domain},
        problems=tuple(sorted(set(problems))),
    )


def _rounds(reading: Reading) -> tuple[RoundTemplate, ...]:
    """The rounds that can be made; what is wrong with another is named."""
    found = []
    for content in reading.rounds.values():
        with suppress(BadInput):
            found.append(round_of(content))
    return tuple(sorted(found, key=lambda one: one.id))


def _courses(reading: Reading) -> tuple[CourseTemplate, ...]:
    """The courses that can be made; what is wrong with another is named."""
    found = []
    for content in reading.courses.values():
        with suppress(BadInput):
            found.append(course_of(content))
    return tuple(sorted(found, key=lambda one: one.id))


def _checked(reading: Reading) -> tuple[Voice, list[Problem]]:
    problems = list(reading.problems)
    voice = Voice()
    if reading.voice:
        voice, unread = check_voice(VOICE_FILE, reading.voice)
        problems += unread
    for name, content in reading.prompts.items():
        problems += check_prompts_file(name, content, voice, reading.packs.get(home_of(name)))
    problems += check_packs(reading.packs, voice)
    problems += check_across(reading.prompts)
    for name, flow in reading.flows.items():
        problems += check_flow_file(name, flow, voice, reading.packs.get(home_of(name)))
    problems += check_across_flows(reading.flows, reading.files)
    for name, template in reading.templates.items():
        problems += check_template(name, template, voice, reading.packs.get(home_of(name)))
    problems += check_across_templates(reading.templates)
    for name, each in reading.rounds.items():
        problems += check_round(name, each, voice, reading.packs.get(home_of(name)))
    problems += check_across_rounds(reading.rounds)
    problems += _checked_courses(reading, voice)
    if reading.readings:
        problems += check_readings(READINGS_FILE, reading.readings, voice)
    if reading.regions:
        problems += check_regions(REGIONS_FILE, reading.regions, voice)
    if reading.zones:
        problems += check_zones(ZONES_FILE, reading.zones, reading.regions)
    return voice, problems


def _checked_courses(reading: Reading, voice: Voice) -> Iterator[Problem]:
    flows, unread = flow_ids(reading), {problem.file for problem in reading.problems}
    for name, content in reading.courses.items():
        yield from check_course_file(name, content, voice, reading.packs.get(home_of(name)), flows)
        if name not in unread:
            yield from check_served(name, content)
    yield from check_across_courses(reading.courses)


def load(folder: Path, packs: Sequence[Path] = ()) -> Library:
    """Load the library of `folder` with its packs, whole and sound.

    Raises:
        ContentBroken: with every problem, one line each; half a library is never used.
    """
    report = examine(folder, packs)
    if report.problems or report.regions is None:
        raise ContentBroken(problems=tuple(str(problem) for problem in report.problems))
    return Library(
        report.prompts,
        report.regions,
        report.flows,
        retired=report.retired,
        voice=report.voice,
        readings=report.readings,
        templates=report.templates,
        rounds=report.rounds,
        courses=report.courses,
    )
