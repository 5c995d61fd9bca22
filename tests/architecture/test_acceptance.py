"""The twenty acceptance tests are there, say their bar, and name only what is there."""

from __future__ import annotations

import re

import pytest

from tests.architecture.test_trust import those_in
from tools.acceptance import borne
from tools.venvs import ROOT

BORNE = borne()


def test_all_twenty_are_there() -> None:
    """A1 to A20, a file each."""
    assert sorted(BORNE) == list(range(1, 21))


@pytest.mark.parametrize("number", BORNE)
def test_each_says_its_number_and_its_bar(number: int) -> None:
    """In its first line, with a figure where the bar is one; and it has a test of its own."""
    each = BORNE[number]
    assert each.said.startswith(f"A{number}: ")
    assert re.search(r"\d|each|every|no ", each.said.removeprefix(f"A{number}: "))
    assert each.own
    assert len(each.own) == len(set(each.own))


@pytest.mark.parametrize("number", BORNE)
def test_what_holds_the_rest_is_there(number: int) -> None:
    """Each test that a file names stands where it says; a file alone is at least that."""
    for name in BORNE[number].held_by:
        file, _, test = name.partition("::")
        assert (ROOT / file).is_file(), name
        assert not test or test in those_in(file), name
