"""Question banks as a text: units as headings, questions below them, options to tick, and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.courses.bank_questions import Bank, BankQuestion, Broken, Given, line_of, objectives_in

_UNIT = re.compile(r"\s{0,3}##\s+unit\s+([0-9]{1,2})\b", re.IGNORECASE | re.ASCII)
_HEADING = re.compile(r"\s{0,3}(#{1,6})(\s+|$)(.*)")
_OPTION = re.compile(r"\s*[-*+]\s+\\?\[([ xX]?)\\?\]\s*(.*)")
_REASON = re.compile(r"\s*>\s?(.*)")
_OBJECTIVES = re.compile(r"\s*\**objectives?\**\s*:\**\s*(.*)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,3}[.)]\s+")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_RULE = re.compile(r"\s*([-*_])(\s*\1){2,}\s*")
_QUESTIONS = 3
_UNITS = 2


class _At(StrEnum):
    """What a line that goes on goes on from."""

    QUESTION = "question"
    OPTION = "option"
    REASON = "reason"
    OBJECTIVES = "objectives"


@dataclass(slots=True, kw_only=True)
class _Page:
    """A question while it is read."""

    row: int
    unit: int | None
    text: str = field(repr=False)
    options: list[str] = field(default_factory=list, repr=False)
    answers: list[int] = field(default_factory=list)
    why: str = field(default="", repr=False)
    objectives: str = ""
    amiss: list[Broken] = field(default_factory=list)
    at: _At = _At.QUESTION

    def question(self) -> BankQuestion | tuple[Broken, ...]:
        """Return what was read."""
        found = Given(
            row=self.row,
            unit=self.unit,
            text=_plain(self.text),
            options=[_plain(each) for each in self.options],
            answers=self.answers,
            why=_plain(self.why),
            objectives=objectives_in(self.objectives),
        ).question()
        if not self.amiss:
            return found
        return (*(() if isinstance(found, BankQuestion) else found), *self.amiss)

    def take(self, number: int, line: str) -> None:
        """Read one line of it."""
        if option := _OPTION.fullmatch(line):
            if option[1].lower() == "x":
                self.answers.append(len(self.options))
            self.options.append(option[2])
            self.at = _At.OPTION
        elif reason := _REASON.fullmatch(line):
            self.why = f"{self.why} {reason[1]}"
            self.at = _At.REASON
        elif objectives := _OBJECTIVES.fullmatch(line):
            self.objectives = f"{self.objectives} {objectives[1]}"
            self.at = _At.OBJECTIVES
        elif self.at is _At.QUESTION:
            self.text = f"{self.text} {line}"
        elif self.at is _At.OPTION and line[:1].isspace():
            self.options[-1] = f"{self.options[-1]} {line}"
        else:
            self.amiss.append((number, _NO_PART))


_NO_PART = "This line is of no part of a question. Begin it with `- [ ]`, with `>` or with `Objectives:`."


def page_in(text: str) -> Bank | None:
    """Return the bank that a text holds; None where no heading in it reads as that of a unit or a question.

    Lines are counted as an editor does. A question is named by the line of its heading.
    """
    lines = _COMMENT.sub(_only_lines, text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    if not any(_level(line) in {_UNITS, _QUESTIONS} for line in lines):
        return None
    questions, broken = list[BankQuestion](), list[Broken]()
    for found in _parts(lines):
        match found:
            case _Page():
                match found.question():
                    case BankQuestion() as question:
                        questions.append(question)
                    case amiss:
                        broken += amiss
            case amiss_here:
                broken.append(amiss_here)
    return Bank(counts="line", questions=tuple(questions), broken=tuple(sorted(broken)))


def _parts(lines: list[str]) -> Iterator[_Page | Broken]:
    """Walk the questions, and the lines that are of none."""
    unit: int | None = None
    page: _Page | None = None
    for number, line in enumerate(lines, start=1):
        level = _level(line)
        if level and page:
            yield page
            page = None
        if level == _UNITS:
            found = _UNIT.match(line)
            unit = int(found[1]) if found else None
            if not found:
                yield number, "This heading names no unit. Write it as `## Unit 1`."
        elif level == _QUESTIONS:
            heading = _HEADING.fullmatch(line)
            text = heading[3].rstrip("# ") if heading else ""
            page = _Page(
                row=number, unit=unit, text=_NUMBER.sub("", text, count=1) if _NUMBER.match(text) else text
            )
        elif level > _QUESTIONS:
            yield number, "A question is a heading of three signs. Write it as `### question`."
        elif page and line.strip() and not _RULE.fullmatch(line):
            page.take(number, line)
        elif not page and (_OPTION.fullmatch(line) or _REASON.fullmatch(line)):
            yield number, "This line stands below no question. Write that above it, as `### question`."
    if page:
        yield page


def _level(line: str) -> int:
    """Return how deep a heading is, 0 for a line that is none."""
    found = _HEADING.fullmatch(line)
    return len(found[1]) if found else 0


def _only_lines(found: re.Match[str]) -> str:
    """Keep the count of lines where a comment goes."""
    return "\n" * found[0].count("\n")


def _plain(written: str) -> str:
    return line_of(_ESCAPED.sub(r"\1", written))
