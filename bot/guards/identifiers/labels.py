"""Words that stand alone, as a tag does: whether they are likely somebody's name.

No sentence around them shows it, so one is lent: they are read alone, and where a name would stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from bot.guards.identifiers.finding import as_let_be, find
from bot.guards.identifiers.found import Category
from bot.guards.identifiers.lexicon import folded, look_up

_LENT = ("Session with {} today.", "About {}, again.")
_SEEN = "I saw {} today."
"""Only where somebody is seen are two capitals taken for somebody."""
_PEOPLE = frozenset({Category.NAME, Category.INITIALS})
_WELL_KNOWN = 3
_RARE_AS_WORD = 5
"""So common may a given name be as a word, written small: `heather` is asked about, `rose` is not."""
_TOPIC_WORDS = """
    art autumn charity dawn faith grace harmony haven honor honour hope joy light mercy patience rainbow
    river serenity sky spring star summer trust winter
"""
_TOPICS = frozenset(_TOPIC_WORDS.split())
"""Names, too, and yet what people write about: with a capital they are no name by themselves."""
_SEASONS = "C"


def may_name(words: str, let_be: Collection[str] = ()) -> bool:
    """Whether words alone may point at a person; those to let be (as `as_let_be` writes them) do not."""
    if as_let_be(words) in let_be:
        return False
    if any(place.category in _PEOPLE for place in find(words, let_be)):
        return True
    if any(place.category is Category.INITIALS for place in find(_SEEN.format(words), let_be)):
        return True
    return any(_lent(words, let_be)) or any(_is_given(each) for each in _single(words, let_be))


def _lent(words: str, let_be: Collection[str]) -> Iterator[bool]:
    """Yield for each name that a sentence around the words shows whether it is one, and no topic."""
    for sentence in _LENT:
        begins = sentence.index("{")
        for place in find(sentence.format(words), let_be):
            start, end = max(place.start - begins, 0), min(place.end - begins, len(words))
            if place.category in _PEOPLE and start < end:
                named = words[start:end].split()
                yield len(named) > 1 or (named[0][0].isupper() and folded(named[0]) not in _TOPICS)


def _single(words: str, let_be: Collection[str]) -> Iterator[str]:
    """Yield the words that may be a name each by itself: of several only those with a capital."""
    every = words.split()
    for word in every:
        if (len(every) == 1 or word[0].isupper()) and as_let_be(word) not in let_be:
            yield word


def _is_given(word: str) -> bool:
    """Whether one word, however it is written, is hardly anything but a given name."""
    known = look_up(folded(word))
    is_name = known.given >= _WELL_KNOWN and _SEASONS not in known.kinds
    return is_name and known.common <= _RARE_AS_WORD
