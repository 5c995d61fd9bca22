"""Being hard on oneself and pulling away are asked about in check-ins, each from several sides."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from adapters.content.loader import load
from bot.app.library import library_folder
from bot.domain.prompts import Domain, Modality, Prompt
from bot.domain.reviews import Shelf
from bot.domain.rotation import PUSHED_SENSITIVITY
from bot.domain.stock import Stock
from tests.property.rotation_diary import checkins, diary

LIBRARY = load(library_folder()).prompts()
STOCK = Stock.of(LIBRARY)
FAMILIES = {"harsh_inner_voice": Domain.THOUGHTS, "pulling_away": Domain.ACTIONS}
YEARS = [checkins(diary(LIBRARY, 364, f"year {seed}", shelf=Shelf())) for seed in range(3)]
LEAST = 6
CAUSES = re.compile(r"attach|insecur|childhood|parent|avoid|anxious|style|pattern", re.IGNORECASE)
"""Words that would tell somebody where it comes from."""


def _family(name: str) -> list[Prompt]:
    return [STOCK.by_id[one] for one in sorted(STOCK.of_family[name])]


@pytest.mark.parametrize("family", FAMILIES)
def test_six_or_more_of_each_may_come_by_themselves(family: str) -> None:
    """Of one topic, none guarded; some are taps, some are written, and at least one asks little."""
    found = [prompt for prompt in _family(family) if prompt.sensitivity < PUSHED_SENSITIVITY]
    assert len(found) >= LEAST
    assert {prompt.domain for prompt in _family(family)} == {FAMILIES[family]}
    assert {prompt.modality is Modality.TEXT for prompt in found} == {True, False}
    assert any(prompt.gentle for prompt in found)


@pytest.mark.parametrize("family", FAMILIES)
def test_they_come_in_check_ins(family: str) -> None:
    """Where nobody signed anything: each of three people meets them within a year, all three six or more."""
    met = [{prompt.id for prompt in asked if prompt.family == family} for asked in YEARS]
    assert all(met)
    assert len(set[str]().union(*met)) >= LEAST


@pytest.mark.parametrize("family", FAMILIES)
def test_none_tells_anybody_why(family: str) -> None:
    """They ask what was noticed, and do not say where it comes from; no two begin alike."""
    found = _family(family)
    for prompt in found:
        assert not CAUSES.search(" ".join([prompt.text, *(option.label for option in prompt.options)]))
    assert all(one.text.split()[:3] != two.text.split()[:3] for one, two in combinations(found, 2))
