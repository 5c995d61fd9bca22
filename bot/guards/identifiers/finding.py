"""Words that could tell who somebody is: where they stand in a text. Imperfect, and the product says so.

Pure: no network, nothing kept, nothing told to anyone (docs/guards.md). Each finder looks for one family.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from bot.guards.identifiers.found import Category, Found, disjoint
from bot.guards.identifiers.names import names
from bot.guards.identifiers.shapes import shapes

_FINDERS: tuple[Callable[[str], Iterator[Found]], ...] = (shapes, names)


def find(text: str, let_be: Collection[str] = ()) -> tuple[Found, ...]:
    """Return the places in `text` that may point at a person, in order and apart. No text raises.

    `let_be`: words that somebody wishes never to be pointed at, as `as_let_be` writes them.
    """
    found = disjoint(place for finder in _FINDERS for place in finder(text))
    if not let_be:
        return found
    known = frozenset(let_be)
    return tuple(place for place in found if as_let_be(text[place.start : place.end]) not in known)


def may_be_let_be(place: Found) -> bool:
    """Whether somebody may wish this kind never to be pointed at: words, not numbers."""
    return place.category in {Category.NAME, Category.INITIALS, Category.ORG, Category.OTHER}


def as_let_be(words: str) -> str:
    """Return words as they are compared with a list of those to let be: capitals and gaps do not matter."""
    return " ".join(words.casefold().split())
