"""Walking through what was drawn for a platform, whatever its words for it are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.json_types import ReadJson


def parts_of(drawn: object) -> Iterator[ReadJson]:
    """Walk every object in something drawn, from outside to inside, in order."""
    if isinstance(drawn, Mapping):
        yield drawn
        drawn = [*drawn.values()]
    if isinstance(drawn, list | tuple):
        for each in drawn:
            yield from parts_of(each)


def squeezed(text: str) -> str:
    """Return a text without its white space: wherever lines are broken, it is the same."""
    return "".join(text.split())
