"""Text that tries to look like another, and text that only looks unusual."""

from __future__ import annotations

import pytest

from bot.surface.text import shown


@pytest.mark.parametrize(
    "trick",
    ["\x1b[31m", "\u202e", "\u2066", "\u200b", "\ufeff", "\x07", "\u00ad", "\x00"],
)
def test_control_and_direction_characters_are_not_shown(trick: str) -> None:
    """Escape sequences, overrides and invisible marks never reach a screen."""
    assert trick not in shown(f"quiet{trick}words")


@pytest.mark.parametrize("text", ["👩‍⚕️ on shift", "می‌خواهم", "क्‍ष", "naïve — “quoted”", "line\nline\ttab"])
def test_writing_of_the_world_is_shown_as_it_was_written(text: str) -> None:
    """Emoji families, Persian and Indic joiners, accents and quotes survive."""
    assert shown(text) == text


def test_a_joiner_between_plain_letters_is_dropped() -> None:
    """A hidden mark in an English text could tell its writer apart."""
    assert shown("no\u200dte") == "note"
