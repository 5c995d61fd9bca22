"""The catalogue: prompts and help lines, loaded once and whole. Nothing in it changes while it is used."""

from __future__ import annotations

from typing import Protocol

from bot.domain.prompts import Prompt
from bot.domain.regions import Region


class Catalogue(Protocol):
    """What the core needs from the prompt library.

    Synchronous and immutable: every call is a look-up in memory and answers the same each time.
    Kept by tests/content/test_catalogue_contract.py.
    """

    @property
    def version(self) -> str:
        """A short hash over the content: equal content, equal version."""
        ...

    def prompts(self) -> tuple[Prompt, ...]:
        """Every prompt, ordered by id; ids are unique."""
        ...

    def prompt(self, prompt_id: str) -> Prompt | None:
        """The prompt of that id, or None."""
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
