"""What the words beside a number say that it is: "MRN", "policy no", "call her on"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.guards.identifiers.cue_words import (
    COUNTED,
    CUES,
    FILLERS,
    LEAST,
    MEASURES,
    NUMBER_WORDS,
    PHONE_WORDS,
    Strength,
)
from bot.guards.identifiers.found import Category
from bot.guards.identifiers.note import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What words say about the number beside them."""

    category: Category | None
    """None: nothing."""
    least: int = 99
    """How many digits the number has at least where these words are right about it."""
    is_numbered: bool = False
    """A word like "number" or a mark stands between, so that even a year may be meant."""


_SAYS_NOTHING = Cue(category=None)
_TOKEN = re.compile(r"[^\W\d_][^\W\d_'&/-]*(?:[.'&/-][^\W\d_]+)*\.?|[0-9]+|[#:=,;!?()\n\u2116\u00ba\u00b0-]")
_LONGEST_PREFIX = 3
_READ = 64
_FURTHEST = 7
"""How many words before a number may belong to it."""
_AFTER = re.compile(
    r"\s?(?:[,:(-]|\b(?:is|was|are|were)\b)?\s?(?:still |now )?"
    r"(?:the |her |his |their |my |a |on (?:the|her|his) |for the )?"
    r"(?:\w{2,12}'s )?(?P<word>[a-z/&-]{2,14})(?: (?P<next>[a-z]{2,14}))?"
)


def cue_before(note: Note, start: int) -> Cue:
    """Return what the words before a place say that it is."""
    tokens = _tokens(note, start)
    is_numbered = has_id = False
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at]
        word = token.rstrip(".") or token
        before = tokens[at - 1].rstrip(".") if at else ""
        if word in CUES and not (word in FILLERS and before in CUES):
            return _cue(word, before, is_numbered=is_numbered)
        if word in NUMBER_WORDS:
            is_numbered = True
            has_id = has_id or word == "id"
        elif token.endswith(".") or not _may_stand_between(word, note, start):
            break
    if has_id:
        return Cue(category=Category.NATIONAL_ID, least=4, is_numbered=True)
    return Cue(category=None, is_numbered=is_numbered) if is_numbered else _SAYS_NOTHING


def cue_after(note: Note, end: int) -> Cue:
    """Return what the words right after a place say that it is: "4471 is the case number"."""
    match = _AFTER.match(note.low, end)
    if match is None or match["word"] not in CUES:
        return _SAYS_NOTHING
    category, strength = CUES[match["word"]]
    is_numbered = match["next"] in NUMBER_WORDS
    if not is_numbered and strength is not Strength.STRONG:
        return _SAYS_NOTHING
    return Cue(category=category, least=4, is_numbered=is_numbered)


def is_about_phones(note: Note, start: int) -> bool:
    """Whether the words before a place speak of calling somebody."""
    return not PHONE_WORDS.isdisjoint(_tokens(note, start))


def is_counted(note: Note, start: int) -> bool:
    """Whether the word before a place says that it counts rooms, pages or the like."""
    return any(token.rstrip(".") in COUNTED for token in _tokens(note, start)[-2:])


def _tokens(note: Note, start: int) -> list[str]:
    return _TOKEN.findall(note.low, max(0, start - _READ), start)[-_FURTHEST:]


def _may_stand_between(word: str, note: Note, start: int) -> bool:
    """Whether a word may stand between a cue and its number, or be the first part of it: "no. MH 20931"."""
    if word in FILLERS or word.endswith("'s"):
        return True
    if word in MEASURES or len(word) > _LONGEST_PREFIX:
        return False
    return word.isdigit() or word.upper() in note.plain[max(0, start - _READ) : start]


def _cue(word: str, before: str, *, is_numbered: bool) -> Cue:
    category, strength = CUES[word]
    if before in CUES and CUES[before][0] is Category.NATIONAL_ID:
        category, strength = Category.NATIONAL_ID, min(strength, Strength.STRONG)
    return Cue(category=category, least=LEAST[strength][is_numbered], is_numbered=is_numbered)
