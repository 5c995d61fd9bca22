"""A thought and a feeling are put side by side; nothing is claimed of brains and their halves."""

from __future__ import annotations

import pytest

from adapters.content.voice import lint
from tests.content.code_texts import lint_code
from tests.e2e.rows.rows_library import family, library, report

CLAIMS = (
    "Your left hemisphere plans.",
    "The amygdala is loud today.",
    "Use both hemispheres.",
    "Which half of your brain is tired?",
    "A left-brain morning.",
    "Be whole-brained.",
)


def test_the_family_is_there() -> None:
    """Six and more, and a card to read in the same words."""
    assert len(family("side_by_side")) >= 6
    assert "side_by_side" in {reading.id for reading in library().readings()}


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_about_brains_is_refused(claim: str) -> None:
    """In a prompt and in code alike."""
    voice = report().voice
    assert [found.code for found in lint(claim, voice)] == ["label"]
    assert [found.code for _, found in lint_code(f"TEXT = {claim!r}", voice)] == ["label"]
