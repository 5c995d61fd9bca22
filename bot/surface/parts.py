"""Where a long text may be parted, for platforms that hold it in several places; nothing is ever cut."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

_GAP = re.compile(r"[ \n]{1,20}")
_JOINED = {"\u200d", "\ufe0e", "\ufe0f"}
"""Joiner and variation selectors: they belong to the sign before them."""


def units(text: str) -> int:
    """Return the length of `text` as a browser counts it (UTF-16), which is never below Python's."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a longer text, and the line breaks and spaces that stood before it."""

    text: str = field(repr=False)
    before: str


def pieces(
    words: str, most: int, size: Callable[[str], int] = units, *, is_tight: bool = False
) -> Iterator[Piece]:
    """Walk `words` in pieces of up to `most`: parted at a line break, else a space, else inside a word.

    `is_tight` is for where they must be few: each is as long as it can be.

    Each piece with what stood before it, joined again, is `words` to the last sign. An empty text is one
    empty piece. `size` is what becomes of a text, in units; no beginning of one may have more than the whole,
    and none fewer than it has signs.
    """
    before = ""
    while size(words) > most:
        fits = _fitting(words, most, size)
        cut, gap = (_between_signs(words, fits), "") if is_tight else _part(words, fits)
        yield Piece(words[:cut], before)
        before, words = gap, words[cut + len(gap) :]
    yield Piece(words, before)


def _fitting(words: str, most: int, size: Callable[[str], int]) -> int:
    """Return how many signs of `words` fit; `words` is longer than that."""
    longest = min(most, len(words))
    return bisect_right(range(longest + 1), most, key=lambda signs: size(words[:signs])) - 1


def _part(words: str, fits: int) -> tuple[int, str]:
    """Return where the first piece ends and the gap that follows it there.

    A break in the first half would leave a stump: then a later space is better, and then any place.
    """
    for sign in "\n ":
        at = words.rfind(sign, fits // 2, fits + 1)
        start = max(len(words[: max(at, 0)].rstrip(" \n")), fits // 2, 1)
        gap = _GAP.match(words, start)
        if at > 0 and gap and gap.end() < len(words):
            return start, gap.group()
    return _between_signs(words, fits), ""


def _between_signs(words: str, fits: int) -> int:
    """Return the last place up to `fits` that is not inside of a sign."""
    cut = fits
    while cut > fits // 2 and _belongs_to_the_sign_before(words, cut):
        cut -= 1
    return cut if cut > fits // 2 else fits


def _belongs_to_the_sign_before(words: str, at: int) -> bool:
    return bool(unicodedata.combining(words[at])) or words[at] in _JOINED or words[at - 1] == "\u200d"
