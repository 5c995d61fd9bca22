"""Which stories `make test` tells: each of one surface, and `make faults` tells them of the others."""

from __future__ import annotations

from collections import Counter

from tests.one_surface import untold

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


def test_nothing_is_left_out_unless_it_is_asked_for() -> None:
    """Whoever runs a file by hand sees all of it."""
    assert untold(ALL, "all") == set()


def test_both_parts_together_are_all_and_no_test_is_in_both() -> None:
    """What `make test` leaves out, `make faults` tells, and nothing else of it."""
    assert untold(ALL, "one") | untold(ALL, "others") == ALL.keys()
    assert untold(ALL, "one") & untold(ALL, "others") == set()


def test_each_promise_is_told_of_one_surface() -> None:
    """For each way of telling it; and no surface is told of much less than the others."""
    told = [name for name in TOLD_OF_EACH if name not in untold(ALL, "one")]
    promises = {name.replace(TOLD_OF_EACH[name], "") for name in told}
    assert len(told) == len(promises) == 120
    assert min(Counter(TOLD_OF_EACH[name] for name in told).values()) > 20


def test_what_is_told_of_one_surface_or_of_none_stays() -> None:
    """A word that is a surface's name elsewhere makes no difference."""
    assert not untold(ALL, "one") & TOLD_ONCE.keys()


def test_which_one_it_is_hangs_on_its_name() -> None:
    """Each worker leaves out the same, whatever else is told."""
    few = {name: each for name, each in TOLD_OF_EACH.items() if "test_7[" in name}
    assert untold(few, "one") == untold(ALL, "one") & few.keys()
