"""Technique and contact: a family of questions on what lies between oneself and somebody, tools among it."""

from __future__ import annotations

from bot.domain.prompts import Domain
from tests.e2e.rows.rows_library import family


def test_the_family_is_there_and_knows_both() -> None:
    """Six and more on how one comes in; tools may help there, and stand in the way."""
    prompts = family("tool_or_contact")
    assert len(prompts) >= 6
    assert {prompt.domain for prompt in prompts} == {Domain.STANCE}
    [between] = [prompt for prompt in prompts if prompt.id == "wide.stance.V03"]
    assert {"a bridge", "a wall"} <= {option.label for option in between.options}
