"""A card of one line."""

from __future__ import annotations

from bot.surface.card import Card, Reach, say


def plain(text_id: str, text: str) -> Card:
    """Return a card that says one thing and nothing of a person's answers."""
    return Card(text_id=text_id, blocks=(say(text),), summary=text, reach=Reach.PERSONAL)
