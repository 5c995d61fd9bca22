"""Names of private people, with and without capitals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.guards.identifiers.found import Category, Found

_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx)\.? [A-Z][\w'\u2019-]{1,40}")


def names(text: str) -> Iterator[Found]:
    """Yield what looks like somebody's name; places may overlap."""
    for match in _TITLED.finditer(text):
        yield Found(start=match.start(), end=match.end(), category=Category.NAME)
