"""What an organisation decided of the library's texts, and what follows for who is asked there.

A decision is of one text in one version: a text that was changed since is undecided again. The rules stand
in docs/writing-prompts.md, "Review".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256
from weakref import WeakKeyDictionary

from bot.domain.flows import Flow
from bot.domain.prompts import Domain, Prompt, Review, Sensitivity
from bot.domain.readings import Reading
from bot.domain.rounds import RoundTemplate
from bot.domain.stock import Pool, Stock

TENDER_DOMAINS = frozenset({Domain.OWN_PATTERNS, Domain.EXPOSURE})
"""Topics of which nothing is pushed in an organisation before somebody signed it, however light it is."""


ROLE_MAX = 60
"""Characters in what somebody signs as."""
WORDING_MAX = 320
QUESTIONS_MAX = 2
"""As the library's own check has it: characters and question marks in one question."""
_LOUD = re.compile("[!\u00a1\u203c\u2049\u2755\u2757\ufe57\uff01]")
_ASKS = re.compile("[?\uff1f]")
_LEADS_AWAY = re.compile(r"://|www\.|@", re.IGNORECASE)
"""Of links, addresses and mentions: a question leads nowhere else."""
_TOLD_APART = 12
"""Hexadecimal digits by which wordings are told apart: nobody makes two that look the same by them."""


class Verdict(StrEnum):
    """What was decided of a text."""

    ACCEPTED = "accepted"
    """Signed as it stands."""
    EDITED = "edited"
    """Signed in other words."""
    RETIRED = "retired"
    """Not asked here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One text as an organisation decided of it.

    `role` says as what somebody signed, in their own words, for example "clinical lead", and `on` on which
    day of theirs. `at` puts decisions in order; `by` is the role row of who decided, which may be gone, or by
    what else they were one. `words` are the wording of their own; empty where it is the library's.
    """

    about: str
    version: int
    verdict: Verdict
    role: str = field(repr=False)
    on: date
    at: datetime
    by: str = field(default="", repr=False)
    words: str = field(default="", repr=False)

    @property
    def is_signature(self) -> bool:
        """Whether the text may be used, by this organisation's own word."""
        return self.verdict is not Verdict.RETIRED


