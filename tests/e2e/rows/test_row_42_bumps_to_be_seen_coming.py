"""Bumps that can be seen coming, with carers, young people or anybody: asked about without blame."""

from __future__ import annotations

from bot.domain.prompts import Domain, Sensitivity
from tests.e2e.rows.rows_library import family

BLAMES = ("difficult", "resist", "refus", "non-comp", "manipulat", "fault")


def test_the_family_is_there_and_blames_nobody() -> None:
    """Six and more, of the kind that may come by itself; and a young person and a carer are in it."""
    prompts = family("predictable_bumps")
    assert len(prompts) >= 6
    assert {prompt.domain for prompt in prompts} == {Domain.RUPTURE_REPAIR}
    assert max(prompt.sensitivity for prompt in prompts) < Sensitivity.TENDER
    said = " ".join(
        f"{one.text} {' '.join(option.label for option in one.options)}" for one in prompts
    ).lower()
    assert "young person" in said
    assert "carer" in said
    assert not any(word in said for word in BLAMES)
