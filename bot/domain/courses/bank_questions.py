"""Questions as a trainer's own file has them, row by row, and what is amiss in a row."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

TEXT_MOST = 200
"""Characters of a question, and of the reason of its answer."""
OPTION_MOST = 75
OPTIONS_MOST = 6
OPTIONS_FEWEST = 2
UNITS_MOST = 24
_OBJECTIVE = re.compile(r"[A-Z][0-9]{1,2}")

Broken = tuple[int, str]
"""The number of a row or line, and in plain words what to do there: nothing of it is quoted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """A question, ready for the test of a unit. `row`: where it stands, as a spreadsheet or editor counts."""

    row: int
    unit: int
    text: str = field(repr=False)
    options: tuple[str, ...] = field(repr=False)
    answer: int
    why: str = field(repr=False)
    objectives: tuple[str, ...] = ()

    @property
    def right(self) -> str:
        """The words of the right option."""
        return self.options[self.answer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bank:
    """A file as it was read. `counts` is what it counts in: rows of a table, or lines of a text."""

    counts: str
    questions: tuple[BankQuestion, ...]
    broken: tuple[Broken, ...] = ()
    left_out: tuple[str, ...] = ()
    """Columns of which nothing is read, by the letter that a spreadsheet shows above each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a row says, before anybody asks whether it holds together.

    `answers` are the places of the options that are marked as right.
    """

    row: int
    unit: int | None
    text: str = field(repr=False)
    options: Sequence[str] = field(repr=False)
    answers: Sequence[int]
    why: str = field(repr=False)
    objectives: Sequence[str] = ()

    def question(self) -> BankQuestion | tuple[Broken, ...]:
        """Return the question of a row, or all that is amiss in it."""
        amiss = tuple((self.row, sentence) for sentence in self._amiss())
        if amiss or self.unit is None:
            return amiss
        return BankQuestion(
            row=self.row,
            unit=self.unit,
            text=self.text,
            options=tuple(self.options),
            answer=self.answers[0],
            why=self.why,
            objectives=tuple(self.objectives),
        )

    def _amiss(self) -> Iterator[str]:
        if self.unit is None or not 1 <= self.unit <= UNITS_MOST:
            yield "It is of no unit. Write the number of one, such as 1."
        if not self.text:
            yield "There is no question. Write one."
        elif len(self.text) > TEXT_MOST:
            yield f"The question is over {TEXT_MOST} characters. Shorten it."
        yield from self._amiss_in_options()
        if not self.why:
            yield "There is no reason. Say in a line why the right one is right."
        elif len(self.why) > TEXT_MOST:
            yield f"The reason is over {TEXT_MOST} characters. Shorten it."
        for place, name in enumerate(self.objectives):
            if not _OBJECTIVE.fullmatch(name):
                yield "An objective is a letter and a number. Write it as A1, and several as A1, A2."
            elif name in self.objectives[:place]:
                yield "An objective stands there twice. Keep one."

    def _amiss_in_options(self) -> Iterator[str]:
        if len(self.options) < OPTIONS_FEWEST:
            yield f"There is no choice in {len(self.options)} options. Write two or more."
        if len(self.options) > OPTIONS_MOST:
            yield f"Over {OPTIONS_MOST} options stand there. Keep fewer."
        for place, option in enumerate(self.options):
            if not option:
                yield f"Option {place + 1} is empty, and one after it is not. Fill it, or move them up."
            elif len(option) > OPTION_MOST:
                yield f"Option {place + 1} is over {OPTION_MOST} characters. Shorten it."
            elif option.casefold() in {other.casefold() for other in self.options[:place]}:
                yield f"Option {place + 1} is the same as one before it. Reword one."
        if len(self.answers) != 1:
            yield (
                "Two answers are marked as right. Keep one."
                if self.answers
                else "No right answer is named. Name one."
            )
        elif not 0 <= self.answers[0] < len(self.options):
            yield "The right answer is none of the options. Name one of them."


def line_of(written: str) -> str:
    """Return what was written as one line, without signs that nobody sees."""
    seen = (sign for sign in written if sign.isspace() or unicodedata.category(sign) not in {"Cc", "Cs"})
    return " ".join("".join(seen).replace("\ufeff", "").split())


def objectives_in(written: str) -> tuple[str, ...]:
    """Return the names in a list such as `A1, A2`."""
    return tuple(name.upper() for name in re.split(r"[\s,;/]+", written) if name)


def same(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but capitals and gaps."""
    return folded(one) == folded(other)


def folded(text: str) -> str:
    """Return a text as it is compared."""
    return " ".join(text.casefold().split())
