"""A poor match is nobody's failing, and either side may be the one to see it."""

from __future__ import annotations

from adapters.content.loader import examine
from adapters.content.voice import lint
from bot.app.library import library_folder
from tests.content.walking import FLOWS

FLOW = FLOWS["fit_and_referral"]
JUDGES = ("bad ", "fault", "failed", "resistant", "unmotivated", "wrong with")


def test_it_begins_by_saying_so() -> None:
    """Before anything is asked."""
    frame = FLOW.step(FLOW.start).text or ""
    assert "nobody's failing" in frame
    assert "either of you" in frame


def test_no_word_of_it_judges() -> None:
    """By the voice, and by words of blame."""
    voice = examine(library_folder()).voice
    said = [step.text or "" for step in FLOW.steps]
    assert not any(lint(text, voice) for text in said)
    assert not any(word in text.lower() for text in said for word in JUDGES)
