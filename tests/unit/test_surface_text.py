"""Text that tries to look like another, and text that only looks unusual."""

from __future__ import annotations

from itertools import groupby
from unicodedata import combining, normalize

import pytest

from bot.surface.text import kept, shown


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


MARKS = [chr(code) for code in range(0x300, 0x1F000) if combining(normalize("NFD", chr(code))[0])]
"""Every sign that stands on the one before it, or begins with one that does when it is taken apart."""


def _together(text: str) -> int:
    """Return how many marks stand together at the most."""
    return max(len(list(run)) for _, run in groupby(normalize("NFD", text), lambda sign: combining(sign) > 0))


def test_no_marks_are_piled_such_that_all_wait_for_them() -> None:
    """To put ten thousand of them in order takes seconds, in which nobody is answered."""
    for mark in MARKS:
        assert kept(mark * 31) != mark * 31
    for piled in ("a" + "\u0345\u0334" * 500, "e\u0301\u200b" * 500, "a" + "\u0f73\u200b\u0301" * 500):
        assert _together(shown(piled)) <= 60
        assert _together(kept(piled)) <= 60


def test_piled_marks_are_all_there() -> None:
    """They are parted by a joiner that nobody sees, once; as many as are ever written stay as they are."""
    piled = "a" + "\u0316\u0301" * 100
    assert kept(piled).replace("\u034f", "") == piled
    assert kept(kept(piled)) == kept(piled)
    assert kept("e" + "\u0301" * 30) == "e" + "\u0301" * 30
    assert kept("\u2260" * 40 + "\U0001f642" * 40) == "\u2260" * 40 + "\U0001f642" * 40
