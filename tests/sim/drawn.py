"""Walking through what was drawn for a platform, whatever its words for it are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.json_types import ReadJson


def parts_of(drawn: object) -> Iterator[ReadJson]:
    """Walk every object in something drawn, from outside to inside, in order."""
    left = [drawn]
    while left:
        each = left.pop()
        if isinstance(each, str | int | None):  # most of what is drawn; to ask for a mapping takes longer
            continue
        if isinstance(each, Mapping):
            yield each
            each = [*each.values()]
        if isinstance(each, list | tuple):
            left += reversed(each)


def squeezed(text: str) -> str:
    """Return a text without its white space: wherever lines are broken, it is the same."""
    return "".join(text.split())
