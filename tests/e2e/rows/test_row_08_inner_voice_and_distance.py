"""Two families of questions for how strain shows in oneself: a harsh inner voice, and pulling away."""

from __future__ import annotations

import pytest

from bot.domain.prompts import Sensitivity
from tests.e2e.rows.rows_library import family


@pytest.mark.parametrize("name", ["harsh_inner_voice", "pulling_away"])
def test_the_family_is_there_and_most_of_it_comes_by_itself(name: str) -> None:
    """Six and more, in one domain, hardly any of them tender."""
    prompts = family(name)
    assert len(prompts) >= 6
    assert len({prompt.domain for prompt in prompts}) == 1
    assert sum(prompt.sensitivity >= Sensitivity.TENDER for prompt in prompts) <= 1
    assert any(prompt.gentle for prompt in prompts)
