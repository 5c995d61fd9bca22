"""Runs of digits as people group them: "07700 900377", "736-42-1905", "(718) 555-0166"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from bot.guards.identifiers.note import Note

_GROUPS = 8
_RUN = re.compile(
    rf"(?<![\w@/])(?<![0-9]\.)(?<![\w][-:])[+(]{{0,2}}[0-9]{{1,24}}(?:(?:[ .\-/()]|\) |\.? ?- ?|"
    rf" ?\()[0-9]{{1,24}}){{0,{_GROUPS}}}"
)
_DIGITS = re.compile(r"[0-9]+")
_MONEY = "$\u00a3\u20ac\u20b9\u00a5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some groups of digits that stand together."""

    start: int
    end: int
    digits: str = field(repr=False)
    lengths: tuple[int, ...]
    """How many digits each group has."""
    separators: frozenset[str]
    """What stands between the groups, each without gaps around it."""
    has_plus: bool
    has_brackets: bool


def runs(note: Note) -> Iterator[list[tuple[int, int]]]:
    """Yield where the groups of each run of digits stand; none of them is money or ends in a letter."""
    for match in _RUN.finditer(note.plain):
        groups = [each.span() for each in _DIGITS.finditer(note.plain, match.start(), match.end())]
        following = note.plain[match.end() : match.end() + 1]
        if following.isalpha() or following in {"%", "_"}:
            groups.pop()
        if groups and note.plain[max(0, match.start() - 1) : match.start()] not in tuple(_MONEY):
            yield groups


def run_of(note: Note, groups: list[tuple[int, int]]) -> Run:
    """Return these groups as one number, with the plus or bracket before it and the bracket within."""
    text = note.plain
    start, end = groups[0][0], groups[-1][1]
    while start and text[start - 1] in "+(" and groups[0][0] - start < len("(+"):
        start -= 1
    between = [text[one[1] : two[0]] for one, two in pairwise(groups)]
    has_brackets = text[start : groups[0][0]].find("(") >= 0 and any(")" in gap for gap in between)
    if not has_brackets and text[start] == "(":
        start += 1
    return Run(
        start=start,
        end=end,
        digits="".join(text[one:two] for one, two in groups),
        lengths=tuple(two - one for one, two in groups),
        separators=frozenset(gap.strip() or " " for gap in between),
        has_plus="+" in text[start : groups[0][0]],
        has_brackets=has_brackets,
    )
