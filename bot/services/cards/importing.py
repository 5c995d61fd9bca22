"""Bringing notes along: what is said before and after."""

from __future__ import annotations

from bot.services.cards.plain import plain
from bot.surface.card import Card


def how() -> Card:
    """Return where and how a file is brought along."""
    return plain("import.how", "In the terminal, `import FILE` brings in your own export, or notes as text.")
