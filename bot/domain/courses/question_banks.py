"""Question banks: files of a trainer's own, as CSV or as Markdown (docs/writing-courses.md)."""

from __future__ import annotations

from dataclasses import replace

from bot.domain.courses.bank_csv import table_in
from bot.domain.courses.bank_markdown import page_in
from bot.domain.courses.bank_questions import Bank, Broken, folded
from bot.domain.courses.codings import decoded
from bot.errors import BadInput

BYTES_MAX = 1_000_000
NO_BANK = (
    "That is no list of questions that I can read. It is CSV with a line of headings (unit, question, option "
    "1, option 2, answer, why, objectives), or Markdown with `## Unit 1` and `### question`."
)
NO_TEXT = "That is a workbook or a document. Save it as CSV from there, or as plain text."
TOO_LARGE = "That file is over 1 MB. In parts, it can be read."


def text_of(body: bytes) -> str:
    """Return a file as text, in whichever of the usual codings it was written.

    Raises:
        BadInput: it is no text, or far too large for a bank.
    """
    if len(body) > BYTES_MAX:
        raise BadInput(TOO_LARGE)
    if body.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise BadInput(NO_TEXT)
    text = decoded(body)
    if text is None:
        raise BadInput(NO_BANK)
    return text


def bank_of(text: str) -> Bank:
    """Return the questions of a file, and every row that is broken. A question stands in it once.

    Raises:
        BadInput: it is neither such a table nor such a text, or there is no question in it.
    """
    bank = table_in(text) or page_in(text)
    if bank is None or not (bank.questions or bank.broken):
        raise BadInput(NO_BANK)
    first: dict[str, int] = {}
    twice = list[Broken]()
    for question in bank.questions:
        row = first.setdefault(folded(question.text), question.row)
        if row != question.row:
            twice.append((question.row, f"This question stands in {bank.counts} {row} already. Keep one."))
    return replace(bank, broken=tuple(sorted((*bank.broken, *twice))))
