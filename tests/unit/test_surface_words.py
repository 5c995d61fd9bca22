"""Words typed to Reststop alone: a command stands by itself, and everything longer is talk."""

from __future__ import annotations

import pytest

from bot.services.routes import COMMANDS
from bot.surface.words import Words

WORDS = Words(COMMANDS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("admin", "admin"),
        ("/Help Now", "Help Now"),
        ("reststop admin KC72-HQ2K", "admin KC72-HQ2K"),
        ("admin KC72-HQ2K", "admin KC72-HQ2K"),
        ("/link kc72-hq2k", "link kc72-hq2k"),
        ("later I went home", None),
        ("admin took the afternoon", None),
        ("link together", None),
        ("link KC72-HQ2K and then", None),
    ],
)
def test_a_command_is_its_own_words_alone_or_with_a_code(typed: str, meant: str | None) -> None:
    """A code that somebody brings is a secret: kept as talk it would wait in a draft."""
    assert WORDS.meant(typed) == meant


@pytest.mark.parametrize(
    ("command", "name"),
    [
        ("write quietly yesterday", "write"),
        ("journal search lanterns", "journal search"),
        ("admin KC72-HQ2K", "admin KC72-HQ2K"),
        ("admin KC72-HQ2K and then", "admin"),
        ("lanterns", ""),
    ],
)
def test_a_button_carries_a_code_and_no_other_words(command: str, name: str) -> None:
    """What somebody wrote is on no button; a code that they brought is what the button is for."""
    assert WORDS.name(command) == name
