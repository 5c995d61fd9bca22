"""Seven things that keep helpers going, each with questions of its own, and one card that names them."""

from __future__ import annotations

import pytest

from bot.domain.prompts import Domain
from tests.e2e.rows.rows_library import family, library

SEVEN = (
    "food",
    "finish_with_energy",
    "time_with_peers",
    "staff_repair",
    "workspace",
    "own_counsellor",
    "own_limits",
)


@pytest.mark.parametrize("name", SEVEN)
def test_each_has_three_and_more(name: str) -> None:
    """All of them in the domain of rest."""
    prompts = family(name)
    assert len(prompts) >= 3
    assert {prompt.domain for prompt in prompts} == {Domain.REST}


def test_rest_is_these_seven_and_the_workplace_has_its_say() -> None:
    """Of the choices on food, none leaves out that there was no way to; a card names all seven."""
    own = {one.family for one in library().prompts() if one.domain is Domain.REST and "commons" not in one.id}
    assert own == set(SEVEN)
    for prompt in family("food"):
        if prompt.options:
            assert any("no way to" in option.label for option in prompt.options)
    [card] = [one for one in library().readings() if one.id == "seven_for_yourself"]
    assert len(card.points) == 7
