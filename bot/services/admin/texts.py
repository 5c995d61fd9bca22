"""What there is to review: prompts, flows, cards to read, rounds, courses, and what is never switched off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID, uuid5

from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.prompts import Domain, Prompt
from bot.domain.readings import Reading
from bot.domain.reviews import Decision, Shelf, about_course, about_round, needs_signature
from bot.domain.rounds import RoundTemplate
from bot.ports.catalogue import Catalogue
from bot.services.cards.safety import SafetyText
from bot.services.desk import Desk
from bot.services.organisations.decisions import safety_in

FLOWS = "flows"
READINGS = "readings"
ROUNDS = "rounds"
COURSES = "courses"
SAFETY = "safety"
"""What is chosen beside the topics of prompts."""

_TEXTS = UUID("6f0f1f2c-6f52-5c0c-9a53-5f0b8a2c7d11")
"""Under which a text has an id as long as every control's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text to read and decide of, in the version that stands in the library."""

    of: Prompt | Flow | Reading | RoundTemplate | CourseTemplate | SafetyText

    @property
    def id(self) -> str:
        """Its id in the library, or that of a safety text; of a round or a course with its kind before it."""
        match self.of:
            case CourseTemplate(id=name):
                return about_course(name)
            case RoundTemplate(id=name):
                return about_round(name)
            case other:
                return other.id

    @property
    def version(self) -> int:
        """Its version: a decision is of this one."""
        return self.of.version

    @property
    def ref(self) -> UUID:
        """What a control carries of it: of a text in another version it is another."""
        return uuid5(_TEXTS, f"{self.id}@{self.version}")

    @property
    def topic(self) -> str:
        """Under which it is chosen."""
        match self.of:
            case Prompt(domain=Domain() as domain):
                return domain
            case Flow():
                return FLOWS
            case Reading():
                return READINGS
            case RoundTemplate():
                return ROUNDS
            case CourseTemplate():
                return COURSES
            case _:
                return SAFETY

    @property
    def waits(self) -> bool:
        """Whether it is held back until it is signed, whatever is set."""
        return isinstance(self.of, Prompt) and needs_signature(self.of)

    @property
    def is_prompt(self) -> bool:
        """Whether it may be put in other words, or retired: all else is signed, and no more."""
        return isinstance(self.of, Prompt)

    def worded(self, shelf: Shelf) -> str:
        """Return the question in the words of an organisation; empty where this is none."""
        return shelf.worded(self.of).text if isinstance(self.of, Prompt) else ""


def texts_of(desk: Desk) -> Sequence[Text]:
    """Return all there is: first what is held back until it is signed, then the rest, each by its id."""
    return texts_in(desk.catalogue)


def texts_in(catalogue: Catalogue) -> Sequence[Text]:
    """Return all there is in a library, in the same order."""
    return sorted(_every(catalogue), key=lambda text: (not text.waits, text.id))


def _every(catalogue: Catalogue) -> Iterator[Text]:
    yield from (Text(of=prompt) for prompt in catalogue.prompts())
    yield from (Text(of=flow) for flow in catalogue.flows())
    yield from (Text(of=reading) for reading in catalogue.readings())
    yield from (Text(of=kept) for kept in catalogue.rounds())
    yield from (Text(of=course) for course in catalogue.courses())
    yield from (Text(of=said) for said in safety_in(catalogue))


def decided(text: Text, decisions: Mapping[str, Decision]) -> Decision | None:
    """Return what was decided of a text as it stands now."""
    return Shelf(decisions=decisions).decided(text.id, text.version)
