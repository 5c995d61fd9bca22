"""A document as Markdown: its own headings are ours alone, whatever the texts in it hold.

Own words stand as quotations, line for line and unchanged. All else is escaped where Markdown would read a
sign of it as its own. Texts are given as they are shown (`bot.surface.text.shown`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import assert_never

from bot.domain.documents import Aside, Document, Heading, Pairs, Part, Prose, Rows

_SIGNS = re.compile(r"[\\`*_\[\]<>|~]|&(?=#|\w+;)")
"""What Markdown reads as its own anywhere in a line."""
_START = re.compile(r"(?:\d{1,9}(?=[.)])|)(?=[-#+=:.)])")
"""Where a line would begin a heading, a list, a rule or the edge of a table."""


def as_markdown(document: Document) -> str:
    """Return the document as CommonMark with tables; the foot stands once, at the end."""
    blocks = [f"# {_heading(document.title)}", *(block for part in document.parts for block in _blocks(part))]
    if _one_line(document.foot):
        blocks += ["---", _quiet(document.foot)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _blocks(part: Part) -> Iterator[str]:
    match part:
        case Heading(text=text, level=level):
            yield f"{'#' * (level + 1)} {_heading(text)}"
        case Prose(text=text, own=True):
            yield "\n".join(_quoted(text)) if text.strip() else ""
        case Prose(text=text):
            yield "\n".join(_line(line) for line in text.splitlines()).strip()
        case Aside(text=text):
            yield _quiet(text)
        case Pairs(pairs=pairs):
            yield "\n".join(line for name, value in pairs for line in _pair(name, value)).rstrip()
        case Rows():
            yield "\n".join(_table(part)) if part.head else ""
        case _:
            assert_never(part)


def _quoted(text: str) -> Iterator[str]:
    return (f"> {line}".rstrip() for line in text.splitlines())


def _pair(name: str, value: str) -> Iterator[str]:
    """Yield one fact on its line; what has several lines stands below its name, as a quotation."""
    lead = f"- **{_escaped(_one_line(name)) or '?'}:**"
    lines = value.strip().splitlines()
    if len(lines) > 1:
        yield lead
        yield ""
        yield from (f"  {line}" for line in _quoted(value.strip()))
        yield ""
    else:
        yield f"{lead} {_escaped(_one_line(value))}".rstrip()


def _table(table: Rows) -> Iterator[str]:
    yield _row(table.head)
    yield _row(("---",) * len(table.head), escaped=True)
    yield from (_row(row) for row in table.rows)


def _row(cells: tuple[str, ...], *, escaped: bool = False) -> str:
    return f"| {' | '.join(cells if escaped else map(_cell, cells))} |"


def _cell(text: str) -> str:
    return "<br>".join(_escaped(_one_line(line)) for line in text.strip().splitlines())


def _heading(text: str) -> str:
    """Return a heading's text on one line; signs at its end would be taken for the closing of it."""
    line = _escaped(_one_line(text))
    return f"{line[:-1]}\\#" if line.endswith("#") else line


def _quiet(text: str) -> str:
    line = _escaped(_one_line(text))
    return f"*{line}*" if line else ""


def _line(text: str) -> str:
    """Return one line of ours that begins nothing but itself."""
    line = _escaped(text.strip())
    return _START.sub(lambda found: f"{found.group()}\\", line, count=1) if _START.match(line) else line


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda found: f"\\{found.group()}", text)


def _one_line(text: str) -> str:
    return " ".join(text.split())
