"""Who is meant: the writer, or somebody else, by the words around what was said."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from bot.guards.crisis.people import PEOPLE, SERVED, THEIR, THEM, THEMSELF, THEY
from bot.guards.crisis.verbs import word_set

_I = word_set("i mi")
_ME = word_set("me my myself mine mi i")
_OWN = word_set("me myself")
_DOERS = THEY | {"who"}
_TO = word_set("to for with from of about at by on after told tell asked ask before over in")
_NEAR = 2
"""Words between a "my" or "her" and what it belongs to."""
_NEARBY = 3
"""Words between somebody and what is still said of them, though they stand behind a word like "to"."""
_BEHIND = SERVED | THEM | THEIR | THEMSELF | THEY
_AHEAD = 6
"""Words behind something in which it can still be said whose it is."""


class Who(Enum):
    """Whom a wording is about."""

    WRITER = "writer"
    OTHER = "other"
    UNSAID = "unsaid"


def who(words: Sequence[str], start: int, end: int) -> Who:
    """Return whom the words from `start` to `end` are about, by themselves and by what stands around them."""
    inside = words[start:end]
    if not THEMSELF.isdisjoint(inside):
        return Who.OTHER
    if not _I.isdisjoint(inside) or not _OWN.isdisjoint(inside):
        return Who.WRITER
    if inside[0] in THEY or inside[0] in THEIR:
        return Who.OTHER
    before = before_it(words, start)
    return before if before is not Who.UNSAID else _within_or_behind(words, start, end)


def before_it(words: Sequence[str], start: int) -> Who:
    """Return the nearest doer before `start`; a person whom something is told or done to is a faint one."""
    faint = Who.UNSAID
    for at in range(start - 1, -1, -1):
        word, distance = words[at], start - at
        if word in _I or (distance <= _NEAR and word in _ME):
            return Who.WRITER
        if word in _DOERS or (distance <= _NEAR and word in THEIR):
            return Who.OTHER
        if word in PEOPLE:
            if distance <= _NEARBY or not _is_told(words, at):
                return Who.OTHER
            faint = Who.OTHER
        elif word in THEIR or (word in THEM and distance <= _NEARBY):
            faint = Who.OTHER
    return faint


def speaks_of_self(words: Sequence[str]) -> bool:
    """Whether the writer is named."""
    return not _ME.isdisjoint(words)


def _within_or_behind(words: Sequence[str], start: int, end: int) -> Who:
    inside = words[start:end]
    if not (THEIR.isdisjoint(inside) and THEM.isdisjoint(inside) and THEY.isdisjoint(inside)):
        return Who.OTHER
    if not _ME.isdisjoint(inside):
        return Who.WRITER
    for word in words[end : end + _AHEAD]:
        if word in _ME:
            return Who.WRITER
        if word in _BEHIND:
            return Who.OTHER
    return Who.UNSAID


def _is_told(words: Sequence[str], at: int) -> bool:
    """Whether a person at `at` stands behind a word like "to" or "told", with at most two words between."""
    return any(words[here] in _TO for here in range(max(0, at - _NEARBY), at))
