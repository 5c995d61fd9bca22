"""What single words are: names given or inherited, common English, or known for something else.

The file beside this one is made by tools/make_names.py, which says where its words come from. It stays as it
lies, in small letters and in order, and is only cut into short pieces: no word becomes an object of its own.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from bot.guards.spelling import ONE_SPELLING

DATA = Path(__file__).parent / "data" / "names.z"
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "\u0131": "i", "ə": "e"}
)
_PREFIX = 3
_PIECE = re.compile(rb"\n(...)[^\n]*(?:\n\1[^\n]*)*")


class Word(NamedTuple):
    """What is known of a word. All are 0 and empty where nobody listed it."""

    given: int
    """How well known as a given name: 3 very, 1 rare."""
    family: int
    """How well known as a family name: 3 very, 1 rare."""
    common: int
    """How common as a word of English, in small letters: 7 among the first thousands, 1 rare."""
    kinds: str
    """What else it names, a letter for each list of tools/names/not_names; `u`: some proper noun."""

    @property
    def is_name(self) -> bool:
        """Whether somebody may be called so."""
        return bool(self.given or self.family)

    @property
    def is_listed(self) -> bool:
        """Whether anything at all is known of it."""
        return self != NOTHING


NOTHING = Word(0, 0, 0, "")
_ENTRY = re.compile(r"(?:g(\d))?(?:f(\d))?(?:w(\d))?(.*)")


def folded(word: str) -> str:
    """Return a word as the lists have it: small letters, no accents, one kind of apostrophe."""
    small = word.translate(ONE_SPELLING).casefold()
    if small.isascii():
        return small
    apart = unicodedata.normalize("NFKD", small.translate(_LETTERS))
    return "".join(each for each in apart if not unicodedata.combining(each))


def look_up(word: str) -> Word:
    """Return what is known of a word, written as `folded` gives it. No word raises."""
    raw = word.encode("utf-8", "replace")
    piece = _pieces().get((raw + b"\t")[:_PREFIX])
    if piece is None:
        return NOTHING
    at = piece.find(b"\n" + raw + b"\t")
    if at < 0:
        return NOTHING
    begin = at + len(raw) + 2
    match = _ENTRY.fullmatch(piece[begin : piece.index(b"\n", begin)].decode())
    if match is None:  # a line that nobody wrote; it says nothing
        return NOTHING
    given, family, common, kinds = match.groups("0")
    return Word(int(given), int(family), int(common), kinds)


@cache
def phrases() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return what is no name where several words stand together, by its first word, long ones first."""
    result: dict[str, list[tuple[str, ...]]] = {}
    for line in _parts()[0].decode().splitlines():
        words = tuple(line.split())
        result.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(all_of, key=len, reverse=True)) for first, all_of in result.items()}


@cache
def _pieces() -> dict[bytes, bytes]:
    """Return the words with their marks by their first bytes; each piece is of whole lines."""
    return {match[1]: match[0] + b"\n" for match in _PIECE.finditer(_parts()[1])}


def _parts() -> tuple[bytes, bytes]:
    """Return the phrases and the words, each a line."""
    phrases_of, _, words = zlib.decompress(DATA.read_bytes()).partition(b"\0")
    return phrases_of, words
