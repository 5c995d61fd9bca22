"""Making text safe to show: what a person typed is plain words, never markup, never a trick of direction."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = {"\u200c", "\u200d"}
"""Zero-width joiners: Persian and Indic spelling and many emoji need them, English never does."""

_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def kept(text: str) -> str:
    """Return `text` as it is stored: one kind of line end, nothing that cannot be written as UTF-8."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNWRITABLE.sub("", lines)


def shown(text: str) -> str:
    """Return `text` as it is shown: NFC, without control and direction characters.

    Stored words keep them; a screen never sees them (Unicode TR36: direction overrides and escape
    sequences make a text look like another). Joiners stay where their neighbours need them.
    """
    normal = unicodedata.normalize("NFC", kept(text))
    if normal.replace("\n", "").replace("\t", "").isprintable():
        return normal  # nearly every text, at a hundredth of the time
    return "".join(c for i, c in enumerate(normal) if _may_show(normal, i))


def is_shown_clean(text: str) -> bool:
    """Whether `text` holds nothing that `shown` would drop."""
    return all(_may_show(text, i) for i in range(len(text)))


def _may_show(text: str, index: int) -> bool:
    char = text[index]
    if char in "\n\t":
        return True
    if char in _JOINERS:
        before, after = text[index - 1 : index], text[index + 1 : index + 2]
        return bool(before and after) and not (before + after).isascii()
    return unicodedata.category(char) not in {"Cc", "Cf", "Cs", "Co"}
