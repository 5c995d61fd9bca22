"""The catalogue: prompts, flows, rounds, courses and help lines, loaded once; nothing in it changes."""

from __future__ import annotations

from typing import Protocol

from bot.domain.courses.course import CourseTemplate
from bot.domain.flows import Flow
from bot.domain.portfolios import Template
from bot.domain.prompts import Prompt
from bot.domain.readings import Reading
from bot.domain.regions import Region
from bot.domain.rounds import RoundTemplate
from bot.domain.stock import Stock


class Catalogue(Protocol):
    """What the core needs from the prompt library.

    Synchronous and immutable: every call is a look-up in memory and answers the same each time.
    Kept by tests/content/test_catalogue_contract.py.
    """

    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, ordered by id; ids are unique."""
        ...

    def stock(self) -> Stock:
        """The same prompts as rotation looks through them, sorted once; always the one value."""
        ...

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id, or None."""
        ...

    def amiss(self, text: str) -> str | None:
        """What keeps a text of somebody's own from being asked, as a sentence; None where nothing is found.

        It is what no text of the library says: it asks for somebody's name, it labels, presses or judges. A
        text without any of these words may still be unkind.
        """
        ...

    def flows(self) -> tuple[Flow, ...]:
        """The guided flows that may be begun, ordered by id, the newest version of each."""
        ...

    def flow(self, flow_id: str, version: int | None = None) -> Flow | None:
        """The flow of that id in that version, the newest where none is named; None where there is none.

        A run keeps the version that it started with. A library may drop an old version, and then a run
        of it can be kept or discarded and not go on.
        """
        ...

    def readings(self) -> tuple[Reading, ...]:
        """Every card to read, in the order in which they are listed; ids are unique."""
        ...

    def templates(self) -> tuple[Template, ...]:
        """Every template for a portfolio, ordered by id; ids are unique, and so are titles."""
        ...

    def rounds(self) -> tuple[RoundTemplate, ...]:
        """Every round for a circle, ordered by id; ids are unique, and so are titles."""
        ...

    def round(self, round_id: str) -> RoundTemplate | None:
        """The round of that id, or None."""
        ...

    def courses(self) -> tuple[CourseTemplate, ...]:
        """Every course that may be begun, ordered by id; ids are unique, and so are titles."""
        ...

    def course(self, course_id: str) -> CourseTemplate | None:
        """The course of that id, or None."""
        ...

    def regions(self) -> tuple[Region, ...]:
        """The regions that have a code of their own, without the directory."""
        ...

    def region(self, code: str | None) -> Region:
        """The region of that code; without one, or with one not known, the directory entry.

        Somebody who asks for help always gets an answer, so this never fails.
        """
        ...

    def region_of_zone(self, zone: str) -> str | None:
        """The region code that an IANA zone suggests, by its country; None where there is none."""
        ...
