"""Days off as a trainer writes them: one date or a span on a line, "24 December to 2 January"."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.courses.reply_clock import Span
from bot.domain.dates import day_meant
from bot.errors import BadInput

_APART = re.compile(r"\s+(?:-|\u2013|to|until)\s+")


def spans_meant(text: str, today: date) -> tuple[Span, ...]:
    """Return the times off that are not over on `today`, the first one first.

    Raises:
        BadInput: a line cannot be read; the sentence says which.
    """
    found: set[Span] = set()
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                found.add(_span(line.strip(), today))
            except BadInput as problem:
                raise BadInput(f"Line {number}: {problem.sentence}") from None
    return tuple(sorted(each for each in found if each.last >= today))


def _span(line: str, today: date) -> Span:
    first, *rest = _APART.split(line, maxsplit=1)
    begins = day_meant(first, today)
    return Span(first=begins, last=day_meant(rest[0], begins) if rest else begins)
