"""Making text safe to show: what a person typed is plain words, never markup, never a trick of direction."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = re.compile("[\u200c\u200d]+")
"""Zero-width joiners: Persian and Indic spelling and many emoji need them, English never does."""

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")

_MARKS_TOGETHER = 30
_PILED = re.compile(rf"[^\w\s\0-\u02ff]{{{_MARKS_TOGETHER + 1},}}")
"""Where more marks may stand on one sign than are ever written: none is a letter, a digit or a space."""
_APART = "\u034f"


def kept(text: str) -> str:
    """Return `text` as it is stored: one kind of line end, nothing that cannot be written as UTF-8.

    Marks that are piled on one sign are parted, 30 at a time, by a joiner that nobody sees (Unicode UAX 15,
    "Stream-Safe Text Format"): to put thousands in order takes a normalisation seconds, and all wait for it.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    writable = _UNWRITABLE.sub("", lines)
    return writable if writable.isascii() else _PILED.sub(_parted, writable)


def shown(text: str) -> str:
    """Return `text` as it is shown: NFC, without control and direction characters.

    Stored words keep them; a screen never sees them (Unicode TR36: direction overrides and escape
    sequences make a text look like another). Joiners stay where their neighbours need them.
    """
    normal = unicodedata.normalize("NFC", kept(text))
    if _is_plain(normal):
        return normal
    left = kept("".join(char for char in normal if _may_show(char)))
    return _JOINERS.sub(_needed, unicodedata.normalize("NFC", left))


def is_shown_clean(text: str) -> bool:
    """Whether `text` holds nothing that `shown` would drop."""
    if _is_plain(text):
        return True
    return all(map(_may_show, text)) and all(map(_needed, _JOINERS.finditer(text)))


def _is_plain(text: str) -> bool:
    """Whether every sign of a text is one to see: nearly every text, told at a hundredth of the time."""
    return text.replace("\n", "").replace("\t", "").isprintable()


def _may_show(char: str) -> bool:
    return char in "\n\t\u200c\u200d" or unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}


def _parted(piled: re.Match[str]) -> str:
    """Return signs with no more than so many marks together; one may be nothing but marks, taken apart."""
    parts, marks = list[str](), 0
    for char in piled.group():
        is_mark = unicodedata.combining(unicodedata.normalize("NFD", char)[0])
        marks = marks + 1 if is_mark else 0
        if marks > _MARKS_TOGETHER:
            parts.append(_APART)
            marks = 1
        parts.append(char)
    return "".join(parts)


def _needed(joiners: re.Match[str]) -> str:
    """Return joiners that stand between two signs of which one is not ASCII; else nothing."""
    around = _at(joiners, joiners.start() - 1), _at(joiners, joiners.end())
    return joiners.group() if all(around) and not "".join(around).isascii() else ""


def _at(found: re.Match[str], place: int) -> str:
    return found.string[place : place + 1] if place >= 0 else ""