class Drafts(StrEnum):
    """How much of a library no practitioner has read yet."""

    ALL = "all"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """The library as somebody is given it: by what their organisation decided, or as it stands.

    `is_organisation` is False only in a terminal of which nobody looks after anything: there is nobody who
    could sign, so what would wait for that comes with a mark.
    """

    decisions: Mapping[str, Decision] = field(default_factory=dict, repr=False)
    only_reviewed: bool = False
    is_organisation: bool = True
    _held: WeakKeyDictionary[Stock, Pool] = field(
        default_factory=WeakKeyDictionary, init=False, repr=False, compare=False
    )

    def decided(self, about: str, version: int) -> Decision | None:
        """Return what was decided of a text in this version."""
        found = self.decisions.get(about)
        return found if found is not None and found.version == version else None

    def is_signed(self, about: str, version: int) -> bool:
        """Whether this organisation signed a text in this version."""
        found = self.decided(about, version)
        return found is not None and found.is_signature

    def is_retired(self, prompt: Prompt) -> bool:
        """Whether a prompt is not asked here."""
        found = self.decided(prompt.id, prompt.version)
        return found is not None and not found.is_signature

    def held_back(self, prompt: Prompt) -> bool:
        """Whether a prompt is never pushed here. Somebody may open it all the same, unless it is retired."""
        if prompt.sensitivity is Sensitivity.GUARDED or self.is_retired(prompt):
            return True
        return self.is_organisation and self._waits(prompt)

    def is_marked(self, prompt: Prompt) -> bool:
        """Whether its card says that no practitioner has reviewed it."""
        return self._waits(prompt) and (self.is_organisation or prompt.review.is_draft)

    def is_marked_flow(self, flow: Flow) -> bool:
        """Whether the first card of a flow says that no practitioner has reviewed it."""
        return self._is_unsigned(flow.id, flow.version, flow.review)

    def is_marked_reading(self, reading: Reading) -> bool:
        """Whether a card to read says that no practitioner has reviewed it."""
        return self._is_unsigned(reading.id, reading.version, reading.review)

    def is_marked_round(self, kept: RoundTemplate) -> bool:
        """Whether the opening of a round says that no practitioner has reviewed it."""
        return self._is_unsigned(about_round(kept.id), kept.version, kept.review)

    def is_signed_course(self, course_id: str, version: int) -> bool:
        """Whether this organisation signed a course of the library in this version."""
        return self.is_signed(about_course(course_id), version)

    def drafts_among(self, prompts: Iterable[Prompt], flows: Iterable[Flow]) -> Drafts:
        """Return how much of what can be asked here no practitioner has read.

        Read is what this organisation signed, and what the library itself calls reviewed.
        """
        asked = [(one.id, one.version, one.review) for one in prompts if not self.is_retired(one)]
        asked += [(one.id, one.version, one.review) for one in flows]
        waiting = sum(it.is_draft and not self.is_signed(about, version) for about, version, it in asked)
        if not waiting:
            return Drafts.NONE
        return Drafts.ALL if waiting == len(asked) else Drafts.SOME

    def _is_unsigned(self, about: str, version: int, review: Review) -> bool:
        return not self.is_signed(about, version) and (self.is_organisation or review.is_draft)

    def worded(self, prompt: Prompt) -> Prompt:
        """Return a prompt in this organisation's wording, where it has one of its own."""
        found = self.decided(prompt.id, prompt.version)
        if found is None or not found.words:
            return prompt
        return replace(prompt, text=found.words, is_reworded=True)

    def knows(self, prompt: Prompt, wording: str) -> bool:
        """Whether the words in which a prompt was once asked are still there: the library's always are."""
        return not wording or wording_of(self.worded(prompt)) == wording

    def asked(self, prompt: Prompt, wording: str) -> Prompt:
        """Return a prompt as it was asked, however it is worded by now.

        Where those words are gone it is the library's, and never others: nobody's answer is put under words
        that they did not read.
        """
        return self.worded(prompt) if wording and self.knows(prompt, wording) else prompt

    def held(self, stock: Stock) -> Pool:
        """Return the ids of the prompts that are never pushed here: looked for once, then known."""
        known = self._held.get(stock)
        if known is None:
            known = frozenset(prompt.id for prompt in stock.prompts if self.held_back(prompt))
            self._held[stock] = known
        return known

    def _waits(self, prompt: Prompt) -> bool:
        is_asked_for = self.only_reviewed or needs_signature(prompt)
        return is_asked_for and not self.is_signed(prompt.id, prompt.version)


def about_course(course_id: str) -> str:
    """Return what a decision on a course is about: a course and a flow may have one id."""
    return f"course.{course_id}"


def about_round(round_id: str) -> str:
    """Return what a decision on a round is about."""
    return f"round.{round_id}"


def wording_of(prompt: Prompt) -> str:
    """Return by what the words of a prompt are told apart, where an organisation worded it; else nothing."""
    return sha256(prompt.text.encode()).hexdigest()[:_TOLD_APART] if prompt.is_reworded else ""


class Flaw(StrEnum):
    """What keeps a wording from being asked."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    EXCLAIMS = "exclaims"
    ASKS_MUCH = "asks_much"
    LEADS_AWAY = "leads_away"


def flaw_of(words: str) -> Flaw | None:
    """Return what is amiss with a wording, of what is plain to see; its kindness is for people to judge."""
    if not words:
        return Flaw.EMPTY
    if len(words) > WORDING_MAX:
        return Flaw.TOO_LONG
    if _LOUD.search(words):
        return Flaw.EXCLAIMS
    if _LEADS_AWAY.search(words):
        return Flaw.LEADS_AWAY
    return Flaw.ASKS_MUCH if len(_ASKS.findall(words)) > QUESTIONS_MAX else None


def needs_signature(prompt: Prompt) -> bool:
    """Whether an organisation's own signature comes before a prompt is pushed there."""
    return prompt.sensitivity >= Sensitivity.TENDER or prompt.domain in TENDER_DOMAINS
