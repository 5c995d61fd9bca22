"""Pushing back is information: what may it be looking after? And nobody is called resistant."""

from __future__ import annotations

import pytest

from adapters.content.loader import examine
from adapters.content.voice import lint
from bot.app.library import library_folder
from tests.content.code_texts import lint_code
from tests.content.walking import FLOWS
from tests.e2e.rows.rows_library import library


def test_the_question_stands_in_flows_prompts_and_a_card() -> None:
    """In mending, at the chairs, in the family of bumps, and on a card to read."""
    for flow, step in (("rupture_repair", "protect"), ("many_chairs", "looks_after")):
        assert "looking after" in (FLOWS[flow].step(step).text or "")
    bump = library().prompt("wide.rupture_repair.X03")
    assert bump is not None
    assert "looking after" in bump.text
    [card] = [one for one in library().readings() if one.id == "every_chair"]
    assert "looking after" in " ".join(card.lines)


@pytest.mark.parametrize(
    "said", ["A resistant family.", "How do you meet resistance?", "A non-compliant teenager."]
)
def test_nobody_is_called_resistant(said: str) -> None:
    """In a prompt and in code alike."""
    voice = examine(library_folder()).voice
    assert [found.code for found in lint(said, voice)] == ["label"]
    assert [found.code for _, found in lint_code(f"TEXT = {said!r}", voice)] == ["label"]
