"""The five inner topics come again and again: each within four weeks, and none much oftener than another."""

from __future__ import annotations

import ast
from collections import Counter
from datetime import timedelta

import pytest

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.prompts import STEAM, Domain, Prompt
from bot.domain.reviews import Shelf
from tests.property.rotation_diary import MONDAY, Line, diary

LIBRARY = load(library_folder()).prompts()
YEARS = [diary(LIBRARY, 364, f"year {seed}", shelf=Shelf()) for seed in range(3)]
ROUGH = diary(LIBRARY, 364, "rough", rough=range(3, 364, 9), shelf=Shelf())
"""Every ninth day is rough: what comes beside a check-in is left out, as it is no check-in."""
MOST_APART = 6


def _inner(lines: list[Line], start: int = 0, days: int = 364) -> Counter[Domain]:
    """Count the check-ins on each inner topic within some days."""
    first = MONDAY + timedelta(days=start)
    last = first + timedelta(days=days)
    within: list[Prompt] = [line.prompt for line in lines if first <= line.day < last and not line.beside]
    return Counter(prompt.domain for prompt in within if prompt.domain in STEAM)


@pytest.mark.parametrize("lines", [*YEARS, ROUGH])
def test_any_four_weeks_touch_all_five(lines: list[Line]) -> None:
    """Whichever day one begins to count, also in a year with rough days."""
    for start in range(364 - 28 + 1):
        assert _inner(lines, start, 28).keys() == set(STEAM), start


@pytest.mark.parametrize("lines", [*YEARS, ROUGH])
def test_over_a_year_none_is_asked_much_oftener_than_another(lines: list[Line]) -> None:
    """The most and the least asked of the five lie at most six check-ins apart."""
    counts = _inner(lines)
    assert counts.total() > 150
    assert max(counts.values()) - min(counts.values()) <= MOST_APART


def test_they_are_words_of_the_core_and_of_no_platform() -> None:
    """First of all topics, in the order of their initials; no adapter writes one of them out."""
    assert "".join(domain.name[0] for domain in STEAM) == "STEAM"
    assert tuple(Domain)[:5] == STEAM
    names = {str(domain) for domain in STEAM} - {"actions"}  # which is Slack's word for a row of buttons
    for file in (library_folder().parent / "adapters").rglob("*.py"):
        found = {
            node.value
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Constant)
        }
        assert not names & found, file
