"""The library as the core sees it: a catalogue in memory that nothing changes."""

from __future__ import annotations

from adapters.content.voice import Voice, lint
from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.portfolios import Template
from bot.domain.prompts import Prompt
from bot.domain.readings import Reading
from bot.domain.regions import Region, Regions
from bot.domain.rounds import RoundTemplate
from bot.domain.stock import Stock

_NO_VOICE = Voice()


class Library:
    """Every prompt and every help line of one folder. Keeps the contract of bot/ports/catalogue.py."""

    def __init__(
        self,
        prompts: tuple[Prompt, ...],
        regions: Regions,
        flows: tuple[Flow, ...] = (),
        *,
        retired: tuple[Flow, ...] = (),
        voice: Voice = _NO_VOICE,
        readings: tuple[Reading, ...] = (),
        templates: tuple[Template, ...] = (),
        rounds: tuple[RoundTemplate, ...] = (),
        courses: tuple[CourseTemplate, ...] = (),
    ) -> None:
        """Take what was read and checked, in any order. A `retired` flow is found by its version alone."""
        self._voice = voice
        self._readings = readings
        self._templates = tuple(sorted(templates, key=lambda template: template.id))
        self._rounds = {each.id: each for each in sorted(rounds, key=lambda each: each.id)}
        self._courses = {each.id: each for each in sorted(courses, key=lambda each: each.id)}
        self._stock = Stock.of(prompts)
        self._regions = regions
        in_order = sorted(flows, key=lambda flow: (flow.id, flow.version))
        old = sorted(retired, key=lambda flow: (flow.id, flow.version))
        self._flows = {(flow.id, flow.version): flow for flow in (*old, *in_order)}
        self._newest = {flow.id: flow for flow in in_order}

    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, ordered by id."""
        return self._stock.prompts

    def stock(self) -> Stock:
        """The same prompts as rotation looks through them."""
        return self._stock

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id, or None."""
        return self._stock.by_id.get(prompt_id)

    def amiss(self, text: str) -> str | None:
        """What the library's own voice finds first in a text, or None."""
        return next((found.message for found in lint(text, self._voice)), None)

    def flows(self) -> tuple[Flow, ...]:
        """The newest version of every flow, ordered by id."""
        return tuple(self._newest.values())

    def flow(self, flow_id: str, version: int | None = None) -> Flow | None:
        """The flow of that id and version, the newest where none is named, or None."""
        return self._newest.get(flow_id) if version is None else self._flows.get((flow_id, version))

    def readings(self) -> tuple[Reading, ...]:
        """Every card to read, in the order in which they are listed."""
        return self._readings

    def templates(self) -> tuple[Template, ...]:
        """Every template for a portfolio, ordered by id."""
        return self._templates

    def rounds(self) -> tuple[RoundTemplate, ...]:
        """Every round for a circle, ordered by id."""
        return tuple(self._rounds.values())

    def round(self, round_id: str) -> RoundTemplate | None:
        """The round of that id, or None."""
        return self._rounds.get(round_id)

    def courses(self) -> tuple[CourseTemplate, ...]:
        """Every course that may be begun, ordered by id."""
        return tuple(self._courses.values())

    def course(self, course_id: str) -> CourseTemplate | None:
        """The course of that id, or None."""
        return self._courses.get(course_id)

    def regions(self) -> tuple[Region, ...]:
        """The regions that have a code, without the directory."""
        return self._regions.named

    def region(self, code: str | None) -> Region:
        """The region of that code, else the directory entry."""
        return self._regions.get(code)

    def region_of_zone(self, zone: str) -> str | None:
        """The region code that a zone suggests, or None."""
        return self._regions.of_zone(zone)
