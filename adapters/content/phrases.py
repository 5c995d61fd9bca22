"""The small language of voice.yaml: how a phrase is written there, and how a text is folded for it."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|(?<=\S)[.?!:;\u2026]+[\"'\u2019\u201d\u00bb)\]]*(?=\s|$)|\n+")
_TOKEN = re.compile(r"\.\.\.|[a-z0-9'*-]+(?:\|[a-z0-9'*-]+)*")
_STOP = "."


class BadPhrase(ValueError):
    """A phrase in voice.yaml is not written in the small language that the file explains."""


def phrase_of(written: str) -> str:
    """Read one phrase: `a|b` is either word, `dys*` any ending, `...` up to three words between.

    Only these; a phrase is never a regular expression of its own, so none can be slow. Returned is one.

    Raises:
        BadPhrase: if it is written otherwise.
    """
    return _whole(_words_of(written))


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Read several phrases as one: whether a word begins is asked once for all of them.

    Raises:
        BadPhrase: naming the first that is written otherwise.
    """
    return re.compile(_whole(f"(?:{'|'.join(map(_words_of, phrases))})"))


def _whole(words: str) -> str:
    return rf"(?<![^ ]){words}(?![^ ])"


def _words_of(written: str) -> str:
    tokens = written.split(" ")
    if not all(_TOKEN.fullmatch(token) for token in tokens) or "..." in (tokens[0], tokens[-1]):
        raise BadPhrase(written)
    parts = []
    for token in tokens:
        if token == "...":  # noqa: S105 - a gap between words, no password
            parts.append(r"(?:[^ .]+ ){0,3}")
        else:
            words = (re.escape(word).replace(r"\*", "[^ ]*") for word in token.split("|"))
            parts.append(f"(?:{'|'.join(words)}) ")
    return "".join(parts).removesuffix(" ")


def flatten(text: str) -> str:
    """Fold a text for phrases.

    Lower case, straight apostrophes, one space between words, a lone stop where a sentence ends.
    """
    folded = text.lower().replace("\u2019", "'").replace("\u02bc", "'")
    found = _WORD.findall(folded)
    return " ".join(word if word[0].isalnum() else _STOP for word in found)
