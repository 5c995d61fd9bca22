"""Templates for a portfolio: the parts of an account, and what a document made of them holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from bot.domain.prompts import Review
from bot.domain.supervision import SessionKind

SECTIONS_MAX = 5
"""Parts of one account: the inputs of one form."""
LINE_MAX = 200
"""Characters on a part of one line."""
WORDS_MAX = 3_000
"""Characters of a part in words, at the most: one input everywhere."""


class SectionKind(StrEnum):
    """How a part is written."""

    WORDS = "words"
    LINE = "line"
    DAY = "day"
    MINUTES = "minutes"


class Fact(StrEnum):
    """What of a noted session stands in a part."""

    DAY = "day"
    MINUTES = "minutes"
    KIND = "kind"
    WHAT = "what"
    AGREED = "agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One part of an account. `fact`: what of a noted session stands there; None: nothing of it does."""

    name: str
    label: str
    kind: SectionKind
    hint: str = ""
    fact: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One kind of document. `about` is said before it is used, `note` stands in it.

    With `sessions` it is a table, of accounts and of the sessions of these kinds; else each account stands by
    itself. `pages`: whether the chosen pages that no template made stand in it too.
    """

    id: str
    version: int
    locale: str
    title: str
    """An account carries it, and is known by it."""
    short_title: str
    about: str
    note: str = ""
    sections: tuple[Section, ...]
    sessions: frozenset[SessionKind] = frozenset()
    pages: bool = False
    review: Review

    @property
    def is_log(self) -> bool:
        """Whether it is a table of sessions."""
        return bool(self.sessions)

    def limit(self, section: Section, whole: int) -> int:
        """Return how many characters a part holds where an account with its labels holds `whole`."""
        if section.kind is not SectionKind.WORDS:
            return LINE_MAX
        words = sum(each.kind is SectionKind.WORDS for each in self.sections)
        rest = whole - sum(len(each.label) + 3 for each in self.sections)
        return min(WORDS_MAX, (rest - LINE_MAX * (len(self.sections) - words)) // words)


Account: TypeAlias = Mapping[str, str]
"""What stands in each part of an account, by the part's name; under no name what stands in none of them."""

BESIDE = ""
"""The name under which words of an account are found that stand in no part of it."""


def account_text(template: Template, parts: Account) -> str:
    """Return an account as it is kept: each part under its label, in their order; empty ones are left out."""
    written = ((section.label, parts.get(section.name, "")) for section in template.sections)
    return "\n\n".join(f"{label}\n{words}" for label, words in written if words.strip())


def account_parts(template: Template, text: str) -> Account:
    """Return the parts of an account from its text, as it may have been changed since. Nothing is left out.

    A label begins its part where it has a line to itself, and no earlier part begins below it.
    """
    found: dict[str, list[str]] = {}
    at, lines = -1, found.setdefault(BESIDE, [])
    for line in text.split("\n"):
        begins = _begins(template.sections, line, at)
        if begins is None:
            lines.append(line)
        else:
            at, lines = begins, found.setdefault(template.sections[begins].name, [])
    parts = {name: "\n".join(lines).strip("\n") for name, lines in found.items()}
    return {name: words for name, words in parts.items() if words.strip()}


def _begins(sections: Sequence[Section], line: str, after: int) -> int | None:
    return next(
        (place for place, each in enumerate(sections) if place > after and each.label == line.strip()), None
    )
