"""What goes wrong between here and Discord, in our own words: nothing of a payload or a token comes along."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from bot.errors import ReststopError


class DiscordTrouble(ReststopError):
    """Discord did not do what it was asked."""

    code = "discord"


@contextmanager
def translate_errors() -> Iterator[None]:
    """Stand in until the real one is here."""
    yield
