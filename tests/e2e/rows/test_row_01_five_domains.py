"""Five inner domains come first in check-ins: all five within any four weeks, level over a year."""

from __future__ import annotations

import ast
from collections import Counter
from datetime import timedelta

import pytest

from bot.app.library import library_folder
from bot.domain.prompts import STEAM, Domain
from bot.domain.reviews import Shelf
from tests.e2e.rows.rows_library import library
from tests.property.rotation_diary import MONDAY, diary

FOUR_WEEKS = timedelta(days=28)


@pytest.mark.parametrize("seed", ["one", "two"])
def test_any_four_weeks_touch_all_five_and_a_year_keeps_them_level(seed: str) -> None:
    """Where nothing is signed and every ninth day is rough: the hardest mix there is."""
    lines = diary(library().prompts(), 364, seed, rough=range(3, 364, 9), shelf=Shelf())
    for start in range(0, 364 - 28, 7):
        since = MONDAY + timedelta(days=start)
        asked = {line.prompt.domain for line in lines if since <= line.day < since + FOUR_WEEKS}
        assert asked >= set(STEAM)
    counts = Counter(line.prompt.domain for line in lines)
    assert max(counts[one] for one in STEAM) - min(counts[one] for one in STEAM) <= 6


def test_the_five_are_words_of_the_core() -> None:
    """A closed list, by their initials."""
    assert "".join(domain[0] for domain in STEAM) == "steam"
    assert all(isinstance(domain, Domain) and domain.is_steam for domain in STEAM)


def test_no_adapter_writes_one_of_them_out() -> None:
    """They are asked for as they come; "actions" alone is also a platform's word, for a row of buttons."""
    names = {str(domain) for domain in STEAM} - {"actions"}
    files = list((library_folder().parent / "adapters").rglob("*.py"))
    assert len(files) > 50
    for file in files:
        walked = ast.walk(ast.parse(file.read_text("utf-8")))
        assert not names & {node.value for node in walked if isinstance(node, ast.Constant)}, file
