"""Which stories `make test` tells: each of one surface, and `make faults` tells them of the others."""

from __future__ import annotations

from collections import Counter

from tests.parts import told_again

SURFACES = ("console", "slack", "discord")
TOLD_OF_EACH = {
    f"e2e/a.py::test_{n}[{each}-{how}]": each for n in range(60) for each in SURFACES for how in "xy"
}
TOLD_ONCE = {
    "e2e/a.py::test_alone": "",
    "e2e/a.py::test_drawn[slack-1]": "",
    "e2e/b.py::test_it[slack]": "slack",
}
ALL = TOLD_OF_EACH | TOLD_ONCE


def test_each_story_is_told_of_one_surface_first() -> None:
    """In each of its ways; and no surface is told of much less than the others."""
    first = TOLD_OF_EACH.keys() - told_again(ALL)
    promises = {name.replace(TOLD_OF_EACH[name], "") for name in first}
    assert len(first) == len(promises) == 120
    assert min(Counter(TOLD_OF_EACH[name] for name in first).values()) > 20


def test_what_is_told_of_one_surface_or_of_none_is_told_first() -> None:
    """A word that is a surface's name elsewhere makes no difference."""
    assert not told_again(ALL) & TOLD_ONCE.keys()


def test_which_surface_is_first_hangs_on_the_name_alone() -> None:
    """Each worker chooses the same, whatever else is told."""
    few = {name: each for name, each in TOLD_OF_EACH.items() if "test_7[" in name}
    assert told_again(few) == told_again(ALL) & few.keys()
