"""Invented notes with the words to be found in double brackets, and what the finders make of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.guards.identifiers.found import disjoint
from bot.guards.identifiers.shapes import shapes

_MARK = re.compile(r"\[\[(.*?)\]\]")
_ENOUGH = 0.7
"""Which share of the letters and digits of a place has to be covered."""


def missed(notes: Iterable[str]) -> list[str]:
    """Return the notes in which a marked place was not found, or something else was."""
    return [note for note in notes if not _is_right(note)]


def alarmed(notes: Iterable[str]) -> list[str]:
    """Return the notes in which anything was found."""
    return [note for note in notes if any(shapes(note))]


def lines(block: str) -> list[str]:
    """Return the notes of a block of text, one a line."""
    return [line.strip() for line in block.strip().splitlines()]


def _is_right(marked: str) -> bool:
    text = _MARK.sub(r"\1", marked)
    expected: list[set[int]] = []
    shift = 0
    for match in _MARK.finditer(marked):
        start = match.start() - shift
        expected.append(_letters(text, start, start + len(match[1])))
        shift += len("[[]]")
    found = [_letters(text, place.start, place.end) for place in disjoint(shapes(text))]
    every = set().union(*expected)
    covered = set().union(*found)
    is_found = all(len(one & covered) >= _ENOUGH * len(one) for one in expected)
    return is_found and all(each & every for each in found)


def _letters(text: str, start: int, end: int) -> set[int]:
    return {at for at in range(start, end) if text[at].isalnum()}
