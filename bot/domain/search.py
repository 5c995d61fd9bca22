"""Looking for words in what somebody wrote: capitals and accents do not count, part of a word is enough."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

AROUND = 60
"""Characters on each side of what was found, in its line of context."""

_ACCENTS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]")


def folded(text: str) -> str:
    """Return `text` as it is compared: without capitals and accents."""
    if text.isascii():
        return text.lower()
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text)).casefold()


def words_in(query: str) -> tuple[str, ...]:
    """Return the words of a query as they are compared, each once, in order."""
    return tuple(dict.fromkeys(folded(query).split()))


def has_all(text: str, words: Sequence[str]) -> bool:
    """Whether each of the compared words stands somewhere in a folded text."""
    return all(word in text for word in words)


def context(text: str, words: Sequence[str]) -> str:
    """Return one line of `text` around the first of the words; its beginning where none stands in it."""
    place = _place(text, words)
    start, end = max(0, place - AROUND), place + AROUND
    while 0 < start < place and not text[start - 1].isspace():
        start += 1
    while place < end < len(text) and not text[end].isspace():
        end -= 1
    end = end if end > place else place + AROUND
    line = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{line}{'…' if end < len(text) else ''}"


def _place(text: str, words: Sequence[str]) -> int:
    """Return where the first of the words begins. Folding may change lengths, so letter by letter."""
    parts = [folded(char) for char in text]
    whole = "".join(parts)
    found = min((at for word in words if (at := whole.find(word)) >= 0), default=0)
    passed = 0
    for index, part in enumerate(parts):
        passed += len(part)
        if passed > found:
            return index
    return 0
