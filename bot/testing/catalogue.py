"""A catalogue in memory: invented prompts, one for each way to answer, and numbers that reach nobody."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.portfolios import Fact, Section, SectionKind, Template
from bot.domain.prompts import (
    AudienceKind,
    Depth,
    Domain,
    Modality,
    Moment,
    Option,
    Prompt,
    Review,
    ReviewStatus,
    Sensitivity,
)
from bot.domain.readings import Reading
from bot.domain.regions import HelpLine, LineKind, Region, Regions
from bot.domain.rounds import RoundTemplate
from bot.domain.stock import Stock
from bot.domain.supervision import SessionKind
from bot.testing.courses import INVENTED_COURSES
from bot.testing.rounds import INVENTED_ROUNDS

DRAFT = Review(status=ReviewStatus.DRAFT)


def invented_prompt(
    prompt_id: str,
    *,
    text: str,
    domain: Domain = Domain.ACTIONS,
    family: str | None = None,
    modality: Modality = Modality.TEXT,
    depth: Depth = Depth.SHORT,
    sensitivity: Sensitivity = Sensitivity.PERSONAL,
    gentle: bool = False,
    pair: str | None = None,
    options: tuple[Option, ...] = (),
    own_words: bool = False,
    low_label: str | None = None,
    high_label: str | None = None,
) -> Prompt:
    """A prompt for clinicians and cohorts at any moment; each has a family of its own unless told."""
    return Prompt(
        id=prompt_id,
        version=1,
        locale="en",
        domain=domain,
        family=family or prompt_id,
        audience=(AudienceKind.CLINICIAN, AudienceKind.COHORT),
        moment=(Moment.ANY,),
        modality=modality,
        depth=depth,
        sensitivity=sensitivity,
        gentle=gentle,
        pair=pair,
        text=text,
        options=options,
        own_words=own_words,
        low_label=low_label,
        high_label=high_label,
        review=DRAFT,
    )


def _options(*names: str) -> tuple[Option, ...]:
    return tuple(Option(name=name, label=name.replace("_", " ")) for name in names)


INVENTED_PROMPTS = (
    invented_prompt(
        "steam.sensations.S90",
        text="How warm are your hands or your feet?",
        domain=Domain.SENSATIONS,
        modality=Modality.MARK,
        options=_options("cold", "cool", "fair", "warm", "glowing"),
    ),
    invented_prompt(
        "steam.emotions.E90",
        text="Which weather is nearest to your afternoon?",
        domain=Domain.EMOTIONS,
        modality=Modality.CHOICE,
        sensitivity=Sensitivity.SHARED,
        gentle=True,
        options=_options("clear", "cloudy", "windy", "fog"),
        own_words=True,
    ),
    invented_prompt(
        "steam.thoughts.T90",
        text="Which of these crossed your mind on the way here?",
        domain=Domain.THOUGHTS,
        modality=Modality.MULTI,
        options=_options("food", "the_list", "somebody", "nothing_much"),
    ),
    invented_prompt(
        "wide.attunement.N90",
        text="How loud was the last room you were in?",
        domain=Domain.ATTUNEMENT,
        modality=Modality.SCALE,
        low_label="silent",
        high_label="deafening",
    ),
    invented_prompt("steam.actions.A90", text="What did you carry from one place to another today?"),
    invented_prompt(
        "steam.mentalizing.M90",
        text="Think of a bus driver you met. What might their morning have been like?",
        domain=Domain.MENTALIZING,
        depth=Depth.MEDIUM,
        pair="steam.mentalizing.M91",
    ),
    invented_prompt(
        "steam.mentalizing.M91",
        text="And what might the driver have guessed about yours?",
        domain=Domain.MENTALIZING,
        depth=Depth.MEDIUM,
        pair="steam.mentalizing.M90",
    ),
    invented_prompt(
        "wide.own_patterns.O90",
        text="Which corner of a full room do you walk to first?",
        domain=Domain.OWN_PATTERNS,
        depth=Depth.MEDIUM,
        sensitivity=Sensitivity.GUARDED,
    ),
)
"""One for each modality that a library can hold today, a pair, a gentle and a guarded one."""


def _line(kind: LineKind, label: str, number: str, checked_on: date | None = None) -> HelpLine:
    return HelpLine(
        kind=kind,
        label=label,
        text=f"{number}, call or text",
        numbers=(number,),
        hours="any hour",
        checked_on=checked_on,
    )


INVENTED_REGIONS = Regions(
    named=(
        Region(
            code="NZ",
            name="New Zealand",
            emergency="555",
            lines=(
                _line(LineKind.GENERAL, "Invented Line", "555 0100", checked_on=date(2026, 1, 5)),
                _line(LineKind.ABUSE, "Invented Shelter", "555 0101"),
            ),
        ),
        Region(
            code="US",
            name="United States",
            emergency="556",
            lines=(_line(LineKind.GENERAL, "Another Invented Line", "555 0102"),),
        ),
    ),
    directory=Region(
        code="elsewhere",
        name="elsewhere",
        emergency="your local emergency number",
        lines=(
            HelpLine(
                kind=LineKind.GENERAL,
                label="Invented Directory",
                text="example.org, a directory by country",
                hours="each line names its own",
                checked_on=None,
            ),
        ),
    ),
    zones=MappingProxyType({"Pacific/Auckland": "NZ", "America/New_York": "US"}),
)


INVENTED_TEMPLATES = (
    Template(
        id="harbour_account",
        version=1,
        locale="en",
        title="Account of a harbour",
        short_title="Harbour account",
        about="For whoever has seen a harbour.",
        note="No harbour has read this.",
        sections=(
            Section(name="seen", label="What I saw", kind=SectionKind.WORDS),
            Section(name="learned", label="What I took along", kind=SectionKind.WORDS),
        ),
        pages=True,
        review=DRAFT,
    ),
    Template(
        id="harbour_log",
        version=1,
        locale="en",
        title="Log of harbours",
        short_title="Harbour log",
        about="A table of hours by the water.",
        sections=(
            Section(name="day", label="Day", kind=SectionKind.DAY, fact=Fact.DAY),
            Section(name="minutes", label="Minutes", kind=SectionKind.MINUTES, fact=Fact.MINUTES),
            Section(name="where", label="Where to", kind=SectionKind.LINE, fact=Fact.WHAT),
            Section(name="kept", label="What stays", kind=SectionKind.WORDS, fact=Fact.AGREED),
        ),
        sessions=frozenset({SessionKind.GROUP, SessionKind.TRAINING}),
        review=DRAFT,
    ),
)
"""One account that stands by itself, and one table."""


NAMES_SOMEBODY = "your client's name"
"""What neither the fake nor the library lets anybody ask for."""


class FakeCatalogue:
    """A working `Catalogue` over whatever it is given; by default the invented prompts and regions."""

    def __init__(
        self,
        prompts: tuple[Prompt, ...] = INVENTED_PROMPTS,
        regions: Regions = INVENTED_REGIONS,
        flows: tuple[Flow, ...] = (),
        readings: tuple[Reading, ...] = (),
        templates: tuple[Template, ...] = INVENTED_TEMPLATES,
        *,
        rounds: tuple[RoundTemplate, ...] = INVENTED_ROUNDS,
        courses: tuple[CourseTemplate, ...] = INVENTED_COURSES,
    ) -> None:
        """Hold these; ids are expected to be unique, and those of flows with their versions."""
        self._stock = Stock.of(prompts)
        self._regions = regions
        self._readings = readings
        self._templates = tuple(sorted(templates, key=lambda template: template.id))
        self._rounds = {each.id: each for each in sorted(rounds, key=lambda each: each.id)}
        self._courses = {each.id: each for each in sorted(courses, key=lambda each: each.id)}
        self._flows = {(flow.id, flow.version): flow for flow in flows}
        self._newest = {flow.id: flow for flow in sorted(flows, key=lambda flow: (flow.id, flow.version))}

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
        """One thing that no text says here."""
        return "Leave the person out, please." if NAMES_SOMEBODY in text.lower() else None

    def flows(self) -> tuple[Flow, ...]:
        """The newest version of every flow, ordered by id."""
        return tuple(self._newest.values())

    def flow(self, flow_id: str, version: int | None = None) -> Flow | None:
        """The flow of that id and version, the newest where none is named, or None."""
        return self._newest.get(flow_id) if version is None else self._flows.get((flow_id, version))

    def readings(self) -> tuple[Reading, ...]:
        """The cards to read that it was given."""
        return self._readings

    def templates(self) -> tuple[Template, ...]:
        """The templates that it was given, ordered by id."""
        return self._templates

    def rounds(self) -> tuple[RoundTemplate, ...]:
        """The rounds that it was given, ordered by id."""
        return tuple(self._rounds.values())

    def round(self, round_id: str) -> RoundTemplate | None:
        """The round of that id, or None."""
        return self._rounds.get(round_id)

    def courses(self) -> tuple[CourseTemplate, ...]:
        """The courses that it was given, ordered by id."""
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
