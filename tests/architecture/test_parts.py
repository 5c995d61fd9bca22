"""Which stories `make test` tells: each of one surface, and `make faults` tells them of the others."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.parts.choice import told_again
from tests.parts.long import LONG, WITNESSES, is_told_long
from tests.parts.some import SOME, told_later, told_more

SURFACES = ("console", "slack", "discord")
_TESTS = Path(__file__).parents[1]
_TEST = re.compile(r"def (test_\w+)")
_OF_A_SCENARIO = re.compile(r"^test_\d+_")
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


def test_what_stays_for_a_long_test_is_not_long_itself() -> None:
    """Nor is anything of the long part its own only witness."""
    assert not [witness for witness in WITNESSES if is_told_long(witness)]
    assert not [long for long in LONG if any(map(long.startswith, WITNESSES))]
    stays = [each for long in LONG if "::" in long for each in WITNESSES if each.startswith(long)]
    assert all("[" in each for each in stays), "a test that stays whole is not long"
    assert all(witnesses and set(witnesses) != {long} for long, witnesses in LONG.items())


def test_of_the_stories_of_a_file_about_a_third_stay() -> None:
    """At least one does, and more of the scenarios; which hangs on the name alone."""
    told = {
        *(f"tests/e2e/test_a.py::test_{n}" for n in range(200)),
        *(f"tests/e2e/rows/test_row_{n}.py::test_it" for n in range(20)),
        *(f"tests/e2e/test_scenario_1.py::test_{n}" for n in range(20)),
        *(f"tests/unit/test_a.py::test_{n}" for n in range(20)),
    }
    later = told_later(told)
    kept = Counter(name.partition("::")[0] for name in told - later)
    assert kept["tests/unit/test_a.py"] == 20
    assert 5 < kept["tests/e2e/test_scenario_1.py"] < 15
    assert all(kept[f"tests/e2e/rows/test_row_{n}.py"] == 1 for n in range(20))
    assert 50 < kept["tests/e2e/test_a.py"] < 85
    assert later >= told_later({name for name in told if "e2e/test_a.py" in name})


@pytest.mark.parametrize(("ways", "kept"), [(1, 1), (2, 1), (3, 1), (4, 2), (9, 3)])
def test_of_what_is_told_in_many_ways_a_third_stays(ways: int, kept: int) -> None:
    """At least one does, always the same; a test that the table does not name keeps all."""
    name = min(SOME)
    told = [f"{name}[{way}]" for way in range(ways)]
    more = told_more([*told, *(f"tests/e2e/a.py::test_it[{way}]" for way in range(ways))])
    assert more == told_more(reversed(told))
    assert len(set(told) - more) == kept


def test_what_the_table_names_is_there() -> None:
    """A file, and a test so named: a table that names nothing would let a promise drop."""
    there = _names()
    for name in {*LONG, *WITNESSES, *SOME}:
        file, _, test = name.partition("::")
        assert (_TESTS.parent / file).is_file(), name
        named = _OF_A_SCENARIO.sub("test_", test.rpartition("::")[2].partition("[")[0])
        assert any(each.startswith(named) for each in there), name


def _names() -> frozenset[str]:
    """Return the name of each test; scenarios are taken in by others, and numbered there."""
    texts = (file.read_text("utf-8") for file in _TESTS.rglob("*.py"))
    return frozenset(name for text in texts for name in _TEST.findall(text))
