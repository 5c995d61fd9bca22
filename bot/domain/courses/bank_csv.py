"""Question banks as spreadsheets save them: a line of headings, then a question a row."""

from __future__ import annotations

import csv
import difflib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.domain.courses.bank_questions import (
    OPTIONS_MOST,
    Bank,
    BankQuestion,
    Broken,
    Given,
    folded,
    line_of,
    objectives_in,
)
from bot.errors import BadInput

ROWS_MAX = 2_000
TOO_LONG = f"That is over {ROWS_MAX:,} rows. In parts, it can be read."
NO_TABLE = (
    "A quote is opened there and never closed, so no row can be told from the next. Save it as CSV anew."
)
_LETTERS = "abcdef"
_NAMES: Mapping[str, str] = {
    "unit": "unit",
    "question": "question",
    "text": "question",
    "q": "question",
    "answer": "answer",
    "right": "answer",
    "right answer": "answer",
    "correct": "answer",
    "correct answer": "answer",
    "why": "why",
    "reason": "why",
    "objectives": "objectives",
    "objective": "objectives",
    **{
        f"{before}{sign}": f"option {n}"
        for n in range(1, OPTIONS_MOST + 1)
        for before in ("option ", "option", "option_")
        for sign in (str(n), _LETTERS[n - 1])
    },
}
_NEEDED = ("unit", "question", "option 1", "option 2", "answer", "why")
_NEAR = 0.8

Row = tuple[int, Sequence[str]]


@dataclass(frozen=True, slots=True)
class _Heading:
    """In which column what stands."""

    row: int
    columns: Mapping[str, int]
    amiss: tuple[str, ...]
    left_out: tuple[str, ...]

    def cell(self, cells: Sequence[str], name: str) -> str:
        at = self.columns.get(name)
        return line_of(cells[at]) if at is not None and at < len(cells) else ""


def table_in(text: str) -> Bank | None:
    """Return the bank that a table holds; None where no line of it reads as its headings.

    Rows are counted as a spreadsheet does. What stands above the headings is of no question.

    Raises:
        BadInput: it has too many rows, or a quote in it is never closed.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    sign = _delimiter(lines)
    if sign is None:
        return None
    rows = list(_rows(lines, sign))
    heading = next((found for row, cells in rows if (found := _heading(row, cells))), None)
    if heading is None:
        return None
    questions, broken = list[BankQuestion](), [(heading.row, each) for each in heading.amiss]
    if not broken:
        for row, cells in rows:
            if row > heading.row and any(line_of(cell) for cell in cells):
                match _question(row, cells, heading):
                    case BankQuestion() as question:
                        questions.append(question)
                    case amiss:
                        broken += amiss
    return Bank(counts="row", questions=tuple(questions), broken=tuple(broken), left_out=heading.left_out)


def _question(row: int, cells: Sequence[str], heading: _Heading) -> BankQuestion | tuple[Broken, ...]:
    options = [heading.cell(cells, f"option {n}") for n in range(1, OPTIONS_MOST + 1)]
    while options and not options[-1]:
        options.pop()
    written = heading.cell(cells, "answer")
    answers = _answers(written, options)
    if len(answers) > 1:
        return ((row, "The answer can be read in two ways. Write it as `option 2`."),)
    return Given(
        row=row,
        unit=_unit(heading.cell(cells, "unit")),
        text=heading.cell(cells, "question"),
        options=options,
        answers=answers if answers or not written else (-1,),
        why=heading.cell(cells, "why"),
        objectives=objectives_in(heading.cell(cells, "objectives")),
    ).question()


def _unit(written: str) -> int | None:
    found = re.fullmatch(r"(?:unit\s*)?([0-9]{1,2})(?:\.0)?", written, re.IGNORECASE | re.ASCII)
    return int(found[1]) if found else None


def _answers(written: str, options: Sequence[str]) -> Sequence[int]:
    """Return which options an answer may mean: by its words, its letter or its number."""
    if not written:
        return ()
    found = {place for place, option in enumerate(options) if folded(option) == folded(written)}
    sign = re.fullmatch(r"\(?([a-f]|[1-6])[.):]?(?:\.0)?", written, re.IGNORECASE | re.ASCII)
    named = re.fullmatch(r"option[ _]?([a-f]|[1-6])", written, re.IGNORECASE | re.ASCII)
    if named and not found:
        return (_place(named[1]),)
    if sign:
        found.add(_place(sign[1]))
    return sorted(found)


def _place(sign: str) -> int:
    return int(sign) - 1 if sign.isdigit() else _LETTERS.index(sign.lower())


def _delimiter(text: str) -> str | None:
    """Return what parts cells, by the first line that reads as the headings."""
    for line in text.split("\n"):
        for sign in ("\t", ";", ","):
            if _names(_cells(line, sign)):
                return sign
    return None


def _cells(line: str, sign: str) -> Sequence[str]:
    try:
        return next(csv.reader([line], delimiter=sign), [])
    except csv.Error:  # longer than a cell may be
        return []


def _rows(text: str, sign: str) -> Iterator[Row]:
    csv_rows = csv.reader(io.StringIO(text, newline=""), delimiter=sign, strict=True)
    try:
        for number, cells in enumerate(csv_rows, start=1):
            if number > ROWS_MAX:
                raise BadInput(TOO_LONG)
            yield number, cells
    except csv.Error:
        raise BadInput(NO_TABLE) from None


def _names(cells: Sequence[str]) -> Sequence[str]:
    """Return what each column is called, `` for one that is nothing here; empty where no row of headings."""
    names = [_NAMES.get(folded(line_of(cell)), "") for cell in cells]
    return names if {"question", "answer"} <= set(names) else ()


def _heading(row: int, cells: Sequence[str]) -> _Heading | None:
    names = _names(cells)
    if not names:
        return None
    amiss, left_out, columns = list[str](), list[str](), dict[str, int]()
    for at, name in enumerate(names):
        written = folded(line_of(cells[at]))
        if name in columns:
            amiss.append(f"Columns {_letter(columns[name])} and {_letter(at)} are both `{name}`. Rename one.")
        elif name:
            columns[name] = at
        elif near := difflib.get_close_matches(written, _NAMES, n=1, cutoff=_NEAR):
            amiss.append(f"Column {_letter(at)} reads nearly as `{_NAMES[near[0]]}`. Correct its heading.")
        elif written:
            left_out.append(_letter(at))
    missing = [f"`{name}`" for name in _NEEDED if name not in columns]
    if missing:
        amiss.append(f"No column has the heading {', '.join(missing)}. Add it.")
    return _Heading(row, columns, tuple(amiss), tuple(left_out))


def _letter(at: int) -> str:
    """Return a column as a spreadsheet names it."""
    before, last = divmod(at, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
