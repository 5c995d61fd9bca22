"""Of stories that are told of each surface, which are told when: `make test` tells each of one surface.

What differs between platforms is held by the contract suites, and by the stories on the libraries of Slack
and Discord. `make faults` tells these stories of all the other surfaces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from zlib import crc32

import pytest

OPTION = "--surfaces"
CHOICES = ("all", "one", "others")
_KEY = "surface"
_SURFACES = frozenset({"console", "slack", "discord"})


def surfaces_of(items: Sequence[pytest.Item]) -> dict[str, str]:
    """Return of which surface each test is told, by its id; of one that is told of none in particular, ""."""
    return {item.nodeid: _surface_of(item) for item in items}


def untold(surfaces: Mapping[str, str], told: str) -> set[str]:
    """Return which tests are left out: those told of `one` and of the `others` are all, and none is both.

    Which surface is the one hangs on the name of a test alone, so that each has about a third of them. A test
    of no surface, or of a single one, is told with `one`.
    """
    if told == "all":
        return set()
    same = defaultdict[str, list[str]](list)
    for name, surface in surfaces.items():
        same[_without(surface, name)].append(name)
    chosen = {several[crc32(name.encode()) % len(several)] for name, several in same.items()}
    return chosen if told == "others" else surfaces.keys() - chosen


def _surface_of(item: pytest.Item) -> str:
    call = getattr(item, "callspec", None)
    surface = call.params.get(_KEY) if call else None
    return surface if surface in _SURFACES else ""


def _without(surface: str, name: str) -> str:
    """Return the id of a test without its surface."""
    test, bracket, given = name.partition("[")
    parts = given.removesuffix("]").split("-")
    if surface not in parts:
        return name
    parts.remove(surface)
    return f"{test}{bracket}{'-'.join(parts)}"
