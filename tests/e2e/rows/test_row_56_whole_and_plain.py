"""To be a person among persons, not to stand between two others, and to leave nobody out."""

from __future__ import annotations

import pytest

from bot.domain.prompts import Domain, Sensitivity
from tests.e2e.rows.rows_library import family

FAMILIES = {"human": Domain.BOUNDARIES, "triangles": Domain.BOUNDARIES, "include": Domain.ALLIANCE}


@pytest.mark.parametrize("name", FAMILIES)
def test_there_are_six_ways_to_ask_about_it(name: str) -> None:
    """Of one topic; all may come by themselves, one on a hard day, and not all of them want words."""
    prompts = family(name)
    assert len(prompts) >= 6
    assert {one.domain for one in prompts} == {FAMILIES[name]}
    assert all(one.sensitivity < Sensitivity.TENDER for one in prompts)
    assert any(one.gentle for one in prompts)
    assert len({one.modality for one in prompts}) >= 2


def test_nobody_is_told_to_take_a_side() -> None:
    """A question on three people has an answer for not being needed, and one for not knowing."""
    gentle = [option.name for one in family("triangles") if one.gentle for option in one.options]
    assert {"needed", "unsure"} <= set(gentle)


def test_whoever_is_left_out_may_be_oneself_or_nobody() -> None:
    """One question looks at one's own chair; another may be answered with nobody."""
    options = [{option.name for option in one.options} for one in family("include")]
    assert any("hardly_one" in names for names in options)
    assert any("nobody" in names for names in options)
