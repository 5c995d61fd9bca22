"""The words of a text, where they stand, and how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from bot.guards.identifiers.lexicon import NOTHING, Word, folded, look_up

_MARKS = (
    r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670"
    r"\u0900-\u0903\u093a-\u094f\u0981-\u0dff\u0e30-\u0e4e\u1000-\u109f"
)
_LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}])*"
_WORD = re.compile(
    rf"(?P<word>{_LETTERS}(?:['\u2019\u2018-]{_LETTERS})*)"
    r"|(?P<number>\d[\w./:-]*)"
)
_CHUNK = re.compile(r"\S+")
_OF_ADDRESSES = ("@", "://", "www.")
_TAIL = re.compile(r"['\u2019\u2018](?:s|d|ll|ve|re|m)\Z", re.IGNORECASE)
_PREFIXED = re.compile(r"(?:o'|d'|l'|m'|n'|[a-z]{2}'|mc|mac|fitz|al-|el-)([a-z'-]{3,40})")
_BREAK = re.compile(r"[.!?\u2026\n\r\u2028\u0964\u3002]")
_PAUSE = re.compile(r"[:;()\[\]\"\u201c\u201d\u2013\u2014*\u2022/]|(?:^|\s)-|-(?:\s|$)")
_ABBREVIATED = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "mx",
        "dr",
        "fr",
        "st",
        "sr",
        "sra",
        "srta",
        "rev",
        "prof",
        "pt",
        "ct",
        "cl",
        "vs",
        "no",
        "approx",
        "re",
        "eg",
        "ie",
        "jr",
        "sgt",
        "lt",
        "capt",
        "hon",
    )
)


class Case(StrEnum):
    """How a word is written."""

    SMALL = "small"
    CAPITAL = "capital"
    SHOUTED = "shouted"
    NONE = "none"
    """Letters that have no capitals: Arabic, Devanagari, Han."""


class Before(StrEnum):
    """What stands between a word and the one before it."""

    START = "start"
    """Nothing, or the end of a sentence."""
    PAUSE = "pause"
    """A colon, a bracket, a dash, a quotation mark."""
    COMMA = "comma"
    SPACE = "space"


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a number, or an address; `end` leaves out a tail like 's."""

    start: int
    end: int
    text: str = field(repr=False)
    key: str = field(repr=False)
    tail: str
    """What was cut off: s, d, ll, ve, re, m, or nothing."""
    case: Case
    before: Before
    is_word: bool
    known: Word = field(repr=False)


def tokens(text: str) -> list[Token]:
    """Return the words, numbers and addresses of a text, in order."""
    result: list[Token] = []
    reached = 0
    addresses = _addresses(text)
    for match in _WORD.finditer(text):
        while addresses and addresses[-1][1] <= match.start():
            addresses.pop()
        if addresses and addresses[-1][0] <= match.start():
            if not (result and result[-1].start == addresses[-1][0]):
                start, end = addresses[-1]
                before = _before(text[reached:start], result)
                result.append(_no_word(start, end, text[start:end], "@", before))
                reached = end
            continue
        gap = text[reached : match.start()]
        before = _before(gap, result)
        reached = match.end()
        word = match["word"]
        if word is None:
            key = folded(match[0])
            result.append(
                Token(
                    match.start(),
                    match.end(),
                    match[0],
                    key,
                    "",
                    Case.NONE,
                    before,
                    is_word=False,
                    known=NOTHING,
                )
            )
            continue
        tail = ""
        if (cut := _TAIL.search(word)) is not None and cut.start() > 0:
            tail = word[cut.start() + 1 :].lower()
            word = word[: cut.start()]
        key = folded(word)
        end = match.start() + len(word)
        result.append(
            Token(match.start(), end, word, key, tail, _case(word), before, is_word=True, known=known(key))
        )
    return result


def _no_word(start: int, end: int, text: str, key: str, before: Before) -> Token:
    return Token(start, end, text, key, "", Case.NONE, before, is_word=False, known=NOTHING)


def known(key: str) -> Word:
    """Return what is known of a word; of one with hyphens or like O'Shea, what is known of its parts."""
    found = look_up(key)
    if found is not NOTHING:
        return found
    if "-" in key:
        return _of_parts([look_up(part) for part in key.split("-") if len(part) > 1])
    match = _PREFIXED.fullmatch(key)
    if match is None:
        return NOTHING
    rest = look_up(match[1])
    if "'" not in key and not rest.family:
        return NOTHING
    return Word(rest.given if key[2:3] == "'" else 0, 2, 0, "") if not rest.common else Word(0, 2, 0, "")


def _of_parts(parts: list[Word]) -> Word:
    """One with hyphens is a name where a part is and none is a word; a word where all are words."""
    if not all(part.is_listed for part in parts):
        is_name = any(part.is_name and not part.common for part in parts)
        return Word(0, 2, 0, "") if is_name and not any(part.common for part in parts) else NOTHING
    are_names = all(part.is_name for part in parts)
    return Word(
        max((part.given for part in parts), default=0) if are_names else 0,
        max((part.family for part in parts), default=0) if are_names else 0,
        min((part.common for part in parts), default=0),
        "".join(sorted({kind for part in parts if not part.is_name for kind in part.kinds})),
    )


def _addresses(text: str) -> list[tuple[int, int]]:
    """Return where addresses of mail and of pages lie, the last one first."""
    if not any(sign in text for sign in _OF_ADDRESSES):
        return []
    chunks = [(match.start(), match.end(), match[0]) for match in _CHUNK.finditer(text)]
    return [
        (start, end) for start, end, chunk in reversed(chunks) if any(sign in chunk for sign in _OF_ADDRESSES)
    ]


def _case(word: str) -> Case:
    first = word[0]
    if first.isupper():
        return Case.SHOUTED if len(word) > 1 and word.isupper() else Case.CAPITAL
    if first.islower():
        return Case.SMALL
    return Case.NONE


def _before(gap: str, so_far: list[Token]) -> Before:
    if not so_far:
        return Before.START
    if gap == " ":
        return Before.SPACE
    if _BREAK.search(gap) is not None:
        is_short = gap.startswith(".") and "\n" not in gap and so_far[-1].key in _ABBREVIATED
        return Before.SPACE if is_short and gap.strip() == "." else Before.START
    if _PAUSE.search(gap) is not None:
        return Before.PAUSE
    return Before.COMMA if "," in gap else Before.SPACE
