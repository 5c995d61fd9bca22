"""How alike two prompts are: the share of stemmed content words that they have in common."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations

TOO_ALIKE = 0.6

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SMALL = (
    "a about after again all also am an and any are as at be because been before being between both"
    " but by can could did do does doing done down during each few for from further get had has have"
    " having he her here hers him his how i if in into is it its like made make makes making me might"
    " more most much my no nor not now of off on once one only or other our out over own same she so"
    " some something such than that the their them then there these they thing things this those to"
    " today too under until up very was we were what when where which while who whose why will with"
    " would you your yours"
)
_SMALL_WORDS = frozenset(_SMALL.split())
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "ly", "es", "s", "y", "e")
_SHORTEST_STEM = 3


def content_words(text: str) -> frozenset[str]:
    """The stems of the words that carry the meaning of `text`."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    return frozenset(stem(word.partition("'")[0]) for word in words if word not in _SMALL_WORDS)


def stem(word: str) -> str:
    """Cut one common ending, so that `tired` and `tires` meet. Crude, and good enough to warn."""
    for ending in _ENDINGS:
        root = word.removesuffix(ending)
        if root != word and len(root) >= _SHORTEST_STEM:
            return root[:-1] if root[-1] == root[-2] else root
    return word


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Jaccard's index, 0 to 1; two empty sets have nothing in common."""
    together = one | other
    return len(one & other) / len(together) if together else 0.0


def alike_pairs(texts: Mapping[str, str]) -> list[tuple[str, str, float]]:
    """Every two ids whose texts are too alike, the later id first, with how much."""
    read = [(key, texts[key].casefold(), content_words(texts[key])) for key in sorted(texts)]
    found = []
    for (one, text, words), (other, other_text, other_words) in combinations(read, 2):
        if text == other_text:
            found.append((other, one, 1.0))
        elif not words.isdisjoint(other_words):
            share = likeness(words, other_words)
            if share >= TOO_ALIKE:
                found.append((other, one, share))
    return found
