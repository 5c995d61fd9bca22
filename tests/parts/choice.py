"""The two parts of the tests: `make test` runs the short one, `make faults` the long one, together all.

Stories that are told of each surface are told of one in the short part, and of the others in the long one:
what differs between platforms is held by the contract suites, and by the stories on the libraries of Slack
and Discord. Laws are tried with fewer examples in the short part, and with all of them in the long one.
`long_stories.py` and `long_details.py` beside this name what else is long, and what stays in the short part
for it; `some.py` says of which tests some stay.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import is_hypothesis_test

from tests.parts.long import WITNESSES, is_told_long, is_witness
from tests.parts.some import told_later, told_more

OPTION = "--part"
PARTS = ("all", "short", "long")
PROFILES = {"all": "gate", "short": "quick", "long": "gate"}
GROUND = "ground"
GROUNDS = ("memory", "again", "sqlite", "postgres")
"""On what a story may stand; `again` is memory where each unit of work is run twice, as where two met."""
_SHARE = 12
"""One in so many stories that are told on several grounds is told on each of them in the short part."""
_TESTS = Path(__file__).parents[1]
_KEY = "surface"
_SURFACES = frozenset({"console", "slack", "discord"})


def of_part(items: Sequence[pytest.Item], part: str) -> list[pytest.Item]:
    """Return the tests of a part, in their order."""
    stories = {item.nodeid: _surface_of(item) for item in items if item.path.is_relative_to(_TESTS / "e2e")}
    others = told_again(stories) | _on_other_grounds(items)
    first = [item.nodeid for item in items if item.nodeid not in others and not is_told_long(item.nodeid)]
    later = {name for name in told_later(first) if not is_witness(name)}
    short = {*first} - later - (told_more(first) - WITNESSES)
    match part:
        case "short":
            return [item for item in items if item.nodeid in short]
        case "long":
            return [item for item in items if item.nodeid not in short or _is_long(item)]
        case _:
            return [*items]


def told_again(stories: Mapping[str, str]) -> set[str]:
    """Return the ids of stories that are told of another surface too; `stories` has of which each is told.

    One of each is left out of them, and which surface that is hangs on its name alone: so each has about a
    third. A story of no surface, "", or of a single one is no such story.
    """
    same = defaultdict[str, list[str]](list)
    for name, surface in stories.items():
        same[_without(surface, name)].append(name)
    return stories.keys() - {several[crc32(name.encode()) % len(several)] for name, several in same.items()}


def _on_other_grounds(items: Sequence[pytest.Item]) -> set[str]:
    """Return the ids of stories that stand on a database, less a share of them that hangs on their names."""
    found: set[str] = set()
    for item in items:
        call = getattr(item, "callspec", None)
        if call and call.params.get(GROUND, GROUNDS[0]) != GROUNDS[0]:
            name = _without(call.params[GROUND], item.nodeid)
            if crc32(name.encode(), 1) % _SHARE:
                found.add(item.nodeid)
    return found


def _is_long(item: pytest.Item) -> bool:
    is_law = isinstance(item, pytest.Function) and is_hypothesis_test(item.function)
    return is_law or is_told_long(item.nodeid) or item.path.is_relative_to(_TESTS / "faults")


def _surface_of(item: pytest.Item) -> str:
    call = getattr(item, "callspec", None)
    surface = call.params.get(_KEY) if call else None
    return surface if surface in _SURFACES else ""


def _without(surface: str, name: str) -> str:
    """Return the id of a story without its surface."""
    test, bracket, given = name.partition("[")
    parts = given.removesuffix("]").split("-")
    if surface not in parts:
        return name
    parts.remove(surface)
    return f"{test}{bracket}{'-'.join(parts)}"
