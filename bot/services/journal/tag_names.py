"""Whether a tag looks like somebody: a name or initials, read as it would stand in a sentence.

It is asked about and never refused: "Hope" may be a name, and may be what somebody hopes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from bot.guards.identifiers.finding import find
from bot.guards.identifiers.found import Category

_IN_A_SENTENCE = "About {}, again."
_SEEN = "I saw {} today."
"""Only where somebody is seen are two capitals taken for somebody."""


def like_somebody(tags: Sequence[str], let_be: Collection[str] = ()) -> tuple[str, ...]:
    """Return those of some tags that look like somebody, without the words to let be."""
    return tuple(tag for tag in tags if _is_like_somebody(tag, let_be))


def _is_like_somebody(tag: str, let_be: Collection[str]) -> bool:
    said = tag.title() if tag.isalpha() else tag  # a small letter hides a name, and a topic has several words
    ways = (tag, _IN_A_SENTENCE.format(tag), _IN_A_SENTENCE.format(said))
    if any(not place.is_soft for way in ways for place in find(way, let_be)):
        return True
    return any(place.category is Category.INITIALS for place in find(_SEEN.format(tag), let_be))
