"""A thought and a feeling are put side by side; nothing anywhere explains a person by halves of a brain."""

from __future__ import annotations

import re

import pytest

from adapters.content.loader import examine
from adapters.content.voice import lint
from bot.app.library import library_folder
from bot.domain.prompts import Domain
from tests.content.code_texts import lint_code, texts_in_code

LIBRARY = examine(library_folder())
CODE = library_folder().parent / "bot" / "services"
CLAIMS = [
    "Your right hemisphere knows.",
    "Which half of your brain is tired?",
    "A left-brain moment, or a right-brain one?",
    "Whole-brained work.",
    "Your amygdala took over.",
]
BRAINS = re.compile(r"\bbrain|hemispher|amygdala|cortex|neuro|limbic|vagal|vagus", re.IGNORECASE)


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_claim_about_brains_is_found_in_prompts_and_in_code(claim: str) -> None:
    """The check names it, whoever writes it and wherever."""
    assert "label" in {finding.code for finding in lint(claim, LIBRARY.voice)}
    assert "label" in {finding.code for _, finding in lint_code(f'TEXT = "{claim}"', LIBRARY.voice)}


def test_no_text_that_ships_makes_one() -> None:
    """No prompt, flow or card to read, read as the files stand; and none of the sentences that people get."""
    files = [file for file in library_folder().rglob("*.yaml") if file.name != "voice.yaml"]
    assert len(files) >= 30
    for file in files:
        assert not BRAINS.search(file.read_text("utf-8")), file
    for file in CODE.rglob("*.py"):
        assert not [text for text in texts_in_code(file.read_text("utf-8")) if BRAINS.search(text.text)], file


def test_six_or_more_put_a_thought_and_a_feeling_side_by_side() -> None:
    """On thoughts, for a check-in, and each speaks of both: of thinking or knowing, and of feeling."""
    family = [prompt for prompt in LIBRARY.prompts if prompt.family == "side_by_side"]
    assert len(family) >= 6
    assert {prompt.domain for prompt in family} == {Domain.THOUGHTS}
    for prompt in family:
        assert re.search(r"th(ink|ought)|know|going", prompt.text), prompt.id
        assert re.search(r"feel|mood", prompt.text), prompt.id


def test_there_is_a_card_to_read_on_it() -> None:
    """Two voices, and neither has to win."""
    [card] = [card for card in LIBRARY.readings if card.id == "side_by_side"]
    assert "thought" in card.lines[0]
    assert "feeling" in card.lines[0]
