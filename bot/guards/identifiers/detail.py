"""Rare detail: whether what a text tells of somebody would be enough to recognise them, with no name at all.

A name taken out is rarely enough: "the retired lighthouse keeper, 84, with the blue parrot" is one person to
everybody who works there. So kinds of detail are counted, and only those that stand close together.
Imperfect, as the product says (docs/guards.md): it is used for one question and for nothing else.

Pure: no network, nothing kept. Words stand in `detail_words.py` and `detail_patterns.py`.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter

from bot.guards.identifiers.detail_patterns import (
    MINE,
    MINE_ALONE,
    SENTENCE_ENDS,
    patterns,
    patterns_as_written,
)
from bot.guards.identifiers.detail_words import SOMEBODY_ELSE, WORDS, Kind
from bot.guards.spelling import ONE_SPELLING

DENSE = 4
"""So many kinds close together point at one person."""
DENSE_WITH_RARE = 3
"""So many are enough where one of them is what few have, or what one in a place is."""
CLOSE = 600
"""Characters within which details are read as told of one person: a paragraph, more or less."""

_WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_RARE = (Kind.RARE, Kind.PUBLIC)
_WORKS = (Kind.PUBLIC, Kind.OCCUPATION)
_Seen = list[tuple[int, Kind]]
"""Details, each as the place where it begins and its kind."""


def is_dense(text: str) -> bool:
    """Whether dense rare detail about somebody else stands in `text`. No text raises; its time is linear."""
    small = _small(text)
    seen, others = _looked_up(small)
    for read, sought in ((small, patterns()), (text, patterns_as_written())):
        seen += [(match.start(), kind) for kind, pattern in sought for match in pattern.finditer(read)]
    if not others and all(kind not in _WORKS for _, kind in seen):
        return False
    return _are_close(_of_others(small, seen, others))


def _small(text: str) -> str:
    """Return `text` in small letters, each in its place: what would become two letters stays as it is."""
    small = text.lower()
    if len(small) != len(text):
        small = "".join(low if len(low := one.lower()) == 1 else one for one in text)
    return small.translate(ONE_SPELLING)


def _looked_up(small: str) -> tuple[_Seen, list[int]]:
    """Return the details that are single words, and where words stand that mean somebody else."""
    seen: _Seen = []
    others: list[int] = []
    for match in _WORD.finditer(small):
        word = match.group().removesuffix("'s")
        if word in SOMEBODY_ELSE:
            others.append(match.start())
        elif word in WORDS:
            seen.append((match.start(), WORDS[word]))
    return seen, others


def _of_others(small: str, seen: _Seen, others: list[int]) -> _Seen:
    """Return the details in their order, without sentences that say of their writer alone what they are."""
    ends = [match.start() for match in SENTENCE_ENDS.finditer(small)]
    mine, alone = (
        {bisect(ends, match.start()) for match in each.finditer(small)} for each in (MINE, MINE_ALONE)
    )
    own = mine | (alone - {bisect(ends, at) for at in others})
    return sorted((at, kind) for at, kind in seen if bisect(ends, at) not in own)


def _are_close(seen: _Seen) -> bool:
    """Whether enough kinds stand close together somewhere."""
    kinds: Counter[Kind] = Counter()
    first = 0
    for at, kind in seen:
        kinds[kind] += 1
        while at - seen[first][0] > CLOSE:
            kinds[seen[first][1]] -= 1
            first += 1
        different = {
            Kind.OCCUPATION if each is Kind.PUBLIC else each for each, count in kinds.items() if count
        }
        if len(different) >= (DENSE_WITH_RARE if any(kinds[each] for each in _RARE) else DENSE):
            return True
    return False
